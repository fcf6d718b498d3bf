import type { Criterion } from '../lifecycle/schema/criterion.ts';
import { matches } from './condition.ts';
import { orderedGates } from './gates.ts';
import type { Project, RecordEntry, RecordFile } from './model.ts';
import { recordSubject } from './subject.ts';

/** A criterion about the entries of one record kind. */
type EntryCriterion = Extract<Criterion, { check: 'risks' | 'metrics' | 'records' }>;

/**
 * The gates, in their order, with a criterion about such entries that `asks` for something. The filter of the criterion must
 * fit the entry, save for the fields of `anyway`.
 */
export function gatesAsking(
  project: Project,
  { kind }: RecordFile,
  record: RecordEntry,
  asks: (criterion: EntryCriterion) => boolean,
  anyway: readonly string[] = [],
): readonly string[] {
  const subject = recordSubject(record, kind, project);
  return orderedGates(project.lifecycle).filter(gate => {
    const { entry = {}, exit = {} } = project.lifecycle.gates[gate] ?? {};
    return [...Object.values(entry), ...Object.values(exit)].some(
      criterion => isEntryCriterion(criterion) && criterion.kind === kind && asks(criterion) && fits(criterion),
    );
  });
  function fits({ where = {} }: EntryCriterion): boolean {
    return matches(Object.fromEntries(Object.entries(where).filter(([name]) => !anyway.includes(name))), subject);
  }
}

/** Of the gates that ask for something, the first that is not passed, else the first. */
export const nearestGate = (gates: readonly string[], project: Project): string | undefined =>
  gates.find(gate => project.gates.distance(gate) !== 'passed') ?? gates[0];

const isEntryCriterion = (criterion: Criterion): criterion is EntryCriterion =>
  criterion.check === 'risks' || criterion.check === 'metrics' || criterion.check === 'records';

/** Whether a criterion wants one of some fields to be filled in. */
export const wants =
  (fields: readonly string[]) =>
  (criterion: EntryCriterion): boolean =>
    [...(criterion['each-has'] ?? []), ...(criterion.check === 'risks' ? [] : (criterion.with ?? []))].some(field =>
      fields.includes(field),
    );
