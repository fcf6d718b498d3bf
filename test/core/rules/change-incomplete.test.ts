import { assertFix, assertMarked, assertSilent } from '../../support/marked.ts';

const rule = 'change-incomplete';
const path = 'docs/records/changes.yaml';

const change = (...fields: readonly string[]): string =>
  ['- id: CHG-8', 'title: Tweak', 'date: 2026-06-03', ...fields].join('\n  ').concat('\n');
const marked = (text: string, message: string): string => text.replace('CHG-8', `CHG-8\n      ^^^^^ ${message}`);
const whole = ['phase: development', 'status: proposed', 'reason: It breaks off', 'affects: [ux-design]'];

describe(rule, () => {
  it('names all that a change lacks, in one finding', () => {
    assertMarked(rule, {
      [path]: marked(
        change('phase: development', 'status: proposed'),
        'info: CHG-8 names neither source nor reason and does not say what it affects.',
      ),
    });
  });

  it('asks for the way back of a change that goes live and is not routine', () => {
    const live = (kind: string): string => change(...whole, `class: ${kind}`).replace('development', 'deployment');
    assertMarked(rule, { [path]: marked(live('normal'), 'CHG-8 does not say how it is undone.') });
    assertMarked(rule, { [path]: marked(live('emergency'), 'CHG-8 does not say how it is undone.') });
    assertSilent(rule, { [path]: live('standard') });
    assertSilent(rule, { [path]: live('normal').concat('  rollback: Take it back\n') });
  });

  it('is content with a source, a reason, an outside id, or a link from the words of the lifecycle', () => {
    assertSilent(rule, { [path]: change(...whole) });
    for (const source of ['FB-9', 'JIRA-12', '[REQ-1]'])
      assertSilent(rule, { [path]: change(...whole).replace('reason: It breaks off', `source: ${source}`) });
    assertSilent(rule, {
      [path]: change(...whole).replace('reason: It breaks off', 'reason: ""\n  resolves: FB-9'),
      'docs/records/feedback.yaml': '- { id: FB-9 }\n',
      'lifecycle.yaml':
        'lifecycle: 1\nextends: standard\nrecords: { change-log: { fields: { reason: { required: false } } } }\n',
    });
  });

  it('leaves rejected changes and lines of a changelog alone', () => {
    assertSilent(rule, { [path]: change('phase: development', 'status: rejected') });
    assertSilent(rule, { 'CHANGELOG.md': '# Changelog\n\n## 1.0.0 - 2026-05-01\n\n- CHG-1 Fetch nights\n' });
  });

  it('asks for the source that the lifecycle asks for', () => {
    assertMarked(rule, {
      'lifecycle.yaml': 'lifecycle: 1\nextends: standard\ncoverage: { t-chg-reason: { link: resolves, to: [FB] } }\n',
      [path]: marked(change(...whole), 'CHG-8 names neither source nor reason'),
    });
  });

  it('offers the fields, left empty', () => {
    assertFix(rule, {
      title: 'Add “reason” and “affects”',
      before: { [path]: change('phase: development', 'status: proposed') },
      after: { [path]: change('phase: development', 'status: proposed', 'reason: ‸', 'affects: ‸') },
    });
  });
});
