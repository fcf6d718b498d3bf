import type { Gate } from '../lifecycle/schema/gate.ts';
import { definitionPlace } from '../project/definitionPlace.ts';
import { isConditional, isPhaseComplete, orderedGates, passes } from '../project/gates.ts';
import type { Project } from '../project/model.ts';
import type { Finding } from '../rules/rule.ts';
import { type Bench, judgeCriteria } from './criteria.ts';
import type { CriterionStatus, GateStatus, Share } from './model.ts';

/** Where every gate stands, in order, repeating gates last. */
export function gateStatuses(project: Project, findings: readonly Finding[]): readonly GateStatus[] {
  const all = orderedGates(project.lifecycle);
  const repeating = all.filter(id => !project.gates.order.includes(id));
  return [...project.gates.order, ...repeating].flatMap(id => {
    const gate = project.lifecycle.gates[id];
    return gate ? [gateStatus({ project, gate: id, findings }, gate)] : [];
  });
}

function gateStatus(bench: Bench, gate: Gate): GateStatus {
  const { project, gate: id } = bench;
  const judged = [...judgeCriteria('entry', gate.entry, bench), ...judgeCriteria('exit', gate.exit, bench)];
  const criteria = isFrozen(project, id, gate) ? judged.map(asDecided) : judged;
  const decision = project.gates.decisions.get(id);
  return {
    id,
    title: gate.title,
    phase: gate.phase,
    question: gate.question,
    repeats: gate.repeats !== undefined,
    state: gateState(project, id, criteria),
    decision: decision?.decision,
    must: countMust(criteria.filter(({ part }) => part === 'exit')),
    criteria,
    place: decision?.place ?? definitionPlace(project, ['gates', id]),
  };
}

/** Once its phase is complete, a gate stays as it was decided: work that goes on belongs to later versions. */
const isFrozen = (project: Project, id: string, gate: Gate): boolean =>
  passes(project.gates.decisions.get(id)) && gate.repeats === undefined && isPhaseComplete(project, gate.phase);

const asDecided = (criterion: CriterionStatus): CriterionStatus => ({
  ...criterion,
  state: 'met',
  reason: undefined,
  place: undefined,
  create: undefined,
});

/** Counts must-criteria. */
function countMust(criteria: readonly CriterionStatus[]): Share {
  const must = criteria.filter(({ level }) => level === 'must');
  return { done: must.filter(({ state }) => state === 'met').length, all: must.length };
}

/**
 * The must-criteria of a passed gate that do not hold now. What the rules find never undoes a decision: a finding about
 * this very gate would keep itself alive.
 */
export const brokenCriteria = (criteria: readonly CriterionStatus[]): readonly CriterionStatus[] =>
  criteria.filter(
    ({ part, level, state, check }) => part === 'exit' && level === 'must' && state === 'unmet' && check !== 'findings',
  );

/** A gate whose decision stands is judged by its exit criteria; an open one also by what must hold before it. */
function gateState(project: Project, id: string, criteria: readonly CriterionStatus[]): GateStatus['state'] {
  const decision = project.gates.decisions.get(id);
  if (decision && !passes(decision)) return 'stopped';
  if (decision) {
    if (brokenCriteria(criteria).length > 0) return 'regressed';
    return isConditional(decision) ? 'conditional' : 'passed';
  }
  const isNext =
    id === project.gates.next || (!project.gates.order.includes(id) && project.gates.distance(id) === 'next');
  if (!isNext) return 'later';
  return criteria.some(({ level, state }) => level === 'must' && state !== 'met') ? 'blocked' : 'ready';
}
