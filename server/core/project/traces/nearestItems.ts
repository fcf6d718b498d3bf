import { groupBy } from '../../text/groupBy.ts';
import { memoize } from '../../text/memo.ts';
import type { Project } from '../model.ts';
import { isPathInUse } from '../severity.ts';
import { tracesOf } from './links.ts';
import type { Item } from './model.ts';

/** Words that say nothing about what an item is about. */
const small = new Set(
  'about after also and any are been before between both but can each every for from has have how into its like more most must not off only other our out over own per shall should some such than that the their them then there these they this those too under until use used user users uses was were what when where which while who will with within without would you your'.split(
    ' ',
  ),
);

/** The words of a text that tell what it is about, folded; a plural counts as its singular. */
export const tellingWords = (text: string): ReadonlySet<string> =>
  new Set(
    (
      text
        .slice(0, longest)
        .toLowerCase()
        .match(/\p{L}{3,}/gu) ?? []
    )
      .map(word => word.replace(/(?<=\p{L}{3})s$/u, ''))
      .filter(word => !small.has(word)),
  );

/** Titles are short; of anything longer the beginning is enough. */
const longest = 300;

/** A word that so many items have in common finds none of them, which also bounds the work. */
const common = 64;

/** The least that two texts must have in common: one word that few others have, or several that more have. */
const enough = 0.15;

/**
 * Those of `kinds` that share the most telling words with a text, at most `limit`. A word tells the more the fewer items
 * have it.
 */
export function nearestItems(project: Project, kinds: readonly string[], text: string, limit = 3): readonly Item[] {
  const index = itemsByWord(project);
  const scores = new Map<Item, number>();
  for (const word of tellingWords(text)) {
    const found = index.get(word) ?? [];
    for (const item of found)
      if (kinds.includes(item.kind)) scores.set(item, (scores.get(item) ?? 0) + 1 / found.length);
  }
  return [...scores]
    .filter(([, score]) => score >= enough)
    .sort(([, a], [, b]) => b - a)
    .slice(0, limit)
    .map(([item]) => item);
}

const itemsByWord = memoize((project: Project): ReadonlyMap<string, readonly Item[]> => {
  const entries = [...tracesOf(project).items.values()]
    .filter(({ retired, place }) => !retired && isPathInUse(project, place.path))
    .flatMap(item => [...tellingWords(sayingOf(item, project))].map(word => ({ word, item })));
  const groups = groupBy(entries, ({ word }) => word);
  return new Map(
    [...groups].flatMap(([word, found]) =>
      found.length > common ? [] : [[word, found.map(({ item }) => item)] as const],
    ),
  );
});

/** What an item is called; where that is only an id, what it says. */
export const aboutOf = (item: Item, project: Project): string =>
  item.title === undefined || isId(item.title) ? sayingOf(item, project) : item.title;

/** Whether a title is no words but ids, such as the second cell of a row. */
export const isId = (title: string): boolean => /^[A-Z][A-Z\d]*(?:-[A-Z\d]+)*-\d+\b/.test(title);

/** What an item says, from its beginning: the title of a row is as often in its last cell as in its first. */
const sayingOf = ({ place, span }: Item, { documents }: Project): string =>
  documents.get(place.path)?.text.slice(span.start, Math.min(span.end, span.start + longest)) ?? '';
