import type { Span } from '../text/span.ts';

/**
 * What to remove so that `span` leaves no gap: its lines when it stands alone, with one blank line after them when
 * another or nothing is before it, so that no two blocks become one; else the blanks before it when nothing follows in
 * its line, else only itself.
 */
export function wholeLines(text: string, span: Span): Span {
  const start = blanksBefore(text, span.start);
  const after = /^[ \t]*(?:\r?\n|$)/.exec(text.slice(span.end))?.[0];
  if (after === undefined) return span;
  const isAlone = start === 0 || text[start - 1] === '\n';
  if (!isAlone) return { start, end: span.end };
  const isFree = /(?:^|\n)[ \t]*\r?\n$|^$/.test(text.slice(Math.max(0, start - 200), start));
  const blank = isFree ? (/^[ \t]*\r?\n/.exec(text.slice(span.end + after.length))?.[0] ?? '') : '';
  return { start, end: span.end + after.length + blank.length };
}

function blanksBefore(text: string, offset: number): number {
  let start = offset;
  while (start > 0 && (text[start - 1] === ' ' || text[start - 1] === '\t')) start -= 1;
  return start;
}
