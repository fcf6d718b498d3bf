import { addEntryFields, setEntryField } from '../fixes/entryField.ts';
import { offer } from '../fixes/offer.ts';
import { aboutEntry, nameOf } from '../project/aboutEntry.ts';
import { missingAmong } from '../project/askedFields.ts';
import { definitionPlace } from '../project/definitionPlace.ts';
import { knowsValue } from '../project/entryValues.ts';
import { gatesAsking } from '../project/gateAsking.ts';
import { isPhaseComplete } from '../project/gates.ts';
import type { Project, RecordEntry, RecordFile } from '../project/model.ts';
import { isAbout } from '../project/recordKinds.ts';
import { fieldOf, fieldText, phaseOf } from '../project/recordValue.ts';
import { isHigh } from '../project/risks.ts';
import { gateInText, gateName, listed } from '../project/wording.ts';
import { entry, isBlank } from '../project/yamlValue.ts';
import { defineRule, type Fix, type Report } from './rule.ts';

export default defineRule({
  id: 'risk-high-open',
  scope: 'record',
  severity: 'warning',
  title: 'A high risk is worked on, or somebody took it on by name.',
  why: 'A high risk that is merely known is a decision that nobody took. Either something is done about it, or a person with the right to do so says that the product can live with it.',
  examples: {
    bad: {
      'docs/records/risks.yaml':
        '- { id: RISK-6, title: An update may brick watches, phase: deployment, category: deployment-failure, likelihood: 4, impact: 4, response: reduce, mitigation: Keep the previous image, owner: Lena, status: open, review_by: 2026-06-22 }\n',
    },
    good: {
      'docs/records/risks.yaml':
        '- { id: RISK-6, title: An update may brick watches, phase: deployment, category: deployment-failure, likelihood: 4, impact: 4, response: reduce, mitigation: Keep the previous image, owner: Lena, status: mitigating, review_by: 2026-06-22 }\n',
    },
  },

  *check(file, project) {
    if (!isAbout('risk', file.kind, project.lifecycle)) return;
    for (const record of file.entries) {
      if (!isHigh(file, record, project)) continue;
      const status = fieldText(record, file.kind, 'status', project);
      const isOver = isFrozen(file, record, project);
      if (status === 'open') yield openReport(file, record, project, isOver);
      else if (status === 'accepted' && !isOver) {
        const missing = missingAcceptance(file, record, project);
        if (missing.length > 0) yield acceptedReport(file, record, missing, project);
      }
    }
  },
});

function isFrozen({ kind }: RecordFile, record: RecordEntry, project: Project): boolean {
  const phase = phaseOf(record, kind, project);
  return phase !== undefined && isPhaseComplete(project, phase);
}

/** The gate that lets no high risk of this sort pass. */
const gateOf = (file: RecordFile, record: RecordEntry, project: Project): string | undefined =>
  gatesAsking(project, file, record, criterion => criterion.check === 'risks' && criterion.max !== undefined, [
    'status',
  ])[0];

function openReport(file: RecordFile, record: RecordEntry, project: Project, isOver: boolean): Report {
  const gate = gateOf(file, record, project);
  const score = fieldText(record, file.kind, 'score', project);
  const owner = fieldText(record, file.kind, 'owner', project);
  const why = gate === undefined ? '' : `: ${gateInText(project, gate)} lets no such risk pass`;
  return {
    ...about(file, record, project, gate, isOver, 'status'),
    message: `${nameOf(file, record, project)} is high${score === undefined ? '' : ` (score ${score})`} and still open${why}${owner === undefined ? '' : ` (owner: ${owner})`}. Start to work on it, or have it accepted by name.`,
    fixes: knowsValue(project.lifecycle, file.kind, 'status', 'mitigating')
      ? offer('Set the status to “mitigating”', setEntryField(file, record, 'status', 'mitigating'))
      : [],
  };
}

/** A name, and both parts of the rating that is left. */
function missingAcceptance(file: RecordFile, record: RecordEntry, project: Project): readonly string[] {
  const residual = fieldOf(record, 'residual');
  const isHalf = residual?.kind === 'map' && ['likelihood', 'impact'].some(part => isBlank(entry(residual, part)));
  const missing = missingAmong(['accepted_by', 'residual'], file, record, project);
  return isHalf && !missing.includes('residual') ? [...missing, 'residual'] : missing;
}

function acceptedReport(file: RecordFile, record: RecordEntry, missing: readonly string[], project: Project): Report {
  const gate = gateOf(file, record, project);
  const lacks = missing.map(name => (name === 'residual' ? 'how bad it still is' : 'who accepted it'));
  const why = gate === undefined ? '' : ` At ${gateName(project, gate)} somebody has to answer for it.`;
  return {
    ...about(file, record, project, gate, false, missing[0]),
    message: `${nameOf(file, record, project)} is high and accepted, but does not say ${listed(lacks)}.${why} Let the person who takes it on fill it in.`,
    fixes: toBeFilledIn(file, record, missing),
  };
}

const about = (
  file: RecordFile,
  record: RecordEntry,
  project: Project,
  gate: string | undefined,
  isOver: boolean,
  field: string | undefined,
): Omit<Report, 'message'> => ({
  ...aboutEntry(file, record, project, field),
  gate,
  severity: gate !== undefined && !isOver && project.gates.distance(gate) === 'passed' ? 'error' : 'warning',
  related:
    gate === undefined
      ? []
      : [
          {
            ...definitionPlace(project, ['gates', gate]),
            message: `The gate ${gateName(project, gate)} is defined here.`,
          },
        ],
});

function toBeFilledIn(file: RecordFile, record: RecordEntry, missing: readonly string[]): readonly Fix[] {
  const absent = missing.filter(name => fieldOf(record, name) === undefined);
  const fields = absent.map(name => [name, name === 'residual' ? '{ likelihood: , impact: }' : ''] as const);
  return absent.length === 0
    ? []
    : offer('Prepare the acceptance to be filled in', addEntryFields(file, record, fields));
}
