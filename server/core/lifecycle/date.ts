const form = /^(\d{4})-(\d{2})-(\d{2})$/;

/** A calendar date in its parts; the month counts from 1. */
interface CalendarDate {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

/** Reads an ISO date such as `2026-02-28`; undefined when it is written otherwise or no calendar has that day. */
function parseDate(text: string): CalendarDate | undefined {
  const match = form.exec(text);
  if (!match) return undefined;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  if (month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) return undefined;
  return { year, month, day };
}

/** Whether the text is an ISO date that exists in the calendar. */
export const isDate = (text: string): boolean => parseDate(text) !== undefined;

/** Orders ISO dates: negative when `a` is earlier. Their text order is their time order. */
export const compareDates = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** The ISO date so many days later (earlier when negative); undefined when `date` is no date. */
export function addDays(date: string, days: number): string | undefined {
  const parsed = parseDate(date);
  return parsed && fromDayNumber(dayNumber(parsed) + days);
}

/** The ISO date so many calendar months later; the day is cut to the length of the month, so 31 January gives 28 February. */
export function addMonths(date: string, months: number): string | undefined {
  const parsed = parseDate(date);
  if (!parsed) return undefined;
  const count = parsed.year * 12 + (parsed.month - 1) + months;
  const year = Math.floor(count / 12);
  const month = count - year * 12 + 1;
  return write({ year, month, day: Math.min(parsed.day, daysInMonth(year, month)) });
}

/** Days from the ISO date `a` to `b`, negative when `b` is earlier; undefined when one of them is no date. */
export function daysBetween(a: string, b: string): number | undefined {
  const [from, to] = [parseDate(a), parseDate(b)];
  return from && to && dayNumber(to) - dayNumber(from);
}

function daysInMonth(year: number, month: number): number {
  if (month === 2) return isLeap(year) ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

const isLeap = (year: number): boolean => year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);

const millisecondsPerDay = 86_400_000;

function dayNumber({ year, month, day }: CalendarDate): number {
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  return date.getTime() / millisecondsPerDay;
}

function fromDayNumber(number: number): string {
  const date = new Date(number * millisecondsPerDay);
  return write({ year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() });
}

/** Years stay within four digits, so that dates keep comparing as text. */
function write({ year, month, day }: CalendarDate): string {
  if (year > 9999) return '9999-12-31';
  if (year < 0) return '0000-01-01';
  const pad = (value: number, width: number): string => String(value).padStart(width, '0');
  return `${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}`;
}
