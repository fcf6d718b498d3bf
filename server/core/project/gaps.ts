import type { SectionType } from '../lifecycle/schema/section.ts';
import type { MarkdownDocument } from '../parse/model.ts';
import { memoize, memoizePair } from '../text/memo.ts';
import { applies, holds } from './condition.ts';
import type { Artifact, Project, Section } from './model.ts';
import { isRepeating, scopedSections, wholesOf } from './sectionMatches.ts';
import { ancestry, sectionOf, sectionsFor } from './sections.ts';
import { waiverHolds } from './state.ts';
import { artifactSubject } from './subject.ts';
import { hasSubstance, hasWords } from './substance.ts';
import { entry } from './yamlValue.ts';

/** A section that is asked for and is absent or has nothing in it. */
export interface Gap {
  readonly id: string;
  readonly definition: SectionType;
  /** The heading without content; undefined when there is no heading. */
  readonly section: Section | undefined;
  /** The section that lacks it, where it is asked for in each of several. */
  readonly whole: Section | undefined;
}

type Entries = readonly (readonly [string, SectionType])[];

/** The sections of the type that apply to this document and are not waived, in the order of the type. */
export const sectionsInForce = memoizePair((artifact: Artifact, project: Project): Entries => {
  const subject = artifactSubject(artifact, project);
  const waived = waivedSections(artifact, project);
  return Object.entries(artifact.definition.sections).filter(
    ([id, section]) => applies(section, subject) && !waived.has(id),
  );
});

/** The ids of the sections that `not_applicable: { <section>: { reason, by, until } }` turns off. */
export const waivedSections = memoizePair((artifact: Artifact, project: Project): ReadonlySet<string> => {
  const waivers = artifact.fields.get('not_applicable')?.value;
  const isWaived = (name: string): boolean => waiverHolds(entry(waivers, name), project.today);
  const sections = Object.entries(artifact.definition.sections);
  return new Set(sections.flatMap(([id, { heading }]) => ([id, heading].some(isWaived) ? [id] : [])));
});

/** Sections that the type requires of this document now, in the order of the type. */
export const requiredSections = memoizePair(
  (artifact: Artifact, project: Project): Entries => askedSections(artifact, project, 'must'),
);

/** Sections that should be there, without which the document is complete all the same. */
export const recommendedSections = memoizePair(
  (artifact: Artifact, project: Project): Entries => askedSections(artifact, project, 'should'),
);

function askedSections(artifact: Artifact, project: Project, level: SectionType['level']): Entries {
  const subject = artifactSubject(artifact, project);
  return sectionsInForce(artifact, project).filter(
    ([, section]) => section.level === level && holds(section.required, subject),
  );
}

/** What is missing or empty among the required sections. What is part of a missing section is not named beside it. */
export const sectionGaps = memoizePair((artifact: Artifact, project: Project): readonly Gap[] =>
  gapsAmong(artifact, requiredSections(artifact, project)),
);

/** The same among the sections that are only recommended; nor are parts of a required one that is missing. */
export const recommendedGaps = memoizePair((artifact: Artifact, project: Project): readonly Gap[] =>
  gapsAmong(artifact, recommendedSections(artifact, project), requiredSections(artifact, project)),
);

function gapsAmong(artifact: Artifact, asked: Entries, around: Entries = []): readonly Gap[] {
  if (artifact.document.kind !== 'markdown') return [];
  const ids = new Set([...asked, ...around].map(([id]) => id));
  const isMissing = (id: string): boolean => ids.has(id) && sectionOf(artifact.sections, id) === undefined;
  return asked.flatMap(([id, definition]) => {
    const wholes = wholesOf(definition);
    if (wholes.length > 0 && wholes.every(isMissing)) return [];
    const isScoped = scopedSections(artifact.definition).has(id);
    const places = isScoped ? wholes.flatMap(whole => sectionsFor(artifact.sections, whole)) : [undefined];
    const found = sectionsFor(artifact.sections, id);
    const counts = isScoped ? countByWhole(found, new Set(places)) : new Map([[undefined, found.length]]);
    const least = isRepeating(definition) ? (definition.repeats?.min ?? 1) : 1;
    return [
      ...places
        .filter(whole => (counts.get(whole) ?? 0) < least)
        .map(whole => ({ id, definition, section: undefined, whole })),
      ...found
        .filter(section => isEmpty(artifact, section))
        .map(section => ({ id, definition, section, whole: undefined })),
    ];
  });
}

/** How many of `found` lie in each of the sections around them. */
function countByWhole(
  found: readonly Section[],
  wholes: ReadonlySet<Section | undefined>,
): ReadonlyMap<Section | undefined, number> {
  const counts = new Map<Section | undefined, number>();
  for (const section of found) {
    const whole = [...ancestry(section.parent)].find(outer => wholes.has(outer));
    if (whole) counts.set(whole, (counts.get(whole) ?? 0) + 1);
  }
  return counts;
}

/** Whether a section holds nothing but comments, guidance and sub-headings. */
export const isEmpty = ({ document }: Artifact, section: Section): boolean =>
  document.kind === 'markdown' && !hasSubstance(document, section.bodySpan);

const stubWords = 30;

/** Whether the document is a shell: headings only, or next to no words. A changelog may be as short as it is. */
export function isStub(artifact: Artifact): boolean {
  const { document, definition } = artifact;
  if (document.kind !== 'markdown' || Object.keys(definition.sections).length === 0) return false;
  if (definition.format !== undefined) return false;
  return isShort(document);
}

const isShort = memoize((document: MarkdownDocument): boolean => !hasWords(document, stubWords));
