import assert from 'node:assert/strict';
import { assertFix, assertMarked, assertSilent, fixTitles } from '../../support/marked.ts';
import { passedUpTo } from '../../support/product.ts';
import { at, definition, document, requirements } from '../../support/traces.ts';

const rule = 'requirement-without-source';
const research = document(
  at.research,
  '## Customer needs\n\n- **NEED-1** — I want to sleep well.\n- **NEED-2** — I want peace.\n',
);

describe(rule, () => {
  it('informs about requirements without a source', () => {
    assertMarked(rule, {
      ...research,
      ...requirements(
        '### REQ-11: Dark mode',
        '    ^^^^^^ info: Requirement REQ-11 “Dark mode” names no source: the next gate, “Concept agreed”, asks for one.',
        '',
        '- priority: could',
        '',
        '### REQ-12: Sleep',
        '',
        '- source: NEED-1',
      ),
    });
  });

  for (const source of ['NEED-1', '[NEED-1, NEED-2]', 'PAY-17', '#12', 'https://tracker.example/42'])
    it(`takes “${source}” for a source`, () => {
      assertSilent(rule, { ...research, ...requirements('### REQ-1: Sleep', '', `- source: ${source}`) });
    });

  it('takes words for none, and an unknown need for the business of another rule', () => {
    assertMarked(rule, {
      ...research,
      ...requirements('### REQ-1: Sleep', '    ^^^^^ names no source', '', '- source: the boss'),
    });
    assertSilent(rule, { ...research, ...requirements('### REQ-1: Sleep', '', '- source: NEED-9') });
  });

  it('does not ask what was dropped, and asks of a later version later', () => {
    assertSilent(rule, {
      ...definition(),
      ...research,
      ...requirements('### REQ-1: Sleep', '', '- status: dropped', '', '### REQ-2: Pay', '', '- version: 2.0.0'),
    });
  });

  it('is quiet in a draft until the gate is passed', () => {
    const draft = document(at.requirements, '## Functional requirements\n\n### REQ-1: Sleep\n', 'draft');
    assertSilent(rule, { ...research, ...draft });
    assertMarked(rule, {
      ...research,
      ...document(at.requirements, '## Functional requirements\n\n### REQ-1: Sleep\n    ^^^^^ info: REQ-1\n', 'draft'),
      ...passedUpTo('concept'),
    });
  });

  describe('offers', () => {
    const before = { ...research, ...requirements('### REQ-1: Sleep tracking', '', '- priority: must') };

    it('the nearest needs, in a line like those that are there', () => {
      assert.deepEqual(fixTitles(rule, before), [
        'Link NEED-1 “I want to sleep well.”',
        `Add need NEED-3 in ${at.research}`,
      ]);
      assertFix(rule, {
        title: 'Link NEED-1 “I want to sleep well.”',
        before,
        after: requirements('### REQ-1: Sleep tracking', '', '- priority: must', '- source: NEED-1'),
      });
    });

    it('a new need, in the style of its list', () => {
      assertFix(rule, {
        title: `Add need NEED-3 in ${at.research}`,
        before,
        after: {
          ...requirements('### REQ-1: Sleep tracking', '', '- priority: must', '- source: NEED-3'),
          [at.research]: (research[at.research] ?? '').replace('peace.\n', 'peace.\n- **NEED-3** — ‸\n'),
        },
      });
    });
  });
});
