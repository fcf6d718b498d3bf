import assert from 'node:assert/strict';
import { assertFix, assertMarked, assertSilent } from '../../support/marked.ts';
import { findingsIn } from '../../support/product.ts';
import { definitionWith, document, path, proposal, words } from './proposal.ts';

const missing = 'section-missing';
const empty = 'section-empty';

describe('a section that applies only at times', () => {
  const settings = `
      sections:
        risks: { heading: Risks, since: 2026-01-01 }
        dangers: { heading: Dangers, until: 2026-01-01 }
        plan: { heading: Plan, when: { status: in-review } }
`;

  it('is asked for only then', () => {
    assertMarked(missing, {
      'lifecycle.yaml': definitionWith(settings),
      'proposals/new.md': `---
date: 2026-05-04
---

# A
^^^ “Risks” is missing
^^^ “Plan” is missing

${words}
`,
      'proposals/old.md': `---
date: 2025-05-04
---

# A
^^^ “Dangers” is missing
^^^ “Plan” is missing

${words}
`,
      'proposals/draft.md': `---\ndate: 2026-05-04\nstatus: draft\n---\n\n# A\n\n${words}\n`,
    });
  });

  it('is empty or of the wrong form only then', () => {
    const form = `
      sections:
        risks: { heading: Risks, since: 2026-01-01, form: list }
`;
    for (const [rule, body] of [
      [empty, '## Risks\n'],
      ['section-form', '## Risks\n\nText.\n'],
    ] as const) {
      assertMarked(rule, proposal(form, body.replace('Risks\n', 'Risks\n^^^^^^^^ “Risks”\n'), 'date: 2026-05-04'));
      assertSilent(rule, proposal(form, body, 'date: 2025-05-04'));
    }
  });
});

describe('a section that should be there', () => {
  const settings = `
      sections:
        risks: { heading: Risks, level: should, guidance: What could go wrong. }
`;

  it('is advice when it is missing or empty', () => {
    assertMarked(missing, {
      'lifecycle.yaml': definitionWith(settings),
      [path]: `# A\n^^^ info: “Risks” is missing: its readers look for it. What could go wrong.\n\n${words}\n`,
    });
    assertMarked(empty, proposal(settings, '## Risks\n^^^^^^^^ info: “Risks” is empty\n'));
  });
});

describe('a section that is part of another', () => {
  const settings = `
      sections:
        motivation: { heading: Motivation }
        goals: { heading: Goals, within: motivation, form: list }
        plan: { heading: Plan }
`;

  it('is not named beside the one that is missing, and comes with it', () => {
    assertMarked(missing, {
      'lifecycle.yaml': definitionWith(settings),
      [path]: `# A\n^^^ “Motivation” is missing\n\n${words}\n\n## Plan\n\nText.\n`,
    });
    assertFix(missing, {
      title: 'Add the section “Motivation”',
      before: proposal(settings, '## Plan\n\nText.\n'),
      after: { [path]: document('## Motivation\n‸\n### Goals\n\n## Plan\n\nText.\n') },
    });
  });

  it('is asked for in each of several', () => {
    const each = `
      sections:
        low: { heading: Low }
        high: { heading: High }
        example: { heading: Example, within: [low, high] }
`;
    assertMarked(
      missing,
      proposal(
        each,
        `
## Low
^^^^^^ warning: “Low” lacks the section “Example”: its readers look for it.

Text.

## High

### Example

Text.
`,
      ),
    );
    assertFix(missing, {
      title: 'Add the section “Example”',
      before: proposal(each, '## Low\n\nText.\n\n## High\n\n### Example\n\nText.\n'),
      after: { [path]: document('## Low\n\nText.\n\n### Example\n‸\n## High\n\n### Example\n\nText.\n') },
    });
  });
});

describe('a section that may stand many times', () => {
  const settings = `
      sections:
        requirement: { heading: "Requirement: {name}" }
        scenario: { heading: "Scenario: {name}", within: requirement, repeats: { min: 2 } }
`;

  it('is missing when there is none', () => {
    assertMarked(missing, {
      'lifecycle.yaml': definitionWith(settings),
      [path]: `# A\n^^^ The section “Requirement: …” is missing\n\n${words}\n\n\`\`\`\n## Requirement: A\n\`\`\`\n`,
    });
  });

  it('is counted in each of those it is part of', () => {
    assertMarked(
      missing,
      proposal(
        settings,
        `
## Requirement: A
^^^^^^^^^^^^^^^^^ “Requirement: A” lacks the section “Scenario: …”

Text.

## Requirement: B
^^^^^^^^^^^^^^^^^ “Requirement: B” has fewer than 2 sections “Scenario: …”

### Scenario: 1

Text.

## Requirement: C

### Scenario: 1

Text.

### Scenario: 2

Text.
`,
      ),
    );
  });

  it('is empty for itself', () => {
    assertMarked(
      empty,
      proposal(
        settings,
        `
## Requirement: A

### Scenario: 1
^^^^^^^^^^^^^^^ “Scenario: 1” is empty

### Scenario: 2

Text.
`,
      ),
    );
  });

  it('is added behind the last one, with the cursor on its name', () => {
    const body = '## Requirement: A\n\n### Scenario: 1\n\nText.\n';
    const [fix] = findingsIn(proposal(settings, body), missing).flatMap(({ fixes }) => fixes);
    assert.equal(fix?.title, 'Add the section “Scenario: …”');
    // Run in bulk it would come again and again, because without a name it is no section yet.
    assert.equal(fix.byName, false);
    const [change] = fix.changes;
    assert.deepEqual(change?.kind === 'edit' && change.edits.map(({ text, stops }) => [text, stops]), [
      ['\n### Scenario: \n', [{ start: 15, end: 15 }]],
    ]);
  });
});

describe('a heading for several sections', () => {
  const settings = `
      sections:
        summary: { heading: Summary }
        motivation: { heading: Motivation }
        goals: { heading: Goals, within: motivation }
      combined-sections:
        Summary and Motivation: [summary, motivation]
`;

  it('stands for each of them', () => {
    const body = '## Summary & Motivation\n\nText.\n\n### Goals\n\nText.\n';
    assertSilent(missing, proposal(settings, body));
    assertSilent('section-heading-variant', proposal(settings, body));
    assertMarked(
      empty,
      proposal(
        settings,
        '## Summary & Motivation\n^^^^^^^^^^^^^^^^^^^^^^^ is empty\n^^^^^^^^^^^^^^^^^^^^^^^ is empty\n\n### Goals\n^^^^^^^^^ empty\n',
      ),
    );
  });
});
