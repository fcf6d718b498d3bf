import type { YamlMap, YamlNode } from '../parse/model.ts';

/** The value of `key` in a map. */
export const entry = (node: YamlNode | undefined, key: string): YamlNode | undefined =>
  node?.kind === 'map' ? node.entries.find(item => item.key === key)?.value : undefined;

/** A scalar as trimmed text; undefined for lists, maps, null and blank text. */
export function textOf(node: YamlNode | undefined): string | undefined {
  if (node?.kind !== 'scalar' || node.value === null) return undefined;
  const text = node.source.trim();
  return text === '' ? undefined : text;
}

/** A list's items, a scalar as a list of one, nothing as an empty list. */
export function itemsOf(node: YamlNode | undefined): readonly YamlNode[] {
  if (node === undefined || isBlank(node)) return [];
  return node.kind === 'list' ? node.items : [node];
}

/** Whether nothing is filled in: null, blank text, an empty list or an empty map. */
export function isBlank(node: YamlNode | undefined): boolean {
  if (node === undefined) return true;
  if (node.kind === 'scalar')
    return node.value === null || (typeof node.value === 'string' && node.value.trim() === '');
  return (node.kind === 'list' ? node.items : node.entries).length === 0;
}

/** The maps among the items of a list. */
export const mapsOf = (node: YamlNode | undefined): readonly YamlMap[] =>
  itemsOf(node).filter((item): item is YamlMap => item.kind === 'map');
