import type { Nodes } from 'mdast';
import type { Span } from '../text/span.ts';
import { trimmedEnd } from './blanks.ts';

/** A document's text, and where in it the part begins whose tree is read. */
export interface Source {
  readonly text: string;
  /** What to add to the offsets of the tree. */
  readonly base: number;
}

/** The place of a node in the whole text; undefined for a node that the parser made up. */
export function spanOf(node: Nodes, { base }: Source): Span | undefined {
  const start = node.position?.start.offset;
  const end = node.position?.end.offset;
  return start === undefined || end === undefined ? undefined : { start: start + base, end: end + base };
}

/** From the first child of a node to its last; empty at `otherwise` for a node without children. */
export function childrenSpan(children: readonly Nodes[], source: Source, otherwise: number): Span {
  const first = children.find(child => child.position !== undefined);
  const last = children.findLast(child => child.position !== undefined);
  const start = first && spanOf(first, source)?.start;
  const end = last && spanOf(last, source)?.end;
  return { start: start ?? otherwise, end: end ?? otherwise };
}

/** A node's place without blanks and line ends after it: parsers differ in how many they count in. */
export function trimmedSpan(node: Nodes, source: Source): Span | undefined {
  const span = spanOf(node, source);
  return span && { start: span.start, end: trimmedEnd(source.text, span) };
}
