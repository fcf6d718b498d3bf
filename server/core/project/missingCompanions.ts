import { type CompanionFile, companionsOf } from './companions.ts';
import { applies, holds } from './condition.ts';
import type { Artifact, Project } from './model.ts';
import { isInUse } from './severity.ts';
import { artifactSubject } from './subject.ts';

/** The companions that a document needs now and that do not exist. */
export function missingCompanions(artifact: Artifact, project: Project): readonly CompanionFile[] {
  if (Object.keys(artifact.definition.companions).length === 0 || !isInUse(artifact, project)) return [];
  const subject = artifactSubject(artifact, project);
  return companionsOf(artifact, project).filter(
    ({ definition, paths }) =>
      paths.length > 0 &&
      !paths.some(path => project.exists(path)) &&
      applies(definition, subject) &&
      holds(definition.required, subject),
  );
}

/** Where the sidecar of a document should be that does not exist; undefined when there is one, or none is asked for. */
export function missingSidecar(artifact: Artifact, project: Project): string | undefined {
  const { sidecar } = artifact;
  if (!sidecar || sidecar.document || project.exists(sidecar.path)) return undefined;
  return isInUse(artifact, project) ? sidecar.path : undefined;
}
