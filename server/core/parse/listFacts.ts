import type { ListItem as ListItemNode, Nodes, Paragraph } from 'mdast';
import { at, type Span } from '../text/span.ts';
import type { ListItem } from './model.ts';
import { type Source, spanOf, trimmedSpan } from './source.ts';

/** The list that an item stands in. */
export interface ListAround {
  readonly ordered: boolean;
  /** 0 for an outermost list. */
  readonly depth: number;
}

/** A list item; undefined when the parser gives it no place. */
export function listItemOf(node: ListItemNode, list: ListAround | undefined, source: Source): ListItem | undefined {
  const start = spanOf(node, source)?.start;
  if (start === undefined) return undefined;
  const span = { start, end: itemEnd(node, source) ?? start };
  const [first] = node.children;
  const textSpan = first?.type === 'paragraph' ? paragraphSpan(first, node, source) : undefined;
  return {
    span,
    textSpan: textSpan ?? at(span.end),
    ordered: list?.ordered ?? false,
    depth: list?.depth ?? 0,
    checked: node.checked ?? undefined,
  };
}

/** Where the last block of an item ends, however deep: parsers may let the item itself end in the next one. */
function itemEnd(item: ListItemNode, source: Source): number | undefined {
  let last: Nodes = item;
  while (last.type === 'list' || last.type === 'listItem') {
    const next: Nodes | undefined = last.children.at(-1);
    if (next === undefined) break;
    last = next;
  }
  return trimmedSpan(last, source)?.end;
}

const checkBox = /\[[ \txX\r\n]\][ \t\r\n]+/y;

/**
 * A paragraph without the check box of the task that it belongs to: parsers differ in whether they count it in. `before`
 * is what comes first on the way through the tree: the task itself when the paragraph is its first block.
 */
export function paragraphSpan(node: Paragraph, before: Nodes, source: Source): Span | undefined {
  const span = trimmedSpan(node, source);
  if (!span || before.type !== 'listItem' || typeof before.checked !== 'boolean') return span;
  checkBox.lastIndex = span.start;
  return checkBox.test(source.text) ? { start: Math.min(checkBox.lastIndex, span.end), end: span.end } : span;
}
