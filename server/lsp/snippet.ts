import type { Span } from '../core/text/span.ts';

/**
 * `text` as a snippet: each stop becomes a tab stop, numbered in the given order, with the spanned text as its
 * placeholder. Stops are spans inside `text`; one that overlaps an earlier one is left out.
 */
export function snippetOf(text: string, stops: readonly Span[]): string {
  const numbered = withoutOverlaps(stops).map((span, index) => ({ span, number: index + 1 }));
  numbered.sort((a, b) => a.span.start - b.span.start || a.number - b.number);
  let position = 0;
  let snippet = '';
  for (const { span, number } of numbered) {
    const placeholder = escaped(text.slice(span.start, span.end));
    snippet += escaped(text.slice(position, span.start));
    snippet += placeholder === '' ? `\${${number}}` : `\${${number}:${placeholder}}`;
    position = span.end;
  }
  return snippet + escaped(text.slice(position));
}

const escaped = (text: string): string => text.replace(/[\\$}]/g, '\\$&');

function withoutOverlaps(stops: readonly Span[]): readonly Span[] {
  const kept: Span[] = [];
  for (const stop of stops) {
    if (!kept.some(other => stop.start < other.end && other.start < stop.end)) kept.push(stop);
  }
  return kept;
}
