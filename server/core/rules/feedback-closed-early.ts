import { setEntryField } from '../fixes/entryField.ts';
import { offer } from '../fixes/offer.ts';
import type { Coverage } from '../lifecycle/schema/record.ts';
import { aboutEntry, nameOf } from '../project/aboutEntry.ts';
import { knowsValue } from '../project/entryValues.ts';
import { linkedItems } from '../project/linkedItems.ts';
import type { Project, RecordEntry, RecordFile } from '../project/model.ts';
import { entriesById, isAbout, type KeptEntry } from '../project/recordKinds.ts';
import { fieldText, placeOf } from '../project/recordValue.ts';
import { listed } from '../project/wording.ts';
import { defineRule, type Report } from './rule.ts';

/** From these on the change is with those who asked for it. */
const delivered = ['deployed', 'verified'];

export default defineRule({
  id: 'feedback-closed-early',
  scope: 'record',
  severity: 'info',
  title: 'Feedback is resolved when those who gave it have the change.',
  why: 'For the team the problem ends with the fix; for the customer it ends with the update. Feedback that is closed between the two is told “done” while it still hurts.',
  examples: {
    bad: {
      'docs/records/changes.yaml':
        '- { id: CHG-4, title: Values learned at the factory, phase: development, kind: improvement, source: FB-6, affects: [design-document], status: implemented, approved_by: Ana, date: 2026-05-21, version: 1.0.0 }\n',
      'docs/records/feedback.yaml':
        '- { id: FB-6, date: 2026-05-14, origin: internal, channel: beta, summary: The battery drops within an hour, severity: medium, status: resolved, resolved_by: CHG-4 }\n',
    },
    good: {
      'docs/records/changes.yaml':
        '- { id: CHG-4, title: Values learned at the factory, phase: development, kind: improvement, source: FB-6, affects: [design-document], status: implemented, approved_by: Ana, date: 2026-05-21, version: 1.0.0 }\n',
      'docs/records/feedback.yaml':
        '- { id: FB-6, date: 2026-05-14, origin: internal, channel: beta, summary: The battery drops within an hour, severity: medium, status: planned, resolved_by: CHG-4 }\n',
    },
  },

  *check(file, project) {
    if (!isAbout('feedback', file.kind, project.lifecycle)) return;
    const resolving = Object.values(project.lifecycle.coverage).filter(({ rule }) => rule === 'feedback-unresolved');
    for (const record of file.entries) {
      if (fieldText(record, file.kind, 'status', project) !== 'resolved') continue;
      const open = resolving.flatMap(definition => undelivered(record, definition, project));
      if (open.length > 0) yield report(file, record, open, project);
    }
  },
});

/** The changes that resolve a piece of feedback and are not delivered yet. */
function undelivered({ id }: RecordEntry, definition: Coverage, project: Project): readonly KeptEntry[] {
  const changes = entriesById('change', project);
  return (id === undefined ? [] : linkedItems(project, id, definition)).flatMap(item => {
    const change = item.retired ? undefined : changes.get(item.id);
    return change && isOpen(change, project) ? [change] : [];
  });
}

function isOpen({ file, record }: KeptEntry, project: Project): boolean {
  if (!delivered.some(status => knowsValue(project.lifecycle, file.kind, 'status', status))) return false;
  const status = fieldText(record, file.kind, 'status', project);
  // What a changelog lists without a day is not released; elsewhere a missing status says nothing.
  return status === undefined ? file.form === 'changelog' : !delivered.includes(status);
}

function report(file: RecordFile, record: RecordEntry, open: readonly KeptEntry[], project: Project): Report {
  const names = open.map(change => nameOf(change.file, change.record, project));
  const [first] = open;
  const status = first && fieldText(first.record, first.file.kind, 'status', project);
  const state = open.length === 1 && status !== undefined ? `only ${status}` : 'not deployed';
  return {
    ...aboutEntry(file, record, project, 'status'),
    message: `${nameOf(file, record, project)} is resolved by ${listed(names)}, which ${open.length > 1 ? 'are' : 'is'} ${state}: whoever said it still has the problem. Keep it planned until the change is with them.`,
    related: open.map(change => ({
      ...placeOf(change.record, 'status'),
      message: `${nameOf(change.file, change.record, project)} stands here.`,
    })),
    fixes: knowsValue(project.lifecycle, file.kind, 'status', 'planned')
      ? offer('Set the status to “planned”', setEntryField(file, record, 'status', 'planned'))
      : [],
  };
}
