import type { Artifact, Project } from './model.ts';
import { isInUse } from './severity.ts';

/** The changelogs that count: documents in the form of Keep a Changelog. */
export const changelogsOf = (project: Project): readonly Artifact[] =>
  project.artifacts.filter(artifact => artifact.definition.format === 'keep-a-changelog' && isInUse(artifact, project));
