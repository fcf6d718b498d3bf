import assert from 'node:assert/strict';
import { assertFix, assertMarked, assertSilent, fixTitles } from '../../support/marked.ts';
import { type Files, findingsIn, passedUpTo } from '../../support/product.ts';
import { at, definition, document, plan, requirements } from '../../support/traces.ts';

const rule = 'requirement-untested';
const untested = requirements(
  '### REQ-1: Steps',
  '',
  '- priority: must',
  '',
  '### REQ-8: Export of data',
  '',
  '- priority: should',
);
const tests = plan(['| TST-1 | REQ-1 | Walk |']);
const marked = (severity: string, product: Files = untested): Files => ({
  ...product,
  [at.requirements]: (product[at.requirements] ?? '').replace(
    '### REQ-8: Export of data',
    `### REQ-8: Export of data\n    ^^^^^ ${severity}`,
  ),
});

describe(rule, () => {
  it('is a warning before the gate and an error behind it', () => {
    assertMarked(rule, {
      ...marked(
        'warning: Requirement REQ-8 “Export of data” is verified by no test: the next gate, “Product verified”, needs one.',
      ),
      ...tests,
      ...passedUpTo('design'),
    });
    assertMarked(rule, {
      ...marked('error: the gate “Product verified”, already passed, needs one'),
      ...tests,
      ...passedUpTo('verification'),
    });
  });

  it('says nothing before that gate is near', () => {
    assertSilent(rule, { ...untested, ...tests, ...passedUpTo('concept') });
  });

  it('asks for tests of must and should only, of what is neither dropped nor for later', () => {
    assertSilent(rule, {
      ...definition(),
      ...requirements(
        '### REQ-1: Steps\n\n- priority: must\n',
        '### REQ-2: Dark\n\n- priority: could\n',
        '### REQ-3: Stairs\n\n- priority: must\n- status: dropped\n',
        '### REQ-4: Payment\n\n- priority: must\n- version: 2.0.0',
      ),
      ...tests,
      ...passedUpTo('verification'),
    });
  });

  it('is quiet while the test plan is missing, out of use or only begun', () => {
    assertSilent(rule, { ...untested, ...passedUpTo('design') });
    for (const status of ['superseded', 'draft'])
      assertSilent(rule, { ...untested, ...plan(['| TST-1 | REQ-1 | Walk |'], status), ...passedUpTo('design') });
    assertMarked(rule, {
      ...marked('error: REQ-8'),
      ...plan(['| TST-1 | REQ-1 | Walk |'], 'draft'),
      ...passedUpTo('verification'),
    });
  });

  it('leaves drafts of requirements alone until a gate that is passed needs them', () => {
    const draft = { [at.requirements]: (untested[at.requirements] ?? '').replace('in-review', 'draft') };
    assertSilent(rule, { ...definition('horizon: launch\n'), ...draft, ...tests });
    assertMarked(rule, { ...marked('warning: REQ-8', draft), ...tests, ...passedUpTo('design') });
  });

  it('does not say again what is wrong with the id of a test', () => {
    const said = requirements('### REQ-1: Steps', '', '- priority: must', '- verified by: TST-99');
    const files = { ...said, ...plan(['| TST-1 | REQ-2 | Walk |']), ...passedUpTo('verification') };
    assertSilent(rule, files);
    assert.equal(findingsIn(files, 'id-unknown').length, 2);
  });

  it('is said once, on the plan, when no test says what it verifies', () => {
    const files = {
      ...untested,
      ...plan([`| TST-1 |  | ${'Walk on and on. '.repeat(12)} |`]),
      ...passedUpTo('design'),
    };
    assertSilent(rule, files);
    assert.equal(findingsIn(files, 'test-plan-covers-nothing').length, 1);
  });

  it('does not count tests in a plan that was replaced', () => {
    assertMarked(rule, {
      ...marked('error: REQ-8'),
      ...tests,
      'docs/development/old-test-plan.md':
        '---\ntype: test-plan\nstatus: superseded\nowner: Ana\n---\n\n# Test plan\n\n## Test cases\n\n| Test | Verifies |\n| --- | --- |\n| TST-2 | REQ-8 |\n',
      ...passedUpTo('verification'),
    });
  });

  it('of a completed phase judges only what is aimed at the version being made, as a warning', () => {
    const old = requirements('### REQ-7: Sync', '', '- priority: must');
    assertSilent(rule, { ...definition(), ...old, ...tests, ...passedUpTo('handoff') });
    assertMarked(rule, {
      ...definition(),
      ...requirements('### REQ-7: Sync\n    ^^^^^ warning: REQ-7', '', '- priority: must', '- version: 1.0.0'),
      ...tests,
      ...passedUpTo('handoff'),
    });
  });

  it('speaks in the words of another coverage rule', () => {
    const more = `coverage:
  t-need:
    every: NEED
    link: verified-by
    to: [TST]
    from-gate: verification
    rule: requirement-untested
links:
  verifies: { to: [REQ, NEED] }
  checks: { from: [TST], to: [NEED], inverse: checked-by }
`;
    const needs = document(
      at.research,
      '## Customer needs\n\n- **NEED-1**: I want to sleep.\n    ^^^^^^ Need NEED-1 “I want to sleep.” is verified\n',
    );
    assertMarked(rule, {
      ...definition(more),
      ...needs,
      ...tests,
      ...requirements('### REQ-1: Steps'),
      ...passedUpTo('design'),
    });
    assertMarked(rule, {
      ...definition(
        more
          .replace('link: verified-by', 'link: checked-by')
          .replace('from-gate', 'say: Every need is checked\n    from-gate'),
      ),
      ...document(
        at.research,
        '## Customer needs\n\n- **NEED-1**: I want to sleep.\n    ^^^^^^ has no link “checked by” to a test: the next gate, “Product verified”, needs one. Every need is checked.\n',
      ),
      ...tests,
      ...requirements('### REQ-1: Steps'),
      ...passedUpTo('design'),
    });
  });

  describe('offers', () => {
    it('a row with the next free id in the test plan', () => {
      assertFix(rule, {
        title: `Add test TST-6 in ${at.plan}`,
        before: {
          ...untested,
          ...plan(['| TST-1 | REQ-1 | Walk |', '| TST-5 | REQ-1 | Run |']),
          ...passedUpTo('design'),
        },
        after: plan(['| TST-1 | REQ-1 | Walk |', '| TST-5 | REQ-1 | Run |', '| TST-6 | REQ-8 | ‸ |']),
      });
    });

    it('a row in the style of an aligned table', () => {
      const table = (last: string): Files =>
        document(
          at.plan,
          `## Test cases\n\n  | Test  | Verifies | Method |\n  | ----- | -------- | ------ |\n  | TST-1 | REQ-1    | Walk   |\n${last}\nText\n`,
        );
      assertFix(rule, {
        title: `Add test TST-2 in ${at.plan}`,
        before: { ...untested, ...table(''), ...passedUpTo('design') },
        after: table('  | TST-2 | REQ-8    | ‸       |\n'),
      });
    });

    it('the tests whose words are nearest', () => {
      const files = {
        ...untested,
        ...plan(['| TST-1 | REQ-1 | Walk |', '| TST-2 | REQ-1 | Export a year of data |']),
        ...passedUpTo('design'),
      };
      assert.deepEqual(fixTitles(rule, files), [`Add test TST-3 in ${at.plan}`, 'Link TST-2']);
      assertFix(rule, {
        title: 'Link TST-2',
        before: files,
        after: plan(['| TST-1 | REQ-1 | Walk |', '| TST-2 | REQ-1, REQ-8 | Export a year of data |']),
      });
    });
  });
});
