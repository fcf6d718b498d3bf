import { checkProject } from '../check.ts';
import { passes, passing } from '../project/gates.ts';
import type { Project } from '../project/model.ts';
import type { Finding } from '../rules/rule.ts';
import { gateStatuses } from './gates.ts';
import type { CriterionStatus, GateStatus } from './model.ts';

/** What stands in the way of a gate, and what passing it would open. */
export interface GateReview {
  readonly gate: GateStatus;
  /** The roles that decide, and whether one of them is enough. */
  readonly deciders: { readonly roles: readonly string[]; readonly need: 'any' | 'all' } | undefined;
  /** Must-criteria that are not met: to enter it first, then to pass it. */
  readonly blocking: readonly CriterionStatus[];
  /** Should-criteria that are not met. */
  readonly recommended: readonly CriterionStatus[];
  readonly opens: Opening;
}

/** What changes on the day of a go. */
export interface Opening {
  /** Stages that may begin, in the words of the lifecycle. */
  readonly stages: readonly { readonly id: string; readonly title: string; readonly phase: string }[];
  /** The gate that is next then; undefined when it is the last one or already passed. */
  readonly next: GateStatus | undefined;
  /** Findings that would be new or graver then, once what the gate itself asks is done: what the next one asks for. */
  readonly findings: readonly Finding[];
}

/** Reviews a gate of the lifecycle; undefined when it has no such gate. `findings` are those of the product now. */
export function reviewGate(project: Project, id: string, findings: readonly Finding[]): GateReview | undefined {
  const gate = gateStatuses(project, findings).find(other => other.id === id);
  if (!gate) return undefined;
  const decided = project.lifecycle.gates[id]?.['decided-by'];
  const open = gate.criteria.filter(({ state }) => state === 'unmet');
  return {
    gate,
    deciders: decided && { roles: decided.roles, need: decided.need },
    blocking: open.filter(({ level }) => level === 'must'),
    recommended: open.filter(({ level }) => level === 'should'),
    opens: opening(project, id, findings),
  };
}

/** Passes the gate in a copy of the product and looks at what is different. */
function opening(project: Project, id: string, findings: readonly Finding[]): Opening {
  const after = passing(project, id);
  const later = checkProject(after);
  const known = new Map(findings.map(finding => [keyOf(finding), finding.severity]));
  const { next } = after.gates;
  const isAhead = next !== undefined && next !== project.gates.next;
  return {
    stages: stagesOpenedBy(project, id),
    next: isAhead ? gateStatuses(after, later).find(other => other.id === next) : undefined,
    findings: later.filter(
      finding =>
        finding.severity !== 'hint' &&
        !isOwed(finding, project, after) &&
        known.get(keyOf(finding)) !== finding.severity,
    ),
  };
}

/** What a gate asks that is only assumed to be passed: that will have been done by then. */
const isOwed = ({ gate }: Finding, project: Project, after: Project): boolean =>
  gate !== undefined && passes(after.gates.decisions.get(gate)) && !passes(project.gates.decisions.get(gate));

const keyOf = ({ rule, path, span, subject }: Finding): string => [rule, path, span.start, subject].join('\n');

function stagesOpenedBy({ lifecycle }: Project, id: string): Opening['stages'] {
  const opened = new Set(lifecycle.gates[id]?.opens);
  return Object.entries(lifecycle.phases).flatMap(([phase, { stages }]) =>
    Object.entries(stages).flatMap(([stage, { title }]) => (opened.has(stage) ? [{ id: stage, title, phase }] : [])),
  );
}
