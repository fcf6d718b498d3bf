import assert from 'node:assert/strict';
import { assertFix, assertMarked, assertSilent, fixTitles } from '../../support/marked.ts';
import { passedUpTo } from '../../support/product.ts';

const rule = 'section-missing';
const path = 'docs/deployment/training-plan.md';

const needs = `## Who needs what

| Role | Topic | Needed by |
| --- | --- | --- |
| Support staff | Troubleshooting the strap, the sensor and the pairing | 1 June |
`;

const delivery = `## Delivery

Two sessions of one hour each in the last week of May, recorded for those who cannot come, with a task at the end.
`;

const plan = (status: string, ...parts: readonly string[]): string =>
  `---\nstatus: ${status}\nowner: product-manager\nversion: 1.0.0\n---\n\n# Training plan\n\n${parts.join('\n')}`;

describe(rule, () => {
  it('names the section, the gate and what belongs there', () => {
    assertMarked(rule, {
      ...passedUpTo('handoff'),
      [path]: `
---
status: in-review
owner: product-manager
version: 1.0.0
---

# Training plan
^^^^^^^^^^^^^^^ warning: The section “Material” is missing: the next gate, “Ready to launch”, needs it. What exists, what must be made, and for which product version.

${needs}
${delivery}`,
    });
  });

  it('is an error when the document is approved', () => {
    assertMarked(rule, {
      [path]: `
---
status: approved
owner: product-manager
version: 1.0.0
---

# Training plan
^^^^^^^^^^^^^^^ error: the gate “Ready to launch” needs it

${needs}
${delivery}`,
    });
  });

  it('reports each section that is missing, in the order of the type', () => {
    assertMarked(rule, {
      [path]: `
---
status: in-review
owner: product-manager
version: 1.0.0
---

# Training plan
^^^^^^^^^^^^^^^ “Who needs what”
^^^^^^^^^^^^^^^ “Material”

${delivery}
Everybody who answers customers takes part before the launch, and again when a breaking change has been released.
`,
    });
  });

  it('is shown on the first field when there is no title', () => {
    assertMarked(rule, {
      [path]: `
---
status: in-review
^^^^^^ “Material”
owner: product-manager
version: 1.0.0
---

${needs}
${delivery}`,
    });
  });

  it('knows a section under an alias, with numbering, and at a deeper level', () => {
    assertSilent(rule, { [path]: plan('in-review', needs, '## 2. Curriculum\n\n- Slides\n', delivery) });
    assertSilent(rule, { [path]: plan('in-review', `${needs}\n### Materials:\n\n- Slides\n`, delivery) });
  });

  it('leaves optional sections alone', () => {
    assertSilent(rule, { [path]: plan('in-review', needs, '## Material\n\n- Slides\n', delivery) });
  });

  it('does not take a heading in a code block or a comment for a section', () => {
    assertMarked(rule, {
      [path]: `
---
status: in-review
owner: product-manager
version: 1.0.0
---

# Training plan
^^^^^^^^^^^^^^^ “Material”

${needs}
\`\`\`markdown
## Material
\`\`\`

<!--
## Material
-->

${delivery}`,
    });
  });

  describe('stays silent about', () => {
    it('a draft that no passed gate needs', () => {
      assertSilent(rule, { ...passedUpTo('handoff'), [path]: plan('draft', needs, delivery) });
    });

    it('a document that names no status that the lifecycle knows', () => {
      assertSilent(rule, { [path]: plan('almost', needs, delivery) });
    });

    it('a superseded, retired or waived document', () => {
      assertSilent(rule, { [path]: plan('superseded', needs, delivery) });
      assertSilent(rule, { [path]: plan('retired', needs, delivery) });
      assertSilent(rule, {
        [path]: plan('in-review\nnot_applicable: { reason: Two people, by: Ana }', needs, delivery),
      });
    });

    it('a section that is waived by its id or its heading', () => {
      for (const name of ['material', 'Material'])
        assertSilent(rule, {
          [path]: plan(
            `in-review\nnot_applicable: { ${name}: { reason: We talk, by: Ana, until: 2026-12-31 } }`,
            needs,
            delivery,
          ),
        });
    });

    it('a shell, which is reported as a whole', () => {
      assertSilent(rule, { [path]: plan('in-review', '## Delivery\n') });
    });

    it('the rollback, which has a rule of its own', () => {
      assertSilent(rule, {
        'docs/deployment/deployment-guide.md': `---
status: in-review
owner: operations
version: 1.0.0
---

# Deployment guide

## Before you start

- Access to the update server and the phone number of the engineer on duty, and a backup of less than one hour

## Steps

1. Upload the image.
2. Set the share to five per cent.

## Verification

1. Open the status page.
2. Check that the new version is shown.
`,
      });
    });

    it('a changelog that nobody called approved', () => {
      assertSilent(rule, { 'CHANGELOG.md': '# Changelog\n\n## Unreleased\n\n- Sleep stages\n' });
    });
  });

  it('judges a draft once a passed gate needs it', () => {
    assertMarked(rule, {
      ...passedUpTo('launch'),
      [path]: `
---
status: draft
owner: product-manager
version: 1.0.0
---

# Training plan
^^^^^^^^^^^^^^^ warning: “Material” is missing: the gate “Ready to launch”, already passed, needs it

${needs}
${delivery}`,
    });
  });

  it('asks a changelog for a version once a passed gate needs it', () => {
    assertMarked(rule, {
      ...passedUpTo('launch'),
      'lifecycle.yaml': 'lifecycle: 1\nextends: standard\nproduct: { version: 1.0.0 }\n',
      'CHANGELOG.md': `
# Changelog
^^^^^^^^^^^ warning: The section “1.0.0” is missing

## Unreleased

- Sleep stages
`,
    });
  });

  it('adds no section for a version that nobody knows', () => {
    assertMarked(rule, {
      ...passedUpTo('launch'),
      'CHANGELOG.md':
        '# Changelog\n^^^^^^^^^^^ No version has a section: the gate “Ready to launch”, already passed, needs it. One heading per version\n',
    });
    // Nor does it give front matter to a type that needs none.
    assert.deepEqual(fixTitles(rule, { ...passedUpTo('launch'), 'CHANGELOG.md': '# Changelog\n' }), []);
  });

  describe('adds the section', () => {
    const title = 'Add the section “Material”';
    const material = '## Material\n\n<!-- What exists, what must be made, and for which product version. -->\n‸';
    const notes =
      '## Notes\n\nTwo people know how the sessions of last year went, and both of them will be asked for advice.\n';

    it('behind its neighbour in the type', () => {
      assertFix(rule, {
        title,
        before: { [path]: plan('in-review', needs, delivery) },
        after: { [path]: plan('in-review', needs, material, delivery) },
      });
    });

    it('at the end, with a blank line before it', () => {
      assertFix(rule, {
        title: 'Add the section “Delivery”',
        before: {
          [path]: plan(
            'in-review',
            needs,
            '## Material\n\n- Slides on the ten most common questions of the first year, with the answers that helped people, and a film of the strap that shows how to change it without a tool',
          ).trimEnd(),
        },
        after: {
          [path]: plan(
            'in-review',
            needs,
            '## Material\n\n- Slides on the ten most common questions of the first year, with the answers that helped people, and a film of the strap that shows how to change it without a tool\n',
            '## Delivery\n\n<!-- When and how each group is trained; record each session in the training log (TRN). -->\n‸',
          ),
        },
      });
    });

    it('before sections that the type does not know', () => {
      assertFix(rule, {
        title,
        before: { [path]: plan('in-review', needs, notes) },
        after: { [path]: plan('in-review', needs, material, notes) },
      });
    });

    it('before the section that follows it when it is the first one', () => {
      assertFix(rule, {
        title: 'Add the section “Who needs what”',
        before: {
          [path]: plan(
            'in-review',
            '## Material\n\n- Slides on the ten most common questions of last year\n',
            delivery,
          ),
        },
        after: {
          [path]: plan(
            'in-review',
            `## Who needs what

<!-- Developers and testers: technologies and tools. Users and support staff: use and troubleshooting. Sales: the product and its promises. -->

| Role | Topic | Needed by |
| --- | --- | --- |
‸`,
            '## Material\n\n- Slides on the ten most common questions of last year\n',
            delivery,
          ),
        },
      });
    });

    it('with the depth of its neighbours', () => {
      const deep = (text: string): string => text.replace(/^## /gm, '### ');
      assertFix(rule, {
        title,
        before: { [path]: plan('in-review', '## Plan\n', deep(needs), deep(delivery)) },
        after: {
          [path]: plan('in-review', '## Plan\n', deep(needs), deep(material), deep(delivery)),
        },
      });
    });
  });

  it('renames a heading that reads like the missing one, with the links to it', () => {
    assertFix(rule, {
      title: 'Rename “1. Matreial” to “Material”',
      before: {
        [path]: plan('in-review', needs, '## 1. Matreial\n\n- Slides\n', delivery, 'See [above](#1-matreial).\n'),
        'docs/deployment/roadmap.md': '# Roadmap\n\nSee [the slides](training-plan.md#1-matreial "Slides").\n',
      },
      after: {
        [path]: plan('in-review', needs, '## 1. Material\n\n- Slides\n', delivery, 'See [above](#1-material).\n'),
        'docs/deployment/roadmap.md': '# Roadmap\n\nSee [the slides](training-plan.md#1-material "Slides").\n',
      },
    });
  });

  it('prepares a waiver that has no effect until somebody fills it in', () => {
    assertFix(rule, {
      title: 'Declare the section not applicable',
      before: { [path]: plan('in-review', needs, delivery) },
      after: {
        [path]: plan('in-review', needs, delivery).replace(
          '1.0.0\n---',
          '1.0.0\nnot_applicable: { material: { reason: ‸, by: ‸, until: ‸} }\n---',
        ),
      },
    });
  });
});
