import { inStyleOf } from '../../core/fixes/newline.ts';
import { decodeText } from '../../core/parse/decode.ts';
import { applyEdits, type TextEdit } from '../../core/text/edits.ts';

const byteOrderMark = '\uFEFF';
const withoutMark = (text: string): string => (text.startsWith(byteOrderMark) ? text.slice(1) : text);

/**
 * The text of a file with its byte-order mark, if writing that text gives the same bytes again and it is the text that
 * rules have seen; else undefined, and the file must be left alone.
 */
export function exactText(bytes: Uint8Array): string | undefined {
  try {
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
    return decodeText(bytes).text === withoutMark(text) ? text : undefined;
  } catch {
    return undefined;
  }
}

/**
 * Applies edits, whose offsets do not count a byte-order mark, to an exact text. The mark stays; what is inserted
 * takes the text's line endings.
 */
export function editText(exact: string, edits: readonly TextEdit[]): string {
  const text = withoutMark(exact);
  const styled = edits.map(edit => ({ ...edit, text: inStyleOf(text, edit.text) }));
  return `${exact.slice(0, exact.length - text.length)}${applyEdits(text, styled)}`;
}
