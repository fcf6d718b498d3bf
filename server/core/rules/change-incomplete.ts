import { addEntryFields } from '../fixes/entryField.ts';
import { offer } from '../fixes/offer.ts';
import { aboutEntry, nameOf } from '../project/aboutEntry.ts';
import { lacksOf, missingAmong } from '../project/askedFields.ts';
import type { Project, RecordEntry, RecordFile } from '../project/model.ts';
import { documentGaps, entryGaps } from '../project/ownGaps.ts';
import { isAbout } from '../project/recordKinds.ts';
import { fieldOf } from '../project/recordValue.ts';
import { itemKey } from '../project/traces/ends.ts';
import { tracesOf } from '../project/traces/links.ts';
import { listed } from '../project/wording.ts';
import { isBlank } from '../project/yamlValue.ts';
import { defineRule, type Report } from './rule.ts';

const id = 'change-incomplete';

/** What to say of each field that is missing, to follow the name of the change. */
const lacks: Readonly<Record<string, string>> = {
  reason: 'names neither source nor reason',
  affects: 'does not say what it affects',
  rollback: 'does not say how it is undone',
};

export default defineRule({
  id,
  scope: 'artifact',
  severity: 'info',
  title: 'A change says why it is made, what it affects, and, once live, how it is undone.',
  why: 'In half a year nobody remembers why. And whoever is on duty when it breaks needs to know what else it touched and how to take it back.',
  examples: {
    bad: {
      'docs/records/changes.yaml':
        '- { id: CHG-8, title: Tweak firmware, phase: development, kind: fix, status: proposed, date: 2026-06-03 }\n',
    },
    good: {
      'docs/records/changes.yaml':
        '- { id: CHG-8, title: Tweak firmware, phase: development, kind: fix, reason: Pairing breaks off on one phone, affects: [design-document], status: proposed, date: 2026-06-03 }\n',
    },
  },

  *check(artifact, project) {
    for (const { case: gap } of documentGaps(project, id, artifact))
      yield {
        ...gap.place,
        subject: gap.name,
        phase: artifact.definition.phase,
        message: `${gap.name} ${lacks.reason}. Say why it is made, so that others can judge it.`,
      };
  },

  *checkRecord(file, project) {
    if (file.form === 'changelog') return;
    const gaps = new Set(entryGaps(project, id, file).map(({ record }) => record));
    const isChange = isAbout('change', file.kind, project.lifecycle);
    if (!isChange && gaps.size === 0) return;
    const { columns, entries } = lacksOf(file, record => missingIn(file, record, gaps.has(record), isChange, project));
    if (columns.length > 0 && file.header)
      yield {
        path: file.path,
        span: file.header.span,
        subject: columns.join(', '),
        message: `This table of changes has no column for ${listed(columns)}. Add ${columns.length > 1 ? 'them' : 'it'}, so that others can judge the changes.`,
      };
    for (const { record, missing } of entries) yield report(file, record, missing, project);
  },
});

function missingIn(
  file: RecordFile,
  record: RecordEntry,
  isGap: boolean,
  isChange: boolean,
  project: Project,
): readonly string[] {
  const item = record.id === undefined ? undefined : tracesOf(project).items.get(record.id);
  if (item?.retired) return [];
  const missing = isChange ? missingAmong(Object.keys(lacks), file, record, project) : [];
  const isOpen = isGap && !missing.includes('reason') && !namesUnknown(record, project);
  return isOpen ? ['reason', ...missing] : missing;
}

/** Whether what is missing is an id that exists nowhere: that is reported at the id. */
const namesUnknown = ({ id: own }: RecordEntry, project: Project): boolean =>
  own !== undefined &&
  (tracesOf(project).outgoing.get(itemKey(own)) ?? []).some(
    ({ to }) => to.kind === 'item' && !project.items.declared.has(to.id),
  );

function report(file: RecordFile, record: RecordEntry, missing: readonly string[], project: Project): Report {
  const absent = missing.filter(name => fieldOf(record, name) === undefined);
  const blank = missing.find(name => fieldOf(record, name) && isBlank(fieldOf(record, name)));
  return {
    ...aboutEntry(file, record, project, absent.length > 0 ? undefined : blank),
    message: `${nameOf(file, record, project)} ${listed(missing.map(name => lacks[name] ?? name))}. Fill it in, so that others can judge the change.`,
    fixes: offer(
      `Add ${listed(absent.map(name => `“${name}”`))}`,
      addEntryFields(
        file,
        record,
        absent.map(name => [name, '']),
      ),
    ),
  };
}
