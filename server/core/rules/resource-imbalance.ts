import { expectedEntries } from '../fixes/starters.ts';
import { type Allocation, allocationsOf, isAllocation } from '../project/allocations.ts';
import { type Expected, unmetExpectations } from '../project/expected.ts';
import { isPhaseComplete } from '../project/gates.ts';
import type { Project, RecordFile } from '../project/model.ts';
import { isPhaseNear } from '../project/nearPhase.ts';
import { recordHead } from '../project/recordHead.ts';
import { placeOf } from '../project/recordValue.ts';
import { defineRule, type Report } from './rule.ts';

export default defineRule({
  id: 'resource-imbalance',
  scope: 'record',
  severity: 'info',
  title: 'Every area that a phase depends on has time or money, and keeps to it.',
  why: 'What gets no person and no week does not happen: a plan without testing is a plan to test at the customer. More than a fifth over the plan is worth a word before it is a half.',
  examples: {
    bad: {
      'docs/records/resources.yaml':
        '- { phase: development, area: research, unit: person-weeks, planned: 6, owner: Tom }\n- { phase: development, area: design, unit: person-weeks, planned: 18, owner: Tom }\n- { phase: development, area: engineering, unit: person-weeks, planned: 52, actual: 70, owner: Mei }\n- { phase: development, area: testing, unit: person-weeks, planned: 0, owner: Ravi }\n',
    },
    good: {
      'docs/records/resources.yaml':
        '- { phase: development, area: research, unit: person-weeks, planned: 6, owner: Tom }\n- { phase: development, area: design, unit: person-weeks, planned: 18, owner: Tom }\n- { phase: development, area: engineering, unit: person-weeks, planned: 52, actual: 55, owner: Mei }\n- { phase: development, area: testing, unit: person-weeks, planned: 18, owner: Ravi }\n',
    },
  },

  *check(file, project) {
    const definition = project.lifecycle.records[file.kind];
    if (!isAllocation(definition)) return;
    for (const expected of unmetExpectations(file, project))
      if (isPhaseNear(project, expected.group)) yield nothingThere(file, expected, project);
    const allocations = allocationsOf(file, project);
    const planned = new Set(allocations.filter(one => one.planned > 0).map(({ phase, area }) => `${phase}\n${area}`));
    for (const allocation of allocations) {
      const { phase, area } = allocation;
      if (isPhaseComplete(project, phase)) continue;
      const isExpected = definition?.expect?.values[phase]?.includes(area) ?? false;
      if (isExpected && !planned.has(`${phase}\n${area}`) && isPhaseNear(project, phase))
        yield* nothingPlanned(file, allocation, project);
      else if (allocation.planned > 0 && allocation.actual > allocation.planned * (1 + tolerance))
        yield* overrun(file, allocation);
    }
  },
});

/** By so much the actual value may exceed the planned one. */
const tolerance = 0.2;

const phaseTitle = (project: Project, phase: string): string => `“${project.lifecycle.phases[phase]?.title ?? phase}”`;

const nothingThere = (file: RecordFile, expected: Expected, project: Project): Report => ({
  ...recordHead(file),
  subject: `${expected.group} ${expected.value}`,
  phase: expected.by === 'phase' ? expected.group : undefined,
  message: `${phaseTitle(project, expected.group)} depends on ${expected.value}, and nothing is planned for it. Plan who does it and how much it takes.`,
  fixes: expectedEntries(project, file.kind, expected),
});

function* nothingPlanned(
  { path }: RecordFile,
  { phase, area, entries }: Allocation,
  project: Project,
): Generator<Report> {
  const [own] = entries;
  if (own?.path === path)
    yield {
      ...placeOf(own, 'planned'),
      subject: `${phase} ${area}`,
      phase,
      message: `${phaseTitle(project, phase)} depends on ${area}, but 0 is planned for it. Plan who does it and how much it takes.`,
    };
}

function* overrun(
  { path }: RecordFile,
  { phase, area, unit, planned, actual, entries }: Allocation,
): Generator<Report> {
  const own = entries.at(-1);
  const share = Math.round((actual / planned - 1) * 100);
  if (own?.path === path)
    yield {
      ...placeOf(own, 'actual'),
      subject: `${phase} ${area}`,
      phase,
      message: `More went into ${area} than was planned: ${actual} ${unit.replace(/-/g, ' ')} instead of ${planned}, ${share} % more. Say where the rest comes from: plan more, or do less.`,
    };
}
