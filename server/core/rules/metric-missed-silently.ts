import { draftEntry } from '../fixes/draftEntry.ts';
import { setEntryField } from '../fixes/entryField.ts';
import { offer } from '../fixes/offer.ts';
import { aboutEntry, nameOf } from '../project/aboutEntry.ts';
import { isMissing } from '../project/askedFields.ts';
import { newestMeasured } from '../project/derive.ts';
import { isPhaseComplete } from '../project/gates.ts';
import type { Project, RecordEntry, RecordFile } from '../project/model.ts';
import { nextId } from '../project/nextFree.ts';
import { isAbout, itemKindOf, type RecordTopic, recordsAbout } from '../project/recordKinds.ts';
import { fieldOf, fieldText, phaseOf } from '../project/recordValue.ts';
import { entry, textOf } from '../project/yamlValue.ts';
import { defineRule, type Fix } from './rule.ts';

const field = 'if_missed';

export default defineRule({
  id: 'metric-missed-silently',
  scope: 'record',
  severity: 'warning',
  title: 'A target that is missed has an answer.',
  why: 'Missing a target is no shame; saying nothing about it is how targets lose their meaning. One line tells what is being done, or that the target was wrong.',
  examples: {
    bad: {
      'docs/records/metrics.yaml':
        '- { id: MET-2, title: Serious defects open, phase: development, category: quality, unit: count, better: lower, target: 0, source: Tracker, owner: Ravi, measured: [{ date: 2026-05-19, value: 4 }] }\n',
    },
    good: {
      'docs/records/metrics.yaml':
        '- { id: MET-2, title: Serious defects open, phase: development, category: quality, unit: count, better: lower, target: 0, source: Tracker, owner: Ravi, measured: [{ date: 2026-05-19, value: 4 }], if_missed: CHG-7 fixes three of the four }\n',
    },
  },

  *check(file, project) {
    if (!isAbout('metric', file.kind, project.lifecycle)) return;
    for (const record of file.entries) {
      const phase = phaseOf(record, file.kind, project);
      const isOver = phase !== undefined && isPhaseComplete(project, phase);
      if (isOver || !isMissing(field, file, record, project)) continue;
      yield {
        ...aboutEntry(file, record, project),
        message: `${nameOf(file, record, project)} misses its target${numbers(file, record, project)}, and nobody says what is being done about it. Name the change, the risk or the decision that answers it.`,
        fixes: [
          ...(fieldOf(record, field) === undefined
            ? offer(`Add “${field}”`, setEntryField(file, record, field, ''))
            : []),
          ...answer('change', 'Record a change that answers it', file, record, project),
          ...answer('risk', 'Record a risk that answers it', file, record, project),
        ],
      };
    }
  },
});

function numbers(file: RecordFile, record: RecordEntry, project: Project): string {
  const value = newestMeasured(fieldOf(record, 'measured'), project.today);
  const target = fieldOf(record, 'target');
  const [min, max] = [textOf(entry(target, 'min')), textOf(entry(target, 'max'))];
  const range = [min === undefined ? '' : `at least ${min}`, max === undefined ? '' : `at most ${max}`];
  const wanted = textOf(target) ?? range.filter(part => part !== '').join(', ');
  const unit = fieldText(record, file.kind, 'unit', project);
  return value === undefined || wanted === ''
    ? ''
    : ` (${value} instead of ${wanted}${unit === undefined ? '' : `, ${unit}`})`;
}

/** An entry for what is done about it, and its id where the answer is looked for. */
function answer(
  topic: RecordTopic,
  title: string,
  file: RecordFile,
  record: RecordEntry,
  project: Project,
): readonly Fix[] {
  const kind = recordsAbout(topic, project)[0]?.kind;
  if (kind === undefined) return [];
  const phase = phaseOf(record, file.kind, project);
  const name = nameOf(file, record, project);
  const given = {
    ...(phase === undefined ? {} : { phase }),
    ...(topic === 'change' ? { reason: `${name} misses its target`, status: 'proposed' } : {}),
  };
  const id = nextId(project, itemKindOf(topic));
  return offer(title, draftEntry(project, kind, given), setEntryField(file, record, field, id));
}
