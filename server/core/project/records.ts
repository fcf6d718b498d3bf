import type { Lifecycle } from '../lifecycle/schema/lifecycle.ts';
import type { RecordKind } from '../lifecycle/schema/record.ts';
import type { Document, YamlMap, YamlNode } from '../parse/model.ts';
import { memoizePair } from '../text/memo.ts';
import type { RecordEntry, RecordFile } from './model.ts';
import { entry, textOf } from './yamlValue.ts';

const extension = /\.ya?ml$/i;

/** The kind of record that a file holds: the file at the kind's path, or any YAML file in a folder of that name. */
export function recordKindAt(lifecycle: Lifecycle, path: string): string | undefined {
  if (!extension.test(path)) return undefined;
  const name = path.replace(extension, '');
  return Object.entries(lifecycle.records).find(([, kind]) => {
    const own = kind.path.replace(extension, '');
    return name === own || name.startsWith(`${own}/`);
  })?.[0];
}

/** Reads a record file: a list of entries, alone or under one key, or a single entry. */
export function recordFile(kind: string, definition: RecordKind, document: Document): RecordFile {
  const entries = document.kind === 'yaml' ? entriesOf(document, definition) : [];
  return { kind, path: document.path, document, entries };
}

const entriesOf = memoizePair(
  (document: Extract<Document, { kind: 'yaml' }>, definition: RecordKind): readonly RecordEntry[] =>
    entryMaps(document.root, definition).map(map => ({
      path: document.path,
      map,
      span: map.span,
      id: textOf(entry(map, 'id')),
    })),
);

function entryMaps(root: YamlNode | undefined, { fields }: RecordKind): readonly YamlMap[] {
  if (root === undefined || root.kind === 'scalar') return [];
  if (root.kind === 'list') return root.items.filter(isMap);
  const isField = (key: string): boolean => Object.hasOwn(fields, key);
  for (const { key, value } of root.entries)
    if (!isField(key) && value.kind === 'list' && (value.items.length === 0 || value.items.some(isMap)))
      return value.items.filter(isMap);
  return root.entries.some(({ key }) => isField(key)) ? [root] : [];
}

const isMap = (node: YamlNode): node is YamlMap => node.kind === 'map';

/** All entries of a kind over its files. */
export const entriesOfKind = (records: readonly RecordFile[], kind: string): readonly RecordEntry[] =>
  records.filter(record => record.kind === kind).flatMap(record => record.entries);
