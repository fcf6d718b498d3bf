import type { MarkdownDocument } from '../parse/model.ts';
import { memoize } from '../text/memo.ts';
import { coveredBy, within } from '../text/sorted.ts';
import type { Span } from '../text/span.ts';

/** Whether a span holds anything but comments, link definitions, headings and marks around nothing. */
export function hasSubstance(document: MarkdownDocument, span: Span): boolean {
  return (
    within(document.paragraphs, span, self).some(paragraph => isVisible(document, paragraph)) ||
    within(document.tables, span, spanOf).some(table => table.rows.some(row => row.some(cell => cell.text !== ''))) ||
    within(document.code, span, spanOf).some(code => code.form !== 'inline') ||
    within(document.links, span, spanOf).some(link => link.form === 'image') ||
    within(document.html, span, self).some(html => isVisible(document, html))
  );
}

/**
 * Whether a document holds at least so many words of prose: comments, code blocks, headings and front matter do not
 * count. Stops counting there.
 */
export const hasWords = (document: MarkdownDocument, atLeast: number): boolean =>
  countWords(document, { start: 0, end: document.text.length }, atLeast) >= atLeast;

/** How many words of prose a span holds, as far as `enough`; see `hasWords`. */
export function countWords(document: MarkdownDocument, span: Span, enough: number): number {
  const comment = inComment(document);
  let count = 0;
  const cells = function* (): Generator<Span> {
    yield* within(document.paragraphs, span, self);
    for (const { rows } of within(document.tables, span, spanOf))
      for (const row of rows) for (const { span: cell } of row) yield cell;
  };
  for (const { start, end } of cells())
    for (const { index } of document.text.slice(start, end).matchAll(word)) {
      if (!comment(start + index)) count += 1;
      if (count >= enough) return count;
    }
  return count;
}

const word = /[\p{L}\p{N}][\p{L}\p{N}'’-]*/gu;

/** The text of a span without its HTML comments. */
export function visibleText(document: MarkdownDocument, span: Span): string {
  let text = '';
  let position = span.start;
  for (const comment of within(document.comments, span, spanOf)) {
    text += document.text.slice(position, Math.max(position, comment.span.start));
    position = Math.max(position, comment.span.end);
  }
  return text + document.text.slice(position, Math.max(position, span.end));
}

/** Whether the span says that there is nothing to say: "None.", "No known issues", "Nothing to report". */
export function saysNone(document: MarkdownDocument, span: Span): boolean {
  const text = visibleText(document, span).trimStart();
  if (!noneOpening.test(text.slice(0, 20))) return false;
  return none.test(text.replace(linkDefinition, '').replace(/\s+/g, ' ').trim());
}

/** How such an answer begins: tried first, because sections are long and answers like these are rare. */
const noneOpening = /^(?:[-*+]\s+)?(?:no|n\/a)/i;

const linkDefinition = /^ {0,3}\[[^\]\n]+\]:.*$/gm;

const none =
  /^(?:[-*+]\s+)?(?:(?:none|nothing)(?: (?:known|open|so far|yet|at present|left|to report))?|no (?:known|open|further)(?: \w+)?|not applicable|n\/a)(?:\s?[.!,;:(–—-].{0,300}|\s(?:since|because|as|for|until)\b.{0,300})?$/i;

/** A test for "lies in an HTML comment". */
const inComment = memoize((document: MarkdownDocument) => coveredBy(document.comments.map(comment => comment.span)));

const emptyTag = /<\/?(?!(?:img|picture|svg|video|audio|iframe|object|embed|input)\b)[a-z][\w-]*(?:\s[^<>]*)?>/gi;

/** Whether a reader sees something: comments, tags around nothing and a check box without words do not count. */
function isVisible(document: MarkdownDocument, span: Span): boolean {
  const text = visibleText(document, span).replace(emptyTag, '').trim();
  return text !== '' && !/^\[[ xX]?\]$/.test(text);
}

const self = (span: Span): Span => span;
const spanOf = (item: { readonly span: Span }): Span => item.span;
