import type { SectionType } from '../lifecycle/schema/section.ts';
import type { MarkdownDocument, Table } from '../parse/model.ts';
import { coveredBy, within } from '../text/sorted.ts';
import type { Span } from '../text/span.ts';
import { normaliseHeading } from './headings.ts';
import type { Artifact, Section } from './model.ts';
import { isInside } from './sections.ts';
import { saysNone } from './substance.ts';
import { listed } from './wording.ts';

/**
 * What keeps a section from the form that its type asks for, to follow its name: `lacks a list`. Undefined when the form
 * is right. "None" and the like answer any form.
 */
export function formProblem({ document, sections }: Artifact, section: Section, type: SectionType): string | undefined {
  if (document.kind !== 'markdown' || saysNone(document, section.bodySpan)) return undefined;
  const parts = sections.filter(other => isInside(other, section));
  const items = within(document.listItems, section.bodySpan, spanOf);
  if (type.min !== undefined && Math.max(parts.length, items.length) < type.min)
    return `has fewer than ${type.min} entries`;
  switch (type.form) {
    case 'prose':
      return hasProse(document, section.bodySpan) ? undefined : 'lacks a paragraph of text';
    case 'list':
      return items.length > 0 || parts.length > 0 || hasTable(document, section.bodySpan) ? undefined : 'lacks a list';
    case 'steps':
      return items.filter(item => item.ordered).length >= 2 || parts.length >= 2
        ? undefined
        : 'lacks numbered steps, at least two';
    case 'checklist':
      return items.some(item => item.checked !== undefined) ? undefined : 'lacks a checklist';
    case 'table':
      return tableProblem(document, section.bodySpan, columnsOf(type));
    case 'diagram':
      return hasDiagram(document, section.bodySpan) ? undefined : 'lacks a diagram';
    case 'any':
      return undefined;
  }
}

/** The columns that a table of the section must have: those that are listed, and those whose cells are always required. */
export const columnsOf = ({ columns, cells }: SectionType): readonly string[] => [
  ...columns,
  ...Object.entries(cells).flatMap(([name, { required }]) =>
    required === true && !columns.some(column => isSameColumn(column, name)) ? [name] : [],
  ),
];

/** Whether two names are of the same column. */
const isSameColumn = (a: string, b: string): boolean => normaliseHeading(a) === normaliseHeading(b);

const spanOf = (item: { readonly span: Span }): Span => item.span;

function hasProse(document: MarkdownDocument, span: Span): boolean {
  const isInList = coveredBy(within(document.listItems, span, spanOf).map(spanOf));
  return within(document.paragraphs, span, part => part).some(({ start }) => !isInList(start));
}

const hasTable = (document: MarkdownDocument, span: Span): boolean => within(document.tables, span, spanOf).length > 0;

function tableProblem(document: MarkdownDocument, span: Span, columns: readonly string[]): string | undefined {
  const best = bestTable(document, span, columns);
  if (!best) return columns.length > 0 ? `lacks a table with the columns ${quotedList(columns)}` : 'lacks a table';
  const { missing } = best;
  if (missing.length === 0) return undefined;
  return `lacks the column${missing.length > 1 ? 's' : ''} ${quotedList(missing)} in its table`;
}

const quotedList = (words: readonly string[]): string => listed(words.map(word => `“${word}”`));

/** Those of the columns that a table lacks. */
export function missingColumns(table: Table, columns: readonly string[]): readonly string[] {
  const header = new Set(table.header.map(cell => normaliseHeading(cell.text)));
  return columns.filter(column => !header.has(normaliseHeading(column)));
}

/** The table of a span that lacks the fewest of these columns, with those it lacks; the first of several such tables. */
export function bestTable(
  document: MarkdownDocument,
  span: Span,
  columns: readonly string[],
): { readonly table: Table; readonly missing: readonly string[] } | undefined {
  let best: { readonly table: Table; readonly missing: readonly string[] } | undefined;
  for (const table of within(document.tables, span, spanOf)) {
    const missing = missingColumns(table, columns);
    if (!best || missing.length < best.missing.length) best = { table, missing };
  }
  return best;
}

const hasDiagram = (document: MarkdownDocument, span: Span): boolean =>
  within(document.links, span, spanOf).some(
    link => link.form === 'image' || /\.(?:png|svg|jpe?g|drawio|puml|mmd)(?:$|[?#])/i.test(link.target),
  ) ||
  within(document.code, span, spanOf).some(code =>
    /^(?:mermaid|plantuml|puml|dot|graphviz|d2)$/.test(code.language ?? ''),
  );
