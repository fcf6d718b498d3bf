import type { Artifact, Project } from '../project/model.ts';
import { statusName } from '../project/wording.ts';
import type { Fix } from '../rules/rule.ts';
import { replaceText } from './frontMatter.ts';

/** Sets the status to the highest one that claims no agreement, such as in review. */
export function lowerStatus(artifact: Artifact, project: Project): readonly Fix[] {
  const written = artifact.fields.get('status');
  const ladder = Object.entries(project.lifecycle.statuses).filter(([, status]) => status.ordered);
  const lower = ladder.findLast(
    ([, status], index) => !status.agreed && ladder.slice(0, index + 1).every(([, other]) => !other.agreed),
  )?.[0];
  if (!written || lower === undefined) return [];
  const title = `Set the status to “${statusName(project, lower)}”`;
  return [{ title, safe: false, changes: [replaceText(artifact.path, written.value.span, lower)] }];
}
