import { isDate } from '../lifecycle/date.ts';
import { addDuration } from '../lifecycle/duration.ts';
import type { Severity } from '../lifecycle/schema/severity.ts';

/** Why something is due for review. */
export interface Due {
  readonly severity: Severity;
  /** A sentence without its subject: `was last reviewed on …`. */
  readonly say: string;
}

/**
 * Whether a review is due `interval` after the day `reviewed`, on the day `today`. Undefined while it is not, and where a
 * date or an interval cannot be read: those are reported as such. A review that is late by a whole interval weighs more.
 */
export function reviewDue(reviewed: string | undefined, interval: string, today: string): Due | undefined {
  if (reviewed === undefined)
    return { severity: 'info', say: `is to be reviewed every ${every(interval)}, and nothing says when it last was.` };
  if (!isDate(reviewed)) return undefined;
  if (reviewed > today)
    return { severity: 'info', say: `says that it was reviewed on ${reviewed}, which has not come yet.` };
  const due = addDuration(reviewed, interval);
  if (due === undefined || due >= today) return undefined;
  const twice = addDuration(due, interval);
  return {
    severity: twice !== undefined && twice < today ? 'warning' : 'info',
    say: `was last reviewed on ${reviewed}, and is to be reviewed every ${every(interval)}: it was due on ${due}.`,
  };
}

/** An interval after “every”: `3 months`, `month`. */
const every = (interval: string): string => interval.replace(/^1 (\w+?)s?$/, '$1');
