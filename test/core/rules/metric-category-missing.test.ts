import { assertFix, assertMarked, assertSilent } from '../../support/marked.ts';
import { passedUpTo } from '../../support/product.ts';

const rule = 'metric-category-missing';
const path = 'docs/records/metrics.yaml';

const metric = (id: number, phase: string, category: string): string =>
  `- { id: MET-${id}, title: A, phase: ${phase}, category: ${category} }\n`;
const others =
  metric(1, 'development', 'quality') +
  metric(2, 'development', 'timeliness') +
  metric(3, 'deployment', 'customer-satisfaction');

describe(rule, () => {
  it('names the category and the phase', () => {
    assertMarked(rule, {
      [path]: `# Metrics\n^^^^^^^^^ info: No metric of “Product deployment” has the category “adoption”, so nobody will be able to say how that went.\n${others}`,
    });
  });

  it('is content when every category has a metric, wherever it is kept', () => {
    assertSilent(rule, { [path]: others + metric(4, 'deployment', 'adoption') });
    assertSilent(rule, {
      'docs/records/metrics/a.yaml': others,
      'docs/records/metrics/b.yaml': metric(4, 'deployment', 'adoption'),
    });
  });

  it('is silent before the first entry, and about a phase that is complete', () => {
    assertSilent(rule, { [path]: '[]\n' });
    assertSilent(rule, {
      ...passedUpTo('handoff'),
      [path]: metric(3, 'deployment', 'customer-satisfaction') + metric(4, 'deployment', 'adoption'),
    });
  });

  it('asks for what the lifecycle expects', () => {
    assertMarked(rule, {
      'lifecycle.yaml':
        'lifecycle: 1\nextends: standard\nrecords: { metrics: { expect: { values: { development: null, deployment: [sales] } } } }\n',
      [path]: `# Metrics\n^^^^^^^^^ has the category “sales”\n${others}`,
    });
  });

  it('offers the starters of the category', () => {
    assertFix(rule, {
      title: 'Add the metric “Users still active after 90 days”',
      before: { [path]: others },
      after: {
        [path]: `${others}- id: MET-4\n  phase: deployment\n  category: adoption\n  title: Users still active after 90 days\n  unit: "%"\n  better: higher\n  target: ‸\n  source: ‸\n  owner: ‸\n`,
      },
    });
  });
});
