import { groupBy } from '../text/groupBy.ts';
import { sectionsInForce, waivedSections } from './gaps.ts';
import type { Artifact, Project, Section } from './model.ts';
import { isRepeating, scopedSections, wholesOf } from './sectionMatches.ts';
import { ancestry, sectionOf, sectionsFor } from './sections.ts';

/** A heading that the definition does not know where it allows no others. */
export interface UnknownSection {
  readonly section: Section;
  /** Headings that could stand there and do not yet. */
  readonly free: readonly string[];
}

/** The unknown sections of a document, the outermost of those that nest. */
export function unknownSections(artifact: Artifact, project: Project): readonly UnknownSection[] {
  const { definition, sections } = artifact;
  const inForce = new Map(sectionsInForce(artifact, project));
  const waived = waivedSections(artifact, project);
  const isKnown = ({ id, also }: Section): boolean =>
    [id ?? '', ...also].some(own => inForce.has(own) || waived.has(own));
  return sections.flatMap(section => {
    const holder = section.parent ? section.parent.definition : definition;
    if (isKnown(section) || holder?.['other-sections'] !== 'none') return [];
    const free = [...inForce].flatMap(([id, { heading, within }]) =>
      sectionOf(sections, id) === undefined && (within === undefined) === (section.parent === undefined)
        ? [heading]
        : [],
    );
    return [{ section, free }];
  });
}

/** The first section beyond the number that may stand in one place, with that number, for each place. */
export function excessSections(
  { definition, sections }: Artifact,
  id: string,
): readonly { readonly section: Section; readonly max: number }[] {
  const type = definition.sections[id];
  const max = type?.repeats?.max;
  if (type === undefined || max === undefined || !isRepeating(type)) return [];
  const wholes = new Set(wholesOf(type));
  const wholeOf = (section: Section): Section | undefined =>
    scopedSections(definition).has(id)
      ? [...ancestry(section.parent)].find(outer => [outer.id ?? '', ...outer.also].some(own => wholes.has(own)))
      : undefined;
  return [...groupBy(sectionsFor(sections, id), wholeOf).values()].flatMap(group => {
    const first = group[max];
    return first ? [{ section: first, max }] : [];
  });
}
