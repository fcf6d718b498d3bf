import { linkFixes, newItemFixes } from '../fixes/traceFixes.ts';
import { gapReport } from '../project/traces/gapWords.ts';
import { traceGaps } from '../project/traces/traceGaps.ts';
import { defineRule } from './rule.ts';

const research =
  '---\nstatus: in-review\nowner: researcher\n---\n\n# Market research\n\n## Customer needs\n\n- **NEED-1**: I want to know how well I sleep.\n';

const requirements = (source: string): string =>
  `---\nstatus: in-review\nowner: product-manager\n---\n\n# Requirements\n\n## Functional requirements\n\n### REQ-11: Sleep tracking\n\n- priority: could\n${source}`;

export default defineRule({
  id: 'requirement-without-source',
  scope: 'project',
  severity: 'info',
  title: 'A requirement says which need, feedback, risk or change it comes from.',
  why: 'What nobody asked for is the first thing to leave out when time is short, and the last thing anybody can judge. A source tells who to ask. An id of another system, such as an issue, is a source as well.',
  examples: {
    bad: { 'docs/development/market-research.md': research, 'docs/development/requirements.md': requirements('') },
    good: {
      'docs/development/market-research.md': research,
      'docs/development/requirements.md': requirements('- source: NEED-1\n'),
    },
  },

  *check(project) {
    for (const gap of traceGaps(project, 'requirement-without-source'))
      yield {
        ...gapReport(gap, project, {
          link: 'derives-from',
          lack: 'names no source',
          advice: 'Name the need, feedback, risk or change that it comes from.',
        }),
        fixes: [...linkFixes(project, gap), ...newItemFixes(project, gap)],
      };
  },
});
