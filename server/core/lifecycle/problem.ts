import type { TextEdit } from '../text/edits.ts';
import type { Span } from '../text/span.ts';
import type { Severity } from './schema/lifecycle.ts';

/** Something wrong in a definition: where, what, and what to do. */
export interface DefinitionProblem {
  /** The file in which it is wrong; a base file when it was inherited from there. */
  readonly file: string;
  readonly span: Span;
  /** Plain English: what is wrong, what follows from it, what to do. */
  readonly message: string;
  /** The key, id or value it is about. */
  readonly subject: string;
  /** When it is no error. */
  readonly severity?: Severity;
  readonly fix?: ProblemFix;
}

/** A change to `file` of the problem that puts it right. */
export interface ProblemFix {
  readonly title: string;
  readonly edits: readonly TextEdit[];
}

/** A fix that writes `word` in place of what stands at `span`. */
export const replacement = (span: Span, word: string): ProblemFix => ({
  title: `Change to \`${word}\``,
  edits: [{ span, text: quoted(word) }],
});

/** `Did you mean …?` with its fix, or nothing when no name is near. `span` is what the fix replaces. */
export function hint(near: string | undefined, span: Span): { readonly words: string; readonly fix?: ProblemFix } {
  return near === undefined ? { words: '' } : { words: ` Did you mean \`${near}\`?`, fix: replacement(span, near) };
}

/** A word as a YAML scalar: in quotes when it could be read as something else. */
const quoted = (word: string): string =>
  /^[A-Za-z][\w./-]*$/.test(word) && !/^(?:true|false|null)$/i.test(word) ? word : JSON.stringify(word);

/** Names in a sentence: `a`, `b` or `c`. */
export const listed = (words: readonly string[], joint = 'or'): string =>
  joined(
    words.map(word => `\`${word}\``),
    joint,
  );

/** Parts of a sentence: a, b or c. */
export const joined = (parts: readonly string[], joint = 'or'): string =>
  parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} ${joint} ${parts.at(-1)}`;

/** A text that begins a sentence. */
export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** More names than this are no help in a message. */
export const listLimit = 12;
