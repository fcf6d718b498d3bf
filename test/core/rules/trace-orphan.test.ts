import assert from 'node:assert/strict';
import { assertFix, assertMarked, assertSilent, fixTitles } from '../../support/marked.ts';
import { type Files, findingsIn, passedUpTo } from '../../support/product.ts';
import { at, document, plan, requirements } from '../../support/traces.ts';

const rule = 'trace-orphan';
const near = passedUpTo('design');
const asked = requirements(
  '### REQ-1: Count steps',
  '',
  '- priority: could',
  '',
  '### REQ-3: Stairs',
  '',
  '- status: dropped',
);
const design = (...lines: readonly string[]): Files => document(at.design, `## Structure\n\n${lines.join('\n')}\n`);

describe(rule, () => {
  it('informs about tests that verify nothing', () => {
    assertMarked(rule, {
      ...asked,
      ...near,
      ...plan([
        '| TST-1 | REQ-1 | Walk |',
        '| TST-20 |  | Pay |',
        '  ^^^^^^ info: Test TST-20 verifies no requirement, specification item or risk: the next gate, “Product verified”, asks for one. Say what it is for; perhaps a requirement is missing.',
      ]),
    });
  });

  it('informs about design elements that satisfy nothing', () => {
    assertMarked(rule, {
      ...asked,
      ...near,
      ...design(
        '### DES-7: Widget',
        '    ^^^^^ info: Design element DES-7 “Widget” satisfies no requirement: the gate “Design agreed”, already passed, asks for one.',
      ),
    });
    assertSilent(rule, { ...asked, ...design('### DES-7: Widget') });
  });

  it('leaves to other rules what verifies a dropped or unknown requirement', () => {
    const files = { ...asked, ...near, ...plan(['| TST-14 | REQ-3 | Climb |', '| TST-15 | REQ-99 | Fly |']) };
    assertSilent(rule, files);
    assert.deepEqual(
      ['reference-to-retired', 'id-unknown'].map(id => findingsIn(files, id).length),
      [1, 1],
    );
  });

  it('is quiet while there are no requirements', () => {
    assertSilent(rule, { ...near, ...plan(['| TST-20 |  | Pay |']) });
  });

  describe('offers', () => {
    const before = { ...asked, ...near, ...design('### DES-7: Widget', '', 'Shows the steps of today.') };

    it('a new requirement, and says so', () => {
      assert.deepEqual(fixTitles(rule, before), [`Add requirement REQ-4 in ${at.requirements}`]);
      assertFix(rule, {
        title: `Add requirement REQ-4 in ${at.requirements}`,
        before,
        after: {
          ...requirements(
            '### REQ-1: Count steps',
            '',
            '- priority: could',
            '',
            '### REQ-3: Stairs',
            '',
            '- status: dropped',
            '',
            '### REQ-4: ‸',
          ),
          ...design('### DES-7: Widget', '', 'Shows the steps of today.', '', '- satisfies: REQ-4'),
        },
      });
    });

    it('the nearest requirement, in the empty cell of a test', () => {
      assertFix(rule, {
        title: 'Link REQ-1 “Count steps”',
        before: { ...asked, ...near, ...plan(['| TST-1 | REQ-1 | Walk |', '| TST-20 |  | Count on a treadmill |']) },
        after: plan(['| TST-1 | REQ-1 | Walk |', '| TST-20 | REQ-1 | Count on a treadmill |']),
      });
    });
  });
});
