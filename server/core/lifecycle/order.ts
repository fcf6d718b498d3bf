import { type Fault, valueProblem } from './fault.ts';
import { places } from './places.ts';
import { type Edit, rewrite, type Tree, type TreeEntry, type TreeMap, textAt } from './tree.ts';

type Entry = readonly [string, TreeEntry];

/** Puts phases, stages and gates in the order of their `order`, and sections behind the one they come `after`. */
export const inOrder = (tree: Tree): Tree =>
  [
    ['phases.*.stages', sortByOrder] as const,
    ['phases', sortByOrder] as const,
    ['gates', sortByOrder] as const,
    ['artifacts.*.sections', placeAfter] as const,
  ].reduce((whole, [pattern, arrange]) => edited(whole, reordered(whole, pattern, arrange)), tree);

const edited = (tree: Tree, edits: readonly Edit[]): Tree =>
  edits.length === 0 ? tree : (rewrite(tree, edits) ?? tree);

function reordered(
  tree: Tree,
  pattern: string,
  arrange: (entries: readonly Entry[]) => readonly Entry[],
): readonly Edit[] {
  return places(tree, pattern).flatMap(({ path, part }) => {
    if (part.kind !== 'map') return [];
    const written = [...part.entries];
    const entries = arrange(written);
    if (entries.every((entry, index) => entry === written[index])) return [];
    const to: TreeMap = { ...part, entries: new Map(entries) };
    return [{ path, to }];
  });
}

/** Without a number an entry has its place in the writing, counted from 1. */
function sortByOrder(entries: readonly Entry[]): readonly Entry[] {
  const numbered = entries.map((entry, index) => ({
    entry,
    order: Number(textAt(entry[1].value, ['order']) ?? index + 1),
  }));
  return numbered.sort((a, b) => a.order - b.order).map(({ entry }) => entry);
}

/** Of several entries after the same one, the first written comes first. */
function placeAfter(entries: readonly Entry[]): readonly Entry[] {
  const followers = new Map<string, Entry[]>();
  const roots: Entry[] = [];
  for (const entry of entries) {
    const after = textAt(entry[1].value, ['after']);
    if (after === undefined) roots.push(entry);
    else if (followers.has(after)) followers.get(after)?.push(entry);
    else followers.set(after, [entry]);
  }
  const placed: Entry[] = [];
  const waiting = roots.reverse();
  for (let entry = waiting.pop(); entry; entry = waiting.pop()) {
    placed.push(entry);
    waiting.push(...(followers.get(entry[0]) ?? []).reverse());
  }
  return placed;
}

/** Sections whose `after` leads back to themselves, so that they have no place. */
export function afterFaults(tree: Tree): readonly Fault[] {
  return places(tree, 'artifacts.*.sections').flatMap(({ path, part }) => {
    if (part.kind !== 'map') return [];
    const placed = new Set(placeAfter([...part.entries]).map(([id]) => id));
    return [...part.entries.keys()]
      .filter(id => !placed.has(id) && part.entries.has(textAt(part, [id, 'after']) ?? ''))
      .map(id => {
        const after = [...path, id, 'after'];
        const message = `Section \`${id}\` comes \`after\` a section that comes after it, so both have no place. Name another section.`;
        return { path: after, about: after, problem: () => valueProblem(tree, after, id, message) };
      });
  });
}
