import { ErrorCodes, ResponseError } from 'vscode-languageserver';
import { type GateReview, reviewGate } from '../core/status/gateReview.ts';
import type { CriterionStatus } from '../core/status/model.ts';
import { locationOf } from './convert.ts';
import type { ProductAt } from './productAt.ts';
import type { ProductCheck } from './productCheck.ts';
import type { CriterionForEditor, GateReviewParams, GateReviewResult } from './protocol.ts';
import { gateForEditor } from './statusReport.ts';

/** Answers requests for the review of a gate. A product or gate that is not known is an error with a message. */
export function createGateReview(productAt: ProductAt): (params: GateReviewParams) => GateReviewResult {
  return ({ definitionUri, gate }) => {
    const { check, project } = productAt(definitionUri);
    const review = reviewGate(project, gate, [...check.paths()].flatMap(check.findingsOf));
    if (!review) throw new ResponseError(ErrorCodes.InvalidParams, `This lifecycle has no gate "${gate}".`);
    return resultOf(review, check);
  };
}

function resultOf(
  { gate, deciders, blocking, recommended, opens }: GateReview,
  { files }: ProductCheck,
): GateReviewResult {
  const criterion = (each: CriterionStatus): CriterionForEditor => ({
    ...each,
    place: each.place && locationOf(each.place, files),
  });
  return {
    gate: gateForEditor(gate, files),
    deciders,
    blocking: blocking.map(criterion),
    recommended: recommended.map(criterion),
    opens: {
      stages: opens.stages,
      next: opens.next && gateForEditor(opens.next, files),
      findings: opens.findings.map(finding => ({
        rule: finding.rule,
        severity: finding.severity,
        message: finding.message,
        place: locationOf(finding, files),
      })),
    },
  };
}
