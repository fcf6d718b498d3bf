/** The line ending that a text uses: that of its first line. */
export function newlineOf(text: string): '\n' | '\r\n' {
  const first = text.indexOf('\n');
  return first > 0 && text[first - 1] === '\r' ? '\r\n' : '\n';
}

/** Rewrites `\n` to the line ending of `text`. */
export const inStyleOf = (text: string, inserted: string): string =>
  newlineOf(text) === '\r\n' ? inserted.replace(/\r?\n/g, '\r\n') : inserted;
