import type { ArtifactType } from '../lifecycle/schema/artifact.ts';
import type { Document, Heading, MarkdownDocument } from '../parse/model.ts';
import { memoize, memoizePair } from '../text/memo.ts';
import { compilePattern } from '../text/pattern.ts';
import { firstFrom } from '../text/sorted.ts';
import { normaliseHeading } from './headings.ts';
import type { Section } from './model.ts';

type Outline = Pick<Section, 'heading' | 'span' | 'bodySpan' | 'ownSpan'> & { readonly parent: number };

/** The sections of a document as its type knows them. The title is no section. */
export function sectionsOf(document: Document, type: ArtifactType): readonly Section[] {
  return document.kind === 'markdown' ? matchSections(type, document) : [];
}

const matchSections = memoizePair((type: ArtifactType, document: MarkdownDocument): readonly Section[] => {
  const matches = bestMatches(document, type);
  const sections: Section[] = [];
  for (const { heading, span, bodySpan, ownSpan, parent } of outline(document)) {
    const match = matches.get(heading);
    sections.push({
      heading,
      span,
      bodySpan,
      ownSpan,
      parent: sections[parent],
      id: match?.id,
      definition: match === undefined ? undefined : type.sections[match.id],
      matched: match?.matched,
    });
  }
  return sections;
});

/** The section that stands for `id`. */
export const sectionOf = (sections: readonly Section[], id: string): Section | undefined =>
  sections.find(section => section.id === id);

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

type Match = { readonly id: string; readonly matched: 'heading' | 'alias' };

/** For each section of the type the heading that fits best: the shallowest, then the canonical one, then the first. */
function bestMatches(document: MarkdownDocument, type: ArtifactType): ReadonlyMap<Heading, Match> {
  const title = titleOf(document);
  const best = new Map<string, { heading: Heading; match: Match }>();
  for (const { heading, match } of headingMatches(document, type)) {
    if (heading === title || heading.depth > deepest) continue;
    const known = best.get(match.id);
    const better =
      !known ||
      heading.depth < known.heading.depth ||
      (heading.depth === known.heading.depth && match.matched === 'heading' && known.match.matched === 'alias');
    if (better) best.set(match.id, { heading, match });
  }
  return new Map([...best.values()].map(({ heading, match }) => [heading, match]));
}

const deepest = 4;

/** The headings that name a section of `type`, by its heading or by an alias; several may name the same. */
export function headingMatches(
  document: MarkdownDocument,
  type: ArtifactType,
): readonly { readonly heading: Heading; readonly match: Match }[] {
  const { exact, patterns } = headingNames(type);
  const names = foldedHeadings(document);
  return document.headings.flatMap((heading, index) => {
    const match = exact.get(names[index] ?? '') ?? (patterns.length > 0 ? versionMatch(heading, patterns) : undefined);
    return match ? [{ heading, match }] : [];
  });
}

/** Every type asks for the same names, so they are folded once. */
const foldedHeadings = memoize((document: MarkdownDocument): readonly string[] =>
  document.headings.map(heading => normaliseHeading(heading.text)),
);

interface Pattern {
  readonly match: Match;
  fits(heading: string): boolean;
}

function versionMatch({ text }: Heading, patterns: readonly Pattern[]): Match | undefined {
  if (!/\d\.\d/.test(text)) return undefined;
  const words = text.slice(0, 200).replace(/[\u2018\u2019]/g, "'");
  return patterns.find(({ fits }) => fits(words))?.match;
}

const headingNames = memoize((type: ArtifactType) => {
  const exact = new Map<string, Match>();
  const patterns: Pattern[] = [];
  const add = (words: string, match: Match): void => {
    if (words.includes('{version}')) patterns.push({ fits: versionHeading(words), match });
    else if (!exact.has(normaliseHeading(words))) exact.set(normaliseHeading(words), match);
  };
  const sections = Object.entries(type.sections);
  for (const [id, { heading }] of sections) add(heading, { id, matched: 'heading' });
  for (const [id, { aliases }] of sections) for (const alias of aliases) add(alias, { id, matched: 'alias' });
  return { exact, patterns };
});

const version = String.raw`\[?v?\d+\.\d+(?:\.\d+)?[\w.+-]*\]?`;
const remark = String.raw`(?:[\s(:–—-].*)?`;

/** A test for headings with any version in place of `{version}`; a day or another remark may follow. */
function versionHeading(words: string): (heading: string) => boolean {
  const parts = words.split('{version}').map(part => part.replace(/[!-/:-@[-`{-~]/g, '\\$&').replace(/\s+/g, '\\s+'));
  const pattern = compilePattern(`(?is)${parts.join(version)}${remark}`);
  return heading => typeof pattern !== 'string' && pattern.matches(heading);
}

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

/** Whether `inner` is a sub-section of `outer`, at any depth. */
export const isInside = (inner: Section, outer: Section): boolean =>
  inner !== outer && outer.span.start <= inner.span.start && inner.span.end <= outer.span.end;
