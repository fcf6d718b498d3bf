import { isCurrent } from '../current.ts';
import type { Artifact, Project } from '../model.ts';
import { isInUse } from '../severity.ts';
import type { Item, TraceLink } from './model.ts';
import { sectionEntries } from './sectionEntries.ts';

/**
 * The links from an item to the row that is about it in a section which its link type names, such as a test and its
 * result. Of documents made for each version, only those of the version being made count.
 */
export function rowLinks(project: Project, artifact: Artifact, items: ReadonlyMap<string, Item>): readonly TraceLink[] {
  const { type, path, sections, definition } = artifact;
  if (!isInUse(artifact, project)) return [];
  if (definition.cardinality === 'per-version' && !isCurrent(project, artifact)) return [];
  return Object.entries(project.lifecycle.links).flatMap(([link, { from, to }]) =>
    to.flatMap(end => {
      const [, named, id] = /^section:([^/]+)\/(.+)$/.exec(end) ?? [];
      if (named !== type || id === undefined) return [];
      const section = sections.find(other => other.id === id);
      return sectionEntries(project, artifact, id).flatMap(({ about }): readonly TraceLink[] => {
        const item = about && items.get(about.id);
        if (!item || !from.includes(item.kind)) return [];
        return [
          {
            type: link,
            from: { kind: 'item', id: item.id, item: item.kind },
            to: { kind: 'section', artifact, section },
            place: { path, span: about.span },
          },
        ];
      });
    }),
  );
}
