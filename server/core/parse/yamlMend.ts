import type { YAMLParseError } from 'yaml';
import type { ParseProblem } from './model.ts';

/** Stands for a colon that was meant as text: of the same length, and without meaning in YAML. */
export const MENDED_COLON = '\uE000';

/** Reading again pays for files that people write by hand only. */
const MAX_MENDED_LENGTH = 100_000;
const MAX_MENDED_ERRORS = 100;

const needsQuotes = 'A value with “: ” in it needs quotes; without them YAML takes it for another key.';

export interface Mend {
  readonly source: string;
  /** Each has the value that needs quotes as its span. */
  readonly problems: readonly ParseProblem[];
}

/**
 * Sets aside the colons of values such as `title: Recap: the launch`, which lack their quotes. `source` starts at
 * offset `base` of the text that the errors count in. Undefined when there is nothing to mend.
 */
export function mendColons(source: string, base: number, errors: readonly YAMLParseError[]): Mend | undefined {
  if (source.length > MAX_MENDED_LENGTH) return undefined;
  const problems: ParseProblem[] = [];
  let mended = source;
  for (const { code, pos } of errors.slice(0, MAX_MENDED_ERRORS)) {
    if (code !== 'BLOCK_AS_IMPLICIT_KEY') continue;
    const start = pos[0] - base;
    const words = plainValueAt(mended, start);
    const safe = words.replaceAll(/:(?=[ \t]|$)/g, MENDED_COLON);
    if (safe === words) continue;
    mended = mended.slice(0, start) + safe + mended.slice(start + words.length);
    const span = { start: pos[0], end: pos[0] + words.length };
    problems.push({ code: 'yaml-syntax', span, message: needsQuotes });
  }
  return problems.length > 0 ? { source: mended, problems } : undefined;
}

/** The rest of the line from `offset` on, without a comment and the blanks before it: a value that has no quotes. */
export function plainValueAt(text: string, offset: number): string {
  const end = text.slice(offset).search(/[ \t]#|[\r\n]/);
  return text.slice(offset, end < 0 ? text.length : offset + end).trimEnd();
}
