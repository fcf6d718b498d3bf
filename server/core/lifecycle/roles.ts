import { memoize } from '../text/memo.ts';
import { foldWord } from './fold.ts';
import type { Lifecycle } from './schema/lifecycle.ts';

/**
 * The role id that a word stands for: an id, a title or an alias. Letter case, spaces and hyphens make no difference.
 * Undefined when the lifecycle knows no such role; the word is then a person, or a mistake.
 */
export const canonicalRole = (lifecycle: Lifecycle, word: string): string | undefined =>
  roleWords(lifecycle).get(foldWord(word));

const roleWords = memoize((lifecycle: Lifecycle): ReadonlyMap<string, string> => {
  const roles = Object.entries(lifecycle.roles);
  return new Map([
    ...roles.flatMap(([id, { aliases }]) => aliases.map(alias => [foldWord(alias), id] as const)),
    ...roles.map(([id, { title }]) => [foldWord(title), id] as const),
    ...roles.map(([id]) => [foldWord(id), id] as const),
  ]);
});
