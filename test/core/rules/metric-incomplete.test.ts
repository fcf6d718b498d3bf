import { assertFix, assertMarked, assertSilent } from '../../support/marked.ts';
import { passedUpTo } from '../../support/product.ts';

const rule = 'metric-incomplete';
const path = 'docs/records/metrics.yaml';

const metric = (...fields: readonly string[]): string =>
  [
    '- id: MET-5',
    'title: Availability',
    'phase: deployment',
    'category: uptime',
    'unit: percent',
    'owner: Lena',
    ...fields,
  ]
    .join('\n  ')
    .concat('\n');
const whole = ['better: higher', 'target: 99.5', 'source: The probe'];
const marked = (text: string, message: string): string => text.replace('MET-5', `MET-5\n      ^^^^^ ${message}`);

describe(rule, () => {
  it('names what a metric lacks and the gate that needs it', () => {
    assertMarked(rule, {
      ...passedUpTo('handoff'),
      [path]: marked(
        metric('better: higher', 'target: 99.5'),
        'warning: MET-5 has no source: the next gate, “Ready to launch”, needs it. Write it so that another person gets the same number.',
      ),
    });
    assertMarked(rule, {
      [path]: marked(
        metric(),
        'MET-5 has no direction (“better”), target and source: the next gate, “Concept agreed”, needs them.',
      ),
    });
    assertMarked(rule, {
      [path]: marked(metric('target: 99.5', 'source: The probe'), 'has no direction (“better”): nobody can judge it.'),
    });
  });

  it('marks a field that is there and blank', () => {
    assertMarked(rule, {
      [path]: metric('better: higher', 'target:\n  ^^^^^^ MET-5 has no target', 'source: The probe'),
    });
  });

  it('is content with a whole metric, with a range, and with a phase that is complete', () => {
    assertSilent(rule, { [path]: metric(...whole) });
    assertSilent(rule, { [path]: metric('better: within', 'target: { min: 1, max: 2 }', 'source: The probe') });
    assertSilent(rule, { ...passedUpTo('handoff'), [path]: metric().replace('deployment', 'development') });
  });

  it('reads tables, and says once what they have no column for', () => {
    assertMarked(rule, {
      'docs/development/product-brief.md': `# Brief

## Metrics

| Metric | Better | Target |
  ^^^^^^^^^^^^^^^^^^^^^^^^ This table of metrics has no column for source. Add it
| --- | --- | --- |
| MET-1 | higher | 4 |
| MET-2 | lower |  |
  ^^^^^ MET-2 has no target
`,
    });
  });

  it('offers the fields, left empty', () => {
    assertFix(rule, {
      title: 'Add “target” and “source”',
      before: { [path]: metric('better: higher # always') },
      after: { [path]: `${metric('better: higher # always')}  target: ‸\n  source: ‸\n` },
    });
  });
});
