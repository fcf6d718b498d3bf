import type { Criterion } from '../lifecycle/schema/criterion.ts';
import { isConditional, passes } from '../project/gates.ts';
import type { Project } from '../project/model.ts';
import { gateName } from '../project/wording.ts';
import { approvalVerdict } from './approvalCriterion.ts';
import { artifactVerdict } from './artifactCriterion.ts';
import type { CriterionStatus } from './model.ts';
import { met, type Of, type Verdict } from './verdict.ts';

/** Judges one criterion. What needs records or traces is `unchecked`: it never counts as met. */
export function judgeCriterion(
  id: string,
  part: CriterionStatus['part'],
  criterion: Criterion,
  project: Project,
): CriterionStatus {
  const { state, reason, place, create } = verdict(criterion, project);
  return { id, part, level: criterion.level, say: criterion.say, state, reason, place, create };
}

function verdict(criterion: Criterion, project: Project): Verdict {
  switch (criterion.check) {
    case 'artifact':
      return artifactVerdict(criterion, project);
    case 'approval':
      return approvalVerdict(criterion, project);
    case 'gate-passed':
      return gateVerdict(criterion, project);
    default:
      return { state: 'unchecked', reason: 'Slipway does not check this yet.' };
  }
}

function gateVerdict({ gate, strict }: Of<'gate-passed'>, project: Project): Verdict {
  const decision = project.gates.decisions.get(gate);
  const isOpen = strict && isConditional(decision);
  if (passes(decision) && !isOpen) return met;
  const reason = isOpen
    ? `The gate ${gateName(project, gate)} is passed with conditions that are still open.`
    : `The gate ${gateName(project, gate)} is not passed.`;
  return { state: 'unmet', reason, place: decision?.place };
}
