import { addEntryFields } from '../fixes/entryField.ts';
import { isDate } from '../lifecycle/date.ts';
import type { YamlMap } from '../parse/model.ts';
import type { Project, RecordEntry, RecordFile } from '../project/model.ts';
import { fieldOf } from '../project/recordValue.ts';
import { gateName, quoted } from '../project/wording.ts';
import { entry, isBlank, mapsOf, textOf } from '../project/yamlValue.ts';
import { defineRule, type Fix, type Report } from './rule.ts';

export default defineRule({
  id: 'gate-condition-overdue',
  scope: 'record',
  severity: 'error',
  title: 'The conditions of a gate are closed in time.',
  why: 'A conditional go is a loan: work goes on because somebody promised to mend something by a day. When the day passes in silence, the gate stands on nothing.',
  examples: {
    bad: {
      'docs/records/gates.yaml':
        '- gate: concept\n  date: 2026-02-12\n  decision: conditional-go\n  by: [{ name: Sara, role: sponsor }]\n  conditions:\n    - { text: Ask ten more people, owner: Tom, due: 2026-06-01 }\n',
    },
    good: {
      'docs/records/gates.yaml':
        '- gate: concept\n  date: 2026-02-12\n  decision: conditional-go\n  by: [{ name: Sara, role: sponsor }]\n  conditions:\n    - { text: Ask ten more people, owner: Tom, due: 2026-06-01, closed: 2026-05-28 }\n',
    },
  },

  *check(file, project) {
    for (const decision of project.gates.decisions.values()) {
      if (decision.decision !== 'conditional-go' || decision.place.path !== file.path) continue;
      // Only the newest decision on a gate counts: a later one has settled what came before.
      const record = file.entries.find(
        ({ span }) => span.start <= decision.place.span.start && decision.place.span.end <= span.end,
      );
      if (!record) continue;
      for (const condition of mapsOf(fieldOf(record, 'conditions'))) {
        const due = textOf(entry(condition, 'due'));
        if (due === undefined || !isDate(due) || due >= project.today || !isBlank(entry(condition, 'closed'))) continue;
        yield report(file, record, condition, due, decision.gate, project);
      }
    }
  },
});

function report(
  file: RecordFile,
  record: RecordEntry,
  condition: YamlMap,
  due: string,
  gate: string,
  project: Project,
): Report {
  const text = textOf(entry(condition, 'text'));
  const owner = textOf(entry(condition, 'owner'));
  return {
    path: record.path,
    span: (entry(condition, 'due') ?? condition).span,
    subject: gate,
    gate,
    phase: project.lifecycle.gates[gate]?.phase,
    message: `The gate ${gateName(project, gate)} was passed on a condition that was due on ${due} and is not closed${text === undefined ? '' : `: ${quoted(text)}`}. ${owner === undefined ? 'Finish it' : `${owner} has to finish it`} and say when under “closed”, or decide the gate again.`,
    fixes: closing(file, record, condition),
  };
}

/** The day on which a condition was met is for a person to write. */
function closing(file: RecordFile, record: RecordEntry, condition: YamlMap): readonly Fix[] {
  if (entry(condition, 'closed')) return [];
  const change = addEntryFields(file, { ...record, map: condition, span: condition.span }, [['closed', '']]);
  return change ? [{ title: 'Add “closed” to be filled in', safe: false, changes: [change] }] : [];
}
