import { canonicalRole } from '../lifecycle/roles.ts';
import type { Severity } from '../lifecycle/schema/severity.ts';
import { memoize } from '../text/memo.ts';
import { artifactsAt } from './lookup.ts';
import type { Artifact, Place, Project } from './model.ts';
import { isJudged, severityAt } from './severity.ts';
import { coverageOf } from './traces/coverage.ts';
import { trainedRoles, trainingKinds } from './training.ts';

/** A role that a document names and that nobody has trained for this major version. */
export interface UntrainedRole {
  readonly role: string;
  /** Of the role in the document. */
  readonly place: Place;
  readonly artifact: Artifact;
  readonly gate: string;
  readonly severity: Severity;
}

/**
 * The roles that coverage rules want trained by the gates that are passed or next. Nothing while no training is recorded
 * at all: then the record is missing.
 */
export const untrainedRoles = memoize((project: Project): readonly UntrainedRole[] => {
  const kinds = trainingKinds(project.lifecycle);
  if (!project.records.some(({ kind }) => kinds.has(kind))) return [];
  return Object.entries(project.lifecycle.coverage).flatMap(([id, { rule, every, level, 'from-gate': gate }]) => {
    const near = rule === 'training-missing' ? severityAt(project, gate) : undefined;
    const type = /^field:([^/]+)\//.exec(every)?.[1];
    if (near === undefined || type === undefined) return [];
    return coverageOf(project, id).flatMap(({ name, place }): readonly UntrainedRole[] => {
      const role = canonicalRole(project.lifecycle, name);
      const artifact = artifactsAt(project, place.path).find(other => other.type === type);
      if (role === undefined || !artifact || trainedRoles(project).has(role) || !isJudged(artifact, project)) return [];
      return [{ role, place, artifact, gate, severity: level === 'should' ? 'info' : near }];
    });
  });
});
