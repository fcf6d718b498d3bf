import { distance } from 'fastest-levenshtein';
import { groupBy } from '../text/groupBy.ts';
import { memoize } from '../text/memo.ts';
import type { Project } from './model.ts';
import { stemOf } from './nextFree.ts';

/** How many ids are compared at most: past that, a slip of two digits fits so many that none of them helps. */
const mostCompared = 200;

/**
 * The declared ids of the same kind that are a slip of one or two digits away, the nearest ones first, three at most.
 *
 * A slip of two digits leaves something in common once each of the two numbers has lost up to two digits, so the ids are
 * found under what is left of them, and the work for one id does not grow with the number of ids.
 */
export function similarIds(project: Project, id: string): readonly string[] {
  const stem = stemOf(id);
  const remains = idsByRemains(project);
  const found = new Map<string, number>();
  let compared = 0;
  for (const rest of remainsOf(id.slice(stem.length)))
    for (const other of remains.get(stem + rest) ?? []) {
      if (found.has(other)) continue;
      if (compared++ >= mostCompared) break;
      found.set(other, distance(id, other));
    }
  const order = declarationOrder(project);
  return [...found]
    .filter(([, far]) => far <= 2)
    .sort(([a, x], [b, y]) => x - y || (order.get(a) ?? 0) - (order.get(b) ?? 0))
    .slice(0, 3)
    .map(([other]) => other);
}

const idsByRemains = memoize(({ items }: Project): ReadonlyMap<string, readonly string[]> => {
  const entries = [...items.declared.keys()].flatMap(id => {
    const stem = stemOf(id);
    return remainsOf(id.slice(stem.length)).map(rest => ({ key: stem + rest, id }));
  });
  return new Map(
    [...groupBy(entries, ({ key }) => key)].map(([key, found]) => [key, found.map(({ id }) => id)] as const),
  );
});

const declarationOrder = memoize(
  ({ items }: Project): ReadonlyMap<string, number> =>
    new Map([...items.declared.keys()].map((id, index) => [id, index])),
);

/** Numbers are not longer; a longer run of digits is no number of an item. */
const longest = 6;

/** A number as it is, without one of its digits, and without two of them: what is nearest first. */
function remainsOf(digits: string): readonly string[] {
  if (digits.length > longest) return [digits];
  const remains = new Set([digits]);
  for (let pass = 0; pass < 2; pass++)
    for (const known of [...remains])
      for (let index = 0; index < known.length; index++) remains.add(known.slice(0, index) + known.slice(index + 1));
  return [...remains];
}
