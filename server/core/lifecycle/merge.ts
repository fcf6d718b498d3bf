import { at } from '../text/span.ts';
import type { Tree, TreeEntry } from './tree.ts';

/**
 * Merges `patch` over `base` as JSON Merge Patch does (RFC 7396): maps merge by key, `null` removes the key, anything
 * else replaces. A key without any value (`key:` and nothing after it) says nothing and changes nothing. Keys keep the
 * place they have in `base`; new ones follow.
 */
export function merge(base: Tree | undefined, patch: Tree): Tree {
  if (patch.kind !== 'map') return patch;
  if (base?.kind !== 'map' && !hasNull(patch)) return patch;
  const entries = new Map<string, TreeEntry>(base?.kind === 'map' ? base.entries : []);
  for (const [key, entry] of patch.entries) {
    if (isUnsaid(entry.value)) continue;
    if (isNull(entry.value)) entries.delete(key);
    else entries.set(key, { ...entry, value: merge(entries.get(key)?.value, entry.value) });
  }
  return { ...patch, entries };
}

const hasNull = (tree: Tree): boolean =>
  tree.kind === 'map' ? [...tree.entries.values()].some(({ value }) => hasNull(value)) : isNull(tree);

/** Whether a value is `null`, however written. */
export const isNull = (tree: Tree): boolean => tree.kind === 'scalar' && tree.value === null;

/** Whether a key stands there without any value. */
export const isUnsaid = (tree: Tree): boolean => tree.kind === 'scalar' && tree.value === null && tree.source === '';

/** What layers say together, the last one having the last word. */
export const mergeAll = (layers: readonly Tree[]): Tree => layers.reduce(merge, nothing);

/** What the definition is when layers 0 to `i` have spoken, for each `i`. */
export function states(layers: readonly Tree[]): readonly Tree[] {
  const merged: Tree[] = [];
  for (const layer of layers) merged.push(merge(merged.at(-1), layer));
  return merged;
}

const nothing: Tree = { kind: 'map', span: at(0), layer: { index: -1, file: '', builtIn: true }, entries: new Map() };
