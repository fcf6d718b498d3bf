import { isDate } from '../lifecycle/date.ts';
import type { Criterion } from '../lifecycle/schema/criterion.ts';
import type { Lifecycle } from '../lifecycle/schema/lifecycle.ts';
import { matches } from './condition.ts';
import { versionOf } from './current.ts';
import type { Artifact, Project, RecordFile } from './model.ts';
import { isAbout } from './recordKinds.ts';
import { isReleased } from './state.ts';
import { recordSubject, type Setting } from './subject.ts';
import { compareVersions, isPrerelease, parseVersion, versionEntries, versionFits } from './version.ts';
import { entry, textOf } from './yamlValue.ts';

/** A version in the hands of its users. */
export interface Release {
  /** Undefined when only a milestone tells of it. */
  readonly version: string | undefined;
  /** ISO date, not in the future. */
  readonly date: string;
}

/**
 * The releases of a product, oldest version first: dated versions of the changelog and released notes, of the types and
 * from the first version on that `begun-when` of a phase names. Where no version tells, the milestones that it names.
 */
export function releases(
  setting: Setting,
  artifacts: readonly Artifact[],
  records: readonly RecordFile[],
): readonly Release[] {
  const versions = datedVersions(setting, artifacts);
  if (versions.length > 0) return versions;
  return milestoneDays(setting, records)
    .map(date => ({ version: undefined, date }))
    .sort((a, b) => (a.date < b.date ? -1 : 1));
}

/** The newest release, or that of a version; undefined when there is none yet. */
export function releaseOf(project: Project, version?: string): Release | undefined {
  const all = releases(project, project.artifacts, project.records);
  if (version === undefined) return all.at(-1);
  return all.findLast(release => release.version !== undefined && versionFits(release.version, version, 'patch'));
}

const criteriaOf = ({ phases }: Lifecycle): readonly Criterion[] =>
  Object.values(phases).flatMap(phase => Object.values(phase['begun-when']));

function datedVersions(setting: Setting, artifacts: readonly Artifact[]): readonly Release[] {
  const named = criteriaOf(setting.lifecycle).flatMap(criterion => (criterion.check === 'released' ? [criterion] : []));
  const isWanted = ({ type, definition }: Artifact): boolean =>
    named.length === 0 ? definition.format === 'keep-a-changelog' : named.some(({ in: types }) => types.includes(type));
  const counts = (version: string): boolean =>
    !isPrerelease(version) &&
    (named.length === 0 || named.some(({ 'at-least': first }) => compareVersions(version, first) >= 0));
  const found = new Map<string, Release & { readonly version: string }>();
  for (const artifact of artifacts.filter(isWanted))
    for (const { version, date } of versionsIn(artifact, setting)) {
      const known = found.get(version);
      const isPast = date !== undefined && isDate(date) && date <= setting.today;
      if (isPast && counts(version) && (!known || date < known.date)) found.set(version, { version, date });
    }
  return [...found.values()].sort((a, b) => compareVersions(a.version, b.version));
}

function versionsIn(
  artifact: Artifact,
  { lifecycle }: Setting,
): readonly { readonly version: string; readonly date: string | undefined }[] {
  const { definition, document, fields, state } = artifact;
  if (definition.format === 'keep-a-changelog') return versionEntries(document, definition);
  const version = versionOf(artifact);
  if (version === undefined || !parseVersion(version) || !isReleased(lifecycle, state.status)) return [];
  return [{ version, date: textOf(fields.get('date')?.value) }];
}

/** The days on which milestones were reached that show a phase to go on in fact. */
function milestoneDays(setting: Setting, records: readonly RecordFile[]): readonly string[] {
  const { lifecycle, today } = setting;
  return criteriaOf(lifecycle).flatMap(criterion => {
    if (criterion.check !== 'records' || !isAbout('milestone', criterion.kind, lifecycle)) return [];
    const { kind, where } = criterion;
    return records
      .filter(record => record.kind === kind)
      .flatMap(({ entries }) => entries.filter(record => matches(where, recordSubject(record, kind, setting))))
      .flatMap(({ map }) => textOf(entry(map, 'actual')) ?? [])
      .filter(day => isDate(day) && day <= today);
  });
}
