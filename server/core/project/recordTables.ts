import type { ArtifactType } from '../lifecycle/schema/artifact.ts';
import type { Lifecycle } from '../lifecycle/schema/lifecycle.ts';
import type { RecordKind } from '../lifecycle/schema/record.ts';
import type { Cell, MarkdownDocument, Table, YamlEntry } from '../parse/model.ts';
import { memoize, memoizePair } from '../text/memo.ts';
import { within } from '../text/sorted.ts';
import type { Span } from '../text/span.ts';
import { foldName } from './fieldName.ts';
import { readValue } from './fieldReading.ts';
import { normaliseHeading } from './headings.ts';
import { mentionsIn } from './mentions.ts';
import type { Artifact, RecordEntry, RecordFile } from './model.ts';
import { cellValue } from './recordCell.ts';
import { fieldNames } from './recordNames.ts';
import { ancestry, sectionAt, sectionsOf } from './sections.ts';
import { isAside } from './state.ts';
import { entry, textOf } from './yamlValue.ts';

/** The records that documents keep as tables, one for each table, in path and text order. */
export function recordTables(lifecycle: Lifecycle, artifacts: readonly Artifact[]): readonly RecordFile[] {
  const tables = new Map<Table, RecordFile>();
  for (const { type, document, state } of artifacts) {
    const reading = readings(lifecycle).get(type);
    if (!reading || document.kind !== 'markdown' || state.waived || isAside(lifecycle, state.status)) continue;
    for (const [table, record] of tablesIn(reading, document)) if (!tables.has(table)) tables.set(table, record);
  }
  return [...tables.values()];
}

/** What may stand in the documents of one type. */
interface Reading {
  readonly lifecycle: Lifecycle;
  readonly type: ArtifactType;
  readonly kinds: readonly KindReading[];
}

interface KindReading {
  readonly kind: string;
  readonly definition: RecordKind;
  /** What a section that holds it may be called, folded. */
  readonly names: ReadonlySet<string>;
  /** What a column that names the entries may be called, folded. */
  readonly entryNames: ReadonlySet<string>;
}

const readings = memoize((lifecycle: Lifecycle): ReadonlyMap<string, Reading> => {
  const byType = new Map<string, Reading>();
  for (const [id, type] of Object.entries(lifecycle.artifacts)) {
    const kinds = Object.entries(lifecycle.records).filter(([, record]) => record['table-in'].includes(id));
    if (kinds.length > 0)
      byType.set(id, { lifecycle, type, kinds: kinds.map(([kind, record]) => readingOf(lifecycle, kind, record)) });
  }
  return byType;
});

function readingOf({ items }: Lifecycle, kind: string, definition: RecordKind): KindReading {
  const stem = definition.path.slice(definition.path.lastIndexOf('/') + 1).replace(/\.ya?ml$/i, '');
  const entryWords = [...(definition.entry ? [definition.entry] : []), ...definition.declares.map(titleOf)];
  const words = [definition.title, kind, stem, ...entryWords].map(word => word.replace(/[-_]+/g, ' '));
  function titleOf(item: string): string {
    return items[item]?.title ?? item;
  }
  return {
    kind,
    definition,
    names: new Set(words.map(normaliseHeading)),
    entryNames: new Set(entryWords.map(foldName)),
  };
}

const tablesIn = memoizePair((reading: Reading, document: MarkdownDocument): ReadonlyMap<Table, RecordFile> => {
  const records = new Map<Table, RecordFile>();
  for (const table of document.tables) {
    const fits = reading.kinds.flatMap(kind => {
      const columns = columnsOf(table, kind, document, reading.lifecycle);
      return isRecord(table, columns, kind, document, reading) ? [{ kind, columns }] : [];
    });
    const [best] = fits.sort((a, b) => b.columns.size - a.columns.size);
    if (best) records.set(table, recordOf(table, best.columns, best.kind, document, reading.lifecycle));
  }
  return records;
});

/** Fields by the index of their column. */
type Columns = ReadonlyMap<number, string>;

function columnsOf(table: Table, reading: KindReading, document: MarkdownDocument, lifecycle: Lifecycle): Columns {
  const { definition, entryNames } = reading;
  const names = fieldNames(definition.fields);
  const columns = new Map<number, string>();
  const add = (index: number, name: string | undefined): void => {
    if (name !== undefined && !columns.has(index) && ![...columns.values()].includes(name)) columns.set(index, name);
  };
  for (const [index, { text }] of table.header.entries()) add(index, names.get(foldName(text.trim())));
  const hasIds = table.rows.some(
    ([cell]) => cell && idIn(cell, definition.declares, document, lifecycle) !== undefined,
  );
  if (hasIds) add(0, 'id');
  const naming = ['title', 'name', 'summary'].find(name => Object.hasOwn(definition.fields, name));
  for (const [index, { text }] of table.header.entries()) if (entryNames.has(foldName(text.trim()))) add(index, naming);
  return new Map([...columns].sort(([a], [b]) => a - b));
}

/** The id that fills a cell, when it is of one of these kinds. */
function idIn(
  cell: Cell,
  kinds: readonly string[],
  document: MarkdownDocument,
  lifecycle: Lifecycle,
): string | undefined {
  const [mention] = within(mentionsIn(lifecycle, document), cell.span, ({ span }) => span);
  const fills = mention && cell.text.length === mention.span.end - mention.span.start;
  return fills && kinds.includes(mention.kind) ? mention.id : undefined;
}

/**
 * Whether a table is a record and no prose about one: its header fits at least two fields, and its rows have ids. Where
 * the kind has no ids, or none is written yet, the section must be named like the record.
 */
function isRecord(
  table: Table,
  columns: Columns,
  { definition, names }: KindReading,
  document: MarkdownDocument,
  { lifecycle, type }: Reading,
): boolean {
  if (columns.size < 2) return false;
  const fields = [...columns.values()];
  const idColumn = [...columns].find(([, name]) => name === 'id')?.[0];
  if (definition.declares.length > 0) {
    if (idColumn === undefined) return false;
    const cells = table.rows.flatMap(row => row[idColumn] ?? []);
    if (cells.some(cell => idIn(cell, definition.declares, document, lifecycle) !== undefined))
      return fields.some(name => name !== 'id');
    if (cells.some(({ text }) => text !== '')) return false;
  }
  const around = ancestry(sectionAt(sectionsOf(document, type), table.span.start));
  for (const { heading, id } of around)
    if (names.has(normaliseHeading(heading.text)) || names.has(normaliseHeading(id ?? ''))) return true;
  return false;
}

function recordOf(
  table: Table,
  columns: Columns,
  { kind, definition }: KindReading,
  document: MarkdownDocument,
  lifecycle: Lifecycle,
): RecordFile {
  const isId = (text: string): boolean =>
    Object.keys(lifecycle.items).some(item => text.startsWith(`${lifecycle.items[item]?.prefix ?? item}-`)) &&
    /-\d+$/.test(text);
  const entryOf = (cell: Cell, index: number, name: string): YamlEntry[] => {
    const field = definition.fields[name];
    const keySpan = table.header[index]?.span;
    if (!field || !keySpan) return [];
    const value = readValue(field, cellValue(cell, { document, field, keySpan, isId }), document.text, false);
    return [{ key: name, keySpan, value }];
  };
  const entries = table.rows.flatMap((row): RecordEntry[] => {
    const span = spanOf(row);
    const values = [...columns].flatMap(([index, name]) => {
      const cell = row[index];
      return cell ? entryOf(cell, index, name) : [];
    });
    if (!span || row.every(({ text }) => text === '')) return [];
    const map = { kind: 'map' as const, span, entries: values };
    return [{ path: document.path, map, span, id: textOf(entry(map, 'id')) }];
  });
  const words = [...columns].map(([index, name]) => [name, table.header[index]?.text ?? ''] as const);
  const header = { span: spanOf(table.header) ?? table.span, fields: new Map(words) };
  return { kind, form: 'table', path: document.path, document, entries, header };
}

/** From the first cell to the last. */
function spanOf(row: readonly Cell[]): Span | undefined {
  const [first] = row;
  const last = row.at(-1);
  return first && last && { start: first.span.start, end: last.span.end };
}
