import { addUnreleased } from '../fixes/changelogLine.ts';
import { setEntryField } from '../fixes/entryField.ts';
import { offer } from '../fixes/offer.ts';
import { aboutEntry, nameOf } from '../project/aboutEntry.ts';
import { isMissing } from '../project/askedFields.ts';
import { changelogVersionsOf } from '../project/changelogChanges.ts';
import { changelogsOf } from '../project/changelogs.ts';
import { matches } from '../project/condition.ts';
import { linkField } from '../project/linkField.ts';
import { mentionsIn } from '../project/mentions.ts';
import type { Project, RecordEntry, RecordFile } from '../project/model.ts';
import { documentGaps, entryGaps } from '../project/ownGaps.ts';
import { isAbout } from '../project/recordKinds.ts';
import { fieldOf, fieldText } from '../project/recordValue.ts';
import { recordSubject } from '../project/subject.ts';
import { parseVersion, versionEntries, versionFits } from '../project/version.ts';
import { isBlank } from '../project/yamlValue.ts';
import { defineRule, type Fix, type Report } from './rule.ts';

const id = 'change-without-version';

export default defineRule({
  id,
  scope: 'artifact',
  severity: 'warning',
  title: 'A change that is made belongs to a version.',
  why: 'Support, customers and the next engineer all ask the same question: which version has it? A change without a version, or with one that the changelog does not know, cannot answer.',
  examples: {
    bad: {
      'docs/records/changes.yaml':
        '- { id: CHG-5, title: A shorter night mode, phase: development, kind: improvement, reason: Two testers asked, affects: [user-manual], status: implemented, approved_by: Ana, date: 2026-06-03 }\n',
    },
    good: {
      'docs/records/changes.yaml':
        '- { id: CHG-5, title: A shorter night mode, phase: development, kind: improvement, reason: Two testers asked, affects: [user-manual], status: implemented, approved_by: Ana, date: 2026-06-03, version: 1.1.0 }\n',
    },
  },

  *check(artifact, project) {
    for (const { case: gap } of documentGaps(project, id, artifact))
      yield {
        ...gap.place,
        subject: gap.name,
        phase: artifact.definition.phase,
        message: `${gap.name} is made, but names no version, so nobody can say who has it. Name the version that carries it.`,
      };
  },

  *checkRecord(file, project) {
    if (file.form === 'changelog') return;
    const gaps = new Map(entryGaps(project, id, file).map(gap => [gap.record, gap.definition]));
    const isChange = isAbout('change', file.kind, project.lifecycle);
    for (const record of gaps.size > 0 || isChange ? file.entries : []) {
      const gap = gaps.get(record);
      const field = (gap && linkField(project, file.kind, gap)) ?? 'version';
      if (!isBlank(fieldOf(record, field))) yield* unknown(file, record, field, project);
      else if (gap || (isChange && isMissing(field, file, record, project)))
        yield unnamed(file, record, field, project);
    }
  },
});

function unnamed(file: RecordFile, record: RecordEntry, field: string, project: Project): Report {
  const status = fieldText(record, file.kind, 'status', project);
  const date = fieldText(record, file.kind, 'date', project);
  return {
    ...aboutEntry(file, record, project),
    message: `${nameOf(file, record, project)} is ${status ?? 'made'}${date === undefined ? '' : ` (${date})`}, but names no version, so nobody can say who has it. Name the version that carries it.`,
    fixes: [
      ...versionChoices(file, record, field, project),
      ...(fieldOf(record, field) === undefined ? offer(`Add “${field}”`, setEntryField(file, record, field, '')) : []),
    ],
  };
}

/** The version under which the changelog names the change, the one being made, and the newest of the changelog. */
function versionChoices(file: RecordFile, record: RecordEntry, field: string, project: Project): readonly Fix[] {
  const listed = record.id === undefined ? undefined : changelogVersionsOf(project).get(record.id);
  const newest = changelogVersions(project)[0];
  const choices = new Set([listed, project.version, newest].flatMap(version => version ?? []));
  return [...choices].flatMap(version =>
    offer(`Set the version to ${version}`, setEntryField(file, record, field, version)),
  );
}

const changelogVersions = (project: Project): readonly string[] =>
  changelogsOf(project).flatMap(({ document, definition }) =>
    versionEntries(document, definition).map(({ version }) => version),
  );

/** Where there is a changelog, it knows the version of every change that is made, or lists the change as unreleased. */
function* unknown(file: RecordFile, record: RecordEntry, field: string, project: Project): Generator<Report> {
  const version = fieldText(record, file.kind, field, project);
  const [changelog] = changelogsOf(project);
  if (!changelog || version === undefined || !parseVersion(version) || !isMade(file, record, project)) return;
  if (changelogVersions(project).some(known => versionFits(version, known, 'patch'))) return;
  const listed = record.id === undefined ? undefined : changelogVersionsOf(project).get(record.id);
  const status = fieldText(record, file.kind, 'status', project);
  const isBeingMade = project.version !== undefined && versionFits(version, project.version, 'patch');
  if (listed === undefined && ((isBeingMade && status === 'implemented') || isMentioned(record, project))) return;
  const title = fieldText(record, file.kind, 'title', project);
  const line = [title?.replace(/\.$/, ''), record.id && `(${record.id})`].flatMap(part => part ?? []).join(' ');
  const name = nameOf(file, record, project);
  const where =
    listed === undefined ? 'which the changelog does not know' : `but the changelog lists it under ${listed}`;
  yield {
    ...aboutEntry(file, record, project, field),
    message: `${name} is in ${version}, ${where}. Readers look there for what a version brings: add the change, or correct the version.`,
    related: [
      {
        path: changelog.path,
        span: changelog.sections[0]?.heading.span ?? { start: 0, end: 0 },
        message: 'The changelog.',
      },
    ],
    fixes: [
      ...(listed === undefined
        ? offer(
            'Add it to the changelog under Unreleased',
            addUnreleased(changelog, line, fieldText(record, file.kind, 'kind', project)),
          )
        : []),
      ...versionChoices(file, record, field, project).filter(({ title: choice }) => !choice.endsWith(` ${version}`)),
    ],
  };
}

/** Whether a change has the state from which on a coverage rule asks for its version. */
const isMade = (file: RecordFile, record: RecordEntry, project: Project): boolean =>
  Object.values(project.lifecycle.coverage).some(
    ({ rule, where }) => rule === id && matches(where, recordSubject(record, file.kind, project)),
  );

const isMentioned = (record: RecordEntry, project: Project): boolean =>
  changelogsOf(project).some(({ document }) =>
    mentionsIn(project.lifecycle, document).some(mention => mention.id === record.id),
  );
