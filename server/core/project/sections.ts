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
  return document.kind === 'markdown' ? matchSections(document, type) : [];
}

const matchSections = memoizePair((document: MarkdownDocument, type: ArtifactType): readonly Section[] => {
  const outlines = outline(document);
  const matches = bestMatches(outlines, type);
  const sections: Section[] = [];
  outlines.forEach((item, index) => {
    const match = matches.get(index);
    sections.push({
      ...item,
      parent: sections[item.parent],
      id: match?.id,
      definition: match === undefined ? undefined : type.sections[match.id],
      matched: match?.matched,
    });
  });
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
function bestMatches(outlines: readonly Outline[], type: ArtifactType): ReadonlyMap<number, Match> {
  const best = new Map<string, { index: number; depth: number; matched: Match['matched'] }>();
  outlines.forEach(({ heading }, index) => {
    const match = headingMatch(type, heading);
    if (!match || heading.depth > deepest) return;
    const known = best.get(match.id);
    const better =
      !known ||
      heading.depth < known.depth ||
      (heading.depth === known.depth && match.matched === 'heading' && known.matched === 'alias');
    if (better) best.set(match.id, { index, depth: heading.depth, matched: match.matched });
  });
  return new Map([...best].map(([id, { index, matched }]) => [index, { id, matched }]));
}

const deepest = 4;

/** The section of `type` that a heading names, by its heading or by an alias. */
export function headingMatch(type: ArtifactType, heading: Heading): Match | undefined {
  const names = headingNames(type);
  const exact = names.exact.get(nameOf(heading));
  if (exact || names.patterns.length === 0 || !/\d\.\d/.test(heading.text)) return exact;
  const words = heading.text.slice(0, 200).replace(/[\u2018\u2019]/g, "'");
  return names.patterns.find(({ fits }) => fits(words))?.match;
}

/** Every type asks for the same name, so it is folded once. */
const nameOf = memoize((heading: Heading): string => normaliseHeading(heading.text));

const headingNames = memoize((type: ArtifactType) => {
  const exact = new Map<string, Match>();
  const patterns: { fits: (heading: string) => boolean; match: Match }[] = [];
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
