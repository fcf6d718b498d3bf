import { memoize } from '../text/memo.ts';
import type { Project } from './model.ts';

/** The part of an id before its number: `REQ-` of `REQ-7`. */
export const stemOf = (id: string): string => id.replace(/\d+$/, '');

/** The highest number in use for each stem, over declarations and references. */
const highest = memoize(({ items }: Project): ReadonlyMap<string, number> => {
  const numbers = new Map<string, number>();
  for (const id of [...items.declared.keys(), ...items.references.map(reference => reference.id)]) {
    const stem = stemOf(id);
    const number = Number(id.slice(stem.length));
    if (id !== stem && number > (numbers.get(stem) ?? 0)) numbers.set(stem, number);
  }
  return numbers;
});

/**
 * The id after the highest one in use, so that no stray reference gets a meaning; with at least so many digits. `ahead` is
 * how many ids after that one are taken already.
 */
export function nextFree(project: Project, stem: string, digits = 1, ahead = 0): string {
  const number = (highest(project).get(stem) ?? 0) + 1 + ahead;
  return `${stem}${String(number).padStart(digits, '0')}`;
}

/** The next free id of an item kind: `CHG-7`. */
export const nextId = (project: Project, kind: string): string =>
  nextFree(project, `${project.lifecycle.items[kind]?.prefix ?? kind}-`);
