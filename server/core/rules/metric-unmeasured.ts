import { setEntryField } from '../fixes/entryField.ts';
import { offer } from '../fixes/offer.ts';
import { addDuration, parseDuration } from '../lifecycle/duration.ts';
import { aboutEntry, nameOf } from '../project/aboutEntry.ts';
import { applies, matches } from '../project/condition.ts';
import { newestMeasured } from '../project/derive.ts';
import { gatesAsking, wants } from '../project/gateAsking.ts';
import type { Project, RecordEntry, RecordFile } from '../project/model.ts';
import { isAbout } from '../project/recordKinds.ts';
import { daysSince } from '../project/recordLimit.ts';
import { fieldOf, fieldText } from '../project/recordValue.ts';
import { recordSubject } from '../project/subject.ts';
import { whoNeedsIt } from '../project/wording.ts';
import { isBlank } from '../project/yamlValue.ts';
import { defineRule, type Fix, type Report } from './rule.ts';

export default defineRule({
  id: 'metric-unmeasured',
  scope: 'record',
  severity: 'warning',
  title: 'What was to be measured after the release is measured.',
  why: 'A target was set so that somebody would look. A month after the release the numbers exist; if nobody writes them down, the next version is planned on opinions.',
  examples: {
    bad: {
      'CHANGELOG.md': '# Changelog\n\n## 1.0.0 - 2026-05-01\n\n### Added\n\n- First version\n',
      'docs/records/metrics.yaml':
        '- { id: MET-4, title: Active users, phase: deployment, category: adoption, unit: count, better: higher, target: 70, source: Counters, owner: Ana }\n',
    },
    good: {
      'CHANGELOG.md': '# Changelog\n\n## 1.0.0 - 2026-05-01\n\n### Added\n\n- First version\n',
      'docs/records/metrics.yaml':
        '- { id: MET-4, title: Active users, phase: deployment, category: adoption, unit: count, better: higher, target: 70, source: Counters, owner: Ana, measured: [{ date: 2026-06-01, value: 64 }], if_missed: CHG-7 }\n',
    },
  },

  *check(file, project) {
    if (!isAbout('metric', file.kind, project.lifecycle)) return;
    for (const record of file.entries)
      if (newestMeasured(fieldOf(record, 'measured'), project.today) === undefined && isDue(file, record, project))
        yield report(file, record, project);
  },
});

/**
 * Whether the definition asks for a value by now. Where it asks so long after the release (`product.released: { older-than:
 * 30 days }`), a metric with a cadence of its own is due after that.
 */
function isDue({ kind }: RecordFile, record: RecordEntry, project: Project): boolean {
  const field = project.lifecycle.records[kind]?.fields.measured;
  const subject = recordSubject(record, kind, project);
  if (!field || !applies(field, subject)) return false;
  if (typeof field.required === 'boolean') return field.required;
  const { 'product.released': age, ...others } = field.required;
  const limit = typeof age === 'object' && !Array.isArray(age) ? age['older-than'] : undefined;
  if (limit === undefined) return matches(field.required, subject);
  const cadence = fieldText(record, kind, 'cadence', project);
  const length = cadence !== undefined && parseDuration(cadence) ? cadence : limit;
  const due = project.released === undefined ? undefined : addDuration(project.released, length);
  return due !== undefined && due < project.today && matches(others, subject);
}

function report(file: RecordFile, record: RecordEntry, project: Project): Report {
  const [gate] = gatesAsking(project, file, record, wants(['measured']));
  const owner = fieldText(record, file.kind, 'owner', project);
  const need = gate === undefined ? 'nobody can say how it went' : whoNeedsIt(project, gate);
  return {
    ...aboutEntry(file, record, project),
    gate,
    severity: gate !== undefined && project.gates.distance(gate) === 'passed' ? 'error' : 'warning',
    message: `${nameOf(file, record, project)} has no measured value${sinceRelease(project)}: ${need}${owner === undefined ? '' : ` (owner: ${owner})`}. Measure it, and write the value down with its day.`,
    fixes: measurement(file, record, project),
  };
}

function sinceRelease(project: Project): string {
  const { released } = project;
  return released === undefined || released >= project.today
    ? ''
    : ` ${daysSince(project, released)} after the release of ${released}`;
}

/** A measurement of today; the value is for a person to write. */
function measurement(file: RecordFile, record: RecordEntry, { today }: Project): readonly Fix[] {
  if (file.form !== 'file' || !isBlank(fieldOf(record, 'measured'))) return [];
  const value = `[{ date: ${today}, value: }]`;
  return offer('Prepare a measurement of today', setEntryField(file, record, 'measured', value));
}
