import { at } from '../text/span.ts';
import type { ParseProblem } from './model.ts';

/** A file's text and what its bytes said about it. */
export interface Decoded {
  /** Without a byte order mark, so that offsets are those an editor counts. */
  readonly text: string;
  /** Whether the bytes begin with a byte order mark, which writing the file back must keep. */
  readonly bom: boolean;
  /** Set when some bytes are no text; in `text` each such place holds a U+FFFD. */
  readonly problem?: ParseProblem | undefined;
}

/** Decodes the bytes of a file: UTF-8, or UTF-16 when a byte order mark says so. Never throws. */
export function decodeText(bytes: Uint8Array): Decoded {
  const encoding = encodingOf(bytes);
  const bom = encoding !== 'utf-8' || startsWith(bytes, 0, [0xef, 0xbb, 0xbf]);
  try {
    return { text: new TextDecoder(encoding, { fatal: true }).decode(bytes), bom };
  } catch {
    const text = new TextDecoder(encoding).decode(bytes);
    const offset = encoding === 'utf-8' ? firstReplacement(text, bytes, bom ? 3 : 0) : text.indexOf(REPLACEMENT);
    return { text, bom, problem: { code: 'not-utf8', span: at(Math.max(0, offset)), message } };
  }
}

const message =
  'From here on, some bytes are not UTF-8 text. Save the file as UTF-8, so that everybody reads the same words.';

const REPLACEMENT = '\uFFFD';

function encodingOf(bytes: Uint8Array): 'utf-8' | 'utf-16le' | 'utf-16be' {
  if (startsWith(bytes, 0, [0xff, 0xfe])) return 'utf-16le';
  return startsWith(bytes, 0, [0xfe, 0xff]) ? 'utf-16be' : 'utf-8';
}

const startsWith = (bytes: Uint8Array, from: number, signature: readonly number[]): boolean =>
  signature.every((byte, index) => bytes[from + index] === byte);

/** Offset in `text` of the first replacement character that the bytes do not hold themselves. */
function firstReplacement(text: string, bytes: Uint8Array, mark: number): number {
  const encoder = new TextEncoder();
  let byte = mark;
  let from = 0;
  for (;;) {
    const found = text.indexOf(REPLACEMENT, from);
    if (found < 0) return found;
    byte += encoder.encode(text.slice(from, found)).length;
    if (!startsWith(bytes, byte, [0xef, 0xbf, 0xbd])) return found;
    byte += 3;
    from = found + 1;
  }
}
