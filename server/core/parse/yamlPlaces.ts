import type { Node, YAMLMap, YAMLSeq } from 'yaml';
import type { Span } from '../text/span.ts';
import { trimmedEnd } from './blanks.ts';
import type { YamlNode } from './model.ts';

/** Where a node stands in `text`, without blanks and line ends after it; empty at `place` when it is not written. */
export function yamlSpan(node: Node, place: number, text: string): Span {
  const start = Math.min(node.range?.[0] ?? place, text.length);
  const end = Math.max(start, Math.min(node.range?.[1] ?? place, text.length));
  return { start, end: trimmedEnd(text, { start, end }) };
}

/** Block collections end with their last value, not with the blank lines and comments after it. */
export function collectionSpan(node: YAMLMap | YAMLSeq, last: YamlNode | undefined, place: number, text: string): Span {
  const span = yamlSpan(node, place, text);
  if (node.flow || !last) return span;
  return { start: span.start, end: Math.min(span.end, Math.max(span.start, last.span.end)) };
}
