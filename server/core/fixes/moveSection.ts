import type { MarkdownDocument } from '../parse/model.ts';
import type { Misplaced } from '../project/sectionOrder.ts';
import type { Change } from '../rules/rule.ts';
import { at } from '../text/span.ts';
import { gapBefore } from './insertSection.ts';
import { inStyleOf, newlineOf } from './newline.ts';
import { openBlock } from './openBlock.ts';

/**
 * Moves a section, with all that belongs to it, to where it should stand. Undefined when a block that is never closed
 * makes it unclear where a section ends.
 */
export function moveSection(document: MarkdownDocument, { section, after, before }: Misplaced): Change | undefined {
  const { text, path } = document;
  const target = after?.span.end ?? before?.span.start;
  if (target === undefined || openBlock(document) < text.length) return undefined;
  const gap = newlineOf(text).repeat(2);
  const words = text.slice(section.span.start, section.span.end).trimEnd();
  const isLast = section.span.end === text.length;
  const start = isLast ? text.slice(0, section.span.start).trimEnd().length : section.span.start;
  const end = isLast ? text.trimEnd().length : section.span.end;
  const bottom = text.trimEnd().length;
  const inserted =
    target === text.length
      ? { span: at(bottom), text: gap + words }
      : { span: at(target), text: inStyleOf(text, gapBefore(text, target)) + words + gap };
  return { kind: 'edit', path, edits: [inserted, { span: { start, end }, text: '' }] };
}
