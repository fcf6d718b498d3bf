import type { Span } from './span.ts';

/** Index of the first item that starts at or after `offset`, in a list sorted by start. */
export function firstFrom<Item>(items: readonly Item[], offset: number, spanOf: (item: Item) => Span): number {
  let low = 0;
  let high = items.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const item = items[middle];
    if (item !== undefined && spanOf(item).start < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The items that start inside `span`, from a list sorted by start. */
export function within<Item>(items: readonly Item[], span: Span, spanOf: (item: Item) => Span): readonly Item[] {
  return items.slice(firstFrom(items, span.start, spanOf), firstFrom(items, span.end, spanOf));
}

/** A test for "lies in one of these spans". The spans may nest and come in any order. */
export function coveredBy(spans: readonly Span[]): (offset: number) => boolean {
  const merged: { start: number; end: number }[] = [];
  for (const span of [...spans].sort((a, b) => a.start - b.start)) {
    const last = merged.at(-1);
    if (last && span.start <= last.end) last.end = Math.max(last.end, span.end);
    else merged.push({ ...span });
  }
  return offset => {
    const last = merged[firstFrom(merged, offset + 1, span => span) - 1];
    return last !== undefined && offset < last.end;
  };
}
