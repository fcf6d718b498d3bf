import type { Span } from '../text/span.ts';
import type { DefinitionProblem, ProblemFix } from './problem.ts';
import { entryAt, type KeyPath, type Layer, partAt, type Tree } from './tree.ts';

/** A part of a merged definition that cannot be used. */
export interface Fault {
  /** What is left out of the layer that wrote it, so that the rest can be used. */
  readonly path: KeyPath;
  /** What to put there instead of leaving it out. */
  readonly to?: Tree;
  /** What is wrong; it may lie deeper than `path`, or be a key that is missing. */
  readonly about: KeyPath;
  /** What to tell people; made only when it is told. Absent for what needs no word. */
  readonly problem?: () => DefinitionProblem;
}

/** A place in a layer. */
export interface Located {
  readonly layer: Layer;
  readonly span: Span;
}

/** Where the key at the end of `path` stands; the value itself when the path ends in a list. */
export function entryOrSelf(tree: Tree, path: KeyPath): Located {
  const entry = typeof path.at(-1) === 'string' ? entryAt(tree, path) : undefined;
  if (entry) return { layer: entry.layer, span: entry.keySpan };
  const { layer, span } = partAt(tree, path) ?? tree;
  return { layer, span };
}

/** A problem with the value at `path`. */
export function valueProblem(
  tree: Tree,
  path: KeyPath,
  subject: string,
  message: string,
  fix?: ProblemFix,
): DefinitionProblem {
  const part = partAt(tree, path) ?? tree;
  return problemAt(part.layer, part.span, subject, message, fix);
}

/** A problem with the key at the end of `path`. */
export function keyProblem(tree: Tree, path: KeyPath, message: string, fix?: ProblemFix): DefinitionProblem {
  const { layer, span } = entryOrSelf(tree, path);
  return problemAt(layer, span, String(path.at(-1) ?? ''), message, fix);
}

/** A problem at a place of a layer. */
export const problemAt = (
  layer: Layer,
  span: Span,
  subject: string,
  message: string,
  fix?: ProblemFix,
): DefinitionProblem => ({ file: layer.file, span, message, subject, ...(fix ? { fix } : {}) });

/** The layer that last wrote what is at `path`. */
export const ownerOf = (tree: Tree, path: KeyPath): Layer => entryOrSelf(tree, path).layer;
