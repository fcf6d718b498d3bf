import { assertFix, assertMarked, assertSilent } from '../../support/marked.ts';
import { type Files, passedUpTo } from '../../support/product.ts';
import { at, definition, plan, report } from '../../support/traces.ts';

const rule = 'test-result-missing';
const near = passedUpTo('design');
const tests = (mark = ''): Files =>
  plan(['| TST-1 | REQ-1 | Walk |', '| TST-2 | REQ-1 | Run |', ...(mark === '' ? [] : [`  ^^^^^ ${mark}`])]);

describe(rule, () => {
  it('marks the test in the plan, by the distance of the gate', () => {
    const words = 'Test TST-2 has no result in the test report: the next gate, “Product verified”, needs one.';
    assertMarked(rule, { ...definition(), ...near, ...tests(`warning: ${words}`), ...report(['| TST-1 | pass |']) });
    assertMarked(rule, {
      ...definition(),
      ...passedUpTo('verification'),
      ...tests('error: already passed'),
      ...report(['| TST-1 | pass |']),
    });
    assertSilent(rule, { ...definition(), ...passedUpTo('concept'), ...tests(), ...report(['| TST-1 | pass |']) });
  });

  it('takes any word for a result, and an empty cell for none', () => {
    assertSilent(rule, {
      ...definition(),
      ...near,
      ...tests(),
      ...report(['| TST-1 | pass |', '| TST-2 | skipped |']),
    });
    assertMarked(rule, {
      ...definition(),
      ...near,
      ...tests(),
      ...report([
        '| TST-1 | pass |',
        '| TST-2 |  |',
        '  ^^^^^ warning: Test TST-2 has a row in the test report, but no result: the next gate',
      ]),
    });
  });

  it('looks into the report of the version being made only', () => {
    const old = {
      'docs/development/test-reports/0.9.0.md': (report(['| TST-2 | pass |'])[at.report] ?? '').replace(
        '1.0.0',
        '0.9.0',
      ),
    };
    assertMarked(rule, { ...definition(), ...near, ...tests('TST-2'), ...old, ...report(['| TST-1 | pass |']) });
    assertSilent(rule, { ...definition(), ...near, ...tests(), ...old });
  });

  it('is quiet while there is no report, or one that is only begun', () => {
    assertSilent(rule, { ...definition(), ...near, ...tests() });
    assertSilent(rule, { ...definition(), ...near, ...tests(), ...report(['| TST-1 | pass |'], 'None.', 'draft') });
  });

  it('leaves the tests of a completed phase alone, but for those of what is made now', () => {
    const files = { ...definition(), ...passedUpTo('handoff'), ...report(['| TST-1 | pass |']) };
    assertSilent(rule, { ...files, ...tests() });
    assertMarked(rule, {
      ...files,
      ...tests('warning: TST-2'),
      ...report(['| TST-1 | pass |']),
      [at.requirements]:
        '---\nstatus: approved\nowner: Ana\n---\n\n# Requirements\n\n## Functional requirements\n\n### REQ-1: Steps\n\n- version: 1.0.0\n',
    });
  });

  it('offers a row whose result is left to whoever ran the test', () => {
    const before = { ...definition(), ...near, ...tests(), ...report(['| TST-1 | pass |']) };
    const after = report(['| TST-1 | pass |', '| TST-2 | ‸ |']);
    assertFix(rule, { title: `Add a row for TST-2 in ${at.report}`, before, after });
  });
});
