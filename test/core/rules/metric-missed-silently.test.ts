import { assertFix, assertMarked, assertSilent } from '../../support/marked.ts';
import { passedUpTo } from '../../support/product.ts';

const rule = 'metric-missed-silently';
const path = 'docs/records/metrics.yaml';

const metric = (target: string, better: string, measured: string, more = ''): string =>
  `- id: MET-2\n  title: Defects\n  phase: development\n  category: quality\n  unit: count\n  better: ${better}\n  target: ${target}\n  source: Tracker\n  owner: Ravi\n  measured: ${measured}\n${more}`;
const marked = (text: string, message: string): string => text.replace('MET-2', `MET-2\n      ^^^^^ ${message}`);
const missed = metric('0', 'lower', '[{ date: 2026-05-19, value: 4 }]');

describe(rule, () => {
  it('tells the value and the target', () => {
    assertMarked(rule, {
      [path]: marked(
        missed,
        'warning: MET-2 misses its target (4 instead of 0, count), and nobody says what is being done about it.',
      ),
    });
    assertMarked(rule, {
      [path]: marked(
        metric('{ min: 2, max: 5 }', 'within', '[{ date: 2026-05-19, value: 7 }]'),
        '(7 instead of at least 2, at most 5, count)',
      ),
    });
  });

  it('goes by the newest value', () => {
    assertSilent(rule, {
      [path]: metric('0', 'lower', '[{ date: 2026-05-19, value: 4 }, { date: 2026-06-01, value: 0 }]'),
    });
    assertMarked(rule, {
      [path]: marked(
        metric('0', 'lower', '[{ date: 2026-06-01, value: 4 }, { date: 2026-05-19, value: 0 }]'),
        '(4 instead of 0',
      ),
    });
  });

  it('is content with an answer, without a value, and in a phase that is complete', () => {
    assertSilent(rule, { [path]: `${missed}  if_missed: We live with it\n` });
    assertSilent(rule, { [path]: metric('0', 'lower', '[]') });
    assertSilent(rule, { ...passedUpTo('handoff'), [path]: missed });
  });

  it('offers an empty answer, or a change or risk that answers', () => {
    assertFix(rule, {
      title: 'Add “if_missed”',
      before: { [path]: missed },
      after: { [path]: `${missed}  if_missed: ‸\n` },
    });
    const changes = '- id: CHG-6\n  title: Remind\n';
    assertFix(rule, {
      title: 'Record a change that answers it',
      before: { [path]: missed, 'docs/records/changes.yaml': changes },
      after: {
        [path]: `${missed}  if_missed: CHG-7\n`,
        'docs/records/changes.yaml': `${changes}- id: CHG-7\n  phase: development\n  reason: MET-2 misses its target\n  status: proposed\n  title: ‸\n  kind: ‸\n  affects: ‸\n  date: ‸\n`,
      },
    });
  });
});
