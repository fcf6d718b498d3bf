import { addColumns } from '../fixes/addColumns.ts';
import { declareItems, newItemId } from '../fixes/declareItem.ts';
import { isEmpty, isStub } from '../project/gaps.ts';
import type { Artifact, Project, Section } from '../project/model.ts';
import { coverageOf } from '../project/traces/coverage.ts';
import { tracesOf } from '../project/traces/links.ts';
import { hollowPlans, testsIn, type Verification, verifications } from '../project/traces/testPlans.ts';
import { coveragesOf } from '../project/traces/traceGaps.ts';
import { inText, listed, whoNeedsIt } from '../project/wording.ts';
import { defineRule, type Fix, type Report } from './rule.ts';

const requirements =
  '---\nstatus: in-review\nowner: product-manager\n---\n\n# Requirements\n\n## Functional requirements\n\n### REQ-5: Seven days of battery\n\n- priority: must\n';

const plan = (cases: string): string =>
  `---\nstatus: in-review\nowner: qa-tester\n---\n\n# Test plan\n\n## Scope\n\nThe watch and its app, as agreed at the concept gate, on the phones that most people own today. The cloud is tested as far as the app can see it, and no further than that.\n\n## Test cases\n\n${cases}\n`;

export default defineRule({
  id: 'test-plan-covers-nothing',
  scope: 'project',
  severity: 'warning',
  title: 'A test plan declares tests and says what each of them verifies.',
  why: 'A plan of levels and environments shows that people thought about testing, not what will be tested. Without the requirement behind each test nobody can tell what is left untested. One finding stands here for all tests and requirements that it leaves open.',
  examples: {
    bad: {
      'docs/development/requirements.md': requirements,
      'docs/development/test-plan.md': plan(
        '| Test | Method |\n| --- | --- |\n| TST-1 | Ten watches run until they stop |',
      ),
    },
    good: {
      'docs/development/requirements.md': requirements,
      'docs/development/test-plan.md': plan(
        '| Test | Verifies | Method |\n| --- | --- | --- |\n| TST-1 | REQ-5 | Ten watches run until they stop |',
      ),
    },
  },

  *check(project) {
    const judged = new Set<Artifact>();
    for (const verification of verifications(project.lifecycle))
      for (const plan of hollowPlans(verification, project)) {
        if (judged.has(plan)) continue;
        judged.add(plan);
        if (isStub(plan) || !isForTests(plan, verification)) continue;
        const section = plan.sections.find(({ definition }) => declaresTests(definition, verification));
        // A section that is missing or empty has a finding of its own.
        if (!section || isEmpty(plan, section)) continue;
        const tests = testsIn(project, plan, verification.kinds);
        if (tests.length === 0) yield report(plan, section, 'declares no test', verification, project);
        else if (hasTargets(verification, project))
          yield report(
            plan,
            section,
            `declares ${counted(tests.length)} and says of none what it verifies`,
            verification,
            project,
          );
      }
  },
});

const counted = (count: number): string => (count === 1 ? 'one test' : `${count} tests`);

const declaresTests = (definition: Section['definition'], { kinds }: Verification): boolean =>
  definition?.declares.some(kind => kinds.includes(kind)) ?? false;

/** A document that has a section for tests is a test plan; one that may hold tests among other things is not. */
const isForTests = ({ definition }: Artifact, verification: Verification): boolean =>
  Object.values(definition.sections).some(section => declaresTests(section, verification));

/** Whether anything exists that a test could verify; else the missing requirements are the cause. */
const hasTargets = ({ type }: Verification, project: Project): boolean => {
  const kinds = project.lifecycle.links[type]?.to ?? [];
  return [...tracesOf(project).items.values()].some(({ kind, retired }) => kinds.includes(kind) && !retired);
};

function report(plan: Artifact, section: Section, lack: string, verification: Verification, project: Project): Report {
  const { definition, path, type } = plan;
  const gate = definition['required-by'];
  const targets = project.lifecycle.links[verification.type]?.to ?? [];
  const names = targets.flatMap(kind => inText(project.lifecycle.items[kind]?.title ?? '') || []);
  return {
    path,
    span: section.heading.span,
    subject: section.heading.text,
    artifact: type,
    phase: definition.phase,
    gate,
    message: `This ${inText(definition.title)} ${lack}: ${whoNeedsIt(project, gate, 'to know what is tested')}. Give each test an id and the ${listed(names, 'or')} that it verifies.`,
    fixes: fixesFor(plan, section, verification, project),
  };
}

function fixesFor(plan: Artifact, section: Section, verification: Verification, project: Project): readonly Fix[] {
  const columns = section.definition && addColumns(plan, section, section.definition);
  if (columns) return [{ title: 'Add the missing columns', safe: false, changes: [columns] }];
  const [kind] = verification.kinds;
  const open = coveragesOf(project.lifecycle, 'requirement-untested')
    .flatMap(([id, coverage]) => (coverage === verification.coverage ? coverageOf(project, id) : []))
    .filter(({ covered, item }) => !covered && item)
    .slice(0, mostRows);
  if (kind === undefined || open.length === 0) return [];
  const rows = open.map(({ name }, index) => ({
    id: newItemId(project, kind, index),
    kind,
    links: [{ type: verification.type, other: name }],
  }));
  const change = declareItems(project, rows);
  if (change?.path !== plan.path) return [];
  return [{ title: `Add a row for each of ${open.length} untested requirements`, safe: false, changes: [change] }];
}

/** More rows at once are no help to anybody. */
const mostRows = 100;
