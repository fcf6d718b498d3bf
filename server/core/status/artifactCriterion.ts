import { rankOf } from '../lifecycle/statusLadder.ts';
import { matches } from '../project/condition.ts';
import { isCurrent } from '../project/current.ts';
import { sectionGaps } from '../project/gaps.ts';
import { artifactsOf } from '../project/lookup.ts';
import type { Artifact, Project } from '../project/model.ts';
import { artifactSubject } from '../project/subject.ts';
import { versionEntries, versionFits } from '../project/version.ts';
import { isWaived } from '../project/waivers.ts';
import { listed, statusName } from '../project/wording.ts';
import { documentPlace, met, type Of, otherVersion, typeTitle, type Verdict, withoutFile } from './verdict.ts';

/** Whether enough documents of a type stand where the criterion wants them. */
export function artifactVerdict(criterion: Of<'artifact'>, project: Project): Verdict {
  const { type, min } = criterion;
  if (isWaived(project, type)) return met;
  const title = typeTitle(project, type);
  const { where } = criterion;
  const files = artifactsOf(project, type).filter(file => !where || matches(where, artifactSubject(file, project)));
  if (files.length === 0) return withoutFile(type, criterion.status, project);
  const current = criterion.version === 'current' ? files.filter(file => hasCurrentVersion(project, file)) : files;
  if (current.length === 0) return otherVersion(type, files, project);
  const judged = current.map(file => ({ file, lacks: shortfall(criterion, file, project) }));
  if (judged.filter(({ lacks }) => lacks.length === 0).length >= min) return met;
  const [nearest] = judged.filter(({ lacks }) => lacks.length > 0).sort((a, b) => a.lacks.length - b.lacks.length);
  const reason = nearest ? `${title} ${listed(nearest.lacks)}.` : `${current.length} of ${min} are there: ${title}.`;
  return { state: 'unmet', reason, place: documentPlace(nearest?.file ?? current[0]) };
}

/** What one file lacks to meet the criterion, each to follow the document's name. */
function shortfall(criterion: Of<'artifact'>, file: Artifact, project: Project): readonly string[] {
  if (file.state.waived) return [];
  const rank = (rankOf(project.lifecycle, file.state.status) ?? -1) - (file.state.stale ? 1 : 0);
  const lacks: string[] = [];
  if (rank < (rankOf(project.lifecycle, criterion.status) ?? 0)) {
    const now = file.state.stale ? 'changed since the approval' : `is ${statusName(project, file.state.status)}`;
    lacks.push(`${now}, ${statusName(project, criterion.status)} is asked for`);
  }
  if (criterion.fresh && file.state.overdue) lacks.push('is due for review');
  if (criterion.sections === 'complete') {
    const gaps = sectionGaps(file, project).map(({ definition }) => `“${definition.heading}”`);
    if (gaps.length > 0) lacks.push(`has nothing under ${listed(gaps)}`);
  }
  return lacks;
}

function hasCurrentVersion(project: Project, file: Artifact): boolean {
  if (file.definition.format !== 'keep-a-changelog') return isCurrent(project, file);
  const { version } = project;
  return (
    version === undefined ||
    versionEntries(file.document, file.definition).some(item => versionFits(item.version, version, 'patch'))
  );
}
