import type { ArtifactType } from '../lifecycle/schema/artifact.ts';
import type { Document, Heading, MarkdownDocument } from '../parse/model.ts';
import { memoize, memoizePair } from '../text/memo.ts';
import { firstFrom, within } from '../text/sorted.ts';
import type { Section } from './model.ts';
import { assignSections, type Outline } from './sectionMatches.ts';

/** The sections of a document as its type knows them. The title is no section. */
export function sectionsOf(document: Document, type: ArtifactType): readonly Section[] {
  return document.kind === 'markdown' ? matchSections(type, document) : [];
}

const matchSections = memoizePair((type: ArtifactType, document: MarkdownDocument): readonly Section[] => {
  const entries = outline(document);
  const assigned = assignSections(document, type, entries);
  const sections: Section[] = [];
  for (const [index, { heading, span, bodySpan, ownSpan, parent }] of entries.entries()) {
    const [match, ...others] = assigned.get(index) ?? [];
    sections.push({
      heading,
      span,
      bodySpan,
      ownSpan,
      parent: sections[parent],
      id: match?.id,
      definition: match === undefined ? undefined : type.sections[match.id],
      also: others.map(({ id }) => id),
      matched: match?.matched,
    });
  }
  return sections;
});

/** The sections that stand for each id, in document order. */
const byId = memoize((sections: readonly Section[]): ReadonlyMap<string, readonly Section[]> => {
  const named = new Map<string, Section[]>();
  for (const section of sections)
    for (const id of section.id === undefined ? [] : [section.id, ...section.also]) {
      const same = named.get(id);
      if (same) same.push(section);
      else named.set(id, [section]);
    }
  return named;
});

/** The sections that stand for `id`, in document order: several only of a section that may stand many times. */
export const sectionsFor = (sections: readonly Section[], id: string): readonly Section[] =>
  byId(sections).get(id) ?? [];

/** The first section that stands for `id`. */
export const sectionOf = (sections: readonly Section[], id: string): Section | undefined =>
  sectionsFor(sections, id)[0];

/** The document's title: its first heading, when that is of the first level. */
export function titleOf(document: Document): Heading | undefined {
  const first = document.kind === 'markdown' ? document.headings[0] : undefined;
  return first?.depth === 1 ? first : undefined;
}

const outline = memoize((document: MarkdownDocument): readonly Outline[] => {
  const title = titleOf(document);
  const headings = document.headings.filter(heading => heading !== title);
  const parents: number[] = [];
  const ends: number[] = headings.map(() => document.text.length);
  const open: number[] = [];
  headings.forEach((heading, index) => {
    for (let last = open.at(-1); last !== undefined && depthOf(headings[last]) >= heading.depth; last = open.at(-1)) {
      ends[last] = heading.span.start;
      open.pop();
    }
    parents.push(open.at(-1) ?? -1);
    open.push(index);
  });
  return headings.map((heading, index) => {
    const end = ends[index] ?? document.text.length;
    return {
      heading,
      parent: parents[index] ?? -1,
      span: { start: heading.span.start, end },
      bodySpan: { start: heading.span.end, end },
      ownSpan: { start: heading.span.end, end: headings[index + 1]?.span.start ?? document.text.length },
    };
  });
});

const depthOf = (heading: Heading | undefined): number => heading?.depth ?? 0;

/** The innermost section that holds `offset`. */
export function sectionAt(sections: readonly Section[], offset: number): Section | undefined {
  const last = sections[firstFrom(sections, offset + 1, ({ span }) => span) - 1];
  for (const section of ancestry(last)) if (offset < section.span.end) return section;
  return undefined;
}

/** The section and those around it, innermost first. */
export function* ancestry(section: Section | undefined): Generator<Section> {
  for (let current = section; current; current = current.parent) yield current;
}

/** Those of some sections, in document order, that are sub-sections of `outer`, at any depth. */
export const sectionsInside = (sections: readonly Section[], outer: Section): readonly Section[] =>
  within(sections, outer.bodySpan, ({ span }) => span);

/** Whether `inner` is a sub-section of `outer`, at any depth. */
export const isInside = (inner: Section, outer: Section): boolean =>
  inner !== outer && outer.span.start <= inner.span.start && inner.span.end <= outer.span.end;
