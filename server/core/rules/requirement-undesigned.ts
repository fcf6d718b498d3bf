import { linkFixes, newItemFixes } from '../fixes/traceFixes.ts';
import { gapReport } from '../project/traces/gapWords.ts';
import { traceGaps } from '../project/traces/traceGaps.ts';
import { defineRule } from './rule.ts';

const gates = '- { gate: concept, date: 2026-02-12, decision: go, by: [{ name: Sara, role: sponsor }] }\n';

const requirements =
  '---\nstatus: approved\nowner: product-manager\n---\n\n# Requirements\n\n## Functional requirements\n\n### REQ-5: Offline use\n\n- priority: must\n';

const design = (answers: string): string =>
  `---\nstatus: in-review\nowner: engineer\n---\n\n# App design\n\n## Structure\n\n### DES-1: Local store\n\nKeeps each day on the phone.\n\n- satisfies: ${answers}\n`;

export default defineRule({
  id: 'requirement-undesigned',
  scope: 'project',
  severity: 'warning',
  title: 'Every must requirement is answered by a design element or a specification.',
  why: 'A requirement that no part of the design answers is found out when it is built last, or not at all. As long as there is no design document and no specification, only their absence is reported.',
  examples: {
    bad: {
      'docs/records/gates.yaml': gates,
      'docs/development/requirements.md': requirements,
      'docs/development/design/app.md': design('REQ-6'),
    },
    good: {
      'docs/records/gates.yaml': gates,
      'docs/development/requirements.md': requirements,
      'docs/development/design/app.md': design('REQ-5'),
    },
  },

  *check(project) {
    for (const gap of traceGaps(project, 'requirement-undesigned'))
      yield {
        ...gapReport(gap, project, {
          link: 'satisfied-by',
          lack: 'is answered by no design element and no specification',
          advice: 'Say in the design which part answers it.',
        }),
        fixes: [...linkFixes(project, gap), ...newItemFixes(project, gap)],
      };
  },
});
