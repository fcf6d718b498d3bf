import { expectedEntries } from '../fixes/starters.ts';
import { unmetExpectations } from '../project/expected.ts';
import { recordHead } from '../project/recordHead.ts';
import { isAbout } from '../project/recordKinds.ts';
import { defineRule } from './rule.ts';

export default defineRule({
  id: 'metric-category-missing',
  scope: 'record',
  severity: 'info',
  title: 'Each phase has a metric of every category that it must have.',
  why: 'What is not measured is argued about. The few categories that a lifecycle asks for are those without which nobody can say afterwards whether the work was worth it.',
  examples: {
    bad: {
      'docs/records/metrics.yaml':
        '- { id: MET-2, title: Serious defects open, phase: development, category: quality, unit: count, better: lower, target: 0, source: Tracker, owner: Ravi }\n- { id: MET-3, title: Slip, phase: development, category: timeliness, unit: days, better: lower, target: 5, source: Milestones, owner: Ana }\n- { id: MET-6, title: Satisfaction, phase: deployment, category: customer-satisfaction, unit: points, better: higher, target: 4, source: Survey, owner: Kofi }\n',
    },
    good: {
      'docs/records/metrics.yaml':
        '- { id: MET-2, title: Serious defects open, phase: development, category: quality, unit: count, better: lower, target: 0, source: Tracker, owner: Ravi }\n- { id: MET-3, title: Slip, phase: development, category: timeliness, unit: days, better: lower, target: 5, source: Milestones, owner: Ana }\n- { id: MET-4, title: Active users, phase: deployment, category: adoption, unit: count, better: higher, target: 70, source: Counters, owner: Ana }\n- { id: MET-6, title: Satisfaction, phase: deployment, category: customer-satisfaction, unit: points, better: higher, target: 4, source: Survey, owner: Kofi }\n',
    },
  },

  *check(file, project) {
    if (!isAbout('metric', file.kind, project.lifecycle)) return;
    for (const expected of unmetExpectations(file, project)) {
      const { field, value, by, group } = expected;
      const title = by === 'phase' ? project.lifecycle.phases[group]?.title : undefined;
      yield {
        ...recordHead(file),
        subject: `${group} ${value}`,
        phase: by === 'phase' ? group : undefined,
        message: `No metric of “${title ?? group}” has the ${field} “${value}”, so nobody will be able to say how that went. Choose one, with a target and a source, before there are numbers to argue about.`,
        fixes: expectedEntries(project, file.kind, expected),
      };
    }
  },
});
