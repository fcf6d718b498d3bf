import assert from 'node:assert/strict';
import { assertFix, assertMarked, assertSilent, fixTitles } from '../../support/marked.ts';
import { passedUpTo } from '../../support/product.ts';

const rule = 'section-empty';
const path = 'docs/development/prototypes/strap.md';

/** A prototype report in which everything is written but the findings. */
const report = (status: string, findings: string, decision = 'Go on with the second clasp.'): string => `---
status: ${status}
owner: designer
---

# Strap prototype

## Question

- Does the clasp hold while swimming, and can it be opened with wet hands?

## What was built

Three straps from the printer, with a bought clasp and a dummy watch of the right weight.

## Trial

Six people swam for half an hour and opened the clasp ten times.

## Findings
${findings}
## Decision

${decision}
`;

describe(rule, () => {
  it('names the section, the gate and what belongs there', () => {
    assertMarked(rule, {
      ...passedUpTo('concept'),
      [path]: report(
        'in-review',
        '^^^^^^^^^^^ warning: “Findings” is empty: the next gate, “Design agreed”, needs it. What was seen and heard\n',
      ),
    });
  });

  it('is an error when the document is approved', () => {
    assertMarked(rule, { [path]: report('approved', '^^^^^^^^^^^ error: “Findings” is empty\n') });
  });

  for (const [what, text] of [
    ['a comment', '\n<!-- Ask Tom. -->\n'],
    ['a comment over several lines', '\n<!--\nAsk Tom.\n\nAnd Mei.\n-->\n'],
    ['sub-headings', '\n### Clasp\n\n### Strap\n'],
    ['the header of a table', '\n| Finding | Weight |\n| --- | --- |\n'],
    ['a table of empty cells', '\n| Finding | Weight |\n| --- | --- |\n|  |  |\n'],
    ['empty list items', '\n- \n- \n'],
    ['a link definition', '\n[clasp]: clasp.png\n'],
    ['blank lines', '\n\n   \n'],
  ] as const)
    it(`is not fooled by ${what}`, () => {
      assertMarked(rule, { [path]: report('in-review', `^^^^^^^^^^^ “Findings” is empty\n${text}`) });
    });

  for (const [what, text] of [
    ['a sentence', '\nThe second clasp held.\n'],
    ['a sentence beside a comment', '\nHeld. <!-- Ask Tom. -->\n'],
    ['a list', '\n- The second clasp held.\n'],
    ['a nested list', '\n-\n  - The second clasp held.\n'],
    ['a table', '\n| Finding | Weight |\n| --- | --- |\n| Held | 20 g |\n'],
    ['a code block', '\n```text\nheld: yes\n```\n'],
    ['a picture', '\n![The clasp, open](clasp.png)\n'],
    ['HTML', '\n<details><summary>Results</summary>Held.</details>\n'],
    ['a quote', '\n> It held all the time.\n'],
    ['text below a sub-heading', '\n### Clasp\n\nHeld.\n'],
  ] as const)
    it(`is content with ${what}`, () => {
      assertSilent(rule, { [path]: report('in-review', text) });
    });

  it('stays silent about drafts, documents out of use, waived sections and the rollback', () => {
    assertSilent(rule, { ...passedUpTo('concept'), [path]: report('draft', '') });
    assertSilent(rule, { [path]: report('superseded', '') });
    assertSilent(rule, { [path]: report('archived', '') });
    assertSilent(rule, {
      [path]: report('in-review\nnot_applicable: { findings: { reason: None yet, by: Tom } }', ''),
    });
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

## Verification

1. Open the status page.

## Rollback
`,
    });
  });

  it('leaves a shell to the rule that reports it as a whole', () => {
    assertSilent(rule, {
      [path]: '---\nstatus: approved\nowner: designer\n---\n\n# Strap\n\n## Findings\n\n## Trial\n',
    });
  });

  it('says nothing about an optional section', () => {
    assertSilent(rule, {
      'docs/deployment/training-plan.md': `---
status: in-review
owner: product-manager
version: 1.0.0
---

# Training plan

## Who needs what

| Role | Topic | Needed by |
| --- | --- | --- |
| Support staff | Troubleshooting the strap, the sensor and the pairing | 1 June |

## Material

- Slides on the ten most common questions

## Delivery

Two sessions of one hour each in the last week of May, recorded for those who cannot come.

## How we know it worked
`,
    });
  });

  describe('begins the form', () => {
    it('of a list', () => {
      assertFix(rule, {
        title: 'Begin “Findings”',
        before: { [path]: report('in-review', '') },
        after: { [path]: report('in-review', '\n- ‸\n') },
      });
    });

    it('behind a comment and before a sub-heading', () => {
      assertFix(rule, {
        title: 'Begin “Findings”',
        before: { [path]: report('in-review', '\n<!-- Ask Tom. -->\n\n### Clasp\n\n') },
        after: { [path]: report('in-review', '\n<!-- Ask Tom. -->\n\n- ‸\n\n### Clasp\n\n') },
      });
    });

    it('at the end of a file without a last line break', () => {
      const text = report('in-review', '');
      const last = `${text.slice(0, text.indexOf('## Findings'))}## Findings`;
      assertFix(rule, {
        title: 'Begin “Findings”',
        before: { [path]: last },
        after: { [path]: `${last}\n\n- ‸` },
      });
    });

    it('of a table, once', () => {
      const guide = (rest: string): string => `---
status: in-review
owner: customer-support
version: 1.0.0
roles: [customer-support]
---

# Support plan

## Channels and hours
${rest}
## Levels

Kofi and two colleagues answer every question first, and Mei takes what they cannot solve within a day of work. Nobody waits longer than a week for the final answer.

## Severity and response

| Severity | Response |
| --- | --- |
| The watch hurts somebody | one hour |
`;
      const plan = 'docs/deployment/support-plan.md';
      assertFix(rule, {
        title: 'Begin “Channels and hours”',
        before: { [plan]: guide('') },
        after: { [plan]: guide('\n| Channel | Hours |\n| --- | --- |\n‸').replace('|\n‸', '|‸\n') },
      });
    });

    it('but not where it is begun, or where there is no form', () => {
      assert.deepEqual(fixTitles(rule, { [path]: report('in-review', '\n- \n') }), []);
      assert.deepEqual(fixTitles(rule, { [path]: report('in-review', '\n- It held.\n', '') }), []);
    });
  });
});
