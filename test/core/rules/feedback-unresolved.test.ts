import { assertFix, assertMarked, assertSilent } from '../../support/marked.ts';

const rule = 'feedback-unresolved';
const path = 'docs/records/feedback.yaml';
const changes = 'docs/records/changes.yaml';

const feedback = (status: string, more = '', severity = 'medium'): string =>
  `- id: FB-3\n  date: 2026-04-01\n  origin: internal\n  channel: beta\n  summary: "The pin: it came out"\n  severity: ${severity}\n  status: ${status}\n${more}`;
const change = (fields: string): string => `- { id: CHG-7, title: Pin, ${fields} }\n`;
const marked = (text: string, message: string): string => text.replace('FB-3', `FB-3\n      ^^^^ ${message}`);

describe(rule, () => {
  it('asks what resolves feedback that is called resolved', () => {
    for (const more of ['', '  resolved_by: []\n', '  resolved_by:\n'])
      assertMarked(rule, {
        [path]: marked(
          feedback('resolved', more),
          'warning: FB-3 is called resolved, but no change or requirement resolves it.',
        ),
      });
  });

  it('takes an id that does not exist, or a change that was rejected, for nothing', () => {
    const text = feedback(
      'resolved',
      '  resolved_by: CHG-7\n               ^^^^^ but what it names does not exist or is out of use\n',
    );
    assertMarked(rule, { [path]: text });
    assertMarked(rule, { [path]: text, [changes]: change('status: rejected') });
  });

  it('is content with a link from either side', () => {
    assertSilent(rule, {
      [path]: feedback('resolved', '  resolved_by: [CHG-7]\n'),
      [changes]: change('status: verified'),
    });
    assertSilent(rule, { [path]: feedback('resolved'), [changes]: change('resolves: FB-3, status: verified') });
  });

  it('asks for the reason when feedback is declined', () => {
    const text = feedback('declined');
    assertMarked(rule, {
      [path]: `${text}          ^^^^^^^^ warning: FB-3 is declined without a reason.\n`,
    });
    assertSilent(rule, { [path]: feedback('declined', '  reason: Steps differ\n') });
  });

  it('does not let serious feedback lie', () => {
    assertMarked(rule, {
      [path]: `${feedback('planned', '', 'high')}          ^^^^^^^ warning: FB-3 is of high severity and open for 75 days; it should be resolved or declined within 60 days.\n`,
    });
    assertSilent(rule, { [path]: feedback('planned') });
    assertSilent(rule, { [path]: feedback('duplicate', '', 'high') });
    assertSilent(rule, { [path]: feedback('planned', '', 'high').replace('2026-04-01', '2026-04-16') });
  });

  it('is silent where the lifecycle asks for no link', () => {
    assertSilent(rule, {
      'lifecycle.yaml': 'lifecycle: 1\nextends: standard\ncoverage: { t-fb-resolved: null }\n',
      [path]: feedback('resolved'),
    });
  });

  it('offers the change that names it, an empty field, or a change made of it', () => {
    const known = change('source: FB-3, status: approved');
    assertFix(rule, {
      title: 'Resolved by CHG-7',
      before: { [path]: feedback('resolved'), [changes]: known },
      after: { [path]: feedback('resolved', '  resolved_by: CHG-7\n') },
    });
    assertFix(rule, {
      title: 'Add “resolved_by”',
      before: { [path]: feedback('resolved') },
      after: { [path]: feedback('resolved', '  resolved_by: ‸\n') },
    });
    assertFix(rule, {
      title: 'Record a change for it, and set it to “planned”',
      before: { [path]: feedback('resolved', '  resolved_by: []\n'), [changes]: change('status: approved') },
      after: {
        [path]: feedback('planned', '  resolved_by: CHG-8\n'),
        [changes]: `${change('status: approved')}- id: CHG-8\n  title: "The pin: it came out"\n  phase: development\n  source: FB-3\n  status: proposed\n  kind: ‸\n  affects: ‸\n  date: ‸\n`,
      },
    });
    assertFix(rule, {
      title: 'Add “reason”',
      before: { [path]: feedback('declined') },
      after: { [path]: feedback('declined', '  reason: ‸\n') },
    });
  });
});
