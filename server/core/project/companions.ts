import type { Companion } from '../lifecycle/schema/artifact.ts';
import { memoize } from '../text/memo.ts';
import type { Artifact, Project } from './model.ts';
import { companionPaths, partPath } from './partPath.ts';
import { entry, textOf } from './yamlValue.ts';

/** A companion of one document. */
export interface CompanionFile {
  readonly id: string;
  readonly definition: Companion;
  /** Where it may lie, as workspace paths; the first one is for a new file. None when its name is not known yet. */
  readonly paths: readonly string[];
}

/** The companions that the type of a document names, whether or not they are required of it. */
export const companionsOf = (
  artifact: Artifact,
  { lifecycle, root }: Pick<Project, 'lifecycle' | 'root'>,
): readonly CompanionFile[] =>
  Object.entries(artifact.definition.companions).map(([id, definition]) => ({
    id,
    definition,
    paths: companionPaths(lifecycle, definition).flatMap(
      source => partPath(source, artifact.path, root, name => namedPart(artifact, name)) ?? [],
    ),
  }));

/** What a name in the path of a companion stands for: a named part of the document's path, else a field. */
function namedPart({ captures, fields }: Artifact, name: string): string | undefined {
  if (Object.hasOwn(captures, name)) return captures[name];
  const whole = fields.get(name)?.value;
  if (whole) return textOf(whole);
  const [first = '', ...parts] = name.split('.');
  return textOf(parts.reduce<ReturnType<typeof entry>>(entry, fields.get(first)?.value));
}

/** The document that an artifact is a companion of: what its conditions see under the name `document`. */
export const accompanied = (artifact: Artifact, project: Project): Artifact | undefined =>
  documentsOfCompanions(project).get(keyOf(artifact.type, artifact.path));

const documentsOfCompanions = memoize((project: Project): ReadonlyMap<string, Artifact> => {
  const documents = new Map<string, Artifact>();
  for (const artifact of project.artifacts)
    for (const { definition, paths } of companionsOf(artifact, project))
      for (const path of definition.type === undefined ? [] : paths) {
        const key = keyOf(definition.type ?? '', path);
        if (!documents.has(key)) documents.set(key, artifact);
      }
  return documents;
});

const keyOf = (type: string, path: string): string => `${type}\n${path}`;
