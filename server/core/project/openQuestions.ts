import type { ArtifactType } from '../lifecycle/schema/artifact.ts';
import type { SectionType } from '../lifecycle/schema/section.ts';
import { memoize } from '../text/memo.ts';
import { normaliseHeading } from './headings.ts';
import type { Artifact, Section } from './model.ts';
import { hasSubstance, saysNone } from './substance.ts';

const names = new Set(['open questions', 'open issues', 'to be decided'].map(normaliseHeading));

/** Whether a heading is that of a section for what is still to be decided. */
const isForQuestions = (heading: string): boolean => names.has(normaliseHeading(heading));

/** The sections of a document that hold open questions, or would. */
export const questionSections = memoize(({ sections }: Artifact): readonly Section[] =>
  sections.filter(({ heading }) => isForQuestions(heading.text)),
);

/** The section of a type for open questions, with its id; undefined when the type has none. */
export const questionSectionOf = memoize((type: ArtifactType): readonly [string, SectionType] | undefined =>
  Object.entries(type.sections).find(([, { heading, aliases }]) => [heading, ...aliases].some(isForQuestions)),
);

/** Whether such a section holds questions, and not a word that there are none. */
export const hasOpenQuestions = ({ document }: Artifact, { bodySpan }: Section): boolean =>
  document.kind === 'markdown' && hasSubstance(document, bodySpan) && !saysNone(document, bodySpan);
