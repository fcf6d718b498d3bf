import type { TableCell, Table as TableNode } from 'mdast';
import { at, type Span } from '../text/span.ts';
import type { Cell, Table } from './model.ts';
import { type Source, spanOf } from './source.ts';
import { wordsOf } from './words.ts';

/** The header and rows of a table; undefined when the parser gives it no place. */
export function tableOf(node: TableNode, source: Source): Table | undefined {
  const span = spanOf(node, source);
  if (!span) return undefined;
  const [header = [], ...rows] = node.children.map(row => row.children.flatMap(cell => cellOf(cell, source)));
  return { span, header, rows };
}

function cellOf(cell: TableCell, source: Source): Cell[] {
  const span = spanOf(cell, source);
  return span ? [{ text: wordsOf(cell), span: contentSpan(source.text, span) }] : [];
}

/** The cell's content without the bars and blanks around it; of an empty cell the place where content would go. */
function contentSpan(text: string, cell: Span): Span {
  let { start, end } = cell;
  if (text[start] === '|') start++;
  if (end > start && text[end - 1] === '|' && !isEscaped(text, end - 1)) end--;
  const inside = text.slice(start, end);
  const content = inside.trim();
  if (content === '') return at(Math.min(start + 1, end));
  const first = start + inside.indexOf(content);
  return { start: first, end: first + content.length };
}

/** Whether an odd number of backslashes stands before `offset`. */
function isEscaped(text: string, offset: number): boolean {
  let slashes = 0;
  while (text[offset - 1 - slashes] === '\\') slashes++;
  return slashes % 2 === 1;
}
