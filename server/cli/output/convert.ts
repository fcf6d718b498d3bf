import type { Severity } from '../../core/lifecycle/schema/lifecycle.ts';
import type { Place } from '../../core/project/model.ts';
import type { Finding } from '../../core/rules/rule.ts';
import type { GateReview } from '../../core/status/gateReview.ts';
import type { CriterionStatus, GateStatus, StageStatus, Status } from '../../core/status/model.ts';
import type { Places } from '../places.ts';
import type { FindingOutput, PlaceOutput } from './finding.ts';
import type { GateReviewOutput } from './gate.ts';
import type { CriterionOutput, GateOutput, ProductStatusOutput, StageOutput } from './status.ts';

/** A finding with lines instead of offsets. */
export function findingOutput(finding: Finding, places: Places): FindingOutput {
  const { rule, severity, artifact, subject, gate, message, fixes } = finding;
  return {
    rule,
    severity,
    ...places.start(finding),
    ...places.end(finding),
    artifact,
    subject,
    gate,
    message,
    fixes: fixes.map(({ title, safe, byName }) => ({ title, safe, ...(byName && { byName }) })),
  };
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** The order of findings in every output: path, line, column, rule, subject. */
export const byPlace = (a: FindingOutput, b: FindingOutput): number =>
  compare(a.path, b.path) ||
  a.line - b.line ||
  a.column - b.column ||
  compare(a.rule, b.rule) ||
  compare(a.subject, b.subject);

/** How many findings there are of each severity. */
export function countFindings(findings: readonly { readonly severity: Severity }[]): Record<Severity, number> {
  const counts = { error: 0, warning: 0, info: 0, hint: 0 };
  for (const { severity } of findings) counts[severity] += 1;
  return counts;
}

const placeOutput = (place: Place | undefined, places: Places): PlaceOutput | undefined => place && places.start(place);

const gateOutput = (gate: GateStatus, places: Places): GateOutput => ({
  ...gate,
  criteria: gate.criteria.map(criterion => criterionOutput(criterion, places)),
  place: placeOutput(gate.place, places),
});

const criterionOutput = (criterion: CriterionStatus, places: Places): CriterionOutput => ({
  ...criterion,
  place: placeOutput(criterion.place, places),
});

/** The review of a gate with lines instead of offsets. */
export function gateReviewOutput(review: GateReview, definition: string, places: Places): GateReviewOutput {
  const { gate, deciders, blocking, recommended, opens } = review;
  return {
    version: 1,
    definition: places.path(definition),
    gate: gateOutput(gate, places),
    ...(deciders && { deciders: { roles: [...deciders.roles], need: deciders.need } }),
    blocking: blocking.map(criterion => criterionOutput(criterion, places)),
    recommended: recommended.map(criterion => criterionOutput(criterion, places)),
    opens: {
      stages: [...opens.stages],
      ...(opens.next && { next: gateOutput(opens.next, places) }),
      findings: opens.findings.map(finding => findingOutput(finding, places)).sort(byPlace),
    },
  };
}

/** The status of one product with lines instead of offsets. */
export function statusOutput(status: Status, places: Places): ProductStatusOutput {
  const { product, version, lifecycle, definition, asOf, phases, gates, next, counts, headline } = status;
  return {
    product,
    productVersion: version,
    lifecycle,
    definition: places.path(definition),
    asOf,
    phases: phases.map(phase => ({ ...phase, stages: phase.stages.map(stage => stageOutput(stage, places)) })),
    gates: gates.map(gate => gateOutput(gate, places)),
    next,
    counts,
    headline: headline && { ...headline, place: placeOutput(headline.place, places) },
  };
}

function stageOutput(stage: StageStatus, places: Places): StageOutput {
  const artifacts = stage.artifacts.map(artifact => ({
    ...artifact,
    newPath: places.path(artifact.newPath),
    documents: artifact.documents.map(document => ({ ...document, path: places.path(document.path) })),
  }));
  return { ...stage, artifacts, gates: [...stage.gates] };
}
