import type { Span } from './span.ts';

/** Replaces the text of `span` by `text`. */
export interface TextEdit {
  readonly span: Span;
  readonly text: string;
  /**
   * Where the cursor may stop after the edit: spans inside `text`, in visiting order. A client that knows snippets
   * turns them into tab stops, with the spanned text as the placeholder; every other reader ignores them.
   */
  readonly stops?: readonly Span[];
}

/** Applies edits that do not overlap. Text outside the edited spans is kept as it is. */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  const ordered = [...edits].sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
  const parts: string[] = [];
  let position = 0;
  for (const { span, text: replacement } of ordered) {
    parts.push(text.slice(position, span.start), replacement);
    position = span.end;
  }
  parts.push(text.slice(position));
  return parts.join('');
}
