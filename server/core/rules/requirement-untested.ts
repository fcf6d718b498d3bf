import { linkFixes, newItemFixes } from '../fixes/traceFixes.ts';
import { gapReport } from '../project/traces/gapWords.ts';
import { coversNothing } from '../project/traces/testPlans.ts';
import { traceGaps } from '../project/traces/traceGaps.ts';
import { defineRule } from './rule.ts';

const gates =
  '- { gate: concept, date: 2026-02-12, decision: go, by: [{ name: Sara, role: sponsor }] }\n- { gate: design, date: 2026-03-20, decision: go, by: [{ name: Mei, role: engineer }] }\n';

const requirements =
  '---\nstatus: approved\nowner: product-manager\n---\n\n# Requirements\n\n## Functional requirements\n\n### REQ-5: Seven days of battery\n\n- priority: must\n\n### REQ-8: Export\n\n- priority: should\n';

const plan = (second: string): string =>
  `---\nstatus: in-review\nowner: qa-tester\n---\n\n# Test plan\n\n## Test cases\n\n| Test | Verifies |\n| --- | --- |\n| TST-1 | REQ-8 |\n| TST-2 | ${second} |\n`;

export default defineRule({
  id: 'requirement-untested',
  scope: 'project',
  severity: 'warning',
  title: 'Every must and should requirement is verified by a test.',
  why: 'What no test looks at is found by the first customer. The fix prepares a row in the test plan; the requirement counts as done when that test has a result. Without a test plan, only its absence is reported.',
  examples: {
    bad: {
      'docs/records/gates.yaml': gates,
      'docs/development/requirements.md': requirements,
      'docs/development/test-plan.md': plan('REQ-8'),
    },
    good: {
      'docs/records/gates.yaml': gates,
      'docs/development/requirements.md': requirements,
      'docs/development/test-plan.md': plan('REQ-5'),
    },
  },

  *check(project) {
    for (const gap of traceGaps(project, 'requirement-untested'))
      if (!coversNothing(gap.coverage, project))
        yield {
          ...gapReport(gap, project, {
            link: 'verified-by',
            lack: 'is verified by no test',
            advice: 'Plan a test for it, or say which test verifies it.',
          }),
          fixes: [...newItemFixes(project, gap), ...linkFixes(project, gap)],
        };
  },
});
