import type { ArtifactType } from '../lifecycle/schema/artifact.ts';
import type { Lifecycle } from '../lifecycle/schema/lifecycle.ts';
import { canonicalStatus } from '../lifecycle/statusLadder.ts';
import type { Document, MarkdownDocument } from '../parse/model.ts';
import { memoize } from '../text/memo.ts';
import { within } from '../text/sorted.ts';
import type { Span } from '../text/span.ts';
import { normaliseHeading } from './headings.ts';
import type { FieldValue, Section } from './model.ts';
import { sectionsOf } from './sections.ts';

/**
 * The status that stands under a heading “Status”, as decision records often have it: the first words there are a status,
 * alone or with a day or a reference after them. Only for types with status words or a section of that name.
 */
export function statusInSection(document: Document, lifecycle: Lifecycle, type: ArtifactType): FieldValue | undefined {
  if (document.kind !== 'markdown' || !hasStatusSection(type)) return undefined;
  const section = sectionsOf(document, type).find(isStatus);
  const span = section && firstLine(document, section);
  const word = span && statusWord(document.text, span);
  if (!section || !word) return undefined;
  const source = document.text.slice(word.start, word.end);
  if (canonicalStatus(lifecycle, type, source) === undefined) return undefined;
  return {
    name: 'status',
    written: 'status',
    known: true,
    keySpan: section.heading.textSpan,
    value: { kind: 'scalar', value: source, source, span: word },
  };
}

const isStatus = ({ heading, parent }: Section): boolean =>
  parent === undefined && normaliseHeading(heading.text) === statusHeading;

const statusHeading = normaliseHeading('Status');

const hasStatusSection = memoize(
  (type: ArtifactType): boolean =>
    Object.keys(type['status-words']).length > 0 ||
    Object.values(type.sections).some(({ heading, aliases }) =>
      [heading, ...aliases].flat().some(name => normaliseHeading(name) === statusHeading),
    ),
);

/** The first line of the section's first paragraph or list item. */
function firstLine({ text, paragraphs, listItems }: MarkdownDocument, { ownSpan }: Section): Span | undefined {
  const [paragraph] = within(paragraphs, ownSpan, span => span);
  const [item] = within(listItems, ownSpan, ({ textSpan }) => textSpan);
  const first = item && (!paragraph || item.textSpan.start <= paragraph.start) ? item.textSpan : paragraph;
  if (!first) return undefined;
  const length = text.slice(first.start, first.end).search(/\r?\n/);
  return { start: first.start, end: length < 0 ? first.end : first.start + length };
}

const lead = /^(?:~~[^~]*~~|[*_`\s]|\p{Extended_Pictographic}|\u{FE0F})+/u;
const tail = /[*_`]*(?:[\s*_`]*[,.;:(–—]|\s+(?:on|by|since|as of|from|in|-|\d)(?![\p{L}]))[\s\S]*$|[*_`\s]+$/u;

/** The words of a line before a day, a reference or a remark. */
function statusWord(text: string, { start, end }: Span): Span | undefined {
  const line = text.slice(start, Math.min(end, start + 200));
  const skipped = lead.exec(line)?.[0].length ?? 0;
  const word = line.slice(skipped).replace(tail, '');
  return word === '' ? undefined : { start: start + skipped, end: start + skipped + word.length };
}
