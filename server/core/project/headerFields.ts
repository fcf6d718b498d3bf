import type { MarkdownDocument, Table, YamlEntry } from '../parse/model.ts';
import { memoizePair } from '../text/memo.ts';
import { within } from '../text/sorted.ts';
import type { Span } from '../text/span.ts';
import { foldName } from './fieldName.ts';

/** A part of the header: a paragraph, a table, or the items of a list. */
interface Block {
  readonly span: Span;
  readonly entries: readonly YamlEntry[];
  /** Whether it consists of entries only, so that all of them are metadata once one of them is. */
  readonly isPure: boolean;
  readonly isItem: boolean;
}

/**
 * `Key: value` lines, bullets of that form and two-column tables before the first section, as people write metadata
 * without front matter. Keys among `names` (folded) count, and with them what else stands in the same block.
 */
export const headerEntries = memoizePair(
  (names: ReadonlyMap<string, string>, document: MarkdownDocument): readonly YamlEntry[] => {
    const isKnown = ({ key }: YamlEntry): boolean => names.has(foldName(key));
    const region = headerOf(document);
    const tables = within(document.tables, region, ({ span }) => span);
    return [
      ...joined(document, paragraphBlocks(document, region)),
      ...tables.map(table => tableBlock(document, table, isKnown)),
    ]
      .flatMap(({ entries, isPure }) => (isPure && entries.some(isKnown) ? entries : entries.filter(isKnown)))
      .sort((a, b) => a.keySpan.start - b.keySpan.start);
  },
);

const longestHeader = 4000;

/** From the start to the first heading that is not the title. */
function headerOf({ headings, text }: MarkdownDocument): Span {
  const first = headings.find((heading, index) => index > 0 || heading.depth > 1);
  return { start: 0, end: Math.min(first?.span.start ?? text.length, longestHeader) };
}

function paragraphBlocks(document: MarkdownDocument, region: Span): readonly Block[] {
  const items = new Set(within(document.listItems, region, ({ span }) => span).map(({ textSpan }) => textSpan.start));
  return within(document.paragraphs, region, span => span).map(span => {
    const lines = linesOf(document, span);
    if (items.has(span.start)) {
      const isPure = lines[0] !== undefined && !document.text.slice(span.start, lines[0].keySpan.start).includes('\n');
      return { span, entries: isPure ? wrapped(document, span, lines) : lines, isPure, isItem: true };
    }
    const count = document.text.slice(span.start, span.end).split('\n').length;
    return { span, entries: lines, isPure: lines.length === count, isItem: false };
  });
}

/** Items with nothing but bullets and quote marks between them are one block. */
function joined({ text }: MarkdownDocument, blocks: readonly Block[]): readonly Block[] {
  const result: Block[] = [];
  for (const block of blocks) {
    const last = result.at(-1);
    const between =
      last?.isItem && last.isPure && block.isItem && block.isPure
        ? text.slice(last.span.end, block.span.start)
        : undefined;
    if (last && between !== undefined && /^[\s>*+-]*$/.test(between))
      result[result.length - 1] = {
        span: { start: last.span.start, end: block.span.end },
        entries: [...last.entries, ...block.entries],
        isPure: true,
        isItem: true,
      };
    else result.push(block);
  }
  return result;
}

const line =
  /^([ \t>]*(?:[-*+][ \t]+)?(?:\*\*|__)?)([A-Za-z][\w /-]{0,40}?)((?:\*\*|__)?[ \t]*:(?:\*\*|__)?(?:[ \t]+|(?=[ \t]*$)))(.*?)[ \t]*$/gm;

/** The `Key: value` lines of a paragraph. */
export function linesOf({ text }: MarkdownDocument, paragraph: Span): readonly YamlEntry[] {
  const source = text.slice(paragraph.start, Math.min(paragraph.end, paragraph.start + longestHeader));
  return Array.from(source.matchAll(line), ({ index, 1: before = '', 2: key = '', 3: sign = '', 4: value = '' }) => {
    const keyStart = paragraph.start + index + before.length;
    const valueStart = keyStart + key.length + sign.length;
    return toEntry(key, keyStart, text, { start: valueStart, end: valueStart + value.length });
  });
}

/** The entries of a list item, whose values go on in the lines below up to the next entry. */
function wrapped({ text }: MarkdownDocument, paragraph: Span, lines: readonly YamlEntry[]): readonly YamlEntry[] {
  return lines.map((entry, index) => {
    const next = lines[index + 1];
    const end = next ? text.lastIndexOf('\n', next.keySpan.start) : paragraph.end;
    const first = text.slice(entry.value.span.end, end);
    if (!first.includes('\n') || first.trim() === '') return entry;
    const start = entry.value.span.start;
    const span = { start, end: start + text.slice(start, end).trimEnd().length };
    const source = text.slice(span.start, span.end).replace(/\s+/g, ' ');
    return { ...entry, value: { kind: 'scalar', value: source, source, span } };
  });
}

/** The rows of a two-column table. Its header is one too, unless it names two fields and thus the columns. */
function tableBlock({ text }: MarkdownDocument, table: Table, isKnown: (entry: YamlEntry) => boolean): Block {
  const toRow = (row: Table['header']): readonly YamlEntry[] => {
    const [key, value] = row;
    if (!key || !value || row.length !== 2 || table.header.length !== 2) return [];
    return [toEntry(key.text.replace(/:$/, ''), key.span.start, text, value.span)];
  };
  const header = toRow(table.header);
  const second = header.map(entry => ({ ...entry, key: table.header[1]?.text ?? '' }));
  const entries = [...(second.some(isKnown) ? [] : header.filter(isKnown)), ...table.rows.flatMap(toRow)];
  return { span: table.span, entries, isPure: true, isItem: false };
}

const marksBefore = /^[*_`]+/;
const marksAfter = /(?:[*_`]+|\\|<br\s*\/?>)$/i;

/** Emphasis, code marks and a forced line break around the value are no part of it. */
function toEntry(key: string, keyStart: number, text: string, written: Span): YamlEntry {
  const marks = marksBefore.exec(text.slice(written.start, written.end))?.[0] ?? '';
  const start = written.start + marks.length;
  const source = text.slice(start, written.end).replace(marksAfter, '').replace(marksAfter, '').trimEnd();
  const isPartly = marks !== '' && source.includes(marks);
  const span = { start: isPartly ? written.start : start, end: start + source.length };
  const value = isPartly ? (marks + source).replace(/([*_`]+)(\S.*?)\1/g, '$2') : source;
  return {
    key,
    keySpan: { start: keyStart, end: keyStart + key.length },
    value: { kind: 'scalar', value, source: value, span },
  };
}
