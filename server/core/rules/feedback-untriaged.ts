import { setEntryField } from '../fixes/entryField.ts';
import { offer } from '../fixes/offer.ts';
import { aboutEntry, nameOf } from '../project/aboutEntry.ts';
import { knowsValue } from '../project/entryValues.ts';
import type { Project, RecordEntry, RecordFile } from '../project/model.ts';
import { isAbout } from '../project/recordKinds.ts';
import { daysSince, isLate, limitOf } from '../project/recordLimit.ts';
import { fieldOf, fieldText } from '../project/recordValue.ts';
import { defineRule, type Fix } from './rule.ts';

export default defineRule({
  id: 'feedback-untriaged',
  scope: 'record',
  severity: 'warning',
  title: 'Somebody looks at new feedback in time.',
  why: 'People stop talking to those who do not answer. To look at feedback does not mean to do what it says: it means that somebody decided what comes next.',
  examples: {
    bad: {
      'docs/records/feedback.yaml':
        '- { id: FB-8, date: 2026-05-20, origin: external, channel: store-review, version: 0.9.0, summary: The app is grey for ten seconds, severity: low, status: new }\n',
    },
    good: {
      'docs/records/feedback.yaml':
        '- { id: FB-8, date: 2026-06-10, origin: external, channel: store-review, version: 0.9.0, summary: The app is grey for ten seconds, severity: low, status: new }\n',
    },
  },

  *check(file, project) {
    if (!isAbout('feedback', file.kind, project.lifecycle)) return;
    const limit = limitOf(project, file.kind, 'triage-within');
    for (const record of file.entries) {
      const date = fieldText(record, file.kind, 'date', project);
      if (fieldText(record, file.kind, 'status', project) !== 'new' || !isLate(project, date, limit)) continue;
      yield {
        ...aboutEntry(file, record, project, 'status'),
        message: `${nameOf(file, record, project)} is new since ${date}, for ${daysSince(project, date)} now; it should be looked at within ${limit}. Decide what comes next, or decline it with a reason.`,
        fixes: [...triaged(file, record, project), ...declined(file, record, project)],
      };
    }
  },
});

const triaged = (file: RecordFile, record: RecordEntry, { lifecycle }: Project): readonly Fix[] =>
  knowsValue(lifecycle, file.kind, 'status', 'triaged')
    ? offer('Set the status to “triaged”', setEntryField(file, record, 'status', 'triaged'))
    : [];

/** The reason is for the person who declines. */
function declined(file: RecordFile, record: RecordEntry, { lifecycle }: Project): readonly Fix[] {
  if (!knowsValue(lifecycle, file.kind, 'status', 'declined')) return [];
  const reason = fieldOf(record, 'reason') === undefined ? [setEntryField(file, record, 'reason', '')] : [];
  return offer(
    'Decline it, with the reason to be filled in',
    setEntryField(file, record, 'status', 'declined'),
    ...reason,
  );
}
