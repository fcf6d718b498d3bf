import type { SectionType } from '../lifecycle/schema/section.ts';
import type { MarkdownDocument } from '../parse/model.ts';
import { memoize, memoizePair } from '../text/memo.ts';
import { holds } from './condition.ts';
import type { Artifact, Project, Section } from './model.ts';
import { sectionOf } from './sections.ts';
import { waiverHolds } from './state.ts';
import { artifactSubject } from './subject.ts';
import { hasSubstance, hasWords } from './substance.ts';
import { entry } from './yamlValue.ts';

/** A required section that is absent or has nothing in it. */
export interface Gap {
  readonly id: string;
  readonly definition: SectionType;
  /** The heading without content; undefined when there is no heading. */
  readonly section: Section | undefined;
}

/** Sections that the type requires of this document now, in the order of the type. */
export const requiredSections = memoizePair(
  (artifact: Artifact, project: Project): readonly (readonly [string, SectionType])[] => {
    const subject = artifactSubject(artifact, project);
    const waived = waivedSections(artifact, project);
    return Object.entries(artifact.definition.sections).filter(
      ([id, section]) => holds(section.required, subject) && !waived(id, section),
    );
  },
);

/** What is missing or empty among the required sections. */
export const sectionGaps = memoizePair((artifact: Artifact, project: Project): readonly Gap[] => {
  if (artifact.document.kind !== 'markdown') return [];
  return requiredSections(artifact, project).flatMap(([id, definition]) => {
    const section = sectionOf(artifact.sections, id);
    return section && !isEmpty(artifact, section) ? [] : [{ id, definition, section }];
  });
});

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

/** `not_applicable: { <section>: { reason, by, until } }` turns single sections off. */
export function waivedSections(artifact: Artifact, project: Project): (id: string, section: SectionType) => boolean {
  const waivers = artifact.fields.get('not_applicable')?.value;
  return (id, section) => [id, section.heading].some(name => waiverHolds(entry(waivers, name), project.today));
}
