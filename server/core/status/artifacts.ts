import { newPath } from '../fixes/newPath.ts';
import type { ArtifactType } from '../lifecycle/schema/artifact.ts';
import { isCurrent } from '../project/current.ts';
import { artifactsOf } from '../project/lookup.ts';
import type { Artifact, Project } from '../project/model.ts';
import { accountableRole } from '../project/people.ts';
import { titleOf } from '../project/sections.ts';
import { firstStatus, isAgreed, isAside, isReleased } from '../project/state.ts';
import { isElsewhere, isWaived } from '../project/waivers.ts';
import { textOf } from '../project/yamlValue.ts';
import type { ArtifactStateWord, ArtifactStatus, DocumentStatus } from './model.ts';

/** Where every artifact type of the lifecycle stands, in the order of the definition. */
export function artifactStatuses(project: Project): readonly ArtifactStatus[] {
  return Object.entries(project.lifecycle.artifacts).map(([type, definition]) =>
    artifactStatus(project, type, definition, artifactsOf(project, type)),
  );
}

function artifactStatus(
  project: Project,
  type: string,
  definition: ArtifactType,
  files: readonly Artifact[],
): ArtifactStatus {
  const state = typeState(project, type, definition, files);
  return {
    type,
    title: definition.title,
    phase: definition.phase,
    stage: definition.stage,
    need: definition.need,
    requiredBy: definition['required-by'],
    state,
    satisfied: state === 'waived' || state === 'approved' || state === 'released',
    documents: files.map(file => documentStatus(project, file)),
    accountable: accountableRole(project, type),
    newPath: newPath(project, type),
  };
}

/** The best state over the files that count: for a type per version, only those of the version being made. */
function typeState(
  project: Project,
  type: string,
  definition: ArtifactType,
  files: readonly Artifact[],
): ArtifactStateWord {
  if (isWaived(project, type)) return 'waived';
  const counting = definition.cardinality === 'per-version' ? files.filter(file => isCurrent(project, file)) : files;
  const best = counting.map(file => documentState(project, file)).sort((a, b) => strength[b] - strength[a])[0];
  if (best !== undefined) return best;
  if (isElsewhere(project, type)) return 'elsewhere';
  const gate = definition['required-by'];
  const near =
    gate !== undefined && definition.need !== 'optional' && ['passed', 'next'].includes(project.gates.distance(gate));
  return near ? 'missing' : 'later';
}

const strength: Readonly<Record<ArtifactStateWord, number>> = {
  released: 9,
  approved: 8,
  waived: 7,
  stale: 6,
  'in-review': 5,
  draft: 4,
  elsewhere: 3,
  superseded: 2,
  retired: 1,
  missing: 0,
  later: 0,
};

/** The state of one document, in the words that views share whatever the lifecycle calls its statuses. */
function documentState(project: Project, { state }: Artifact): ArtifactStateWord {
  if (state.waived) return 'waived';
  if (state.stale) return 'stale';
  const { lifecycle } = project;
  if (isAside(lifecycle, state.status)) return /supersed|replac/.test(state.status) ? 'superseded' : 'retired';
  if (isReleased(lifecycle, state.status)) return 'released';
  if (isAgreed(lifecycle, state.status)) return 'approved';
  return state.status === firstStatus(lifecycle) ? 'draft' : 'in-review';
}

function documentStatus(project: Project, artifact: Artifact): DocumentStatus {
  return {
    path: artifact.path,
    title: textOf(artifact.fields.get('title')?.value) ?? titleOf(artifact.document)?.text ?? artifact.definition.title,
    state: documentState(project, artifact),
    overdue: artifact.state.overdue && isAgreed(project.lifecycle, artifact.state.status),
  };
}
