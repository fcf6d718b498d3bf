import { assertFix, assertMarked, assertSilent } from '../../support/marked.ts';
import { type Files, passedUpTo } from '../../support/product.ts';
import { at, definition, document, plan, report } from '../../support/traces.ts';

const rule = 'test-failure-unhandled';
const base = { ...definition(), ...passedUpTo('design'), ...plan(['| TST-9 | REQ-2 | Pair |']) };
const failed = (result = 'fail', known?: string): Files => report([`| TST-9 | ${result} |`], known);

const change = (fields: string, title = 'Mend pairing'): Files => ({
  [at.changes]: `- id: CHG-3\n  title: ${title}\n  phase: development\n  ${fields}\n`,
});

describe(rule, () => {
  it('is an error once the gate is next, with the result as it is written', () => {
    assertMarked(rule, {
      ...base,
      ...report([
        '| TST-9 | **Failed** twice |',
        '  ^^^^^ error: Test TST-9 says “Failed twice”, and neither a change nor a known issue says what is done: the next gate, “Product verified”, needs an answer.',
      ]),
    });
    assertMarked(rule, {
      ...base,
      ...passedUpTo('verification'),
      ...report(['| TST-9 | blocked |', '  ^^^^^ error: “blocked”']),
    });
    assertSilent(rule, { ...base, ...passedUpTo('concept'), ...failed() });
  });

  it('is a warning once the phase is complete', () => {
    assertMarked(rule, {
      ...base,
      ...passedUpTo('handoff'),
      ...report(['| TST-9 | fail |', '  ^^^^^ warning: TST-9']),
    });
  });

  for (const result of ['pass', 'passed after a retry', 'skipped', 'not run', '', '✅'])
    it(`has no objection to “${result}”`, () => {
      assertSilent(rule, { ...base, ...failed(result) });
    });

  it('is content with a change that names the test', () => {
    assertSilent(rule, { ...base, ...failed(), ...change('affects: [TST-9]') });
    assertSilent(rule, { ...base, ...failed(), ...change('reason: TST-9 fails on old phones') });
    assertSilent(rule, { ...base, ...failed('fail, see CHG-3'), ...change('affects: [REQ-2]') });
  });

  it('is not content with a change that is rejected, without a title, or of an earlier version', () => {
    const marked = report(['| TST-9 | fail |', '  ^^^^^ TST-9']);
    for (const fields of ['affects: [TST-9]\n  status: rejected', 'affects: [TST-9]\n  version: 0.9.0'])
      assertMarked(rule, { ...base, ...marked, ...change(fields) });
    assertMarked(rule, { ...base, ...marked, ...change('affects: [TST-9]', '') });
    assertSilent(rule, { ...base, ...failed(), ...change('affects: [TST-9]\n  version: 1.0.0') });
  });

  it('is content with a known issue that says something', () => {
    assertSilent(rule, { ...base, ...failed('fail', '- TST-9: fails on old phones.') });
    assertSilent(rule, { ...base, ...failed('fail', 'Old phones do not pair (TST-9).') });
    const notes = (line: string): Files =>
      document(at.notes, `## Known issues\n\n${line}\n`, 'draft', 'version: 1.0.0\n');
    assertSilent(rule, { ...base, ...failed(), ...notes('- Old phones need two attempts. <!-- covers: TST-9 -->') });
    assertMarked(rule, {
      ...base,
      ...report(['| TST-9 | fail |', '  ^^^^^ TST-9'], '- TST-9:'),
      ...notes('- <!-- covers: TST-9 -->'),
    });
  });

  it('leaves a report alone that is only begun, and one of another version', () => {
    assertSilent(rule, { ...base, ...report(['| TST-9 | fail |'], 'None.', 'draft') });
    assertSilent(rule, {
      ...base,
      'docs/development/test-reports/0.9.0.md': (failed()[at.report] ?? '').replace('1.0.0', '0.9.0'),
    });
  });

  it('reads the newest report when the version is not known, and the last row of a test', () => {
    const { 'lifecycle.yaml': _, ...unversioned } = base;
    const older = { 'docs/development/test-reports/0.9.0.md': (failed()[at.report] ?? '').replace('1.0.0', '0.9.0') };
    assertSilent(rule, { ...unversioned, ...older, ...failed('pass') });
    assertSilent(rule, { ...base, ...report(['| TST-9 | fail |', '| TST-9 | pass |']) });
  });

  describe('offers', () => {
    it('a change, whose title is left to be said', () => {
      const entry = '- id: CHG-1\n  title: Old\n';
      assertFix(rule, {
        title: `Add change CHG-2 in ${at.changes}`,
        before: { ...base, ...failed(), [at.changes]: entry },
        after: {
          [at.changes]: `${entry}- id: CHG-2\n  kind: fix\n  status: proposed\n  phase: development\n  affects: [TST-9]\n  title: ‸\n  date: ‸\n`,
        },
      });
    });

    it('a known issue in the report', () => {
      assertFix(rule, {
        title: `Add TST-9 to the known issues in ${at.report}`,
        before: { ...base, ...failed('fail', '- The cradle is loose.') },
        after: failed('fail', '- The cradle is loose.\n- TST-9: ‸'),
      });
    });

    it('a known issue in the release notes, where the id stays out of sight', () => {
      const notes = (line: string): Files =>
        document(at.notes, `## Known issues\n\n- The cradle is loose.\n${line}`, 'draft', 'version: 1.0.0\n');
      assertFix(rule, {
        title: `Add TST-9 to the known issues in ${at.notes}`,
        before: { ...base, ...failed(), ...notes('') },
        after: notes('- ‸ <!-- covers: TST-9 -->\n'),
      });
    });
  });
});
