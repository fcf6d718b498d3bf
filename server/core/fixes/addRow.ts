import type { SectionType } from '../lifecycle/schema/section.ts';
import type { MarkdownDocument, Table } from '../parse/model.ts';
import { foldName } from '../project/fieldName.ts';
import { bestTable, columnsOf } from '../project/form.ts';
import type { Artifact, Section } from '../project/model.ts';
import type { Change } from '../rules/rule.ts';
import { memoizePair } from '../text/memo.ts';
import { at, type Span } from '../text/span.ts';
import { appendToSection } from './appendToSection.ts';
import { newlineOf } from './newline.ts';

/** The cells of a new row that are known, by the names of their columns; the other cells wait for a person. */
export type NewRow = Readonly<Record<string, string>>;

/**
 * Adds rows at the end of the table of a section, in the style of that table, with the cursor on each empty cell. A
 * section without a table gets one with the columns of its type. Undefined in what is no Markdown document, and where a
 * known cell has no column.
 */
export function addRows(
  { document }: Pick<Artifact, 'document'>,
  section: Section,
  rows: readonly NewRow[],
): Change | undefined {
  if (document.kind !== 'markdown' || rows.length === 0) return undefined;
  const names = Object.keys(rows[0] ?? {});
  const table = bestTable(document, section.bodySpan, names)?.table;
  if (!table) return section.definition ? newTable(document, section, section.definition, rows) : undefined;
  const columns = table.header.map(({ text }) => text);
  return fits(columns, names) ? belowTable(document, table, columns, rows) : undefined;
}

/** Adds a row at the end of a table; undefined where a known cell has no column. */
export function addTableRow(document: MarkdownDocument, table: Table, row: NewRow): Change | undefined {
  const columns = table.header.map(({ text }) => text);
  return fits(columns, Object.keys(row)) ? belowTable(document, table, columns, [row]) : undefined;
}

/** The columns that a row of a section has: those of its table, else those that its type asks for. */
export function columnsIn(
  { document }: Pick<Artifact, 'document'>,
  { bodySpan, definition }: Section,
): readonly string[] {
  const asked = definition ? columnsOf(definition) : [];
  const table = document.kind === 'markdown' ? bestTable(document, bodySpan, asked)?.table : undefined;
  return table?.header.map(({ text }) => text) ?? asked;
}

/** Adds one row; see `addRows`. */
export const addRow = (artifact: Pick<Artifact, 'document'>, section: Section, row: NewRow): Change | undefined =>
  addRows(artifact, section, [row]);

const fits = (columns: readonly string[], names: readonly string[]): boolean => {
  const known = new Set(columns.map(foldName));
  return names.every(name => known.has(foldName(name)));
};

function belowTable(
  document: MarkdownDocument,
  table: Table,
  columns: readonly string[],
  rows: readonly NewRow[],
): Change | undefined {
  const { text, path } = document;
  const { lead, isOpen, widths } = styleOf(document, table);
  const end = table.span.end;
  let inserted = '';
  const stops: Span[] = [];
  for (const row of rows) {
    const { line, blanks } = rowLine(row, columns, isOpen, widths);
    inserted += `${newlineOf(text)}${lead}`;
    stops.push(...blanks.map(offset => at(inserted.length + offset)));
    inserted += line;
  }
  return { kind: 'edit', path, edits: [{ span: at(end), text: inserted, stops }] };
}

interface TableStyle {
  /** What stands before each row, such as the blanks of a list item. */
  readonly lead: string;
  /** Without bars at the ends of the rows. */
  readonly isOpen: boolean;
  readonly widths: readonly number[] | undefined;
}

/** Read once for each table: there may be many rows to offer. */
const styleOf = memoizePair(({ text }: MarkdownDocument, { span, header }: Table): TableStyle => {
  const lines = text.slice(span.start, span.end).split(/\r?\n/);
  return {
    lead: /^[ \t>]*/.exec(lines.at(-1) ?? '')?.[0] ?? '',
    isOpen: !(lines[0] ?? '').trimStart().startsWith('|'),
    widths: alignedWidths(lines, header.length),
  };
});

/** How wide each cell is in a table whose bars stand below each other; undefined in any other table. */
function alignedWidths(lines: readonly string[], count: number): readonly number[] | undefined {
  const bars = lines.map(line => [...line.trimStart().matchAll(/(?<!\\)\|/g)].map(({ index }) => index).join(' '));
  if (lines.length < 3 || bars.some(other => other !== bars[0])) return undefined;
  const offsets = (bars[0] ?? '').split(' ').map(Number);
  if (offsets.length !== count + 1) return undefined;
  return offsets.slice(1).map((offset, index) => offset - (offsets[index] ?? 0) - 3);
}

interface Line {
  readonly line: string;
  /** Where the cells begin that are left empty. */
  readonly blanks: readonly number[];
}

function rowLine(
  row: NewRow,
  columns: readonly string[],
  isOpen: boolean,
  widths: readonly number[] | undefined,
): Line {
  const known = new Map(Object.entries(row).map(([name, value]) => [foldName(name), value.replace(/\|/g, '\\|')]));
  const blanks: number[] = [];
  let line = isOpen ? '' : '| ';
  for (const [index, column] of columns.entries()) {
    const value = known.get(foldName(column)) ?? '';
    if (value === '') blanks.push(line.length);
    line += value.padEnd(widths?.[index] ?? 0);
    line += index < columns.length - 1 ? ' | ' : isOpen ? '' : ' |';
  }
  return { line, blanks };
}

function newTable(
  document: MarkdownDocument,
  section: Section,
  type: SectionType,
  rows: readonly NewRow[],
): Change | undefined {
  const names = Object.keys(rows[0] ?? {});
  const asked = columnsOf(type);
  const columns = asked.length > 0 ? asked : names;
  if (!fits(columns, names)) return undefined;
  let text = `| ${columns.join(' | ')} |\n| ${columns.map(() => '---').join(' | ')} |`;
  const stops: number[] = [];
  for (const row of rows) {
    const { line, blanks } = rowLine(row, columns, false, undefined);
    text += '\n';
    stops.push(...blanks.map(offset => text.length + offset));
    text += line;
  }
  return appendToSection(document, section, text, stops);
}
