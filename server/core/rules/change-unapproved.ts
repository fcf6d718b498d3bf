import { setEntryField } from '../fixes/entryField.ts';
import { offer } from '../fixes/offer.ts';
import { aboutEntry, nameOf } from '../project/aboutEntry.ts';
import { isMissing } from '../project/askedFields.ts';
import { knowsValue } from '../project/entryValues.ts';
import type { Project, RecordEntry, RecordFile } from '../project/model.ts';
import { isAbout } from '../project/recordKinds.ts';
import { isLate, limitOf } from '../project/recordLimit.ts';
import { fieldOf, fieldText } from '../project/recordValue.ts';
import { defineRule, type Fix, type Report } from './rule.ts';

const field = 'approved_by';

export default defineRule({
  id: 'change-unapproved',
  scope: 'record',
  severity: 'error',
  title: 'Nothing is changed that nobody agreed to.',
  why: 'A change that went in without a yes has no one who weighed what it breaks. In an emergency the yes may come afterwards, but within days.',
  examples: {
    bad: {
      'docs/records/changes.yaml':
        '- { id: CHG-6, title: Remind the wearer, phase: development, kind: feature, reason: Buyers ask, affects: [ux-design], status: implemented, date: 2026-06-03, version: 1.0.0 }\n',
    },
    good: {
      'docs/records/changes.yaml':
        '- { id: CHG-6, title: Remind the wearer, phase: development, kind: feature, reason: Buyers ask, affects: [ux-design], status: implemented, approved_by: Ana, date: 2026-06-03, version: 1.0.0 }\n',
    },
  },

  *check(file, project) {
    if (!isAbout('change', file.kind, project.lifecycle)) return;
    const limit = limitOf(project, file.kind, 'approve-emergency-within');
    for (const record of file.entries) {
      if (!isMissing(field, file, record, project)) continue;
      const isEmergency = fieldText(record, file.kind, 'class', project) === 'emergency';
      if (!isEmergency || !hasTimeLeft(file, record, limit, project))
        yield report(file, record, isEmergency, limit, project);
    }
  },
});

/** Whether an emergency of that day may still be approved afterwards. */
function hasTimeLeft(file: RecordFile, record: RecordEntry, limit: string | undefined, project: Project): boolean {
  const date = fieldText(record, file.kind, 'date', project);
  return date !== undefined && limit !== undefined && !isLate(project, date, limit);
}

function report(
  file: RecordFile,
  record: RecordEntry,
  isEmergency: boolean,
  limit: string | undefined,
  project: Project,
): Report {
  const status = fieldText(record, file.kind, 'status', project);
  const name = nameOf(file, record, project);
  const late = isEmergency && limit !== undefined ? `; even an emergency is approved within ${limit}` : '';
  return {
    ...aboutEntry(file, record, project, fieldOf(record, field) ? field : 'status'),
    severity: status === 'approved' ? 'warning' : 'error',
    message: `${name} is ${status ?? 'made'}, but names nobody who approved it${late}. Let the person who agreed write their name, or take it back.`,
    fixes: [
      ...(fieldOf(record, field) === undefined ? offer(`Add “${field}”`, setEntryField(file, record, field, '')) : []),
      ...(isEmergency ? [] : asEmergency(file, record, limit, project)),
    ],
  };
}

/** Only while it helps: an emergency that is too old is no excuse. */
function asEmergency(
  file: RecordFile,
  record: RecordEntry,
  limit: string | undefined,
  project: Project,
): readonly Fix[] {
  const isKnown = knowsValue(project.lifecycle, file.kind, 'class', 'emergency');
  return isKnown && hasTimeLeft(file, record, limit, project)
    ? offer('Set the class to “emergency”', setEntryField(file, record, 'class', 'emergency'))
    : [];
}
