import { daysBetween } from '../lifecycle/date.ts';
import { addDuration } from '../lifecycle/duration.ts';
import type { Project } from './model.ts';

/** A length of time that the `limits` of a record kind name, as it is written there; undefined when they do not. */
export const limitOf = ({ lifecycle }: Project, kind: string, name: string): string | undefined => {
  const limits = lifecycle.records[kind]?.limits ?? {};
  return Object.hasOwn(limits, name) ? limits[name] : undefined;
};

/** Whether a day lies further back than a limit allows. Without day or limit nothing is late. */
export function isLate(project: Project, day: string | undefined, limit: string | undefined): boolean {
  const end = day === undefined || limit === undefined ? undefined : addDuration(day, limit);
  return end !== undefined && end < project.today;
}

/** How long ago a day was, in words: `26 days`. Empty when it is no day. */
export function daysSince({ today }: Project, day: string | undefined): string {
  const count = day === undefined ? undefined : daysBetween(day, today);
  return count === undefined ? '' : `${count} day${count === 1 ? '' : 's'}`;
}
