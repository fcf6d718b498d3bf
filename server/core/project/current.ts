import type { Artifact, Project } from './model.ts';
import { versionFits } from './version.ts';
import { textOf } from './yamlValue.ts';

/** Whether a document speaks of the version being made, at the precision of its type. */
export function isCurrent(project: Project, artifact: Artifact): boolean {
  const version = versionOf(artifact);
  if (project.version === undefined || version === undefined) return true;
  return versionFits(version, project.version, artifact.definition['version-match']);
}

/** The product version that a document names, in its field or its path. */
export const versionOf = ({ fields, captures }: Artifact): string | undefined =>
  textOf(fields.get('version')?.value) ?? captures.version;
