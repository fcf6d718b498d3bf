import type { Criterion } from '../lifecycle/schema/criterion.ts';
import { definitionPlace } from '../project/definitionPlace.ts';
import { fieldPlace } from '../project/fieldPlace.ts';
import type { Artifact, Place, Project } from '../project/model.ts';
import { firstStatus } from '../project/state.ts';
import { isElsewhere } from '../project/waivers.ts';
import type { CriterionStatus } from './model.ts';

/** What judging a criterion gives. */
export type Verdict = Pick<CriterionStatus, 'state'> & Partial<Pick<CriterionStatus, 'reason' | 'place' | 'create'>>;

/** The criterion with this `check`. */
export type Of<Check extends Criterion['check']> = Extract<Criterion, { check: Check }>;

/** The verdict on what holds. */
export const met: Verdict = { state: 'met' };

/**
 * The verdict on a type without a file. Kept elsewhere it exists, so that it counts as begun, but nobody can see more;
 * otherwise it is to be written. `status` is the least that is asked for.
 */
export function withoutFile(type: string, status: string | undefined, project: Project): Verdict {
  const { lifecycle } = project;
  if (!isElsewhere(project, type))
    return { state: 'unmet', reason: `${typeTitle(project, type)} is missing.`, create: type };
  if (status === firstStatus(lifecycle)) return met;
  const place = definitionPlace(project, ['provided-by', type]);
  return { state: 'unmet', reason: `${typeTitle(project, type)} is kept elsewhere; nobody can see its status.`, place };
}

/** The verdict on files of which none speaks of the version being made. */
export function otherVersion(type: string, files: readonly Artifact[], project: Project): Verdict {
  const version = project.version ?? 'the current version';
  const isNew = project.lifecycle.artifacts[type]?.cardinality === 'per-version';
  return {
    state: 'unmet',
    reason: `${typeTitle(project, type)} exists, but not for ${version}.`,
    place: documentPlace(files[0]),
    ...(isNew && { create: type }),
  };
}

/** The title of an artifact type. */
export const typeTitle = ({ lifecycle }: Project, type: string): string => lifecycle.artifacts[type]?.title ?? type;

/** Where a document says how far it has come. */
export const documentPlace = (artifact: Artifact | undefined): Place | undefined =>
  artifact && fieldPlace(artifact, 'status');
