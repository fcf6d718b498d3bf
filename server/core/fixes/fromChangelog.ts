import type { ArtifactType } from '../lifecycle/schema/artifact.ts';
import type { MarkdownDocument } from '../parse/model.ts';
import { normaliseHeading } from '../project/headings.ts';
import { mentionsIn } from '../project/items.ts';
import type { Artifact, Project, Section } from '../project/model.ts';
import { isInUse } from '../project/severity.ts';
import { versionFits, versionIn } from '../project/version.ts';
import { within } from '../text/sorted.ts';
import type { Span } from '../text/span.ts';
import type { NewDocument } from './documentSkeleton.ts';
import { headingText } from './sectionSkeleton.ts';

/**
 * Fills a new document with what the changelog says of the version being made: the entries under `Fixed` go into the
 * section that is known by that name, and so on. Ids stay in the changelog, out of sight of customers. What is not
 * released yet counts while the changelog has no heading for the version.
 */
export function fromChangelog(project: Project, type: string, created: NewDocument): NewDocument {
  const definition = project.lifecycle.artifacts[type];
  const items = definition ? itemsBySection(project, definition) : new Map<string, readonly string[]>();
  return definition && items.size > 0 ? filled(created, definition, items, project.version) : created;
}

/** The entries of the changelog by the id of the section of `type` where they belong. */
function itemsBySection(project: Project, type: ArtifactType): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, readonly string[]>();
  const names = Object.entries(type.sections).map(([id, { heading, aliases }]) => ({
    id,
    names: [heading, ...aliases].map(normaliseHeading),
  }));
  for (const { artifact, document } of changelogs(project)) {
    const own = sectionOfVersion(artifact, project.version);
    for (const group of artifact.sections.filter(({ parent }) => own !== undefined && parent === own)) {
      const id = names.find(other => other.names.includes(normaliseHeading(group.heading.text)))?.id;
      const items = id === undefined ? [] : itemsIn(project, document, group.bodySpan);
      if (id !== undefined && items.length > 0) found.set(id, [...(found.get(id) ?? []), ...items]);
    }
  }
  return found;
}

const changelogs = (project: Project): readonly { artifact: Artifact; document: MarkdownDocument }[] =>
  project.artifacts.flatMap(artifact => {
    const { definition, document } = artifact;
    const isChangelog = definition.format === 'keep-a-changelog' && isInUse(artifact, project);
    return isChangelog && document.kind === 'markdown' ? [{ artifact, document }] : [];
  });

/** The section about a version, else the one about no version yet. */
function sectionOfVersion({ sections }: Artifact, version: string | undefined): Section | undefined {
  const named = sections.map(section => ({ section, version: versionIn(section.heading.text)?.version }));
  const own = named.find(
    other => other.version !== undefined && version !== undefined && versionFits(other.version, version, 'patch'),
  );
  return (own ?? named.find(other => other.section.id !== undefined && other.version === undefined))?.section;
}

function itemsIn(project: Project, document: MarkdownDocument, span: Span): readonly string[] {
  const mentions = mentionsIn(project.lifecycle, document);
  return within(document.listItems, span, item => item.span)
    .filter(({ depth }) => depth === 0)
    .map(({ textSpan }) => {
      const ids = within(mentions, textSpan, mention => mention.span).map(({ id }) => id);
      const text = document.text.slice(textSpan.start, textSpan.end).replace(/\s+/g, ' ').trim();
      return withoutIds(text, ids);
    });
}

/** Takes out brackets that hold nothing but ids. */
const withoutIds = (text: string, ids: readonly string[]): string =>
  ids.length === 0
    ? text
    : text.replace(/\s*[([]([^()[\]]*)[)\]]/g, (whole, inside: string) =>
        inside.split(/\s*[,;]\s*/).every(word => ids.includes(word)) ? '' : whole,
      );

/** Puts the entries under their headings in place of the guidance, and adds the sections that have entries. */
function filled(
  created: NewDocument,
  type: ArtifactType,
  items: ReadonlyMap<string, readonly string[]>,
  version: string | undefined,
): NewDocument {
  const parts = created.text.split(/^(?=## )/m);
  const starts = parts.map((_, index) => parts.slice(0, index).join('').length);
  const headings = new Map(parts.map((part, index) => [/^## (.*)/.exec(part)?.[1] ?? '', index]));
  let text = parts[0] ?? '';
  const stops: Span[] = [...created.stops.filter(({ start }) => start < text.length)];
  for (const [id, section] of Object.entries(type.sections)) {
    const heading = headingText(section, version) ?? '';
    const lines = items.get(id);
    const index = headings.get(heading);
    const separated = text.endsWith('\n\n') ? '' : '\n';
    if (lines) text += `${separated}## ${heading}\n\n${lines.map(line => `- ${line}\n`).join('')}\n`;
    else if (index !== undefined) {
      const part = parts[index] ?? '';
      const shift = text.length + separated.length - (starts[index] ?? 0);
      const own = created.stops.filter(
        ({ start }) => start >= (starts[index] ?? 0) && start < (starts[index] ?? 0) + part.length + 1,
      );
      stops.push(...own.map(({ start, end }) => ({ start: start + shift, end: end + shift })));
      text += separated + part;
    }
  }
  return {
    ...created,
    text: `${text.trimEnd()}\n`,
    stops: stops.filter(({ end }) => end <= text.trimEnd().length + 1),
  };
}
