import assert from 'node:assert/strict';
import { assertFix, assertMarked, assertSilent, fixTitles } from '../../support/marked.ts';

const rule = 'section-form';
const path = 'docs/deployment/deployment-guide.md';

/** A deployment guide of which one section is given. */
const guide = (steps: string, status = 'in-review'): string => `---
status: ${status}
owner: operations
version: 1.0.0
---

# Deployment guide

## Before you start

- Access to the update server

## Steps
${steps}
## Verification

1. Open the status page.
2. Check that the version is shown.

## Rollback

If the error rate rises above two per cent, the engineer on call decides.

1. Set the share to zero.
2. Publish the last image again.
`;

const sentences = '\nUpload the image. Open the rollout page.\nSet the share to `5.5 %` (five and a half).\n';

/** A test plan with the sections that tables stand in. */
const plan = (cases: string): string => `---
status: in-review
owner: qa-tester
---

# Test plan

## Scope

Everything that the first version promises to people who wear the watch day and night.

## Approach

By hand on three devices, and by machine for the sync service after every change.

## Test cases
${cases}
## Environment

Two watches, three phones, one laboratory.

## Pass and stop criteria

- Every must-have test passed
`;

describe(rule, () => {
  it('asks for numbered steps', () => {
    assertMarked(rule, {
      [path]: guide(
        `^^^^^^^^ info: “Steps” lacks numbered steps, at least two. Numbered; one action each, with the exact command or gesture and what you should see.\n${sentences}`,
      ),
    });
  });

  for (const [what, steps] of [
    ['a list without numbers', '\n- Upload the image.\n- Open the rollout page.\n'],
    ['a single step', '\n1. Upload the image.\n'],
  ] as const)
    it(`does not take ${what} for steps`, () => {
      assertMarked(rule, { [path]: guide(`^^^^^^^^ info: lacks numbered steps\n${steps}`) });
    });

  for (const [what, steps] of [
    ['numbered steps', '\n1. Upload the image.\n2. Open the rollout page.\n'],
    ['sub-headings as steps', '\n### Upload the image\n\nNow.\n\n### Open the page\n\nThen.\n'],
    ['a word that there is nothing', '\n<!-- Ask Mei. -->\n\nNot applicable: the service deploys itself.\n'],
  ] as const)
    it(`is content with ${what}`, () => {
      assertSilent(rule, { [path]: guide(steps) });
    });

  it('names the columns that a table lacks', () => {
    assertMarked(rule, {
      'docs/development/test-plan.md': plan(
        '^^^^^^^^^^^^^ info: “Test cases” lacks the column “Verifies” in its table\n\n| Test | Steps |\n| --- | --- |\n| TST-1 Pairing | Hold the button |\n',
      ),
    });
    assertMarked(rule, {
      'docs/development/test-plan.md': plan(
        '^^^^^^^^^^^^^ info: “Test cases” lacks a table with the columns “Test” and “Verifies”\n\nTST-1 holds the button.\n',
      ),
    });
  });

  it('takes columns in any order, in any case, with others beside them', () => {
    assertSilent(rule, {
      'docs/development/test-plan.md': plan(
        '\n| verifies | Level | TESTS |\n| - | - | - |\n| REQ-1 | unit | TST-1 |\n',
      ),
    });
  });

  it('is content when one of several tables has the columns', () => {
    assertSilent(rule, {
      'docs/development/test-plan.md': plan(
        '\n| Level | Count |\n| - | - |\n| unit | 3 |\n\n| Test | Verifies |\n| - | - |\n| TST-1 | REQ-1 |\n',
      ),
    });
  });

  it('judges prose, lists, checklists, diagrams and numbers of entries by the lifecycle', () => {
    const definition = `lifecycle: 1
extends: standard
artifacts:
  prototype-report:
    sections:
      question: { form: prose }
      what: { form: diagram }
      trial: { form: checklist }
      findings: { form: any, min: 3 }
      decision: { form: list }
`;
    const report = (parts: readonly string[]): string => `---
status: in-review
owner: designer
---

# Strap

## Question
${parts[0]}
## What was built
${parts[1]}
## Trial
${parts[2]}
## Findings
${parts[3]}
## Decision
${parts[4]}
Everybody who took part has read this report, and nobody has asked for a change of it since it was written in May.
`;
    const bad = report([
      '^^^^^^^^^^^ “Question” lacks a paragraph of text\n\n- Does it hold?\n',
      '^^^^^^^^^^^^^^^^^ “What was built” lacks a diagram\n\nA strap.\n',
      '^^^^^^^^ “Trial” lacks a checklist\n\n- Swim\n',
      '^^^^^^^^^^^ “Findings” has fewer than 3 entries\n\n- Held\n- Light\n',
      '^^^^^^^^^^^ “Decision” lacks a list\n\nGo on.\n',
    ]);
    const good = report([
      '\nDoes it hold?\n',
      '\n```mermaid\ngraph TD\n```\n',
      '\n- [x] Swim\n',
      '\n- Held\n- Light\n- Cheap\n',
      '\n| Decision |\n| --- |\n| Go on |\n\n',
    ]);
    const prototype = 'docs/development/prototypes/strap.md';
    assertMarked(rule, { 'lifecycle.yaml': definition, [prototype]: bad });
    assertSilent(rule, { 'lifecycle.yaml': definition, [prototype]: good });
  });

  it('leaves drafts, documents out of use, waived sections, empty sections and the rollback alone', () => {
    assertSilent(rule, { [path]: guide(sentences, 'draft') });
    assertSilent(rule, { [path]: guide(sentences, 'superseded') });
    assertSilent(rule, {
      [path]: guide(sentences, 'in-review\nnot_applicable: { steps: { reason: None, by: Lena } }'),
    });
    assertSilent(rule, { [path]: guide('\n<!-- Later. -->\n') });
    assertSilent(rule, { [path]: guide('\n1. A.\n2. B.\n').replace(/1\. Set.*\n2\. Publish.*/, 'Go back.') });
  });

  describe('offers', () => {
    it('to number the sentences of a paragraph', () => {
      assertFix(rule, {
        title: 'Turn the sentences into numbered steps',
        before: { [path]: guide(sentences) },
        after: {
          [path]: guide(
            '\n1. Upload the image.\n2. Open the rollout page.\n3. Set the share to `5.5 %` (five and a half).\n',
          ),
        },
      });
    });

    it('nothing where it would guess', () => {
      assert.deepEqual(fixTitles(rule, { [path]: guide('\nUpload the image, then open the page.\n') }), []);
      assert.deepEqual(fixTitles(rule, { [path]: guide('\nFirst. Second.\n\nThird. Fourth.\n') }), []);
      assert.deepEqual(fixTitles(rule, { [path]: guide('\n1. Upload the image. Open the page.\n') }), []);
      assert.deepEqual(fixTitles(rule, { [path]: guide('\n> Upload the image. Open\n> the page. Wait.\n') }), []);
    });

    it('to add missing columns to a table', () => {
      assertFix(rule, {
        title: 'Add the missing columns',
        before: {
          'docs/development/test-plan.md': plan(
            '\n| Case  | Level |  \n|-------|:-----:|\n| Pairing | unit |\n| Sync | |\n',
          ),
        },
        after: {
          'docs/development/test-plan.md': plan(
            '\n| Case  | Level | Test | Verifies |  \n|-------|:-----:| --- | --- |\n| Pairing | unit |  |  |\n| Sync | |  |  |\n',
          ),
        },
      });
    });

    it('no columns for a table whose rows do not end in a bar', () => {
      const text = plan('\nCase | Level\n--- | ---\nPairing | unit\n');
      assert.deepEqual(fixTitles(rule, { 'docs/development/test-plan.md': text }), []);
    });
  });
});
