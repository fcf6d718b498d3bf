import { draftEntry } from '../fixes/draftEntry.ts';
import { setEntryField } from '../fixes/entryField.ts';
import { offer } from '../fixes/offer.ts';
import { aboutEntry, nameOf } from '../project/aboutEntry.ts';
import { isMissing } from '../project/askedFields.ts';
import { knowsValue } from '../project/entryValues.ts';
import { neighbours } from '../project/linkedItems.ts';
import { linkField } from '../project/linkField.ts';
import type { Project, RecordEntry, RecordFile } from '../project/model.ts';
import { nextId } from '../project/nextFree.ts';
import { documentGaps, type EntryGap, entryGaps } from '../project/ownGaps.ts';
import { isAbout, itemKindOf, recordsAbout } from '../project/recordKinds.ts';
import { daysSince, isLate, limitOf } from '../project/recordLimit.ts';
import { fieldOf, fieldText, phaseOf } from '../project/recordValue.ts';
import { isBlank } from '../project/yamlValue.ts';
import { defineRule, type Fix, type Report } from './rule.ts';

const id = 'feedback-unresolved';
const settled = ['resolved', 'declined', 'duplicate'];

export default defineRule({
  id,
  scope: 'artifact',
  severity: 'warning',
  title: 'Feedback ends with an answer: a change, a requirement or a reason.',
  why: 'Whoever took the trouble to write deserves to hear what came of it. “Resolved” without a change, and “declined” without a reason, tell them nothing.',
  examples: {
    bad: {
      'docs/records/feedback.yaml':
        '- { id: FB-3, date: 2026-05-12, origin: internal, channel: beta, summary: The pin of the strap came out, severity: medium, status: resolved, resolved_by: [] }\n',
    },
    good: {
      'docs/records/changes.yaml':
        '- { id: CHG-7, title: A longer pin, phase: development, kind: fix, source: FB-3, affects: [design-document], status: verified, approved_by: Ana, date: 2026-05-20, version: 1.0.0 }\n',
      'docs/records/feedback.yaml':
        '- { id: FB-3, date: 2026-05-12, origin: internal, channel: beta, summary: The pin of the strap came out, severity: medium, status: resolved, resolved_by: CHG-7 }\n',
    },
  },

  *check(artifact, project) {
    for (const { case: gap } of documentGaps(project, id, artifact))
      yield {
        ...gap.place,
        subject: gap.name,
        phase: artifact.definition.phase,
        message: `${gap.name} is called resolved, but no change or requirement resolves it. Name what resolves it.`,
      };
  },

  *checkRecord(file, project) {
    const gaps = new Map(entryGaps(project, id, file).map(gap => [gap.record, gap]));
    const isFeedback = isAbout('feedback', file.kind, project.lifecycle);
    for (const record of gaps.size > 0 || isFeedback ? file.entries : []) {
      const gap = gaps.get(record);
      if (gap) yield unlinked(file, gap, project);
      else if (isFeedback) yield* others(file, record, project);
    }
  },
});

function unlinked(file: RecordFile, gap: EntryGap, project: Project): Report {
  const { record, definition } = gap;
  const field = linkField(project, file.kind, definition) ?? 'resolved_by';
  const isSaid = !isBlank(fieldOf(record, field));
  const known = record.id === undefined ? [] : neighbours(project, record.id, definition.to).slice(0, 3);
  const name = nameOf(file, record, project);
  const what = isSaid ? 'what it names does not exist or is out of use' : 'no change or requirement resolves it';
  return {
    ...aboutEntry(file, record, project, isSaid ? field : undefined),
    message: `${name} is called resolved, but ${what}. Name what resolves it, so that whoever said it can be told, or set it back.`,
    related: known.map(item => ({ ...item.place, message: `${item.id} has to do with it.` })),
    fixes: [
      ...known.flatMap(item => offer(`Resolved by ${item.id}`, setEntryField(file, record, field, item.id))),
      ...(fieldOf(record, field) === undefined ? offer(`Add “${field}”`, setEntryField(file, record, field, '')) : []),
      ...planned(file, record, field, project),
    ],
  };
}

/** A change made of the feedback, which is then planned and no longer called resolved. */
function planned(file: RecordFile, record: RecordEntry, field: string, project: Project): readonly Fix[] {
  const kind = recordsAbout('change', project)[0]?.kind;
  if (kind === undefined || record.id === undefined || !knowsValue(project.lifecycle, file.kind, 'status', 'planned'))
    return [];
  const summary = fieldText(record, file.kind, 'summary', project);
  const phase = phaseOf(record, file.kind, project);
  const given = {
    ...(summary === undefined ? {} : { title: summary }),
    ...(phase === undefined ? {} : { phase }),
    source: record.id,
    status: 'proposed',
  };
  return offer(
    'Record a change for it, and set it to “planned”',
    draftEntry(project, kind, given),
    setEntryField(file, record, field, nextId(project, itemKindOf('change'))),
    setEntryField(file, record, 'status', 'planned'),
  );
}

function* others(file: RecordFile, record: RecordEntry, project: Project): Generator<Report> {
  const name = nameOf(file, record, project);
  const text = (field: string): string | undefined => fieldText(record, file.kind, field, project);
  const [status, date] = [text('status'), text('date')];
  if (status === 'declined' && isMissing('reason', file, record, project))
    yield {
      ...aboutEntry(file, record, project, fieldOf(record, 'reason') ? 'reason' : 'status'),
      message: `${name} is declined without a reason. Say why in a sentence that the person who said it would accept.`,
      fixes:
        fieldOf(record, 'reason') === undefined ? offer('Add “reason”', setEntryField(file, record, 'reason', '')) : [],
    };
  const limit = limitOf(project, file.kind, 'resolve-or-decline-high-within');
  const isOpen = status !== undefined && !settled.includes(status);
  if (isOpen && text('severity') === 'high' && isLate(project, date, limit))
    yield {
      ...aboutEntry(file, record, project, 'status'),
      message: `${name} is of high severity and open for ${daysSince(project, date)}; it should be resolved or declined within ${limit}. Decide, and tell whoever said it.`,
    };
}
