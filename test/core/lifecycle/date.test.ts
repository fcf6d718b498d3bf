import assert from 'node:assert/strict';
import fc from 'fast-check';
import { addDays, addMonths, compareDates, daysBetween, isDate } from '../../../server/core/lifecycle/date.ts';

const day = fc
  .date({ min: new Date('1000-01-01'), max: new Date('9000-12-31'), noInvalidDate: true })
  .map(date => date.toISOString().slice(0, 10));

describe('dates', () => {
  const words: Readonly<Record<string, boolean>> = {
    '2026-02-28': true,
    '2024-02-29': true,
    '2000-02-29': true,
    '2026-02-29': false,
    '1900-02-29': false,
    '2026-04-31': false,
    '2026-13-01': false,
    '2026-00-10': false,
    '2026-01-00': false,
    '2026-1-5': false,
    '31/02/2026': false,
    '2026-01-05T00:00:00Z': false,
    ' 2026-01-05': false,
    '': false,
  };
  for (const [text, expected] of Object.entries(words))
    it(`${JSON.stringify(text)} is ${expected ? 'a' : 'no'} date`, () => assert.equal(isDate(text), expected));

  it('agrees with the calendar of the platform', () => {
    fc.assert(fc.property(day, date => isDate(date)));
  });

  it('counts days forth and back', () => {
    fc.assert(
      fc.property(day, fc.integer({ min: -3000, max: 3000 }), (date, days) => {
        const later = addDays(date, days) ?? '';
        assert.equal(daysBetween(date, later), days);
        assert.equal(Math.sign(compareDates(later, date)), Math.sign(days));
      }),
    );
  });

  const months: readonly (readonly [string, number, string])[] = [
    ['2026-01-15', 1, '2026-02-15'],
    ['2026-01-31', 1, '2026-02-28'],
    ['2024-01-31', 1, '2024-02-29'],
    ['2026-10-31', 4, '2027-02-28'],
    ['2026-03-31', -1, '2026-02-28'],
    ['2026-01-15', -1, '2025-12-15'],
    ['9999-12-01', 1, '9999-12-31'],
  ];
  for (const [from, count, expected] of months)
    it(`${count} months from ${from} is ${expected}`, () => assert.equal(addMonths(from, count), expected));

  it('does not count from what is no date', () => {
    assert.equal(addDays('soon', 1), undefined);
    assert.equal(addMonths('2026-02-30', 1), undefined);
    assert.equal(daysBetween('2026-01-01', 'later'), undefined);
  });
});
