import { fieldDocument } from '../project/fieldPlace.ts';
import type { Artifact, Project } from '../project/model.ts';
import { firstStatus } from '../project/state.ts';
import { statusName } from '../project/wording.ts';
import type { Fix } from '../rules/rule.ts';
import { replaceText } from './frontMatter.ts';

/** Sets the status to the highest one that claims no agreement, such as in review. */
export function lowerStatus(artifact: Artifact, project: Project): readonly Fix[] {
  const ladder = Object.entries(project.lifecycle.statuses).filter(([, status]) => status.ordered);
  const agreed = ladder.findIndex(([, status]) => status.agreed);
  return setStatus(artifact, project, (agreed < 0 ? ladder : ladder.slice(0, agreed)).at(-1)?.[0]);
}

/** Sets the status to the lowest one. */
export const resetStatus = (artifact: Artifact, project: Project): readonly Fix[] =>
  setStatus(artifact, project, firstStatus(project.lifecycle));

/** Writes a status that the document does not have yet, in the word that its type uses for it. */
function setStatus(artifact: Artifact, project: Project, status: string | undefined): readonly Fix[] {
  const written = artifact.fields.get('status');
  if (!written || status === undefined || status === artifact.state.status) return [];
  const own = Object.entries(artifact.definition['status-words']).find(([, meant]) => meant === status)?.[0];
  const title = `Set the status to “${own ?? statusName(project, status)}”`;
  return [
    { title, safe: false, changes: [replaceText(fieldDocument(artifact).path, written.value.span, own ?? status)] },
  ];
}
