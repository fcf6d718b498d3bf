import assert from 'node:assert/strict';
import { addDuration, parseDuration } from '../../../server/core/lifecycle/duration.ts';

describe('durations', () => {
  const sums: readonly (readonly [string, string, string | undefined])[] = [
    ['2026-01-15', '3 months', '2026-04-15'],
    ['2026-06-01', '14 days', '2026-06-15'],
    ['2026-12-31', '1 day', '2027-01-01'],
    ['2026-02-27', '2 weeks', '2026-03-13'],
    ['2024-02-29', '1 year', '2025-02-28'],
    ['2024-02-29', '4 years', '2028-02-29'],
    ['2026-01-31', '1 Month', '2026-02-28'],
    ['2026-01-31', ' 6months ', '2026-07-31'],
    ['2026-01-31', 'six months', undefined],
    ['2026-01-31', '6 moons', undefined],
    ['2026-01-31', '-6 months', undefined],
    ['2026-01-31', '1.5 years', undefined],
    ['2026-01-31', '', undefined],
    ['2026-02-30', '1 day', undefined],
  ];
  for (const [date, duration, expected] of sums)
    it(`${date} and ${JSON.stringify(duration)} give ${expected}`, () =>
      assert.equal(addDuration(date, duration), expected));

  it('reads the number and the unit', () => {
    assert.deepEqual(parseDuration('12 months'), { count: 12, unit: 'month' });
  });
});
