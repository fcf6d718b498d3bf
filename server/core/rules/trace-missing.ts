import { linkFixes, newItemFixes } from '../fixes/traceFixes.ts';
import { gapReport } from '../project/traces/gapWords.ts';
import { traceGaps } from '../project/traces/traceGaps.ts';
import { defineRule } from './rule.ts';

const definition = `lifecycle: 1
extends: standard
coverage:
  every-need-is-met:
    every: NEED
    link: leads-to
    to: [REQ]
    from-gate: concept
    say: Every need leads to a requirement.
`;

const requirements = (source: string): string =>
  `---\nstatus: in-review\nowner: product-manager\n---\n\n# Requirements\n\n## Functional requirements\n\n### REQ-1: Sleep tracking\n\n- source: ${source}\n`;

const research =
  '---\nstatus: in-review\nowner: researcher\n---\n\n# Market research\n\n## Customer needs\n\n- **NEED-1**: I want to know how well I sleep.\n';

export default defineRule({
  id: 'trace-missing',
  scope: 'project',
  severity: 'warning',
  title: 'Every link that the coverage rules of the lifecycle ask for exists.',
  why: 'A coverage rule of your own says which things must be connected, such as each clause of a standard with the place that answers it. This rule names what is left over, from the gate on that needs it. The coverage rules of the built-in lifecycles have rules of their own.',
  examples: {
    bad: {
      'lifecycle.yaml': definition,
      'docs/development/market-research.md': research,
      'docs/development/requirements.md': requirements('FB-1'),
    },
    good: {
      'lifecycle.yaml': definition,
      'docs/development/market-research.md': research,
      'docs/development/requirements.md': requirements('NEED-1'),
    },
  },

  *check(project) {
    for (const gap of traceGaps(project, 'trace-missing'))
      yield {
        ...gapReport(gap, project, { link: '', lack: '', advice: '' }),
        fixes: [...newItemFixes(project, gap), ...linkFixes(project, gap)],
      };
  },
});
