import { assertFix, assertMarked, assertSilent } from '../../support/marked.ts';
import { passedUpTo } from '../../support/product.ts';

const rule = 'metric-unmeasured';
const path = 'docs/records/metrics.yaml';

const metric = (fields = '', phase = 'deployment'): string =>
  `- id: MET-4\n  title: Active users\n  phase: ${phase}\n  category: adoption\n  unit: count\n  better: higher\n  target: 70\n  source: Counters\n  owner: Ana\n${fields}`;
const marked = (text: string, message: string): string => text.replace('MET-4', `MET-4\n      ^^^^^ ${message}`);
const released = (date: string, version = '1.0.0') => ({
  'CHANGELOG.md': `# Changelog\n\n## ${version} - ${date}\n\n- All\n`,
});

describe(rule, () => {
  it('warns when the release is more than 30 days ago', () => {
    assertMarked(rule, {
      ...released('2026-05-01'),
      [path]: marked(
        metric(),
        'warning: MET-4 has no measured value 45 days after the release of 2026-05-01: the gate “Launch reviewed” needs it (owner: Ana).',
      ),
    });
    assertSilent(rule, { ...released('2026-05-16'), [path]: metric() });
    assertMarked(rule, {
      ...released('2026-05-15'),
      [path]: marked(metric(), 'warning: MET-4 has no measured value 31 days'),
    });
  });

  it('is an error once the gate that needs the value is passed', () => {
    assertMarked(rule, {
      ...passedUpTo('launch-review'),
      ...released('2026-05-01'),
      [path]: marked(metric(), 'error: MET-4 has no measured value 45 days after'),
    });
  });

  it('goes by the cadence of a metric', () => {
    assertMarked(rule, {
      ...released('2026-06-01'),
      [path]: marked(metric('  cadence: 1 week\n'), '14 days after the release'),
    });
    assertSilent(rule, { ...released('2026-04-01'), [path]: metric('  cadence: 3 months\n') });
  });

  it('counts a measurement that has a value and lies in the past', () => {
    const one = (measured: string) => ({ ...released('2026-05-01'), [path]: metric(`  measured: ${measured}\n`) });
    assertSilent(rule, one('[{ date: 2026-06-01, value: 64 }]'));
    for (const measured of ['', '[]', '[{ date: 2026-06-01, value: }]', '[{ date: 2026-07-01, value: 3 }]'])
      assertMarked(rule, { ...one(measured), [path]: marked(one(measured)[path] ?? '', 'has no measured value') });
  });

  it('takes the day of the launch where no version tells, and knows no release before the first version', () => {
    const launch = (actual: string): string =>
      `- { id: MIL-1, title: Launch, phase: deployment, kind: launch, planned: 2026-05-01, ${actual}owner: Lena }\n`;
    assertMarked(rule, {
      'docs/records/milestones.yaml': launch('actual: 2026-05-02, '),
      [path]: marked(metric(), '44 days after the release of 2026-05-02'),
    });
    assertSilent(rule, { 'docs/records/milestones.yaml': launch(''), [path]: metric() });
    assertSilent(rule, { ...released('2026-01-01', '0.9.0'), [path]: metric() });
    assertSilent(rule, { ...released('2026-01-01', '1.0.0-rc.1'), [path]: metric() });
    assertSilent(rule, { [path]: metric() });
  });

  it('asks for what the lifecycle asks', () => {
    assertSilent(rule, { ...released('2026-01-01'), [path]: metric('', 'development') });
    assertMarked(rule, {
      'lifecycle.yaml':
        'lifecycle: 1\nextends: standard\nrecords: { metrics: { fields: { measured: { required: true } } } }\n',
      [path]: marked(metric('', 'development'), 'MET-4 has no measured value: the gate “Product verified” needs it'),
    });
  });

  it('offers a measurement of today, with the value left empty', () => {
    assertFix(rule, {
      title: 'Prepare a measurement of today',
      before: { ...released('2026-05-01'), [path]: metric('  cadence: 1 month\n') },
      after: { [path]: metric('  cadence: 1 month\n  measured: [{ date: 2026-06-15, value: ‸}]\n') },
    });
    assertFix(rule, {
      title: 'Prepare a measurement of today',
      before: { ...released('2026-05-01'), [path]: metric('  measured: [] # soon\n') },
      after: { [path]: metric('  measured: [{ date: 2026-06-15, value: ‸}] # soon\n') },
    });
  });
});
