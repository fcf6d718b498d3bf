import { isDate } from '../lifecycle/date.ts';
import type { Criterion } from '../lifecycle/schema/criterion.ts';
import { atLeast } from '../lifecycle/statusLadder.ts';
import { matches } from './condition.ts';
import { fieldPlace } from './fieldPlace.ts';
import type { Artifact, Evidence, Place, RecordEntry, RecordFile } from './model.ts';
import { entriesOfKind } from './records.ts';
import { isReleased } from './state.ts';
import { recordSubject, type Setting } from './subject.ts';
import { compareVersions, isPrerelease, parseVersion, versionEntries } from './version.ts';
import { entry, textOf } from './yamlValue.ts';

/** The first fact which shows that a phase is going on, or undefined. */
export function phaseEvidence(
  setting: Setting,
  phase: string,
  artifacts: readonly Artifact[],
  records: readonly RecordFile[],
): Evidence | undefined {
  for (const criterion of Object.values(setting.lifecycle.phases[phase]?.['begun-when'] ?? {})) {
    const found = evidenceOf(criterion, setting, phase, artifacts, records);
    if (found) return { phase, ...found };
  }
  return undefined;
}

type Found = Omit<Evidence, 'phase'>;
type Of<Check extends Criterion['check']> = Extract<Criterion, { check: Check }>;

function evidenceOf(
  criterion: Criterion,
  setting: Setting,
  phase: string,
  artifacts: readonly Artifact[],
  records: readonly RecordFile[],
): Found | undefined {
  if (criterion.check === 'records') return recordEvidence(criterion, setting, phase, records);
  if (criterion.check === 'artifact') return artifactEvidence(criterion, setting, artifacts);
  if (criterion.check === 'released') return releaseEvidence(criterion, setting, artifacts);
  return undefined;
}

function artifactEvidence(
  { type, status }: Of<'artifact'>,
  { lifecycle }: Setting,
  artifacts: readonly Artifact[],
): Found | undefined {
  const found = artifacts.find(artifact => artifact.type === type && atLeast(lifecycle, artifact.state.status, status));
  if (!found) return undefined;
  return { say: `${found.definition.title} is ${found.state.status}`, place: fieldPlace(found, 'status') };
}

/** Enough entries that match. Of these, one of the phase itself is the clearest sign. */
function recordEvidence(
  { kind, where, min, say }: Of<'records'>,
  setting: Setting,
  phase: string,
  records: readonly RecordFile[],
): Found | undefined {
  const found = entriesOfKind(records, kind).filter(record => matches(where, recordSubject(record, kind, setting)));
  if (found.length < Math.max(1, min ?? 1)) return undefined;
  const clearest = found.find(({ map }) => textOf(entry(map, 'phase')) === phase) ?? found[0];
  return (
    clearest && {
      say: `${nameOf(clearest)}: ${lowerFirst(say)}`,
      place: { path: clearest.path, span: (entry(clearest.map, 'id') ?? clearest).span },
    }
  );
}

const nameOf = (record: RecordEntry): string => record.id ?? 'an entry';
const lowerFirst = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1).replace(/\.$/, '');

/** The first version that counts as released in the documents that a criterion names. */
export function releaseEvidence(
  criterion: Of<'released'>,
  setting: Setting,
  artifacts: readonly Artifact[],
): Found | undefined {
  for (const artifact of artifacts.filter(({ type }) => criterion.in.includes(type)))
    for (const { version, place } of releasedVersions(artifact, setting))
      if (!isPrerelease(version) && compareVersions(version, criterion['at-least']) >= 0)
        return { say: `version ${version} is released`, place };
  return undefined;
}

/** Versions of a changelog that have a day which has come; the version of a document whose status is released. */
function releasedVersions(
  artifact: Artifact,
  { lifecycle, today }: Setting,
): readonly { version: string; place: Place }[] {
  const { definition, document, fields, state, captures, path } = artifact;
  if (definition.format === 'keep-a-changelog')
    return versionEntries(document, definition)
      .filter(({ date }) => date !== undefined && isDate(date) && date <= today)
      .map(({ version, span }) => ({ version, place: { path, span } }));
  const written = textOf(fields.get('version')?.value);
  const version = written ?? captures.version;
  if (!isReleased(lifecycle, state.status) || version === undefined || !parseVersion(version)) return [];
  return [{ version, place: fieldPlace(artifact, written === undefined ? 'status' : 'version') }];
}
