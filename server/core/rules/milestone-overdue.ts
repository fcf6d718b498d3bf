import { setEntryField } from '../fixes/entryField.ts';
import { offer } from '../fixes/offer.ts';
import { isDate } from '../lifecycle/date.ts';
import { aboutEntry, nameOf } from '../project/aboutEntry.ts';
import { isPhaseComplete, passes } from '../project/gates.ts';
import type { Project, RecordEntry, RecordFile } from '../project/model.ts';
import { isAbout, type KeptEntry, recordsAbout } from '../project/recordKinds.ts';
import { daysSince } from '../project/recordLimit.ts';
import { fieldOf, fieldText, phaseOf, placeOf } from '../project/recordValue.ts';
import { gateName, quoted } from '../project/wording.ts';
import { isBlank } from '../project/yamlValue.ts';
import { defineRule, type Fix, type Report } from './rule.ts';

export default defineRule({
  id: 'milestone-overdue',
  scope: 'record',
  severity: 'warning',
  title: 'A milestone that did not happen has a new date.',
  why: 'Everybody behind a milestone plans on its date. When it passes in silence, they find out one by one, and the most expensive plans find out last.',
  examples: {
    bad: {
      'docs/records/milestones.yaml':
        '- { id: MIL-3, title: Beta, phase: development, kind: beta, planned: 2026-05-04, owner: Ravi }\n',
    },
    good: {
      'docs/records/milestones.yaml':
        '- { id: MIL-3, title: Beta, phase: development, kind: beta, planned: 2026-05-04, expected: 2026-06-29, owner: Ravi }\n',
    },
  },

  *check(file, project) {
    if (!isAbout('milestone', file.kind, project.lifecycle)) return;
    for (const record of file.entries) {
      if (day(file, record, 'actual', project) !== undefined || isPast(file, record, project)) continue;
      const date = expectedDay(file, record, project);
      if (date === undefined) continue;
      if (date < project.today) yield overdue(file, record, date, project);
      else yield* tooEarly(file, record, date, project);
    }
  },
});

/** The milestone of a gate that is passed is reached, whatever it says, and a phase that is complete is past. */
function isPast({ kind }: RecordFile, record: RecordEntry, project: Project): boolean {
  const phase = phaseOf(record, kind, project);
  const gate = fieldText(record, kind, 'gate', project);
  const isReached = gate !== undefined && passes(project.gates.decisions.get(gate));
  return isReached || (phase !== undefined && isPhaseComplete(project, phase));
}

function day({ kind }: RecordFile, record: RecordEntry, field: string, project: Project): string | undefined {
  const text = fieldText(record, kind, field, project);
  return text !== undefined && isDate(text) ? text : undefined;
}

const expectedDay = (file: RecordFile, record: RecordEntry, project: Project): string | undefined =>
  day(file, record, 'expected', project) ?? day(file, record, 'planned', project);

function overdue(file: RecordFile, record: RecordEntry, date: string, project: Project): Report {
  const isMoved = day(file, record, 'expected', project) !== undefined;
  const gate = fieldText(record, file.kind, 'gate', project);
  const owner = fieldText(record, file.kind, 'owner', project);
  return {
    ...aboutEntry(file, record, project, isMoved ? 'expected' : 'planned'),
    gate,
    message: `${titled(file, record, project)} was ${isMoved ? 'expected' : 'planned'} for ${date}, ${daysSince(project, date)} ago, and neither the day it happened nor a new date is there${owner === undefined ? '' : ` (owner: ${owner})`}. Set one of them.`,
    fixes: [
      ...dateToFillIn(file, record, 'expected', 'Set a new expected date', isMoved),
      ...dateToFillIn(file, record, 'actual', 'Set the day on which it happened', false),
    ],
  };
}

const titled = (file: RecordFile, record: RecordEntry, project: Project): string => {
  const title = fieldText(record, file.kind, 'title', project);
  const name = nameOf(file, record, project);
  return title === undefined || title === name ? name : `${name} ${quoted(title)}`;
};

function dateToFillIn(
  file: RecordFile,
  record: RecordEntry,
  field: string,
  title: string,
  replaces: boolean,
): readonly Fix[] {
  const value = fieldOf(record, field);
  return value === undefined || (replaces && !isBlank(value))
    ? offer(title, setEntryField(file, record, field, ''))
    : [];
}

/** Nothing that an entry gate lets out is expected before the gate itself is. */
function* tooEarly(file: RecordFile, record: RecordEntry, date: string, project: Project): Generator<Report> {
  const phase = phaseOf(record, file.kind, project);
  const gate = phase === undefined ? undefined : project.lifecycle.phases[phase]?.['entry-gate'];
  if (gate === undefined || passes(project.gates.decisions.get(gate))) return;
  const marker = milestoneOf(gate, project);
  if (!marker || marker.record === record) return;
  const gateDay = expectedDay(marker.file, marker.record, project);
  if (gateDay === undefined || date >= gateDay) return;
  const isMoved = day(file, record, 'expected', project) !== undefined;
  yield {
    ...aboutEntry(file, record, project, isMoved ? 'expected' : 'planned'),
    gate,
    message: `${titled(file, record, project)} is expected for ${date}, before ${gateName(project, gate)}, which ${nameOf(marker.file, marker.record, project)} expects for ${gateDay}. Move one of the dates.`,
    related: [{ ...placeOf(marker.record), message: `${gateName(project, gate)} is expected for ${gateDay}.` }],
    fixes: dateToFillIn(file, record, 'expected', 'Set a new expected date', isMoved),
  };
}

/** The milestone that marks a gate. */
function milestoneOf(gate: string, project: Project): KeptEntry | undefined {
  for (const file of recordsAbout('milestone', project)) {
    const record = file.entries.find(other => fieldText(other, file.kind, 'gate', project) === gate);
    if (record) return { file, record };
  }
  return undefined;
}
