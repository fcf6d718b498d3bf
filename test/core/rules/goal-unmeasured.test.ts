import assert from 'node:assert/strict';
import { assertFix, assertMarked, assertSilent, fixTitles } from '../../support/marked.ts';
import { type Files, passedUpTo } from '../../support/product.ts';
import { at, document } from '../../support/traces.ts';

const rule = 'goal-unmeasured';
const metrics: Files = { [at.metrics]: '- id: MET-4\n  title: Buyers who wear it on the thirtieth day\n' };
const goals = (...lines: readonly string[]): Files => document(at.brief, `## Goals\n\n${lines.join('\n')}\n`);
const worn = '- Be worn, not owned (MET-4).';

describe(rule, () => {
  it('informs about goals that name no metric', () => {
    assertMarked(rule, {
      ...metrics,
      ...goals(
        worn,
        '- Be the first choice',
        '  ^^^^^^^^^^^^^^^^^^^ info: “Be the first choice” has no metric: the next gate, “Concept agreed”, asks for one. Name the metric',
      ),
    });
  });

  it('reads tables as well, and takes an unknown metric for the business of another rule', () => {
    assertMarked(rule, {
      ...metrics,
      ...document(
        at.brief,
        '## Goals\n\n| Goal | Metric |\n| --- | --- |\n| Be worn | MET-4 |\n| Be loved |  |\n  ^^^^^^^^ “Be loved” has no metric\n| Be known | MET-99 |\n',
      ),
    });
  });

  it('is quiet while there are no metrics, and in a draft until the gate is passed', () => {
    assertSilent(rule, goals('- Be the first choice'));
    assertSilent(rule, { ...goals('- Be the first choice'), [at.metrics]: '[]\n' });
    const draft = document(at.brief, '## Goals\n\n- Be first\n', 'draft');
    assertSilent(rule, { ...metrics, ...draft });
    assertMarked(rule, {
      ...metrics,
      ...document(at.brief, '## Goals\n\n- Be first\n  ^^^^^^^^ info: Be first\n', 'draft'),
      ...passedUpTo('concept'),
    });
  });

  it('leaves the goals of a completed phase alone', () => {
    assertSilent(rule, { ...metrics, ...goals('- Be first'), ...passedUpTo('handoff') });
  });

  describe('offers', () => {
    it('a metric, whose numbers are left to be said, and a starter', () => {
      const before = { ...metrics, ...goals(worn, '- Please people: high satisfaction.') };
      const fields = 'phase: ‸\n  category: ‸\n  unit: ‸\n  better: ‸\n  target: ‸\n  source: ‸\n  owner: ‸\n';
      assertFix(rule, {
        title: `Add metric MET-5 in ${at.metrics}`,
        before,
        after: {
          [at.metrics]: `${metrics[at.metrics]}- id: MET-5\n  title: ‸\n  ${fields}`,
          ...goals(worn, '- Please people: high satisfaction (MET-5).'),
        },
      });
      assertFix(rule, {
        title: `Add metric MET-5 “Satisfaction score” in ${at.metrics}`,
        before,
        after: {
          [at.metrics]: `${metrics[at.metrics]}- id: MET-5\n  category: customer-satisfaction\n  title: Satisfaction score\n  unit: points\n  better: higher\n  phase: ‸\n  target: ‸\n  source: ‸\n  owner: ‸\n`,
          ...goals(worn, '- Please people: high satisfaction (MET-5).'),
        },
      });
    });

    it('the nearest metric', () => {
      const before = { ...metrics, ...goals('- Reach many buyers.') };
      assert.ok(fixTitles(rule, before).includes('Link MET-4 “Buyers who wear it on the thirtieth day”'));
      assertFix(rule, {
        title: 'Link MET-4 “Buyers who wear it on the thirtieth day”',
        before,
        after: goals('- Reach many buyers (MET-4).'),
      });
    });
  });
});
