import type { Definition, Image, Link as LinkNode } from 'mdast';
import type { Span } from '../text/span.ts';
import type { Link } from './model.ts';
import { childrenSpan, type Source, spanOf } from './source.ts';
import { wordsOf } from './words.ts';

/** A link, an image or a definition; undefined when the parser gives it no place. */
export function linkOf(node: LinkNode | Image | Definition, source: Source): Link | undefined {
  const span = spanOf(node, source);
  if (!span) return undefined;
  const target = node.url;
  const { text } = source;
  if (node.type === 'definition') {
    const words = node.label ?? node.identifier;
    return {
      form: 'definition',
      span,
      target,
      targetSpan: afterSign(text, span, ']:', target, span.start),
      text: words,
    };
  }
  if (node.type === 'image') {
    const targetSpan = afterSign(text, span, '](', target, span.start);
    return { form: 'image', span, target, targetSpan, text: node.alt ?? '' };
  }
  const words = childrenSpan(node.children, source, span.start + 1);
  const targetSpan =
    text[span.start] === '[' ? afterSign(text, span, '](', target, words.end) : withoutBrackets(text, span);
  return { form: 'link', span, target, targetSpan, text: wordsOf(node) };
}

const destination = /\s*(?:<((?:\\.|[^<>\\\r\n])*)>|([^\s<]\S*))/y;

/**
 * The target as written after `sign`: the first one from `from` on that says `target` literally, else the first one.
 * The whole link when there is none.
 */
function afterSign(text: string, link: Span, sign: string, target: string, from: number): Span {
  let first: Span | undefined;
  const limit = sign === '](' ? link.end - 1 : link.end;
  for (let found = text.indexOf(sign, from); found >= 0 && found < limit; found = text.indexOf(sign, found + 1)) {
    const span = destinationAt(text, found + sign.length, limit);
    if (span && text.slice(span.start, span.end) === target) return span;
    first ??= span;
  }
  return first ?? link;
}

function destinationAt(text: string, start: number, limit: number): Span | undefined {
  destination.lastIndex = start;
  const match = destination.exec(text);
  if (!match) return undefined;
  const [whole, bracketed, bare] = match;
  const end = Math.min(start + whole.length, limit);
  const inner =
    bracketed === undefined
      ? { start: start + whole.length - (bare ?? '').length, end }
      : { start: end - 1 - bracketed.length, end: end - 1 };
  return inner.start < inner.end && inner.end <= limit ? inner : undefined;
}

const withoutBrackets = (text: string, { start, end }: Span): Span =>
  text[start] === '<' ? { start: start + 1, end: end - 1 } : { start, end };
