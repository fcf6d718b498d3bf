import { memoize } from '../text/memo.ts';
import type { Span } from '../text/span.ts';
import { lostReferences } from './danglingFaults.ts';
import type { Fault } from './fault.ts';
import { readLayers } from './layers.ts';
import { keepLocked } from './locked.ts';
import { lostCriteria } from './lostCriteria.ts';
import { meaningFaults } from './meaningFaults.ts';
import { states } from './merge.ts';
import { neverProblems } from './neverProblems.ts';
import { nullProblems } from './nullProblems.ts';
import { inOrder } from './order.ts';
import type { DefinitionProblem } from './problem.ts';
import { forProduct, productProblems } from './product.ts';
import { prune, repair } from './repair.ts';
import { type Lifecycle, lifecycleSchema } from './schema/lifecycle.ts';
import { schemaFaults } from './schemaFaults.ts';
import { takenAliases } from './sectionClaims.ts';
import type { LifecycleSources } from './sources.ts';
import { entryAt, type KeyPath, partAt, type Tree, toValue } from './tree.ts';

export type { LifecycleSources } from './sources.ts';

/** Which file asked for an entry of the definition, and where. */
interface Origin {
  /** A path in the workspace, or the name of a built-in definition's file. */
  readonly file: string;
  readonly builtIn: boolean;
  /** Of the key; of the value when the entry has none. */
  readonly keySpan: Span;
  readonly span: Span;
}

/** A definition with all that it inherits. */
export interface LoadedLifecycle {
  readonly path: string;
  /** Without what is wrong in it. Undefined when the file is no definition of this version of the language. */
  readonly lifecycle: Lifecycle | undefined;
  readonly problems: readonly DefinitionProblem[];
  /** Where the entry at a path of keys comes from, or the nearest one above it that exists. */
  origin(keyPath: KeyPath): Origin | undefined;
  /** Files of the workspace that it was read from, missing ones included: a change of one asks for a new reading. */
  readonly sources: readonly string[];
}

/**
 * Loads the definition at `path` with everything it extends. Never fails: mistakes are problems with a place, what
 * they concern is left out, and the rest is there. Every name in the result leads somewhere. `rules` are the ids that
 * `rules:` may set; none means that they are not checked.
 */
export function loadLifecycle(path: string, sources: LifecycleSources, rules: readonly string[] = []): LoadedLifecycle {
  const { trees: read, usable, problems, files } = readLayers(path, sources);
  if (!usable) return { path, lifecycle: undefined, problems, origin: () => undefined, sources: files };

  const { trees, problems: breaches } = keepLocked(read);
  const before = states(trees);
  const empties = trees.flatMap((tree, index) => nullProblems(before[index - 1], tree));
  const repaired = repair(trees, tree => or(formFaults(tree), () => meaningFaults(tree, before, rules)));
  const whole = inOrder(prune(repaired.tree, tree => or(lost(tree), () => formFaults(tree))));
  const lifecycle = validated(whole).data;
  const remarks = [
    ...breaches,
    ...empties,
    ...productProblems(before.at(-1) ?? whole),
    ...lostCriteria(repaired.tree, whole, trees),
    // What is wrong comes first: without it, more may come true.
    ...(repaired.problems.length > 0 ? [] : neverProblems(whole)),
  ];
  return {
    path,
    lifecycle: lifecycle && forProduct(lifecycle),
    problems: [...problems, ...remarks, ...repaired.problems].sort(byPlace),
    origin: keyPath => originIn(whole, keyPath),
    sources: files,
  };
}

const byPlace = (a: DefinitionProblem, b: DefinitionProblem): number =>
  a.file === b.file ? a.span.start - b.span.start : a.file < b.file ? -1 : 1;

const or = (faults: readonly Fault[], others: () => readonly Fault[]): readonly Fault[] =>
  faults.length > 0 ? faults : others();

const validated = memoize((tree: Tree) => lifecycleSchema.safeParse(toValue(tree)));

function formFaults(tree: Tree): readonly Fault[] {
  const { error } = validated(tree);
  return error ? schemaFaults(tree, error.issues) : [];
}

const lost = (tree: Tree): readonly Fault[] => [...lostReferences(tree), ...takenAliases(tree)];

function originIn(tree: Tree, keyPath: KeyPath): Origin | undefined {
  for (let length = keyPath.length; length >= 0; length -= 1) {
    const path = keyPath.slice(0, length);
    const part = partAt(tree, path);
    if (!part) continue;
    const entry = entryAt(tree, path);
    const layer = entry?.layer ?? part.layer;
    return { file: layer.file, builtIn: layer.builtIn, keySpan: entry?.keySpan ?? part.span, span: part.span };
  }
  return undefined;
}
