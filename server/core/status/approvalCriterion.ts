import { approvalsOf, isAuthor } from '../project/approvals.ts';
import { isCurrent } from '../project/current.ts';
import { artifactsOf } from '../project/lookup.ts';
import type { Artifact, Project } from '../project/model.ts';
import { isAside } from '../project/state.ts';
import { isWaived } from '../project/waivers.ts';
import { listed, roleName } from '../project/wording.ts';
import { documentPlace, met, type Of, otherVersion, typeTitle, type Verdict, withoutFile } from './verdict.ts';

/** Whether the named roles have approved the text as it is now. */
export function approvalVerdict(criterion: Of<'approval'>, project: Project): Verdict {
  const { of, roles, all } = criterion;
  if (isWaived(project, of)) return met;
  const files = artifactsOf(project, of);
  if (files.length === 0) return withoutFile(of, undefined, project);
  const current = files.filter(file => isCurrent(project, file) && !isAside(project.lifecycle, file.state.status));
  if (current.length === 0) return otherVersion(of, files, project);
  if (current.some(({ state }) => state.waived)) return met;
  const lacking = current.map(file => {
    const given = approvingRoles(criterion, file, project);
    return roles.filter(role => !given.includes(role));
  });
  if (lacking.some(missing => (all ? missing.length === 0 : missing.length < roles.length))) return met;
  const missing = lacking.reduce((fewest, list) => (list.length < fewest.length ? list : fewest));
  const asked = listed(
    missing.map(role => roleName(project, role)),
    all ? 'and' : 'or',
  );
  const how = criterion.independent ? ', by somebody who did not write it' : '';
  const reason = `${typeTitle(project, of)} is not approved by ${asked}${how}.`;
  return { state: 'unmet', reason, place: documentPlace(current[0]) };
}

/** Roles whose approval holds for the text as it is now. */
function approvingRoles({ independent }: Of<'approval'>, file: Artifact, project: Project): readonly string[] {
  const isFree = !independent || project.lifecycle.independence === 'off';
  return approvalsOf(file, project).flatMap(({ by, roles, isCurrent }) =>
    isCurrent && (isFree || !isAuthor(file, by, project)) ? roles : [],
  );
}
