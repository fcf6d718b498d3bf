import { appendToSection } from '../fixes/appendToSection.ts';
import { declareItems, homeOf, newItemId } from '../fixes/declareItem.ts';
import type { Severity } from '../lifecycle/schema/lifecycle.ts';
import { foldName } from '../project/fieldName.ts';
import { isPhaseComplete } from '../project/gates.ts';
import type { Artifact, Project, Section } from '../project/model.ts';
import { isJudged } from '../project/severity.ts';
import { changeKinds, consequences, knownIssueSections } from '../project/traces/consequences.ts';
import { tracesOf } from '../project/traces/links.ts';
import { linkNames } from '../project/traces/statements.ts';
import { isHandled, type TestResult, testResultsOf } from '../project/traces/testResults.ts';
import { coveragesOf } from '../project/traces/traceGaps.ts';
import { gateInText, inText, quoted } from '../project/wording.ts';
import { defineRule, type Fix } from './rule.ts';

const definition = 'lifecycle: 1\nextends: standard\nproduct: { version: 1.3.0 }\nhorizon: verification\n';

const plan =
  '---\nstatus: approved\nowner: qa-tester\n---\n\n# Test plan\n\n## Test cases\n\n| Test | Verifies |\n| --- | --- |\n| TST-9 | REQ-2 |\n';

const report = (known: string): string =>
  `---\nstatus: in-review\nowner: qa-tester\nversion: 1.3.0\n---\n\n# Test report 1.3.0\n\n## Results\n\n| Test | Result |\n| --- | --- |\n| TST-9 | fail |\n\n## Failures and known issues\n\n${known}\n`;

export default defineRule({
  id: 'test-failure-unhandled',
  scope: 'project',
  severity: 'error',
  title: 'Every failed or blocked test has a change or is a known issue.',
  why: 'A failure that is only written down in a table is passed on to customers without anybody deciding so. Name the test in a change, in the known issues of the report, or in those of the release notes. A change that an earlier version carried does not count: the test fails after it.',
  examples: {
    bad: {
      'lifecycle.yaml': definition,
      'docs/development/test-plan.md': plan,
      'docs/development/test-reports/1.3.0.md': report('None known.'),
    },
    good: {
      'lifecycle.yaml': definition,
      'docs/development/test-plan.md': plan,
      'docs/development/test-reports/1.3.0.md': report('- TST-9: pairing fails on old phones; the manual says so.'),
    },
  },

  *check(project) {
    for (const result of testResultsOf(project)) {
      if (result.result !== 'fail' && result.result !== 'blocked') continue;
      if (isHandled(result, project) || !isJudged(result.artifact, project)) continue;
      const gate = gateFor(result, project);
      const severity = gate === undefined ? undefined : severityAtGate(gate, project);
      if (gate === undefined || severity === undefined) continue;
      const { test, written, place, artifact } = result;
      yield {
        ...place,
        subject: test,
        artifact: artifact.type,
        phase: artifact.definition.phase,
        gate,
        severity,
        message: `${kindName(result, project)} ${test} says ${quoted(written)}, and neither a change nor a known issue says what is done: ${gateInText(project, gate)} needs an answer. Record a change, or tell people about it as a known issue.`,
        fixes: [...changeFixes(result, project), ...knownIssueFixes(result, project)],
      };
    }
  },
});

/** The gate that asks for the results of such tests, else the one that needs the report. */
function gateFor({ test, artifact }: TestResult, project: Project): string | undefined {
  const kind = tracesOf(project).items.get(test)?.kind;
  const asked = coveragesOf(project.lifecycle, 'test-result-missing').find(([, { every }]) => every === kind);
  return asked?.[1]['from-gate'] ?? artifact.definition['required-by'];
}

/** An error once the gate is next; a phase that is complete is judged no more, so there it is a warning. */
function severityAtGate(gate: string, project: Project): Severity | undefined {
  const distance = project.gates.distance(gate);
  if (distance !== 'passed' && distance !== 'next') return undefined;
  const phase = project.lifecycle.gates[gate]?.phase;
  return phase !== undefined && isPhaseComplete(project, phase) ? 'warning' : 'error';
}

const kindName = ({ test }: TestResult, project: Project): string =>
  project.lifecycle.items[tracesOf(project).items.get(test)?.kind ?? '']?.title ?? 'Test';

/** Prepares a change that names the test. */
function changeFixes({ test, artifact }: TestResult, project: Project): readonly Fix[] {
  const kind = [...changeKinds(project.lifecycle)].find(other => homeOf(project, other) !== undefined);
  const type = Object.entries(project.lifecycle.links).find(
    ([, { from, to }]) => kind !== undefined && from.includes(kind) && to.includes('artifact'),
  )?.[0];
  if (kind === undefined || type === undefined || consequences(project).waiting.has(test)) return [];
  const id = newItemId(project, kind);
  const given = { kind: 'fix', status: 'proposed', phase: artifact.definition.phase };
  const change = declareItems(project, [{ id, kind, given, links: [{ type, other: test }] }]);
  if (!change) return [];
  const title = inText(project.lifecycle.items[kind]?.title ?? kind);
  return [{ title: `Add ${title} ${id} in ${homeOf(project, kind)}`, safe: false, changes: [change] }];
}

/** Prepares a line in each section that is called known issues; where customers read, the id stands in a comment. */
function knownIssueFixes({ test, artifact }: TestResult, project: Project): readonly Fix[] {
  return knownIssueSections(project)
    .filter(({ section, artifact: other }) => isNamedSo(section) && !isWaiting(section, other, test))
    .flatMap(({ artifact: other, section }): Fix[] => {
      if (other.document.kind !== 'markdown') return [];
      const isInside = other.definition.phase === artifact.definition.phase;
      const line = isInside ? `- ${test}: ` : `-  <!-- ${commentWord(project)}: ${test} -->`;
      const change = appendToSection(other.document, section, line, [isInside ? line.length : 2]);
      return [{ title: `Add ${test} to the known issues in ${other.path}`, safe: false, changes: [change] }];
    });
}

/** Whether the heading of the section itself speaks of known issues, not only one of its other names. */
const isNamedSo = ({ definition }: Section): boolean => /known issues/i.test(definition?.heading ?? '');

/** Whether a line for the test waits there to be filled in. */
const isWaiting = ({ span }: Section, { document }: Artifact, test: string): boolean =>
  document.text.slice(span.start, span.end).includes(test);

const commentWord = ({ lifecycle }: Project): string =>
  linkNames(lifecycle).has(foldName('covers')) ? 'covers' : (Object.keys(lifecycle.links)[0] ?? 'covers');
