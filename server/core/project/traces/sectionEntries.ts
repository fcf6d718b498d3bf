import type { ListItem } from '../../parse/model.ts';
import { within } from '../../text/sorted.ts';
import type { Span } from '../../text/span.ts';
import { mentionsIn } from '../items.ts';
import type { Artifact, ItemMention, Project } from '../model.ts';
import { sectionOf } from '../sections.ts';
import type { Statement } from './model.ts';
import { rowsIn } from './statements.ts';

/** A row of a table or an item of a list in a section. */
export interface SectionEntry {
  readonly span: Span;
  /** The words that name it: the first cell, or the first paragraph. */
  readonly nameSpan: Span;
  /** The id that it opens with: the item that it is about. */
  readonly about: ItemMention | undefined;
  readonly mentions: readonly ItemMention[];
  /** The cells of a row; none for a list item. */
  readonly statements: readonly Statement[];
}

/** The rows and outermost list items of the section `id` of a document, in their order. */
export function sectionEntries(project: Project, artifact: Artifact, id: string): readonly SectionEntry[] {
  const { document } = artifact;
  const section = sectionOf(artifact.sections, id);
  if (document.kind !== 'markdown' || !section) return [];
  const mentions = mentionsIn(project.lifecycle, document);
  const toEntry = (span: Span, nameSpan: Span, statements: readonly Statement[]): SectionEntry => {
    const inside = within(mentions, span, mention => mention.span);
    const first = inside[0];
    const lead = first && document.text.slice(nameSpan.start, first.span.start);
    const about = lead !== undefined && /^[\s*_[`]*$/.test(lead) ? first : undefined;
    return { span, nameSpan, about, mentions: inside, statements };
  };
  const rows = within(rowsIn(document), section.bodySpan, ({ span }) => span).map(({ span, statements }) =>
    toEntry(span, statements[0]?.value.span ?? span, statements),
  );
  const items = within(document.listItems, section.bodySpan, ({ span }) => span).filter(isOutermost);
  return [...rows, ...items.map(({ span, textSpan }) => toEntry(span, textSpan, []))].sort(
    (a, b) => a.span.start - b.span.start,
  );
}

const isOutermost = ({ depth }: ListItem): boolean => depth === 0;
