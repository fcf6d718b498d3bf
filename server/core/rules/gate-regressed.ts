import { baselineChanges } from '../project/baseline.ts';
import { definitionPlace } from '../project/definitionPlace.ts';
import type { Project } from '../project/model.ts';
import { gateName, listed } from '../project/wording.ts';
import { brokenCriteria, gateStatuses } from '../status/gates.ts';
import type { GateStatus } from '../status/model.ts';
import { defineRule, type Report } from './rule.ts';

export default defineRule({
  id: 'gate-regressed',
  scope: 'project',
  severity: 'error',
  title: 'What a gate was passed on still holds.',
  why: 'A passed gate is a promise to everybody who works behind it. When one of its criteria falls, they build on ground that is gone, and nobody told them.',
  examples: {
    bad: {
      'docs/records/gates.yaml':
        '- { gate: concept, date: 2026-02-12, decision: go, by: [{ name: Sara, role: sponsor }] }\n',
      'docs/development/requirements.md': '---\nstatus: draft\nowner: product-manager\n---\n\n# Requirements\n',
    },
    good: {
      'docs/development/requirements.md': '---\nstatus: draft\nowner: product-manager\n---\n\n# Requirements\n',
    },
  },

  *check(project) {
    for (const gate of gateStatuses(project, [])) if (gate.state === 'regressed') yield report(project, gate);
  },
});

const named = 2;

function report(project: Project, gate: GateStatus): Report {
  const broken = brokenCriteria(gate.criteria);
  const place = project.gates.decisions.get(gate.id)?.place ?? definitionPlace(project, ['gates', gate.id]);
  const changes = baselineChanges(project, gate.id).slice(0, named);
  return {
    ...place,
    subject: gate.id,
    gate: gate.id,
    phase: gate.phase,
    message: [
      `The gate ${gateName(project, gate.id)} is passed, but ${counted(broken.length)} not hold any more.`,
      ...broken.slice(0, named).map(({ reason, say }) => reason ?? say),
      ...(broken.length > named ? [`And ${broken.length - named} more.`] : []),
      ...(changes.length > 0 ? [`Since the decision, ${listed(changes)}.`] : []),
      'Restore what it rests on, or waive the criterion in the gate log.',
    ].join(' '),
    related: broken.flatMap(({ place: where, say }) => (where ? [{ ...where, message: say }] : [])),
  };
}

const counted = (count: number): string => (count > 1 ? `${count} of its criteria do` : 'one of its criteria does');
