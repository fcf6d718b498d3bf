import type { Lifecycle } from '../../lifecycle/schema/lifecycle.ts';
import { memoize } from '../../text/memo.ts';
import { foldName } from '../fieldName.ts';
import { normaliseHeading } from '../headings.ts';
import type { Artifact, Project, Section } from '../model.ts';
import { sectionAt } from '../sections.ts';
import type { End, Statement } from './model.ts';
import { linkNames, statementsIn } from './statements.ts';

/** A statement about a section of a document, or about the document as a whole. */
interface SectionStatement {
  readonly end: Extract<End, { kind: 'section' }>;
  readonly statement: Statement;
}

/**
 * What a document says about its sections in the words of links: in a field such as `covers`, a map from heading to ids,
 * in a comment `<!-- covers: REQ-3 -->` or in a line of a section.
 */
export function sectionStatements(project: Project, artifact: Artifact): readonly SectionStatement[] {
  const { document, sections, fields } = artifact;
  const names = linkNames(project.lifecycle);
  if (document.kind !== 'markdown' || !linkedTypes(project.lifecycle).has(artifact.type)) return [];
  const sectionEnd = (section: Artifact['sections'][number] | undefined): SectionStatement['end'] => ({
    kind: 'section',
    artifact,
    section,
  });
  const inFields = fields.all.flatMap(({ name: field, keySpan, value }): readonly SectionStatement[] => {
    const name = foldName(field);
    if (!names.has(name)) return [];
    if (value.kind !== 'map') return [{ end: sectionEnd(undefined), statement: { name, keySpan, value } }];
    return value.entries.flatMap(part => {
      // What is said of a heading that is not there holds for nothing.
      const section = byHeading(sections).get(normaliseHeading(part.key));
      if (!section) return [];
      return [{ end: sectionEnd(section), statement: { name, keySpan: part.keySpan, value: part.value } }];
    });
  });
  const inText = statementsIn(document)
    .filter(({ name }) => names.has(name))
    .map(statement => ({ end: sectionEnd(sectionAt(sections, statement.value.span.start)), statement }));
  return [...inFields, ...inText];
}

/** The first section under each heading, which is folded. */
const byHeading = memoize(
  (sections: readonly Section[]): ReadonlyMap<string, Section> =>
    new Map(sections.map(section => [normaliseHeading(section.heading.text), section] as const).reverse()),
);

/** Types of which a section may be the end of a link. */
const linkedTypes = memoize(
  ({ links }: Lifecycle): ReadonlySet<string> =>
    new Set(
      Object.values(links)
        .flatMap(({ from, to }) => [...from, ...to])
        .flatMap(end => /^section:([^/]+)/.exec(end)?.[1] ?? []),
    ),
);
