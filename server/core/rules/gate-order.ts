import { definitionPlace } from '../project/definitionPlace.ts';
import { passes } from '../project/gates.ts';
import { gateName, listed } from '../project/wording.ts';
import { defineRule } from './rule.ts';

export default defineRule({
  id: 'gate-order',
  scope: 'project',
  severity: 'error',
  title: 'Gates are passed in their order.',
  why: 'A later gate builds on the earlier ones. A decision of go while an earlier gate is open rests on questions that nobody answered.',
  examples: {
    bad: {
      'docs/records/gates.yaml':
        '- { gate: design, date: 2026-03-20, decision: go, by: [{ name: Mei, role: engineer }] }\n',
    },
    good: {
      'docs/records/gates.yaml':
        '- { gate: concept, date: 2026-02-12, decision: go, by: [{ name: Sara, role: sponsor }] }\n- { gate: design, date: 2026-03-20, decision: go, by: [{ name: Mei, role: engineer }] }\n',
    },
  },

  *check(project) {
    const { order, decisions } = project.gates;
    let open: string[] = [];
    for (const gate of order) {
      const decision = decisions.get(gate);
      if (!decision || !passes(decision)) open.push(gate);
      else if (open.length > 0) {
        const names = listed(open.map(earlier => gateName(project, earlier)));
        yield {
          ...decision.place,
          subject: gate,
          gate,
          phase: project.lifecycle.gates[gate]?.phase,
          message: `The gate ${gateName(project, gate)} is passed although ${names} ${open.length > 1 ? 'are' : 'is'} still open. Decide the earlier gate${open.length > 1 ? 's' : ''} first, or withdraw this decision.`,
          related: open.map(earlier => ({
            ...definitionPlace(project, ['gates', earlier]),
            message: `The gate ${gateName(project, earlier)} is defined here.`,
          })),
        };
        open = [];
      }
    }
  },
});
