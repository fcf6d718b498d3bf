import type { Placeholder } from '../project/placeholders.ts';
import type { Change } from '../rules/rule.ts';
import type { Span } from '../text/span.ts';
import { wholeLines } from './wholeLines.ts';

/** What stands before and behind a span in its line. */
export function lineAround(text: string, { start, end }: Span): { readonly before: string; readonly after: string } {
  const rest = text.slice(end);
  const length = rest.search(/\r?\n/);
  return {
    before: text.slice(text.lastIndexOf('\n', start - 1) + 1, start),
    after: length < 0 ? rest : rest.slice(0, length),
  };
}

/** Takes a placeholder out, with the sign that joins it to the text; with its whole line when nothing else stands there. */
export function removePlaceholder(path: string, text: string, { span }: Placeholder): Change {
  const { before, after } = lineAround(text, span);
  return { kind: 'edit', path, edits: [{ span: removed(text, span, before, after), text: '' }] };
}

function removed(text: string, span: Span, before: string, after: string): Span {
  const isAlone = /^[\s>]*(?:[-*+]|\d+[.)])?\s*$/.test(before) && /^[\s.:!?]*$/.test(after);
  if (isAlone) return wholeLines(text, { start: span.start - before.trimStart().length, end: span.end + after.length });
  if (/^\s*(?:[-*+]|\d+[.)]|#+)?\s*$/.test(before))
    return { start: span.start, end: span.end + (/^:?[ \t]*/.exec(after)?.[0].length ?? 0) };
  const joint = /\|[ \t]*$/.test(before) ? '' : (/(?:[ \t]*[,;–—]|[ \t]+-)?[ \t]*$/.exec(before)?.[0] ?? '');
  return { start: span.start - joint.length, end: span.end };
}
