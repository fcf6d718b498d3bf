import type { Lifecycle } from '../lifecycle/schema/lifecycle.ts';
import type { RecordKind } from '../lifecycle/schema/record.ts';
import type { Document, YamlMap, YamlNode } from '../parse/model.ts';
import { memoizePair } from '../text/memo.ts';
import { changelogRecords } from './changelogChanges.ts';
import { foldName } from './fieldName.ts';
import type { Artifact, RecordEntry, RecordFile } from './model.ts';
import { fieldNames, underOwnNames } from './recordNames.ts';
import { recordTables } from './recordTables.ts';
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
  return { kind, form: 'file', path: document.path, document, entries, header: undefined };
}

const entriesOf = memoizePair(
  (document: Extract<Document, { kind: 'yaml' }>, definition: RecordKind): readonly RecordEntry[] =>
    entryMaps(document.root, definition).map(written => {
      const map = underOwnNames(written, definition.fields, document.text);
      return { path: document.path, map, span: map.span, id: textOf(entry(map, 'id')) };
    }),
);

function entryMaps(root: YamlNode | undefined, { fields }: RecordKind): readonly YamlMap[] {
  if (root === undefined || root.kind === 'scalar') return [];
  if (root.kind === 'list') return root.items.filter(isMap);
  const isField = (key: string): boolean => fieldNames(fields).has(foldName(key));
  for (const { key, value } of root.entries)
    if (!isField(key) && value.kind === 'list' && (value.items.length === 0 || value.items.some(isMap)))
      return value.items.filter(isMap);
  return root.entries.some(({ key }) => isField(key)) ? [root] : [];
}

const isMap = (node: YamlNode): node is YamlMap => node.kind === 'map';

/**
 * The records that documents hold, where no file holds that kind: as tables, or as lines of a changelog. Beside a file they
 * only repeat or announce what it says.
 */
export function recordsInDocuments(
  lifecycle: Lifecycle,
  artifacts: readonly Artifact[],
  files: readonly RecordFile[],
): readonly RecordFile[] {
  const kept = new Set(files.map(({ kind }) => kind));
  const tables = recordTables(lifecycle, artifacts).filter(({ kind }) => !kept.has(kind));
  for (const { kind } of tables) kept.add(kind);
  const lines = Object.entries(lifecycle.records).flatMap(([kind, definition]) =>
    kept.has(kind) ? [] : changelogRecords(lifecycle, artifacts, kind, definition),
  );
  return [...tables, ...lines];
}

/** All entries of a kind over its files. */
export const entriesOfKind = (records: readonly RecordFile[], kind: string): readonly RecordEntry[] =>
  records.filter(record => record.kind === kind).flatMap(record => record.entries);
