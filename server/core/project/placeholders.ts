import type { Document } from '../parse/model.ts';
import { memoize } from '../text/memo.ts';
import { coveredBy } from '../text/sorted.ts';
import type { Span } from '../text/span.ts';

/** Template text that nobody replaced. */
export interface Placeholder {
  readonly span: Span;
  readonly text: string;
}

const lead = '(?:your |insert |enter |add )';
const word =
  '(?:name|date|author|owner|version|description|product|project|team|company|url|email|role|reason|text)(?: name| here)?';
/** Words that HTML elements are called too: in angle brackets they are blanks only after a lead such as "your". */
const elementWord = '(?:title|summary|link)(?: name| here)?';

const patterns = [
  /(?<![\w-])(?:TODO|TBD|TBA|FIXME|XXX)(?![\w-])/g,
  /\{\{[^{}\n]{0,60}\}\}/g,
  new RegExp(`<(?:${lead}?${word}|${lead}${elementWord})>`, 'gi'),
  new RegExp(`\\[${lead}?(?:${word}|${elementWord})\\](?![(\\[:])`, 'gi'),
  /(?<![\w-])YYYY-MM-DD(?![\w-])/g,
  /lorem ipsum/gi,
  /\bDraft\s*[|/]\s*In[ -]Review\s*[|/]\s*(?:Approved|Final)\b/gi,
];

/** Without those that lie in another, such as the TBD of `{{ TBD }}`. */
function outermost(sorted: readonly Placeholder[]): readonly Placeholder[] {
  let end = 0;
  return sorted.filter(({ span }) => {
    if (span.start < end) return false;
    end = span.end;
    return true;
  });
}

/** Placeholders in the text and front matter of a document, in text order; code and comments are left alone. */
export const placeholdersIn = memoize((document: Document): readonly Placeholder[] => {
  if (document.kind === 'yaml') return [];
  const quiet = coveredBy([
    ...[...document.code, ...document.comments, ...(document.frontMatter?.comments ?? [])].map(spanOf),
    ...document.links.map(({ targetSpan }) => targetSpan),
  ]);
  const links = coveredBy(document.links.filter(({ form }) => form !== 'image').map(spanOf));
  const tables = coveredBy(document.tables.map(spanOf));
  const labels = new Set(
    document.links.flatMap(({ form, text }) => (form === 'definition' ? [text.toLowerCase()] : [])),
  );
  /** A link by its label, or the words of one; the bars of a table part its cells. */
  const isMarkup = (index: number, text: string): boolean =>
    text.startsWith('[')
      ? links(index) || labels.has(text.slice(1, -1).toLowerCase())
      : text.includes('|') && tables(index);
  const found: Placeholder[] = [];
  for (const pattern of patterns)
    for (const { index, 0: text } of document.text.matchAll(pattern))
      if (!quiet(index) && !isMarkup(index, text))
        found.push({ span: { start: index, end: index + text.length }, text });
  found.sort((a, b) => a.span.start - b.span.start || b.span.end - a.span.end);
  return outermost(found);
});

const spanOf = ({ span }: { readonly span: Span }): Span => span;
