import type { Gate } from '../lifecycle/schema/gate.ts';
import { definitionPlace } from '../project/definitionPlace.ts';
import { isConditional, isPhaseComplete, orderedGates, passes } from '../project/gates.ts';
import type { Project } from '../project/model.ts';
import { judgeCriterion } from './criteria.ts';
import type { CriteriaCount, CriterionStatus, GateStatus } from './model.ts';

/** Where every gate stands, in order, repeating gates last. */
export function gateStatuses(project: Project): readonly GateStatus[] {
  const all = orderedGates(project.lifecycle);
  const repeating = all.filter(id => !project.gates.order.includes(id));
  return [...project.gates.order, ...repeating].flatMap(id => {
    const gate = project.lifecycle.gates[id];
    return gate ? [gateStatus(project, id, gate)] : [];
  });
}

function gateStatus(project: Project, id: string, gate: Gate): GateStatus {
  const criteria = [
    ...Object.entries(gate.entry).map(([key, criterion]) => judgeCriterion(key, 'entry', criterion, project)),
    ...Object.entries(gate.exit).map(([key, criterion]) => judgeCriterion(key, 'exit', criterion, project)),
  ];
  const decision = project.gates.decisions.get(id);
  return {
    id,
    title: gate.title,
    phase: gate.phase,
    question: gate.question,
    repeats: gate.repeats !== undefined,
    state: gateState(project, id, gate, criteria),
    decision: decision?.decision,
    must: countMust(criteria.filter(({ part }) => part === 'exit')),
    criteria,
    place: decision?.place ?? definitionPlace(project, ['gates', id]),
  };
}

/** Counts must-criteria; what is not checked yet is counted apart and never as met. */
function countMust(criteria: readonly CriterionStatus[]): CriteriaCount {
  const must = criteria.filter(({ level }) => level === 'must');
  const count = (state: CriterionStatus['state']): number => must.filter(criterion => criterion.state === state).length;
  return { met: count('met'), unchecked: count('unchecked'), all: must.length };
}

/**
 * A gate whose decision stands is judged by its exit criteria; an open one also by what must hold before it. Once its
 * phase is complete, a gate stays as it was decided: work that goes on belongs to later versions.
 */
function gateState(
  project: Project,
  id: string,
  gate: Gate,
  criteria: readonly CriterionStatus[],
): GateStatus['state'] {
  const decision = project.gates.decisions.get(id);
  const unmet = (part: CriterionStatus['part']): boolean =>
    criteria.some(criterion => criterion.part === part && criterion.level === 'must' && criterion.state === 'unmet');
  if (decision && !passes(decision)) return 'stopped';
  if (decision) {
    if (unmet('exit') && !isPhaseComplete(project, gate.phase)) return 'regressed';
    return isConditional(decision) ? 'conditional' : 'passed';
  }
  const isNext =
    id === project.gates.next || (!project.gates.order.includes(id) && project.gates.distance(id) === 'next');
  if (!isNext) return 'later';
  const open = criteria.some(({ level, state }) => level === 'must' && state !== 'met');
  return open ? 'blocked' : 'ready';
}
