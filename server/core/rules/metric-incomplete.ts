import { addEntryFields } from '../fixes/entryField.ts';
import { offer } from '../fixes/offer.ts';
import { aboutEntry, nameOf } from '../project/aboutEntry.ts';
import { lacksOf, missingAmong } from '../project/askedFields.ts';
import { gatesAsking, nearestGate, wants } from '../project/gateAsking.ts';
import { isPhaseComplete } from '../project/gates.ts';
import type { Project, RecordEntry, RecordFile } from '../project/model.ts';
import { isAbout } from '../project/recordKinds.ts';
import { fieldOf, phaseOf } from '../project/recordValue.ts';
import { listed, whoNeedsIt } from '../project/wording.ts';
import { defineRule, type Report } from './rule.ts';

/** The fields without which a number says nothing, each as messages name it. */
const needed: Readonly<Record<string, string>> = {
  target: 'target',
  source: 'source',
  better: 'direction (“better”)',
};

export default defineRule({
  id: 'metric-incomplete',
  scope: 'record',
  severity: 'warning',
  title: 'A metric has a target, a direction, and a source from which another person gets the same number.',
  why: 'Without a target every number is a success, and without a source nobody can measure it again.',
  examples: {
    bad: {
      'docs/records/metrics.yaml':
        '- { id: MET-5, title: Availability, phase: deployment, category: uptime, unit: "%", better: higher, target: 99.5, owner: Lena }\n',
    },
    good: {
      'docs/records/metrics.yaml':
        '- { id: MET-5, title: Availability, phase: deployment, category: uptime, unit: "%", better: higher, target: 99.5, source: Probe of the provider, owner: Lena }\n',
    },
  },

  *check(file, project) {
    if (!isAbout('metric', file.kind, project.lifecycle)) return;
    const { columns, entries } = lacksOf(file, record => missingIn(file, record, project));
    if (columns.length > 0 && file.header)
      yield {
        path: file.path,
        span: file.header.span,
        subject: columns.join(', '),
        message: `This table of metrics has no column for ${inWords(columns)}. Add ${columns.length > 1 ? 'them' : 'it'}: a number alone says neither whether it is good nor where it comes from.`,
      };
    for (const { record, missing } of entries) yield report(file, record, missing, project);
  },
});

function missingIn(file: RecordFile, record: RecordEntry, project: Project): readonly string[] {
  const phase = phaseOf(record, file.kind, project);
  if (phase !== undefined && isPhaseComplete(project, phase)) return [];
  return missingAmong(Object.keys(needed), file, record, project);
}

const inWords = (fields: readonly string[]): string => listed(fields.map(field => needed[field] ?? field));

function report(file: RecordFile, record: RecordEntry, missing: readonly string[], project: Project): Report {
  const absent = missing.filter(name => fieldOf(record, name) === undefined);
  const gate = nearestGate(gatesAsking(project, file, record, wants(missing)), project);
  const why =
    gate === undefined ? 'nobody can judge it' : whoNeedsIt(project, gate, missing.length > 1 ? 'them' : 'it');
  return {
    ...aboutEntry(file, record, project, absent.length > 0 ? undefined : missing[0]),
    gate,
    message: `${nameOf(file, record, project)} has no ${inWords(missing)}: ${why}. Write ${missing.includes('source') ? 'it so that another person gets the same number' : 'down what counts as success'}.`,
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
