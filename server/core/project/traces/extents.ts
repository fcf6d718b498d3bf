import type { MarkdownDocument } from '../../parse/model.ts';
import { within } from '../../text/sorted.ts';
import type { Span } from '../../text/span.ts';
import type { Section } from '../model.ts';
import { sectionAt, titleOf } from '../sections.ts';
import { rowAt } from './statements.ts';

/**
 * All that is said about the item whose id stands at `offset`: its row, its list item with what is nested, the section
 * under its heading, or the whole document when it is the title or the document itself.
 */
export function extentAt(document: MarkdownDocument, sections: readonly Section[], offset: number): Span {
  const row = rowAt(document, offset);
  if (row) return row.span;
  const listItem = within(document.listItems, { start: 0, end: offset + 1 }, ({ span }) => span).findLast(
    ({ span }) => offset < span.end,
  );
  if (listItem) return listItem.span;
  const section = sectionAt(sections, offset);
  if (section && offset < section.heading.span.end) return section.span;
  const title = titleOf(document);
  if (title === undefined || offset < title.span.end) return { start: 0, end: document.text.length };
  return section?.span ?? { start: offset, end: document.text.length };
}
