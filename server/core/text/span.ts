/** A half-open range of UTF-16 offsets. Lines and columns exist only at the edges (`lsp/convert.ts`, `cli`). */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** The empty span at `offset`. */
export const at = (offset: number): Span => ({ start: offset, end: offset });

/** Whether `inner` lies within `outer`. */
export const contains = (outer: Span, inner: Span): boolean => outer.start <= inner.start && inner.end <= outer.end;
