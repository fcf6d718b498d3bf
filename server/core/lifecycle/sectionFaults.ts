import { normaliseHeading } from '../project/headings.ts';
import { type Fault, keyProblem, valueProblem } from './fault.ts';
import { places } from './places.ts';
import { type KeyPath, partAt, type Tree, type TreeMap, textAt, textsAt } from './tree.ts';

/** Settings of sections that can never be fulfilled. */
export const sectionFaults = (tree: Tree): readonly Fault[] =>
  places(tree, 'artifacts.*.sections').flatMap(({ path, part }) => {
    if (part.kind !== 'map') return [];
    const type = path.slice(0, -1);
    return [
      ...circles(tree, part, path),
      ...[...part.entries.keys()].flatMap(id => crossedLimits(tree, [...path, id, 'repeats'])),
      ...claimedTwice(tree, part, [...type, 'combined-sections']),
    ];
  });

const wholesOf = (sections: TreeMap, id: string): readonly string[] => [
  ...textsAt(sections, [id, 'within']),
  ...[textAt(sections, [id, 'within']) ?? []].flat(),
];

/** Sections that are part of themselves, through others or not. */
function circles(tree: Tree, sections: TreeMap, path: KeyPath): readonly Fault[] {
  const ended = new Set<string>();
  const faults: Fault[] = [];
  for (const start of sections.entries.keys()) {
    const around = new Set<string>();
    const isCircle = (id: string): boolean => {
      if (around.has(id)) return id === start;
      if (ended.has(id)) return false;
      around.add(id);
      return wholesOf(sections, id).some(isCircle);
    };
    if (isCircle(start)) {
      const at = [...path, start, 'within'];
      const message = `Section \`${start}\` is \`within\` a section that is within it, so neither has a place. Name another section.`;
      faults.push({ path: at, about: at, problem: () => valueProblem(tree, at, start, message) });
    }
    ended.add(start);
  }
  return faults;
}

/** A least number above the greatest. */
function crossedLimits(tree: Tree, path: KeyPath): readonly Fault[] {
  const [least, most] = [textAt(tree, [...path, 'min']) ?? '1', textAt(tree, [...path, 'max'])];
  if (most === undefined || Number(least) <= Number(most)) return [];
  const message = `At least ${least} and at most ${most} cannot both hold, so no document can be right. Change one of them.`;
  return [{ path, about: path, problem: () => keyProblem(tree, path, message) }];
}

/** Headings for several sections that are the heading of a single one already. */
function claimedTwice(tree: Tree, sections: TreeMap, path: KeyPath): readonly Fault[] {
  const combined = partAt(tree, path);
  if (combined?.kind !== 'map') return [];
  const names = new Map(
    [...sections.entries.keys()].flatMap(id =>
      [textAt(sections, [id, 'heading']) ?? [], textsAt(sections, [id, 'aliases'])]
        .flat()
        .map(words => [normaliseHeading(words), id] as const),
    ),
  );
  return [...combined.entries.keys()].flatMap(words => {
    const id = names.get(normaliseHeading(words));
    if (id === undefined) return [];
    const at = [...path, words];
    const message = `The heading \`${words}\` stands for section \`${id}\` alone already, so it cannot stand for several. Choose other words, or take it out of section \`${id}\`.`;
    return [{ path: at, about: at, problem: () => keyProblem(tree, at, message) }];
  });
}
