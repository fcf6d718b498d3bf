import { distance } from 'fastest-levenshtein';
import type { MarkdownDocument } from '../parse/model.ts';
import { within } from '../text/sorted.ts';
import type { Span } from '../text/span.ts';
import type { Section } from './model.ts';

/** Whether a prescribed text stands in a section word for word. Code blocks and comments do not count, nor do `>` marks. */
export function hasText(document: MarkdownDocument, section: Section, text: string): boolean {
  return words(readable(document, section.bodySpan)).includes(words(text));
}

/** The paragraph of a section that was probably meant to be the text; undefined when none is like it. */
export function likeText(document: MarkdownDocument, section: Section, text: string): Span | undefined {
  const wanted = words(text).slice(0, longest);
  return within(document.paragraphs, section.ownSpan, span => span).find(({ start, end }) => {
    const written = words(document.text.slice(start, Math.min(end, start + 2 * longest))).slice(0, longest);
    return distance(written, wanted) <= 0.4 * wanted.length;
  });
}

const longest = 2000;

const words = (text: string): string => text.replace(/\s+/g, ' ').trim();

/** The text of a span without what readers do not see as text: comments, code blocks, the marks of quotes. */
function readable({ text, code, comments }: MarkdownDocument, span: Span): string {
  const blocks = code.filter(({ form }) => form !== 'inline');
  const hidden = [...within(blocks, span, spanOf), ...within(comments, span, spanOf)].map(spanOf);
  let [visible, position] = ['', span.start];
  for (const { start, end } of hidden.sort((a, b) => a.start - b.start)) {
    visible += text.slice(position, Math.max(position, start));
    position = Math.max(position, end);
  }
  return (visible + text.slice(position, Math.max(position, span.end))).replace(/^[ \t]*(?:>[ \t]?)+/gm, '');
}

const spanOf = ({ span }: { readonly span: Span }): Span => span;
