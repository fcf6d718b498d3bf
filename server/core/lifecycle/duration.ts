import { addDays, addMonths } from './date.ts';

type DurationUnit = 'day' | 'week' | 'month' | 'year';

/** A length of time as people plan it: calendar units, not hours. */
interface Duration {
  readonly count: number;
  readonly unit: DurationUnit;
}

/** How a duration is written: `14 days`, `1 week`, `6 months`, `2 years`. */
export const durationPattern = /^(\d{1,4}) ?(day|week|month|year)s?$/;

/** Reads a duration such as `6 months`; undefined when it is written otherwise. */
export function parseDuration(text: string): Duration | undefined {
  const match = durationPattern.exec(text.trim().toLowerCase());
  const unit = units.find(known => known === match?.[2]);
  return match && unit ? { count: Number(match[1]), unit } : undefined;
}

const units: readonly DurationUnit[] = ['day', 'week', 'month', 'year'];

/** The ISO date that lies `duration` after `date`, by the calendar; undefined when one of them cannot be read. */
export function addDuration(date: string, duration: string): string | undefined {
  const parsed = parseDuration(duration);
  if (!parsed) return undefined;
  const { count, unit } = parsed;
  if (unit === 'day') return addDays(date, count);
  if (unit === 'week') return addDays(date, count * 7);
  return addMonths(date, unit === 'month' ? count : count * 12);
}
