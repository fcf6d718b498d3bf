import { addEntryFields, type EntryField, setEntryField } from '../fixes/entryField.ts';
import { offer } from '../fixes/offer.ts';
import { aboutEntry, nameOf } from '../project/aboutEntry.ts';
import { missingAmong } from '../project/askedFields.ts';
import { type CoverageGap, gateOfPhase } from '../project/coverageGaps.ts';
import { knowsValue } from '../project/entryValues.ts';
import { isPhaseComplete } from '../project/gates.ts';
import { linkField } from '../project/linkField.ts';
import type { Project, RecordEntry, RecordFile } from '../project/model.ts';
import { documentGaps, type EntryGap, entryGaps } from '../project/ownGaps.ts';
import { fieldOf, fieldText } from '../project/recordValue.ts';
import { isHigh } from '../project/risks.ts';
import { severityAt } from '../project/severity.ts';
import { whoNeedsIt } from '../project/wording.ts';
import { isBlank } from '../project/yamlValue.ts';
import { defineRule, type Fix, type Report } from './rule.ts';

const id = 'risk-without-mitigation';

export default defineRule({
  id,
  scope: 'artifact',
  severity: 'warning',
  title: 'Something is done about every open risk that nobody accepted.',
  why: 'A risk in a register is not yet made smaller. What makes it smaller is a requirement, a test, a change or another deed that somebody can look at.',
  examples: {
    bad: {
      'docs/records/gates.yaml':
        '- { gate: concept, date: 2026-02-12, decision: go, by: [{ name: Sara, role: sponsor }] }\n',
      'docs/records/risks.yaml':
        '- { id: RISK-5, title: The laboratory may be late, phase: development, category: development-delay, likelihood: 2, impact: 4, response: reduce, owner: Lena, status: open, review_by: 2026-06-30 }\n',
    },
    good: {
      'docs/records/gates.yaml':
        '- { gate: concept, date: 2026-02-12, decision: go, by: [{ name: Sara, role: sponsor }] }\n',
      'docs/records/risks.yaml':
        '- { id: RISK-5, title: The laboratory may be late, phase: development, category: development-delay, likelihood: 2, impact: 4, response: reduce, mitigation: A second slot is booked, owner: Lena, status: open, review_by: 2026-06-30 }\n',
    },
  },

  *check(artifact, project) {
    for (const gap of documentGaps(project, id, artifact)) {
      const { name, place } = gap.case;
      const about = { ...place, subject: name, phase: artifact.definition.phase };
      yield* judged(gap, about, `${name} has no mitigation`, [], project);
    }
  },

  *checkRecord(file, project) {
    for (const gap of entryGaps(project, id, file)) {
      const field = linkField(project, file.kind, gap.definition);
      // What the definition does not ask of this entry, such as a mitigation of a risk that is accepted, is no gap.
      const isSaid = field !== undefined && !isBlank(fieldOf(gap.record, field));
      const isAsked = field === undefined || isSaid || missingAmong([field], file, gap.record, project).length > 0;
      if (isAsked) yield* inRecord(file, gap, field, isSaid, project);
    }
  },
});

function* inRecord(
  file: RecordFile,
  gap: EntryGap,
  field: string | undefined,
  isSaid: boolean,
  project: Project,
): Generator<Report> {
  const { record } = gap;
  const name = nameOf(file, record, project);
  const what = isSaid
    ? `What ${name} names as its mitigation does not exist or is out of use`
    : `${name} has no mitigation`;
  const owner = fieldText(record, file.kind, 'owner', project);
  const fixes = [
    ...(field === undefined || isSaid || fieldOf(record, field)
      ? []
      : offer(`Add “${field}”`, addEntryFields(file, record, [[field, '']]))),
    ...acceptance(file, record, project),
  ];
  yield* judged(gap, aboutEntry(file, record, project, isSaid ? field : undefined), what, fixes, project, owner);
}

function* judged(
  { definition }: CoverageGap,
  about: Pick<Report, 'path' | 'span' | 'subject' | 'phase'>,
  what: string,
  fixes: readonly Fix[],
  project: Project,
  owner?: string,
): Generator<Report> {
  const { phase } = about;
  if (phase !== undefined && isPhaseComplete(project, phase)) return;
  const gate = gateOfPhase(project, definition['from-gate'], phase);
  const severity = severityAt(project, gate);
  if (severity === undefined) return;
  yield {
    ...about,
    gate,
    severity: definition.level === 'should' ? 'info' : severity,
    message: `${what}: ${whoNeedsIt(project, gate, 'to know what is done about it')}${owner === undefined ? '' : ` (owner: ${owner})`}. Say what is done, name the requirement, test or change that does it, or accept the risk.`,
    fixes,
  };
}

/** Prepares the acceptance of a risk; who accepts it and how bad it then is are for people to write. */
function acceptance(file: RecordFile, record: RecordEntry, project: Project): readonly Fix[] {
  const { lifecycle } = project;
  if (
    !knowsValue(lifecycle, file.kind, 'response', 'accept') ||
    fieldText(record, file.kind, 'response', project) === 'accept'
  )
    return [];
  const fields = lifecycle.records[file.kind]?.fields ?? {};
  const added: readonly EntryField[] = [
    ...(fields.residual && !fieldOf(record, 'residual') ? [['residual', '{ likelihood: , impact: }'] as const] : []),
    ...(fields.accepted_by && !fieldOf(record, 'accepted_by') && isHigh(file, record, project)
      ? [['accepted_by', ''] as const]
      : []),
  ];
  return offer(
    'Accept the risk, with the acceptance to be filled in',
    setEntryField(file, record, 'response', 'accept'),
    ...(added.length > 0 ? [addEntryFields(file, record, added)] : []),
  );
}
