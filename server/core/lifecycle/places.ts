import type { KeyPath, Tree } from './tree.ts';

/** A place of a tree that fits a pattern. */
export interface Place {
  readonly path: KeyPath;
  readonly part: Tree;
}

/**
 * The places that fit a pattern such as `artifacts.*.path`: `*` is any key or list entry, `fields+` any field of a map
 * of fields, however deep in other fields.
 */
export function places(tree: Tree, pattern: string): readonly Place[] {
  const found: Place[] = [];
  collect(tree, pattern.split('.'), 0, [], found);
  return found;
}

/** The same, with the entries of a list in the place of the list. */
export const values = (tree: Tree, pattern: string): readonly Place[] =>
  places(tree, pattern).flatMap(({ path, part }): readonly Place[] =>
    part.kind === 'list' ? part.items.map((item, index) => ({ path: [...path, index], part: item })) : [{ path, part }],
  );

/** Walks down with one path for all, copied where something is found. */
function collect(part: Tree, steps: readonly string[], depth: number, path: (string | number)[], found: Place[]): void {
  const step = steps[depth];
  if (step === undefined) {
    found.push({ path: [...path], part });
    return;
  }
  const into = (key: string | number, child: Tree, next: number): void => {
    path.push(key);
    collect(child, steps, next, path, found);
    path.pop();
  };
  if (step === '*') eachChild(part, (key, child) => into(key, child, depth + 1));
  else if (step === 'fields+') {
    const fields = part.kind === 'map' ? part.entries.get('fields') : undefined;
    if (!fields) return;
    path.push('fields');
    eachChild(fields.value, (key, child) => {
      into(key, child, depth + 1);
      into(key, child, depth);
    });
    path.pop();
  } else {
    const child = part.kind === 'map' ? part.entries.get(step) : undefined;
    if (child) into(step, child.value, depth + 1);
  }
}

function eachChild(part: Tree, visit: (key: string | number, child: Tree) => void): void {
  if (part.kind === 'map') for (const [key, { value }] of part.entries) visit(key, value);
  else if (part.kind === 'list') for (const [index, item] of part.items.entries()) visit(index, item);
}
