import { assertFix, assertMarked, assertSilent } from '../../support/marked.ts';

const rule = 'change-unapproved';
const path = 'docs/records/changes.yaml';

const change = (status: string, ...more: readonly string[]): string =>
  ['- id: CHG-6', 'title: Remind', 'phase: deployment', 'date: 2026-06-10', `status: ${status}`, ...more]
    .join('\n  ')
    .concat('\n');
const marked = (text: string, status: string, message: string): string =>
  text.replace(`status: ${status}`, `status: ${status}\n          ${'^'.repeat(status.length)} ${message}`);

describe(rule, () => {
  it('is an error once the change is made, and a warning before', () => {
    for (const status of ['implemented', 'deployed', 'verified', 'rolled-back'])
      assertMarked(rule, {
        [path]: marked(change(status), status, `error: CHG-6 is ${status}, but names nobody who approved it.`),
      });
    assertMarked(rule, {
      [path]: marked(change('approved'), 'approved', 'warning: CHG-6 is approved, but names nobody who approved it.'),
    });
    for (const status of ['proposed', 'rejected']) assertSilent(rule, { [path]: change(status) });
  });

  it('marks a field that is there and blank, and is content with a name', () => {
    assertMarked(rule, { [path]: change('deployed', 'approved_by:\n  ^^^^^^^^^^^ names nobody') });
    assertSilent(rule, { [path]: change('deployed', 'approved_by: Ana') });
  });

  it('gives an emergency five days', () => {
    const text = change('deployed', 'class: emergency');
    assertSilent(rule, { [path]: text });
    assertSilent(rule, { [path]: text }, '2026-06-15');
    assertMarked(
      rule,
      { [path]: marked(text, 'deployed', 'error: even an emergency is approved within 5 days') },
      '2026-06-16',
    );
    assertMarked(rule, {
      'lifecycle.yaml':
        'lifecycle: 1\nextends: standard\nrecords: { change-log: { limits: { approve-emergency-within: 2 days } } }\n',
      [path]: marked(text, 'deployed', 'within 2 days'),
    });
  });

  it('offers an empty name, and the emergency while that helps', () => {
    assertFix(rule, {
      title: 'Add “approved_by”',
      before: { [path]: change('deployed') },
      after: { [path]: change('deployed', 'approved_by: ‸') },
    });
    assertFix(rule, {
      title: 'Set the class to “emergency”',
      before: { [path]: change('deployed', 'class: normal') },
      after: { [path]: change('deployed', 'class: emergency') },
    });
  });
});
