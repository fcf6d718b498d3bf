import { prepareDecision } from '../fixes/prepareDecision.ts';
import { definitionPlace } from '../project/definitionPlace.ts';
import type { Project } from '../project/model.ts';
import { decidersOf } from '../project/people.ts';
import { gateName } from '../project/wording.ts';
import { defineRule, type Fix } from './rule.ts';

export default defineRule({
  id: 'deployment-before-development',
  scope: 'project',
  severity: 'error',
  title: 'Nothing is deployed before the gate that lets it out is passed.',
  why: 'Customers who get a product before the people who deploy it took it over have nobody to help them. Writing deployment documents early is good practice and never counts.',
  examples: {
    bad: {
      'docs/records/changes.yaml':
        '- { id: CHG-5, title: Pilot sale, phase: deployment, kind: scope, class: normal, status: deployed, date: 2026-06-03 }\n',
    },
    good: {
      'docs/records/changes.yaml':
        '- { id: CHG-5, title: Pilot sale, phase: deployment, kind: scope, class: normal, status: approved, date: 2026-06-03 }\n',
    },
  },

  *check(project) {
    for (const { phase, say, place } of project.gates.begun.values()) {
      const definition = project.lifecycle.phases[phase];
      const gate = definition?.['entry-gate'];
      if (gate === undefined) continue;
      const deciders = decidersOf(project, gate);
      yield {
        ...place,
        subject: phase,
        phase,
        gate,
        message: `“${definition?.title ?? phase}” has begun (${say}), but nobody has decided to go at the gate before it, ${gateName(project, gate)}. Meet its criteria and record the decision${deciders && ` of ${deciders}`}, or take the release back.`,
        related: [{ ...definitionPlace(project, ['gates', gate]), message: 'The gate is defined here.' }],
        fixes: decisionToFillIn(project, gate),
      };
    }
  },
});

/** Prepares the entry in the gate log; what was decided, by whom and when is for people to write. */
function decisionToFillIn(project: Project, gate: string): readonly Fix[] {
  const change = prepareDecision(project, gate);
  return change ? [{ title: 'Prepare the decision to be filled in', safe: false, changes: [change] }] : [];
}
