import { assertFix, assertMarked, assertSilent } from '../../support/marked.ts';

const rule = 'feedback-untriaged';
const path = 'docs/records/feedback.yaml';

const feedback = (date: string, status = 'new'): string =>
  `- id: FB-8\n  date: ${date}\n  origin: external\n  channel: support\n  version: 0.9.0\n  summary: Grey\n  severity: low\n  status: ${status}\n`;

describe(rule, () => {
  it('counts the days from the one after which the limit has passed', () => {
    assertMarked(rule, {
      [path]: `${feedback('2026-05-31')}          ^^^ warning: FB-8 is new since 2026-05-31, for 15 days now; it should be looked at within 14 days.\n`,
    });
    assertSilent(rule, { [path]: feedback('2026-06-01') });
  });

  it('leaves other states, and entries without a day, alone', () => {
    for (const status of ['triaged', 'planned', 'declined', ''])
      assertSilent(rule, { [path]: feedback('2026-01-01', status) });
    assertSilent(rule, { [path]: feedback('31/02/2026') });
    assertSilent(rule, { [path]: feedback('') });
  });

  it('takes the limit from the lifecycle, and has none where it names none', () => {
    const limits = (text: string): string =>
      `lifecycle: 1\nextends: standard\nrecords: { feedback-log: { limits: { triage-within: ${text} } } }\n`;
    assertMarked(rule, {
      'lifecycle.yaml': limits('3 days'),
      [path]: `${feedback('2026-06-10')}          ^^^ for 5 days now; it should be looked at within 3 days\n`,
    });
    assertSilent(rule, { 'lifecycle.yaml': limits('null'), [path]: feedback('2026-01-01') });
  });

  it('offers to triage it, or to decline it with a reason that a person writes', () => {
    const before = feedback('2026-05-20');
    assertFix(rule, {
      title: 'Set the status to “triaged”',
      before: { [path]: before },
      after: { [path]: feedback('2026-05-20', 'triaged') },
    });
    assertFix(rule, {
      title: 'Decline it, with the reason to be filled in',
      before: { [path]: before },
      after: { [path]: `${feedback('2026-05-20', 'declined')}  reason: ‸\n` },
    });
  });
});
