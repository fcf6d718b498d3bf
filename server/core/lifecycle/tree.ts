import type { YamlNode } from '../parse/model.ts';
import type { Span } from '../text/span.ts';

/** One definition file in the order of merging; later layers change earlier ones. */
export interface Layer {
  readonly index: number;
  readonly file: string;
  readonly builtIn: boolean;
}

/** A merged definition in which every part still knows the layer and the place it comes from. */
export type Tree = TreeMap | TreeList | TreeScalar;

interface Placed {
  readonly span: Span;
  readonly layer: Layer;
}

export interface TreeMap extends Placed {
  readonly kind: 'map';
  readonly entries: ReadonlyMap<string, TreeEntry>;
}

/** A key with its value; `layer` and `keySpan` are of the last layer that names the key. */
export interface TreeEntry {
  readonly keySpan: Span;
  readonly layer: Layer;
  readonly value: Tree;
}

interface TreeList extends Placed {
  readonly kind: 'list';
  readonly items: readonly Tree[];
}

export interface TreeScalar extends Placed {
  readonly kind: 'scalar';
  readonly value: string | number | boolean | null;
  /** As written, without quotes. */
  readonly source: string;
}

/** Keys of maps and indexes of lists from the root down. */
export type KeyPath = readonly (string | number)[];

/** Takes a parsed YAML value into a layer. Of a key written twice the last one counts. */
export function toTree(node: YamlNode, layer: Layer): Tree {
  if (node.kind === 'scalar') return { ...node, layer };
  if (node.kind === 'list')
    return { kind: 'list', span: node.span, layer, items: node.items.map(item => toTree(item, layer)) };
  const entries = node.entries.map(
    ({ key, keySpan, value }) => [key, { keySpan, layer, value: toTree(value, layer) }] as const,
  );
  return { kind: 'map', span: node.span, layer, entries: new Map(entries) };
}

/** The plain value of a tree. */
export function toValue(tree: Tree): unknown {
  if (tree.kind === 'scalar') return tree.value;
  if (tree.kind === 'list') return tree.items.map(toValue);
  const value: Record<string, unknown> = {};
  for (const [key, entry] of tree.entries) {
    if (key === '__proto__') Object.defineProperty(value, key, { value: toValue(entry.value), enumerable: true });
    else value[key] = toValue(entry.value);
  }
  return value;
}

/** The part of a tree at a path. */
export function partAt(tree: Tree | undefined, path: KeyPath): Tree | undefined {
  let part = tree;
  for (const step of path) part = child(part, step);
  return part;
}

/** The entry (key and value) at a path that ends in a key. */
export function entryAt(tree: Tree | undefined, path: KeyPath): TreeEntry | undefined {
  const parent = partAt(tree, path.slice(0, -1));
  return parent?.kind === 'map' ? parent.entries.get(String(path.at(-1))) : undefined;
}

const child = (tree: Tree | undefined, step: string | number): Tree | undefined =>
  tree?.kind === 'map'
    ? tree.entries.get(String(step))?.value
    : tree?.kind === 'list'
      ? tree.items[Number(step)]
      : undefined;

/** The keys of the map at a path; none when there is no map. */
export function keysAt(tree: Tree | undefined, path: KeyPath): readonly string[] {
  const part = partAt(tree, path);
  return part?.kind === 'map' ? [...part.entries.keys()] : [];
}

/** The text of the scalar at a path, as written. */
export function textAt(tree: Tree | undefined, path: KeyPath): string | undefined {
  const part = partAt(tree, path);
  return part?.kind === 'scalar' && part.value !== null ? part.source : undefined;
}

/** The texts of the list at `path`. */
export function textsAt(tree: Tree | undefined, path: KeyPath): readonly string[] {
  const part = partAt(tree, path);
  return part?.kind === 'list' ? part.items.flatMap(item => (item.kind === 'scalar' ? item.source : [])) : [];
}

/** Puts `to` in the place of what is at `path`, or leaves it out when there is no `to`. */
export interface Edit {
  readonly path: KeyPath;
  readonly to?: Tree | undefined;
}

/** Applies edits in one walk. Indexes of lists are those before the edits. Undefined when the root itself is left out. */
export function rewrite(tree: Tree, edits: readonly Edit[], depth = 0): Tree | undefined {
  const here = edits.find(({ path }) => path.length === depth);
  if (here) return here.to;
  const byStep = new Map<string, Edit[]>();
  for (const edit of edits) {
    const step = String(edit.path[depth]);
    const same = byStep.get(step);
    if (same) same.push(edit);
    else byStep.set(step, [edit]);
  }
  if (tree.kind === 'map') {
    const entries = [...tree.entries].flatMap(([key, entry]) => {
      const value = rewriteChild(entry.value, byStep.get(key), depth);
      return value ? [[key, value === entry.value ? entry : { ...entry, value }] as const] : [];
    });
    return { ...tree, entries: new Map(entries) };
  }
  if (tree.kind === 'list')
    return {
      ...tree,
      items: tree.items.flatMap((item, index) => rewriteChild(item, byStep.get(String(index)), depth) ?? []),
    };
  return tree;
}

const rewriteChild = (tree: Tree, edits: readonly Edit[] | undefined, depth: number): Tree | undefined =>
  edits ? rewrite(tree, edits, depth + 1) : tree;
