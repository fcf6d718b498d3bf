import type { MarkdownDocument, Table, YamlEntry } from '../parse/model.ts';
import { memoizePair } from '../text/memo.ts';
import { within } from '../text/sorted.ts';
import type { Span } from '../text/span.ts';
import { foldName } from './fieldName.ts';

/**
 * `Key: value` lines and two-column tables before the first section, as people write metadata without front matter.
 * Only keys among `names` (folded) count.
 */
export const headerEntries = memoizePair(
  (names: ReadonlyMap<string, string>, document: MarkdownDocument): readonly YamlEntry[] => {
    const isKnown = (key: string): boolean => names.has(foldName(key));
    const region = headerOf(document);
    const entries = [
      ...within(document.paragraphs, region, span => span).flatMap(paragraph => linesOf(document, paragraph)),
      ...within(document.tables, region, ({ span }) => span).flatMap(table => rowsOf(document, table, isKnown)),
    ];
    return entries.filter(({ key }) => isKnown(key)).sort((a, b) => a.keySpan.start - b.keySpan.start);
  },
);

const longestHeader = 4000;

/** From the start to the first heading that is not the title. */
function headerOf({ headings, text }: MarkdownDocument): Span {
  const first = headings.find((heading, index) => index > 0 || heading.depth > 1);
  return { start: 0, end: Math.min(first?.span.start ?? text.length, longestHeader) };
}

const line =
  /^([ \t>]*(?:[-*+][ \t]+)?(?:\*\*|__)?)([A-Za-z][\w /-]{0,40}?)((?:\*\*|__)?[ \t]*:(?:\*\*|__)?(?:[ \t]+|(?=[ \t]*$)))(.*?)[ \t]*$/gm;

function linesOf({ text }: MarkdownDocument, paragraph: Span): readonly YamlEntry[] {
  const source = text.slice(paragraph.start, Math.min(paragraph.end, paragraph.start + longestHeader));
  return Array.from(source.matchAll(line), ({ index, 1: before = '', 2: key = '', 3: sign = '', 4: value = '' }) => {
    const keyStart = paragraph.start + index + before.length;
    const valueStart = keyStart + key.length + sign.length;
    return toEntry(key, keyStart, text, { start: valueStart, end: valueStart + value.length });
  });
}

/** The rows of a two-column table. Its header is one too, unless it names two fields and thus the columns. */
function rowsOf({ text }: MarkdownDocument, table: Table, isKnown: (key: string) => boolean): readonly YamlEntry[] {
  const isTitle = table.header.every(cell => isKnown(cell.text));
  return [...(isTitle ? [] : [table.header]), ...table.rows].flatMap(row => {
    const [key, value] = row;
    if (!key || !value || row.length !== 2 || table.header.length !== 2) return [];
    return [toEntry(key.text.replace(/:$/, ''), key.span.start, text, value.span)];
  });
}

const marksBefore = /^[*_`]+/;
const marksAfter = /(?:[*_`]+|\\|<br\s*\/?>)$/i;

/** Emphasis, code marks and a forced line break around the value are no part of it. */
function toEntry(key: string, keyStart: number, text: string, written: Span): YamlEntry {
  const start = written.start + (marksBefore.exec(text.slice(written.start, written.end))?.[0].length ?? 0);
  const source = text.slice(start, written.end).replace(marksAfter, '').replace(marksAfter, '').trimEnd();
  const span = { start, end: start + source.length };
  return {
    key,
    keySpan: { start: keyStart, end: keyStart + key.length },
    value: { kind: 'scalar', value: source, source, span },
  };
}
