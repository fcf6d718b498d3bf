import type { MarkdownDocument } from '../parse/model.ts';
import type { Section } from '../project/model.ts';
import type { Change } from '../rules/rule.ts';
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
  const body = `\n\n${text.replace(/\n+$/, '')}`;
  return {
    kind: 'edit',
    path,
    edits: [
      {
        span: at(offset),
        text: styled(isFollowed ? `${body}\n` : body),
        stops: stops.map(stop => at(styled(body.slice(0, stop + 2)).length)),
      },
    ],
  };
}
