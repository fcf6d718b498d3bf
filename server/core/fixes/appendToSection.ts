import type { MarkdownDocument } from '../parse/model.ts';
import type { Section } from '../project/model.ts';
import type { Change } from '../rules/rule.ts';
import { within } from '../text/sorted.ts';
import { at } from '../text/span.ts';
import { newlineOf } from './newline.ts';
import { openBlock } from './openBlock.ts';

/**
 * Adds lines to a section after what stands there, before its first sub-heading. `text` has `\n` as line ending; `stops`
 * are offsets in it where the cursor waits.
 */
export function appendToSection(
  document: MarkdownDocument,
  section: Section,
  text: string,
  stops: readonly number[],
): Change {
  const { path } = document;
  const end = Math.max(section.ownSpan.start, Math.min(section.ownSpan.end, openBlock(document)));
  const own = document.text.slice(section.ownSpan.start, end);
  const offset = section.ownSpan.start + own.trimEnd().length;
  const rest = document.text.slice(offset);
  const isFollowed = rest.trim() !== '' && !/^[ \t]*\r?\n[ \t]*\r?\n/.test(rest);
  const newline = newlineOf(document.text);
  const styled = (part: string): string => part.replaceAll('\n', newline);
  const joint = text.startsWith('- ') && endsInList(document, section, offset) ? '\n' : '\n\n';
  const body = `${joint}${text.replace(/\n+$/, '')}`;
  return {
    kind: 'edit',
    path,
    edits: [
      {
        span: at(offset),
        text: styled(isFollowed ? `${body}\n` : body),
        stops: stops.map(stop => at(styled(body.slice(0, stop + joint.length)).length)),
      },
    ],
  };
}

/** Whether an item of a list with `-` at the line's start ends at `offset`, so that another one can follow it. */
function endsInList({ text, listItems }: MarkdownDocument, { ownSpan }: Section, offset: number): boolean {
  const last = within(listItems, ownSpan, ({ span }) => span).findLast(item => item.depth === 0);
  return last?.span.end === offset && text[last.span.start] === '-' && text[last.span.start - 1] === '\n';
}
