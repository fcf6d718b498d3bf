import type { Span } from '../text/span.ts';

/** Where `span` of `text` ends without the blanks, tabs and line ends that it ends with. */
export function trimmedEnd(text: string, { start, end }: Span): number {
  let trimmed = end;
  while (trimmed > start && isBlank(text.charCodeAt(trimmed - 1))) trimmed--;
  return trimmed;
}

/** Blank, tab, line feed, carriage return. */
const isBlank = (code: number): boolean => code === 32 || code === 9 || code === 10 || code === 13;
