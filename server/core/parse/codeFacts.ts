import type { Code as CodeNode, InlineCode } from 'mdast';
import type { Code } from './model.ts';
import { type Source, spanOf, trimmedSpan } from './source.ts';

/** Adds code to the list; a further piece of indented code is joined to the one before it, from which a parser cut it off. */
export function addCode(list: Code[], node: CodeNode | InlineCode, source: Source): void {
  const code = node.type === 'code' ? blockOf(node, source) : inlineOf(node, source);
  if (!code) return;
  const before = list.at(-1);
  if (
    code.form === 'indented' &&
    before?.form === 'indented' &&
    isBlank(source.text, before.span.end, code.span.start)
  ) {
    list[list.length - 1] = { ...before, span: { start: before.span.start, end: code.span.end } };
  } else list.push(code);
}

const isBlank = (text: string, start: number, end: number): boolean => text.slice(start, end).trim() === '';

function inlineOf(node: InlineCode, source: Source): Code | undefined {
  const span = spanOf(node, source);
  return span && { span, form: 'inline', language: undefined };
}

function blockOf(node: CodeNode, source: Source): Code | undefined {
  const span = trimmedSpan(node, source);
  if (!span) return undefined;
  const sign = source.text[span.start];
  const form = sign === '`' || sign === '~' ? 'fence' : 'indented';
  return { span, form, language: node.lang?.toLowerCase() || undefined };
}
