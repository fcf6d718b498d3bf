import assert from 'node:assert/strict';
import { assertFix, assertMarked, assertSilent, fixTitles } from '../../support/marked.ts';

const rule = 'waiver-invalid';
const path = 'docs/development/ux-design.md';

const page = (waiver: string, status = 'draft'): string =>
  `---\nstatus: ${status}\nowner: Tom\nnot_applicable: ${waiver}\n---\n\n# Screens\n`;

const marks = (message: string): string => `\n^^^^^^^^^^^^^^ ${message}\n---\n\n# Screens`;

describe(rule, () => {
  it('says what a waiver of a document lacks', () => {
    assertMarked(rule, {
      [path]: page('{ reason: "", by: Tom }').replace(
        '\n---\n\n# Screens',
        marks('warning: The waiver of “ux-design” gives no reason, so it has no effect. Complete it, or remove it.'),
      ),
    });
    for (const [waiver, message] of [
      ['{ reason: No screen }', 'names nobody who decided it, so'],
      ['{ reason: No screen, by: Tom, until: 2026-06-14 }', 'ended on 2026-06-14, so'],
      ['{ reason: No screen, by: Tom, until: soon }', 'has no valid end date (“soon”), so'],
      ['{ reason: , by: , until: }', 'gives no reason and names nobody who decided it, so'],
      ['true', 'gives no reason and names nobody who decided it, so'],
      ['', 'gives no reason and names nobody who decided it, so'],
    ] as const)
      assertMarked(rule, { [path]: page(waiver).replace('\n---\n\n# Screens', marks(message)) });
  });

  it('is content with a waiver that holds to the end of its last day', () => {
    assertSilent(rule, { [path]: page('{ reason: No screen, by: Tom }') });
    assertSilent(rule, { [path]: page('{ reason: No screen, by: Tom, until: 2026-06-15 }') });
    assertMarked(
      rule,
      {
        [path]: page('{ reason: No screen, by: Tom, until: 2026-06-15 }').replace('\n---\n\n# Screens', marks('ended')),
      },
      '2026-06-16',
    );
  });

  it('marks the section whose waiver is wrong', () => {
    assertMarked(rule, {
      [path]: `---
status: draft
owner: Tom
not_applicable:
  flows: { reason: One button, by: Tom }
  access: { reason: One button }
  ^^^^^^ The waiver of “access” names nobody who decided it
---
`,
    });
  });

  it('is said once for a file of two types', () => {
    assertMarked(rule, {
      'docs/both.md': page('true\n^^^^^^^^^^^^^^ gives no reason').replace(
        'status',
        'type: [ux-design, roadmap]\nstatus',
      ),
    });
  });

  it('leaves documents out of use alone', () => {
    assertSilent(rule, { [path]: page('true', 'retired') });
  });

  it('reads the waivers of the definition', () => {
    assertMarked(rule, {
      'lifecycle.yaml': `
lifecycle: 1
extends: standard
waive:
  roadmap: { reason: One version only, by: Ana }
  user-manual: { reason: It explains itself, by: Ana, until: 2026-01-01 }
  ^^^^^^^^^^^ The waiver of “user-manual” ended on 2026-01-01
`,
    });
  });

  it('reads the waivers in the gate log', () => {
    assertMarked(rule, {
      'docs/records/gates.yaml': `
- gate: concept
  decision: go
  date: 2026-02-12
  waived:
    - { criterion: c-metrics, reason: Pilot, by: Sara }
    - { criterion: c-risks, by: Sara }
      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ The waiver of “c-risks” gives no reason
`,
    });
  });

  it('makes room for what a waiver lacks', () => {
    assertFix(rule, {
      title: 'Fill in what the waiver lacks',
      before: { [path]: page('{ reason: "", until: 2099-01-01 }') },
      after: { [path]: page('{ reason: ‸, until: 2099-01-01, by: ‸ }') },
    });
    const definition = 'lifecycle: 1\nextends: standard\nwaive:\n  roadmap:\n    reason: One version only';
    assertFix(rule, {
      title: 'Fill in what the waiver lacks',
      before: { 'lifecycle.yaml': `${definition}\n` },
      after: { 'lifecycle.yaml': `${definition}\n    by: ‸\n` },
    });
  });

  it('leaves the end of a waiver to people', () => {
    assert.deepEqual(fixTitles(rule, { [path]: page('{ reason: None, by: Tom, until: 2026-01-01 }') }), [
      'Remove the waiver',
    ]);
  });

  it('removes a waiver, with what would be empty around it', () => {
    const title = 'Remove the waiver';
    assertFix(rule, {
      title,
      before: { [path]: page('{ reason: "", by: Tom }') },
      after: { [path]: page('{ reason: "", by: Tom }').replace(/not_applicable.*\n/, '') },
    });
    assertFix(rule, {
      title,
      before: { [path]: page('\n  flows: { reason: One button, by: Tom }\n  access: { by: Tom }') },
      after: { [path]: page('\n  flows: { reason: One button, by: Tom }') },
    });
    assertFix(rule, {
      title,
      before: { [path]: page('\n  access: { by: Tom }') },
      after: { [path]: page('').replace(/not_applicable.*\n/, '') },
    });
    assertFix(rule, {
      title,
      before: { 'lifecycle.yaml': 'lifecycle: 1\nextends: standard\nwaive:\n  roadmap: { by: Ana }\n' },
      after: { 'lifecycle.yaml': 'lifecycle: 1\nextends: standard\n' },
    });
    const log = '- gate: concept\n  decision: go\n  waived: [{ criterion: c-metrics, reason: Pilot, by: Sara }';
    assertFix(rule, {
      title,
      before: { 'docs/records/gates.yaml': `${log}, { criterion: c-risks, by: Sara }]\n` },
      after: { 'docs/records/gates.yaml': `${log}]\n` },
    });
  });
});
