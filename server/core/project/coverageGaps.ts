import type { Coverage } from '../lifecycle/schema/record.ts';
import { groupBy } from '../text/groupBy.ts';
import { memoize } from '../text/memo.ts';
import type { Project } from './model.ts';
import { type Case, coverageOf } from './traces/coverage.ts';

/** Something that lacks the link which a coverage rule of the lifecycle asks for. */
export interface CoverageGap {
  readonly definition: Coverage;
  readonly case: Case;
}

/** The gaps that a rule is named for in the lifecycle (`rule:` of a coverage rule) and that lie in one file, in their order. */
export const coverageGaps = (project: Project, rule: string, path: string): readonly CoverageGap[] =>
  gapsByPlace(project).get(placeKey(rule, path)) ?? [];

const placeKey = (rule: string, path: string): string => `${rule}\n${path}`;

const gapsByPlace = memoize((project: Project): ReadonlyMap<string, readonly CoverageGap[]> => {
  const gaps = Object.entries(project.lifecycle.coverage).flatMap(([coverage, definition]) =>
    coverageOf(project, coverage)
      .filter(({ covered }) => !covered)
      .map((open): CoverageGap => ({ definition, case: open })),
  );
  return groupBy(gaps, gap => placeKey(gap.definition.rule, gap.case.place.path));
});

/**
 * The gate from which something counts that a coverage rule asks for `from` a gate on: what belongs to a later phase is
 * asked for at the first gate of that phase.
 */
export function gateOfPhase(project: Project, from: string, phase: string | undefined): string {
  const { gates, lifecycle } = project;
  const first = gates.order.find(gate => lifecycle.gates[gate]?.phase === phase);
  return first !== undefined && gates.order.indexOf(first) > gates.order.indexOf(from) ? first : from;
}
