import { addRow, columnsIn } from '../fixes/addRow.ts';
import type { Project } from '../project/model.ts';
import { sectionOf } from '../project/sections.ts';
import { coverageOf } from '../project/traces/coverage.ts';
import { gapReport } from '../project/traces/gapWords.ts';
import { currentReports, resultSections, testResultsOf } from '../project/traces/testResults.ts';
import { asGap, coveragesOf, type TraceGap, traceGaps } from '../project/traces/traceGaps.ts';
import { defineRule, type Fix } from './rule.ts';

const definition = 'lifecycle: 1\nextends: standard\nproduct: { version: 1.3.0 }\nhorizon: verification\n';

const plan =
  '---\nstatus: approved\nowner: qa-tester\n---\n\n# Test plan\n\n## Test cases\n\n| Test | Verifies |\n| --- | --- |\n| TST-1 | REQ-1 |\n| TST-2 | REQ-1 |\n';

const report = (last: string): string =>
  `---\nstatus: in-review\nowner: qa-tester\nversion: 1.3.0\n---\n\n# Test report 1.3.0\n\n## Results\n\n| Test | Result |\n| --- | --- |\n| TST-1 | pass |\n${last}`;

export default defineRule({
  id: 'test-result-missing',
  scope: 'project',
  severity: 'warning',
  title: 'Every planned test has a result in the test report of the version.',
  why: 'A test without a result looks like one that passed. A test that was left out has a result too: say `skipped`, and why. As long as there is no report for the version, only that is reported.',
  examples: {
    bad: {
      'lifecycle.yaml': definition,
      'docs/development/test-plan.md': plan,
      'docs/development/test-reports/1.3.0.md': report(''),
    },
    good: {
      'lifecycle.yaml': definition,
      'docs/development/test-plan.md': plan,
      'docs/development/test-reports/1.3.0.md': report('| TST-2 | skipped |\n'),
    },
  },

  *check(project) {
    const words = { link: 'result', advice: 'Run it, or say why it was left out.' };
    for (const gap of traceGaps(project, 'test-result-missing'))
      yield {
        ...gapReport(gap, project, { ...words, lack: 'has no result in the test report' }),
        fixes: rowFixes(gap, project),
      };
    for (const { gap, place } of emptyRows(project))
      yield {
        ...gapReport(gap, project, { ...words, lack: 'has a row in the test report, but no result' }),
        ...place,
        artifact: undefined,
      };
  },
});

/** A row with an empty result is no result: it is said at the row, where somebody has to write it. */
function emptyRows(
  project: Project,
): readonly { readonly gap: TraceGap; readonly place: { path: string; span: TraceGap['found']['place']['span'] } }[] {
  const empty = new Map(
    testResultsOf(project).flatMap(({ test, written, place }) => (written === '' ? [[test, place] as const] : [])),
  );
  if (empty.size === 0) return [];
  return coveragesOf(project.lifecycle, 'test-result-missing').flatMap(([id, coverage]) =>
    coverageOf(project, id).flatMap(found => {
      const place = found.covered ? empty.get(found.name) : undefined;
      const gap = place && asGap(found, coverage, project);
      return gap ? [{ gap, place }] : [];
    }),
  );
}

/** Prepares the row in the report, with the result left to whoever ran the test. */
function rowFixes({ found: { item } }: TraceGap, project: Project): readonly Fix[] {
  if (!item) return [];
  return resultSections(project.lifecycle)
    .filter(({ kinds }) => kinds.includes(item.kind))
    .flatMap(({ type, section: id }): Fix[] => {
      const report = currentReports(project, type).at(-1);
      const section = report && sectionOf(report.sections, id);
      const [column] = section ? columnsIn(report, section) : [];
      const change = section && column !== undefined && addRow(report, section, { [column]: item.id });
      return change ? [{ title: `Add a row for ${item.id} in ${report.path}`, safe: false, changes: [change] }] : [];
    })
    .slice(0, 1);
}
