import type { Evidence, Project } from '../project/model.ts';
import { gateName } from '../project/wording.ts';
import type { GateStatus, Headline } from './model.ts';

/**
 * The worst thing, said once: a definition that cannot be read, then a phase that began too early, then a gate that no
 * longer holds. When nothing is wrong, a gate that is ready to be decided.
 */
export function headline(project: Project, gates: readonly GateStatus[]): Headline | undefined {
  if (!project.definition.lifecycle) return unreadable(project);
  const [begun] = project.gates.begun.values();
  if (begun) return begunTooEarly(project, begun);
  const regressed = gates.find(({ state }) => state === 'regressed');
  if (regressed) return noLongerHolds(regressed);
  const ready = gates.find(({ state }) => state === 'ready');
  return ready && readyToDecide(ready);
}

function unreadable({ definition }: Project): Headline {
  const [problem] = definition.problems;
  return {
    severity: 'error',
    title: 'The definition of the lifecycle cannot be read',
    detail: problem?.message ?? '',
    place: { path: problem?.file ?? definition.path, span: problem?.span ?? { start: 0, end: 0 } },
  };
}

function begunTooEarly(project: Project, { phase, say, place }: Evidence): Headline {
  const definition = project.lifecycle.phases[phase];
  const gate = gateName(project, definition?.['entry-gate'] ?? '');
  return {
    severity: 'error',
    title: `${definition?.title ?? phase} has begun before its gate`,
    detail: `${say}; ${gate} has no decision to go.`,
    place,
  };
}

function noLongerHolds(gate: GateStatus): Headline {
  const broken = gate.criteria.find(
    ({ level, state, part }) => part === 'exit' && level === 'must' && state === 'unmet',
  );
  return {
    severity: 'error',
    title: `“${gate.title}” no longer holds`,
    detail: broken?.reason ?? '',
    place: broken?.place ?? gate.place,
  };
}

const readyToDecide = ({ title, place }: GateStatus): Headline => ({
  severity: 'info',
  title: `“${title}” is ready`,
  detail: 'Every must-criterion is met. Record your decision in the gate log.',
  place,
});
