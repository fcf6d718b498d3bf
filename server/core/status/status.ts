import type { Phase, Stage } from '../lifecycle/schema/gate.ts';
import type { Severity } from '../lifecycle/schema/lifecycle.ts';
import { isPhaseComplete, passes } from '../project/gates.ts';
import type { Project } from '../project/model.ts';
import type { Finding } from '../rules/rule.ts';
import { artifactStatuses } from './artifacts.ts';
import { gateStatuses } from './gates.ts';
import { headline } from './headline.ts';
import type { ArtifactStatus, GateStatus, PhaseStatus, StageStatus, Status } from './model.ts';

/** The status of a product: phases, stages, gates and documents, and the worst thing first. */
export function statusOf(project: Project, findings: readonly Finding[]): Status {
  const { lifecycle } = project;
  const artifacts = artifactStatuses(project);
  const gates = gateStatuses(project, findings);
  return {
    product: lifecycle.product.name,
    version: project.version,
    lifecycle: lifecycle.title ?? lifecycle.id ?? [lifecycle.extends ?? 'own'].flat().join(' + '),
    definition: project.definition.path,
    asOf: project.today,
    phases: orderedPhases(project).map(([id, phase]) => phaseStatus(project, id, phase, artifacts, gates, findings)),
    gates,
    next: project.gates.next,
    counts: countSeverities(findings),
    headline: headline(project, gates),
  };
}

const orderedPhases = ({ lifecycle }: Project): readonly [string, Phase][] => inOrder(Object.entries(lifecycle.phases));

const inOrder = <T extends { readonly order?: number | undefined }>(entries: readonly [string, T][]): [string, T][] =>
  entries
    .map((item, index) => ({ item, order: item[1].order ?? index + 1 }))
    .sort((a, b) => a.order - b.order)
    .map(({ item }) => item);

/** Findings by severity. */
function countSeverities(findings: readonly Finding[]): Record<Severity, number> {
  const counts = { error: 0, warning: 0, info: 0, hint: 0 };
  for (const { severity } of findings) counts[severity] += 1;
  return counts;
}

function phaseStatus(
  project: Project,
  id: string,
  phase: Phase,
  artifacts: readonly ArtifactStatus[],
  gates: readonly GateStatus[],
  findings: readonly Finding[],
): PhaseStatus {
  const required = artifacts.filter(artifact => artifact.phase === id && artifact.need === 'required');
  const own = gates.filter(gate => gate.phase === id && !gate.repeats);
  const inPreparation = gates.filter(
    ({ phase: of, repeats, state }) => of === id && repeats && (state === 'blocked' || state === 'ready'),
  );
  const sum = (key: 'done' | 'all'): number =>
    [...own, ...inPreparation].reduce((total, gate) => total + gate.must[key], 0);
  return {
    id,
    title: phase.title,
    state: phaseState(project, id, phase, artifacts, own),
    artifacts: { done: required.filter(({ satisfied }) => satisfied).length, all: required.length },
    criteria: { done: sum('done'), all: sum('all') },
    gates: {
      done: own.filter(({ state }) => state === 'passed').length,
      all: own.length,
      regressed: own.filter(({ state }) => state === 'regressed').length,
    },
    counts: countSeverities(findings.filter(finding => finding.phase === id)),
    stages: inOrder(Object.entries(phase.stages)).map(([stage, definition]) =>
      stageStatus(project, id, stage, definition, artifacts, own),
    ),
  };
}

function phaseState(
  project: Project,
  id: string,
  phase: Phase,
  artifacts: readonly ArtifactStatus[],
  gates: readonly GateStatus[],
): PhaseStatus['state'] {
  if (project.gates.begun.has(id)) return 'out-of-order';
  if (gates.some(({ state }) => state === 'regressed')) return 'regressed';
  if (isPhaseComplete(project, id)) return 'complete';
  const entry = phase['entry-gate'];
  const isWritten = artifacts.some(artifact => artifact.phase === id && artifact.documents.length > 0);
  if (entry === undefined) return isWritten ? 'in-progress' : 'not-started';
  if (passes(project.gates.decisions.get(entry))) return 'in-progress';
  return isWritten ? 'preparing' : 'not-started';
}

function stageStatus(
  project: Project,
  phase: string,
  id: string,
  stage: Stage,
  artifacts: readonly ArtifactStatus[],
  gates: readonly GateStatus[],
): StageStatus {
  const own = artifacts.filter(artifact => artifact.phase === phase && artifact.stage === id);
  return {
    id,
    title: stage.title,
    phase,
    state: stageState(stage, own),
    artifacts: own,
    gates: gatesAfter(project, phase, id, gates),
  };
}

function stageState(stage: Stage, artifacts: readonly ArtifactStatus[]): StageStatus['state'] {
  const existing = artifacts.filter(
    ({ need, documents, state }) => need !== 'optional' && (documents.length > 0 || state === 'waived'),
  );
  if (existing.length === 0) return 'not-started';
  if (stage.continuous) return 'running';
  const required = artifacts.filter(({ need }) => need === 'required');
  const judged = required.length > 0 ? required : existing;
  return judged.every(({ satisfied }) => satisfied) ? 'complete' : 'in-progress';
}

/** The gates that stand after a stage on the path: those that close it and no later stage. */
function gatesAfter(
  { lifecycle }: Project,
  phase: string,
  stage: string,
  gates: readonly GateStatus[],
): readonly string[] {
  const order = inOrder(Object.entries(lifecycle.phases[phase]?.stages ?? {})).map(([id]) => id);
  return gates.flatMap(({ id }) => {
    const last = order.findLast(other => lifecycle.gates[id]?.closes.includes(other));
    return last === stage ? [id] : [];
  });
}
