import { canonicalRole } from '../lifecycle/roles.ts';
import { type Criterion, usualKinds } from '../lifecycle/schema/criterion.ts';
import type { Lifecycle } from '../lifecycle/schema/lifecycle.ts';
import { memoize } from '../text/memo.ts';
import { matches } from './condition.ts';
import type { Project, RecordEntry, RecordFile } from './model.ts';
import { fieldOf, fieldText } from './recordValue.ts';
import { recordSubject } from './subject.ts';
import { versionFits } from './version.ts';
import { itemsOf, textOf } from './yamlValue.ts';

/** A record kind that holds trainings, with the status of one that has taken place. */
export interface TrainingKind {
  readonly kind: string;
  readonly status: string;
}

/** The kinds of record that the criteria of gates read as trainings; the usual one when no criterion names one. */
export const trainingKinds = memoize((lifecycle: Lifecycle): ReadonlyMap<string, TrainingKind> => {
  const asked = Object.values(lifecycle.gates)
    .flatMap(({ entry, exit }): Criterion[] => [...Object.values(entry), ...Object.values(exit)])
    .flatMap(criterion => (criterion.check === 'training' ? [criterion] : []));
  const usual = { kind: usualKinds.training, status: 'done' };
  return new Map([usual, ...asked].map(({ kind, status }) => [kind, { kind, status }]));
});

/** A training as it is recorded. */
export interface Training {
  readonly file: RecordFile;
  readonly record: RecordEntry;
  /** The roles of the lifecycle among its audience. */
  readonly roles: readonly string[];
  readonly version: string | undefined;
  readonly isFinished: boolean;
  /** It was for this major version, or for all. */
  readonly holdsNow: boolean;
}

/** Every training of a product that is not cancelled. */
export const trainingsOf = memoize((project: Project): readonly Training[] =>
  project.records.flatMap(file => {
    const known = trainingKinds(project.lifecycle).get(file.kind);
    if (!known) return [];
    return file.entries
      .filter(record => !isCancelled(file, record, project))
      .map(record => readTraining(file, record, known, project));
  }),
);

/** What the item kind of a record calls retired does not count. */
const isCancelled = ({ kind }: RecordFile, record: RecordEntry, project: Project): boolean =>
  (project.lifecycle.records[kind]?.declares ?? []).some(item => {
    const retired = project.lifecycle.items[item]?.retired;
    return retired !== undefined && matches(retired, recordSubject(record, kind, project));
  });

function readTraining(
  file: RecordFile,
  record: RecordEntry,
  { kind, status }: TrainingKind,
  project: Project,
): Training {
  const version = fieldText(record, kind, 'version', project);
  const roles = itemsOf(fieldOf(record, 'audience')).flatMap(
    node => canonicalRole(project.lifecycle, textOf(node) ?? '') ?? [],
  );
  return {
    file,
    record,
    roles,
    version,
    isFinished: fieldText(record, kind, 'status', project) === status,
    holdsNow: version === undefined || project.version === undefined || versionFits(version, project.version, 'major'),
  };
}

/** The roles with a finished training for this major version. */
export const trainedRoles = memoize(
  (project: Project): ReadonlySet<string> =>
    new Set(
      trainingsOf(project)
        .filter(({ isFinished, holdsNow }) => isFinished && holdsNow)
        .flatMap(({ roles }) => roles),
    ),
);
