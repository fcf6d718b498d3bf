import { isDate } from '../lifecycle/date.ts';
import { baselines } from './baseline.ts';
import { localPath } from './build.ts';
import { fingerprint } from './fingerprint.ts';
import type { Artifact, Project } from './model.ts';
import { isInUse } from './severity.ts';
import { firstStatus } from './state.ts';
import { entry, itemsOf, textOf } from './yamlValue.ts';

/**
 * The newest day on which somebody approved or reviewed a document, ISO. Undefined without such a day, for a draft, and for a
 * document that was edited since: after its approval, or after a gate up to `day` that kept its fingerprint.
 */
export function lastTouched(artifact: Artifact, day: string, project: Project): string | undefined {
  const { state, fields } = artifact;
  if (!isInUse(artifact, project) || state.stale || state.status === firstStatus(project.lifecycle)) return undefined;
  if (hasChangedSinceGate(artifact, day, project)) return undefined;
  const approved = itemsOf(fields.get('approvals')?.value).flatMap(node => textOf(entry(node, 'date')) ?? []);
  const days = [...approved, textOf(fields.get('reviewed')?.value) ?? ''].filter(isDate);
  return days.sort().at(-1);
}

function hasChangedSinceGate({ document, path }: Artifact, day: string, project: Project): boolean {
  return baselines(project).some(({ gate, fingerprints }) => {
    const print = fingerprints.get(localPath(project.root, path));
    const date = project.gates.decisions.get(gate)?.date;
    return print !== undefined && date !== undefined && date <= day && print !== fingerprint(document);
  });
}
