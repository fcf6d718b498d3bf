import { addEntryFields } from '../fixes/entryField.ts';
import { offer } from '../fixes/offer.ts';
import { aboutEntry, nameOf } from '../project/aboutEntry.ts';
import { lacksOf, missingAmong } from '../project/askedFields.ts';
import { gatesAsking, nearestGate, wants } from '../project/gateAsking.ts';
import { isPhaseComplete } from '../project/gates.ts';
import type { Project, RecordEntry, RecordFile } from '../project/model.ts';
import { isAbout } from '../project/recordKinds.ts';
import { fieldOf, phaseOf } from '../project/recordValue.ts';
import { isHighAndAccepted } from '../project/risks.ts';
import { gateInText, listed } from '../project/wording.ts';
import { defineRule, type Report } from './rule.ts';

const rating = ['category', 'likelihood', 'impact', 'response', 'owner'];
const acceptance = ['residual', 'accepted_by'];

export default defineRule({
  id: 'risk-incomplete',
  scope: 'record',
  severity: 'warning',
  title: 'A risk says how bad it is, what is done about it, and who watches it.',
  why: 'A risk without a rating cannot be compared with others, and one without an owner is watched by nobody. Both look harmless in a list until they happen.',
  examples: {
    bad: {
      'docs/records/risks.yaml':
        '- { id: RISK-7, title: Buyers may expect more, phase: deployment, category: customer-dissatisfaction, likelihood: 2, impact: 3, response: reduce, mitigation: One page for the shop, status: mitigating, review_by: 2026-07-10 }\n',
    },
    good: {
      'docs/records/risks.yaml':
        '- { id: RISK-7, title: Buyers may expect more, phase: deployment, category: customer-dissatisfaction, likelihood: 2, impact: 3, response: reduce, mitigation: One page for the shop, owner: Kofi, status: mitigating, review_by: 2026-07-10 }\n',
    },
  },

  *check(file, project) {
    if (!isAbout('risk', file.kind, project.lifecycle)) return;
    const { columns, entries } = lacksOf(file, record => missingIn(file, record, project));
    if (columns.length > 0 && file.header)
      yield {
        path: file.path,
        span: file.header.span,
        subject: columns.join(', '),
        message: `This table of risks has no column for ${listed(columns.map(inWords))}. Add ${columns.length > 1 ? 'them' : 'it'}, so that the risks can be compared and somebody watches each.`,
      };
    for (const { record, missing } of entries) yield report(file, record, missing, project);
  },
});

/** What is past is left alone; the acceptance of a high risk has a rule of its own. */
function missingIn(file: RecordFile, record: RecordEntry, project: Project): readonly string[] {
  const phase = phaseOf(record, file.kind, project);
  if (phase !== undefined && isPhaseComplete(project, phase)) return [];
  const names = isHighAndAccepted(file, record, project) ? rating : [...rating, ...acceptance];
  return missingAmong(names, file, record, project);
}

const inWords = (field: string): string => field.replace(/_/g, ' ');

function report(file: RecordFile, record: RecordEntry, missing: readonly string[], project: Project): Report {
  const absent = missing.filter(name => fieldOf(record, name) === undefined);
  const gate = nearestGate(gatesAsking(project, file, record, wants(missing)), project);
  const need = gate === undefined ? '' : ` ${capitalised(gateInText(project, gate))} asks for it.`;
  return {
    ...aboutEntry(file, record, project, absent.length > 0 ? undefined : missing[0]),
    gate,
    message: `${nameOf(file, record, project)} has no ${listed(missing.map(inWords), 'or')}${missing.includes('owner') ? ', so nobody watches it' : ', so it cannot be weighed against others'}.${need} Fill ${missing.length > 1 ? 'them' : 'it'} in.`,
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

const capitalised = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
