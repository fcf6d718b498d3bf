/** A place as editors count: zero-based line, zero-based UTF-16 column. */
interface Position {
  readonly line: number;
  readonly column: number;
}

/** Turns offsets into lines. `\n`, `\r\n` and a lone `\r` end a line, as in the Language Server Protocol. */
export interface LineIndex {
  positionAt(offset: number): Position;
}

/** Indexes the lines of `text` once; each look-up is a binary search. */
export function lineIndex(text: string): LineIndex {
  const starts = [0];
  for (const match of text.matchAll(/\r\n|\n|\r/g)) starts.push(match.index + match[0].length);
  return {
    positionAt(offset) {
      const bounded = Math.max(0, Math.min(offset, text.length));
      let low = 0;
      let high = starts.length;
      while (high - low > 1) {
        const middle = (low + high) >> 1;
        if ((starts[middle] ?? 0) <= bounded) low = middle;
        else high = middle;
      }
      return { line: low, column: bounded - (starts[low] ?? 0) };
    },
  };
}
