import type { Criterion } from '../lifecycle/schema/criterion.ts';
import { applies, compareValues } from '../project/condition.ts';
import { releaseEvidence } from '../project/evidence.ts';
import { gateEntries, isConditional, passes } from '../project/gates.ts';
import type { Project } from '../project/model.ts';
import { waiverHolds } from '../project/state.ts';
import { gateName } from '../project/wording.ts';
import { entry, mapsOf, textOf } from '../project/yamlValue.ts';
import type { Finding } from '../rules/rule.ts';
import { approvalVerdict } from './approvalCriterion.ts';
import { artifactVerdict } from './artifactCriterion.ts';
import type { CriterionStatus } from './model.ts';
import { recordVerdict } from './recordCriterion.ts';
import { attestVerdict, findingsVerdict, milestoneVerdict } from './statementCriteria.ts';
import { testResultsVerdict } from './testResultsCriterion.ts';
import { traceVerdict } from './traceCriterion.ts';
import { trainingVerdict } from './trainingCriterion.ts';
import { met, type Of, type Verdict } from './verdict.ts';

/** What a criterion is judged against. */
export interface Bench {
  readonly project: Project;
  /** The gate that it belongs to. */
  readonly gate: string;
  /** What the rules found; a criterion may ask that nothing grave is left. */
  readonly findings: readonly Finding[];
}

/** The criteria of one part of a gate that apply to this product now, each judged. */
export function judgeCriteria(
  part: CriterionStatus['part'],
  criteria: Readonly<Record<string, Criterion>>,
  bench: Bench,
): readonly CriterionStatus[] {
  return Object.entries(criteria).flatMap(([id, criterion]) => {
    if (!applies(criterion, gateSubject(bench))) return [];
    const { level, say, check } = criterion;
    const { state, reason, place, create } = isWaivedInLog(id, bench) ? met : verdict(id, criterion, bench);
    return [{ id, part, level, check, say, state, reason, place, create }];
  });
}

/** A gate as the conditions of its criteria see it: the product's version, and the day of the decision or of the check. */
function gateSubject({ project, gate }: Bench): Parameters<typeof applies>[1] {
  const { today, version } = project;
  const fields = new Map(Object.entries({ version, product: project.lifecycle.product.name, gate }));
  return {
    today,
    version,
    begun: project.gates.decisions.get(gate)?.date ?? today,
    madeFor: version,
    get: name => fields.get(name),
    compare: (_, a, b) => compareValues(a, b),
  };
}

/** Whether the gate log lets the criterion go: with a reason, a person and an end in the future. */
const isWaivedInLog = (id: string, { project, gate }: Bench): boolean =>
  gateEntries(project, gate)
    .flatMap(({ map }) => mapsOf(entry(map, 'waived')))
    .some(waiver => textOf(entry(waiver, 'criterion')) === id && waiverHolds(waiver, project.today));

function verdict(id: string, criterion: Criterion, { project, gate, findings }: Bench): Verdict {
  switch (criterion.check) {
    case 'artifact':
      return artifactVerdict(criterion, project);
    case 'approval':
      return approvalVerdict(criterion, project);
    case 'gate-passed':
      return gateVerdict(criterion, project);
    case 'trace':
      return traceVerdict(criterion, project);
    case 'records':
    case 'metrics':
    case 'risks':
      return recordVerdict(criterion, project);
    case 'test-results':
      return testResultsVerdict(criterion, project);
    case 'training':
      return trainingVerdict(criterion, project);
    case 'milestone':
      return milestoneVerdict(criterion, project);
    case 'findings':
      return findingsVerdict(criterion, project, findings);
    case 'attest':
      return attestVerdict(id, gate, criterion, project);
    case 'released':
      return releaseEvidence(criterion, project, project.artifacts)
        ? met
        : { state: 'unmet', reason: 'No such version is released.' };
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
