import type { YamlDocument, YamlList, YamlNode } from '../parse/model.ts';
import type { Project, RecordEntry, RecordFile } from '../project/model.ts';
import { entry, isBlank, textOf } from '../project/yamlValue.ts';
import type { Change } from '../rules/rule.ts';
import { at, contains, type Span } from '../text/span.ts';
import { addTableRow } from './addRow.ts';
import { inStyleOf } from './newline.ts';

type Given = Readonly<Record<string, string>>;

/**
 * Prepares an entry at the end of a record: `given` is filled in, as YAML; the fields named in `blank` wait for a person,
 * with the cursor on each. In a table that is a row. Undefined when the record has no file that takes entries, when its
 * table has no column for something given, or when such an entry waits there.
 */
export function appendEntry(
  project: Project,
  kind: string,
  given: Given,
  blank: readonly string[],
): Change | undefined {
  const files = project.records.filter(record => record.kind === kind);
  if (files.some(({ entries }) => entries.some(entry => waits(entry, given, blank)))) return undefined;
  for (const file of files) {
    const change = inTable(file, given) ?? inYaml(file, given, blank);
    if (change) return change;
  }
  return undefined;
}

/** An entry with an id of its own cannot wait there yet. */
const waits = ({ map }: RecordEntry, given: Given, blank: readonly string[]): boolean =>
  given.id === undefined &&
  Object.entries(given).every(([name, value]) => textOf(entry(map, name)) === value) &&
  blank.some(name => isBlank(entry(map, name)));

function inTable({ document, header }: RecordFile, given: Given): Change | undefined {
  if (document.kind !== 'markdown' || !header) return undefined;
  const table = document.tables.find(({ span }) => contains(span, header.span));
  const row: Record<string, string> = {};
  for (const [name, value] of Object.entries(given)) {
    const column = header.fields.get(name);
    if (column === undefined) return undefined;
    row[column] = asWords(value);
  }
  return table && addTableRow(document, table, row);
}

/** A value as a cell has it: without the brackets of a list and without quotes. */
function asWords(value: string): string {
  const inner = /^\[(.*)\]$/s.exec(value)?.[1] ?? value;
  return inner.replace(/^"(.*)"$/s, (_, text: string) => text.replace(/\\(.)/g, '$1')).replace(/\s+/g, ' ');
}

function inYaml({ document, entries }: RecordFile, given: Given, blank: readonly string[]): Change | undefined {
  const place = document.kind === 'yaml' ? endOfList(document, entries) : undefined;
  if (!place) return undefined;
  const { span, indent, before, after } = place;
  const lines = [
    ...Object.entries(given).map(([name, value]) => `${name}: ${value}`),
    ...blank.map(name => `${name}: `),
  ];
  const body = lines.map((line, index) => `${indent}${index === 0 ? '- ' : '  '}${line}`).join('\n');
  const text = inStyleOf(document.text, `${before}${body}${after}`);
  const stops = [...text.matchAll(/: (?=\r?\n|$)/g)].map(({ index }) => at(index + 2));
  return { kind: 'edit', path: document.path, edits: [{ span, text, stops }] };
}

/** Where a new entry goes, and what stands around it. */
interface Place {
  readonly span: Span;
  readonly indent: string;
  readonly before: string;
  readonly after: string;
}

function endOfList({ text, root, problems }: YamlDocument, entries: RecordFile['entries']): Place | undefined {
  if (problems.some(({ code }) => code !== 'not-utf8')) return undefined;
  const list = listOf(root, entries);
  if (!list) return undefined;
  const isWhole = list === root;
  if (list.items.length === 0) {
    const isAlone = text.slice(list.span.start, list.span.end).trim() === '[]';
    return isWhole && isAlone ? { span: list.span, indent: '', before: '', after: '' } : undefined;
  }
  if (text[list.span.start] === '[') return undefined;
  const lineStart = text.lastIndexOf('\n', list.span.start - 1) + 1;
  const indent = /^[ \t]*(?=-)/.exec(text.slice(lineStart))?.[0];
  if (indent === undefined) return undefined;
  if (isWhole) return { span: at(text.length), indent, before: text.endsWith('\n') ? '' : '\n', after: '\n' };
  const last = list.span.start + text.slice(list.span.start, list.span.end).trimEnd().length;
  const remark = /^[ \t]+#[^\r\n]*/.exec(text.slice(last))?.[0].length ?? 0;
  return { span: at(last + remark), indent, before: '\n', after: '' };
}

/** The list of the entries: the root, or what stands under a key. */
function listOf(root: YamlNode | undefined, [first]: RecordFile['entries']): YamlList | undefined {
  if (root?.kind === 'list') return root;
  const lists = root?.kind === 'map' ? root.entries.flatMap(({ value }) => (value.kind === 'list' ? [value] : [])) : [];
  return lists.find(({ items }) => items.some(({ span }) => span.start === first?.span.start));
}
