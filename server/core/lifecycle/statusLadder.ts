import { memoize } from '../text/memo.ts';
import { foldWord } from './fold.ts';
import type { ArtifactType } from './schema/artifact.ts';
import type { Lifecycle } from './schema/lifecycle.ts';

/** Place of a status on the ladder, 1 for the lowest; undefined for side states such as retired and for unknown words. */
export const rankOf = (lifecycle: Lifecycle, status: string): number | undefined => ladder(lifecycle).get(status);

/** Whether status `a` is at or above status `b`. Side states are never at or above anything. */
export function atLeast(lifecycle: Lifecycle, a: string, b: string): boolean {
  const [rankA, rankB] = [rankOf(lifecycle, a), rankOf(lifecycle, b)];
  return rankA !== undefined && rankB !== undefined && rankA >= rankB;
}

/**
 * The status id that a word stands for: the type's own word for it, its id, its title or one of its aliases. Letter
 * case, spaces and hyphens make no difference. Undefined when the lifecycle knows no such status.
 */
export function canonicalStatus(
  lifecycle: Lifecycle,
  type: ArtifactType | undefined,
  word: string,
): string | undefined {
  const folded = foldWord(word);
  return (type && ownWords(type).get(folded)) ?? statusWords(lifecycle).get(folded);
}

const ladder = memoize((lifecycle: Lifecycle): ReadonlyMap<string, number> => {
  const ordered = Object.entries(lifecycle.statuses).filter(([, status]) => status.ordered);
  return new Map(ordered.map(([id], index) => [id, index + 1]));
});

const ownWords = memoize(
  (type: ArtifactType): ReadonlyMap<string, string> =>
    new Map(Object.entries(type['status-words']).map(([word, status]) => [foldWord(word), status])),
);

const statusWords = memoize((lifecycle: Lifecycle): ReadonlyMap<string, string> => {
  const statuses = Object.entries(lifecycle.statuses);
  return new Map([
    ...statuses.flatMap(([id, { aliases }]) => aliases.map(alias => [foldWord(alias), id] as const)),
    ...statuses.flatMap(([id, { title }]) => (title === undefined ? [] : [[foldWord(title), id] as const])),
    ...statuses.map(([id]) => [foldWord(id), id] as const),
  ]);
});
