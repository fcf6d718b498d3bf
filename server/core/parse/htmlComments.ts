import type { Span } from '../text/span.ts';
import type { Comment } from './model.ts';

/** A comment runs to its end, or to the end of the HTML when it is never closed. */
const comment = /<!--(?:-?>|([\s\S]*?)(?:-->|$))/g;

/**
 * The comments of one piece of HTML at `span` of `text`. `value` is the same HTML without the quote signs and the
 * indentation of the containers around it: what a reader would take for the comment's words.
 */
export function htmlComments(text: string, span: Span, value: string): Comment[] {
  if (!value.includes('<!--')) return [];
  const words = [...value.matchAll(comment)].map(match => match[1] ?? '');
  const found: Comment[] = [];
  for (const match of text.slice(span.start, span.end).matchAll(comment)) {
    const start = span.start + match.index;
    found.push({ span: { start, end: start + match[0].length }, text: (words[found.length] ?? match[1] ?? '').trim() });
  }
  return found;
}
