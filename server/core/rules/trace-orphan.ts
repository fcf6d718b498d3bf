import { linkFixes, newItemFixes } from '../fixes/traceFixes.ts';
import type { Project } from '../project/model.ts';
import { gapReport } from '../project/traces/gapWords.ts';
import { hollowPlans, verifications } from '../project/traces/testPlans.ts';
import { type TraceGap, traceGaps } from '../project/traces/traceGaps.ts';
import { inText, listed } from '../project/wording.ts';
import { defineRule } from './rule.ts';

const gates =
  '- { gate: concept, date: 2026-02-12, decision: go, by: [{ name: Sara, role: sponsor }] }\n- { gate: design, date: 2026-03-20, decision: go, by: [{ name: Mei, role: engineer }] }\n';

const requirements =
  '---\nstatus: approved\nowner: product-manager\n---\n\n# Requirements\n\n## Functional requirements\n\n### REQ-1: Count steps\n\n- priority: must\n';

const plan = (second: string): string =>
  `---\nstatus: in-review\nowner: qa-tester\n---\n\n# Test plan\n\n## Test cases\n\n| Test | Verifies | Method |\n| --- | --- | --- |\n| TST-1 | REQ-1 | A shaker plays 24 hours of movement |\n| TST-20 | ${second} | Steps are counted while a till is paid at |\n`;

export default defineRule({
  id: 'trace-orphan',
  scope: 'project',
  severity: 'info',
  title: 'Every test verifies something, and every design element satisfies a requirement.',
  why: 'A test or a part of the design that belongs to nothing is often the trace of a requirement that nobody wrote down. Else it is work that nobody asked for.',
  examples: {
    bad: {
      'docs/records/gates.yaml': gates,
      'docs/development/requirements.md': requirements,
      'docs/development/test-plan.md': plan(''),
    },
    good: {
      'docs/records/gates.yaml': gates,
      'docs/development/requirements.md': requirements,
      'docs/development/test-plan.md': plan('REQ-1'),
    },
  },

  *check(project) {
    for (const gap of traceGaps(project, 'trace-orphan')) {
      if (isInHollowPlan(gap, project)) continue;
      const targets = listed(
        gap.coverage.to.flatMap(kind => inText(project.lifecycle.items[kind]?.title ?? '') || []),
        'or',
      );
      const [link = ''] = [gap.coverage.link ?? []].flat();
      yield {
        ...gapReport(gap, project, {
          link,
          lack: `${link.replace(/-/g, ' ')} no ${targets}`,
          advice: 'Say what it is for; perhaps a requirement is missing.',
        }),
        fixes: [...linkFixes(project, gap), ...newItemFixes(project, gap)],
      };
    }
  },
});

/** Where no test says what it verifies, the plan has a finding that stands for all of them. */
const isInHollowPlan = ({ found: { item } }: TraceGap, project: Project): boolean =>
  item?.artifact !== undefined &&
  verifications(project.lifecycle).some(
    verification =>
      verification.kinds.includes(item.kind) && item.artifact && hollowPlans(verification, project).has(item.artifact),
  );
