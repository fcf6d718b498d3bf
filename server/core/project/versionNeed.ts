import { isDate } from '../lifecycle/date.ts';
import type { Criterion } from '../lifecycle/schema/criterion.ts';
import type { Severity } from '../lifecycle/schema/severity.ts';
import { memoize } from '../text/memo.ts';
import { gateEntries, orderedGates, passes } from './gates.ts';
import type { Project } from './model.ts';
import { severityAt } from './severity.ts';
import { versionEntries, versionFits } from './version.ts';
import { entry, textOf } from './yamlValue.ts';

/** The gate for which a document has to speak of the version being made, and how grave it is when it does not. */
export interface VersionNeed {
  readonly gate: string;
  readonly severity: Severity;
}

/**
 * Which near gate needs a document of this type for the version being made: the gravest of the gate that the type is
 * required by and of those that ask for the current version. Once an earlier version went through all gates, only those
 * count that are passed anew for each version. Undefined while no near gate needs it.
 */
export const versionNeed = (project: Project, type: string): VersionNeed | undefined => needsByType(project).get(type);

const needsByType = memoize(
  (project: Project): ReadonlyMap<string, VersionNeed> =>
    new Map(
      Object.keys(project.lifecycle.artifacts).flatMap(type => {
        const need = needOf(project, type);
        return need ? [[type, need] as const] : [];
      }),
    ),
);

function needOf(project: Project, type: string): VersionNeed | undefined {
  const { gates, artifacts } = project.lifecycle;
  const required = artifacts[type]?.['required-by'];
  const isNext = isNextVersion(project);
  const asking = orderedGates(project.lifecycle).filter(gate => {
    const repeats = gates[gate]?.repeats !== undefined;
    return isNext ? repeats && names(project, gate, type) : gate === required || gateAsks(project, gate, type);
  });
  const needs = asking.flatMap(gate => {
    const severity = severityAt(project, gate);
    return severity === undefined ? [] : [{ gate, severity }];
  });
  return needs.find(({ severity }) => severity === 'error') ?? needs[0];
}

const criteriaOf = ({ lifecycle }: Project, gate: string): readonly Criterion[] => {
  const { entry: before = {}, exit = {} } = lifecycle.gates[gate] ?? {};
  return [...Object.values(before), ...Object.values(exit)];
};

/** Whether a gate asks for documents of a type for the version being made. */
export const asksForVersion = (project: Project, type: string): boolean =>
  Object.keys(project.lifecycle.gates).some(gate => gateAsks(project, gate, type));

const gateAsks = (project: Project, gate: string, type: string): boolean =>
  criteriaOf(project, gate).some(
    criterion =>
      criterion.check === 'artifact' &&
      criterion.type === type &&
      criterion.version === 'current' &&
      criterion.level === 'must',
  );

const names = (project: Project, gate: string, type: string): boolean =>
  criteriaOf(project, gate).some(criterion => criterion.check === 'artifact' && criterion.type === type);

/**
 * Whether the version being made follows one that went through the gates: the gates that repeat have their turn, and the
 * gate before them was passed for another version. That is the one that its entry names, else the first one that a
 * changelog dates on that day or later.
 */
const isNextVersion = memoize((project: Project): boolean => {
  const { lifecycle, gates, version } = project;
  return Object.entries(lifecycle.gates).some(([id, gate]) => {
    if (gate.repeats === undefined || gates.distance(id) !== 'next' || version === undefined) return false;
    const first = gates.order.find(other => lifecycle.gates[other]?.phase === gate.phase);
    const passedFor = first === undefined ? undefined : versionPassed(project, first);
    return passedFor !== undefined && !versionFits(passedFor, version, 'patch');
  });
});

function versionPassed(project: Project, gate: string): string | undefined {
  const decision = project.gates.decisions.get(gate);
  if (!decision || !passes(decision)) return undefined;
  const { path, span } = decision.place;
  const record = gateEntries(project, gate).find(
    other => other.path === path && other.span.start <= span.start && span.end <= other.span.end,
  );
  const named = textOf(entry(record?.map, 'version'));
  const day = decision.date;
  if (named !== undefined || day === undefined || !isDate(day)) return named;
  return project.artifacts
    .flatMap(({ document, definition }) =>
      definition.format === 'keep-a-changelog' ? versionEntries(document, definition) : [],
    )
    .findLast(({ date }) => date !== undefined && date >= day)?.version;
}
