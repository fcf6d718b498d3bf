import type { Coverage } from '../lifecycle/schema/record.ts';
import { foldName } from './fieldName.ts';
import type { Project } from './model.ts';
import { linkNames } from './traces/statements.ts';

/** The first field of a record kind in which a link that a coverage rule asks for is written. */
export function linkField(project: Project, kind: string, { link }: Coverage): string | undefined {
  const { lifecycle } = project;
  const wanted = [link ?? []].flat();
  const types = Object.entries(lifecycle.links).flatMap(([id, { inverse }]) =>
    wanted.includes(id) || (inverse !== undefined && wanted.includes(inverse)) ? [id] : [],
  );
  return Object.keys(lifecycle.records[kind]?.fields ?? {}).find(name =>
    linkNames(lifecycle)
      .get(foldName(name))
      ?.some(type => types.includes(type)),
  );
}
