import { type Fault, ownerOf } from './fault.ts';
import { mergeAll } from './merge.ts';
import type { DefinitionProblem } from './problem.ts';
import { type Edit, type KeyPath, rewrite, type Tree } from './tree.ts';

/** Finds what is wrong in a merged definition. */
type Finder = (tree: Tree) => readonly Fault[];

interface Repaired {
  /** The merged definition without what is wrong. */
  readonly tree: Tree;
  readonly problems: readonly DefinitionProblem[];
}

/** Beyond this many, problems are left out of the report: more only tells that the file is something else. */
const problemLimit = 200;

/** More rounds than any definition needs; a bound all the same. */
const roundLimit = 100;

/**
 * Takes what is wrong out of the layer that wrote it and merges again, until nothing is wrong: an entry with a mistake
 * counts as not written, so what it would have changed stays as it was inherited. Each mistake is reported once.
 */
export function repair(layers: readonly Tree[], find: Finder): Repaired {
  const problems: DefinitionProblem[] = [];
  const reported = new Set<string>();
  let current = layers;
  for (let round = 0; ; round += 1) {
    const tree = mergeAll(current);
    const faults = find(tree).filter(({ path }) => path.length > 0);
    if (faults.length === 0 || round === roundLimit) return { tree: prune(tree, find), problems };
    const fresh = faults.filter(({ problem, about }) => problem && !reported.has(keyOf(about)));
    for (const { problem } of fresh) if (problem && problems.length < problemLimit) problems.push(problem());
    for (const { about } of fresh) for (const key of keysUpTo(about)) reported.add(key);
    current = without(current, tree, faults);
  }
}

/** Takes what is wrong out of a merged definition itself, until nothing is wrong. */
export function prune(tree: Tree, find: Finder): Tree {
  let current = tree;
  for (;;) {
    const faults = find(current).filter(({ path }) => path.length > 0);
    if (faults.length === 0) return current;
    current = rewrite(current, faults) ?? current;
  }
}

function without(layers: readonly Tree[], tree: Tree, faults: readonly Fault[]): readonly Tree[] {
  const edits = layers.map((): Edit[] => []);
  for (const { path, to } of faults) edits[ownerOf(tree, path).index]?.push({ path, to });
  return layers.map((layer, index) => rewrite(layer, edits[index] ?? []) ?? layer);
}

const keyOf = (path: KeyPath): string => JSON.stringify(path);

/** A path and all that it lies in: what follows from a mistake in a part is no mistake of the whole. */
const keysUpTo = (path: KeyPath): readonly string[] => path.map((_, index) => keyOf(path.slice(0, index + 1)));
