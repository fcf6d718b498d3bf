import { assertFix, assertMarked, assertSilent } from '../../support/marked.ts';

const rule = 'section-heading-variant';
const path = 'docs/deployment/launch-plan.md';
const head = '---\nstatus: draft\nowner: marketing\nversion: 1.0.0\n---\n\n# Launch plan\n';

describe(rule, () => {
  it('shows the usual heading, also in drafts', () => {
    assertMarked(rule, {
      [path]: `${head}
## Objectives
   ^^^^^^^^^^ hint: “Objectives” is understood as “Goals”

- A thousand buyers

Positioning
^^^^^^^^^^^ hint: “Positioning” is understood as “Message”
-----------

One week on one charge.
`,
    });
  });

  it('takes letter case, numbering, a colon and a plural for the usual heading', () => {
    assertSilent(rule, { [path]: `${head}\n## 1. goal:\n\n- A thousand buyers\n\n## 🎯 Audience\n\n- Runners\n` });
  });

  it('leaves headings alone that the type does not know', () => {
    assertSilent(rule, { [path]: `${head}\n## Thanks\n\nTo everybody.\n` });
  });

  it('leaves headings inside a known section alone', () => {
    assertSilent(rule, { [path]: `${head}\n## Goals\n\n### Segments\n\n- Runners\n\n#### Phases\n\n- One\n` });
  });

  it('speaks of the first of two variants', () => {
    assertMarked(rule, {
      [path]: `${head}
## Objectives
   ^^^^^^^^^^ understood as “Goals”

- A thousand buyers

## KPIs

- Adoption
`,
    });
  });

  it('says nothing where the usual heading stands too', () => {
    assertSilent(rule, { [path]: `${head}\n## Objectives\n\n- A thousand\n\n## Goals\n\n- Two thousand\n` });
  });

  it('leaves documents out of use and headings in code alone', () => {
    assertSilent(rule, { [path]: `${head.replace('draft', 'retired')}\n## Objectives\n` });
    assertSilent(rule, { [path]: `${head}\n\`\`\`\n## Objectives\n\`\`\`\n` });
  });

  describe('renames', () => {
    it('the heading and all links to it', () => {
      assertFix(rule, {
        title: 'Rename to “Goals”',
        safe: true,
        before: {
          [path]: `${head}\nSee [what we want](#objectives).\n\n## Objectives\n\n- A thousand buyers\n`,
          'docs/deployment/roadmap.md':
            '# Roadmap\n\nAfter [the launch](launch-plan.md#objectives) and [its plan](launch-plan.md).\n\n[1]: <launch-plan.md#objectives>\n',
          'docs/other.md': '# Other\n\n[Ours](#objectives), [theirs](deployment/launch-plan.md#Objectives "Goals").\n',
        },
        after: {
          [path]: `${head}\nSee [what we want](#goals).\n\n## Goals\n\n- A thousand buyers\n`,
          'docs/deployment/roadmap.md':
            '# Roadmap\n\nAfter [the launch](launch-plan.md#goals) and [its plan](launch-plan.md).\n\n[1]: <launch-plan.md#goals>\n',
          'docs/other.md': '# Other\n\n[Ours](#objectives), [theirs](deployment/launch-plan.md#goals "Goals").\n',
        },
      });
    });

    it('and keeps numbering, emoji and the closing signs', () => {
      assertFix(rule, {
        title: 'Rename to “Goals”',
        safe: true,
        before: { [path]: `${head}\n## 🎯 2.1 **Objectives** ##\n\n- A thousand buyers\n` },
        after: { [path]: `${head}\n## 🎯 2.1 Goals ##\n\n- A thousand buyers\n` },
      });
    });

    it('an underlined heading', () => {
      assertFix(rule, {
        title: 'Rename to “Goals”',
        safe: true,
        before: { [path]: `${head}\nObjectives\n----------\n\n- A thousand buyers\n` },
        after: { [path]: `${head}\nGoals\n----------\n\n- A thousand buyers\n` },
      });
    });

    it('and follows the numbers that hosts add to headings of the same name', () => {
      assertFix(rule, {
        title: 'Rename to “Goals”',
        safe: true,
        before: {
          [path]:
            `${head}\n[One](#objectives), [two](#objectives-1), [three](#goals).\n\n## Objectives\n\n- A\n\n## Budget\n\n### Objectives\n\n- B\n\n### Goals\n\n- C\n`.replace(
              '### Goals',
              '##### Goals',
            ),
        },
        after: {
          [path]: `${head}\n[One](#goals), [two](#objectives), [three](#goals-1).\n\n## Goals\n\n- A\n\n## Budget\n\n### Objectives\n\n- B\n\n##### Goals\n\n- C\n`,
        },
      });
    });
  });
});
