import type { ArtifactType } from '../lifecycle/schema/artifact.ts';
import type { Document, MarkdownDocument } from '../parse/model.ts';
import { memoize, memoizePair } from '../text/memo.ts';
import { compilePattern, type Pattern } from '../text/pattern.ts';
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

/**
 * Placeholders in the text and front matter of a document, in text order; code and comments are left alone. A type may
 * know further ones, and words that are none.
 */
export function placeholdersIn(document: Document, type?: ArtifactType): readonly Placeholder[] {
  const isPlain = type === undefined || (type.placeholders.length === 0 && type['not-placeholders'].length === 0);
  return isPlain ? commonPlaceholders(document) : placeholdersOfType(document, type);
}

const commonPlaceholders = memoize((document: Document): readonly Placeholder[] =>
  document.kind === 'yaml' ? [] : reduced(document, commonMatches(document.text)),
);

const commonMatches = (source: string): readonly Placeholder[] =>
  patterns.flatMap(pattern =>
    [...source.matchAll(pattern)].map(({ index, 0: text }) => ({
      span: { start: index, end: index + text.length },
      text,
    })),
  );

const placeholdersOfType = memoizePair((document: Document, type: ArtifactType): readonly Placeholder[] => {
  if (document.kind === 'yaml') return [];
  const exempt = compiled(type['not-placeholders']);
  const own = compiled(type.placeholders).flatMap(pattern => pattern.findAll(document.text));
  const found = [
    ...commonMatches(document.text),
    ...own.map(span => ({ span, text: document.text.slice(span.start, span.end) })),
  ];
  return reduced(
    document,
    found.filter(({ text }) => !exempt.some(pattern => pattern.matches(text))),
  );
});

const compiled = (sources: readonly string[]): readonly Pattern[] =>
  sources.map(compilePattern).filter((pattern): pattern is Pattern => typeof pattern !== 'string');

/** What is left when markup and what lies in another one is taken off, in text order. */
function reduced(document: MarkdownDocument, found: readonly Placeholder[]): readonly Placeholder[] {
  if (found.length === 0) return [];
  const isMarkup = markupTest(document);
  const left = found.filter(placeholder => !isMarkup(placeholder));
  return outermost(left.sort((a, b) => a.span.start - b.span.start || b.span.end - a.span.end));
}

/** A test for what only looks like a placeholder: code, comments, link targets, links by their label, table cells. */
function markupTest(document: MarkdownDocument): (placeholder: Placeholder) => boolean {
  const quiet = coveredBy([
    ...[...document.code, ...document.comments, ...(document.frontMatter?.comments ?? [])].map(spanOf),
    ...document.links.map(({ targetSpan }) => targetSpan),
    // The heading that a link of a table of contents repeats is reported itself.
    ...document.links.filter(({ target }) => target.startsWith('#')).map(spanOf),
  ]);
  const links = coveredBy(document.links.filter(({ form }) => form !== 'image').map(spanOf));
  const tables = coveredBy(document.tables.map(spanOf));
  const labels = new Set(
    document.links.flatMap(({ form, text }) => (form === 'definition' ? [text.toLowerCase()] : [])),
  );
  return ({ span: { start }, text }) => {
    if (quiet(start)) return true;
    if (text.startsWith('[')) return links(start) || labels.has(text.slice(1, -1).toLowerCase());
    return text.includes('|') && tables(start);
  };
}

const spanOf = ({ span }: { readonly span: Span }): Span => span;
