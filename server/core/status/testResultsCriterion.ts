import { matches } from '../project/condition.ts';
import type { Project } from '../project/model.ts';
import { itemSubject } from '../project/traces/coverage.ts';
import { tracesOf } from '../project/traces/links.ts';
import { isHandled, type TestResult, testResultsOf } from '../project/traces/testResults.ts';
import { listed } from '../project/wording.ts';
import { met, type Of, type Verdict } from './verdict.ts';

/** Whether enough tests passed in the newest report, and whether somebody deals with each failure. */
export function testResultsVerdict(criterion: Of<'test-results'>, project: Project): Verdict {
  const { where, 'min-pass': minPass, 'max-unhandled-failures': maxUnhandled } = criterion;
  const results = testResultsOf(project);
  if (results.length === 0) return { state: 'unmet', reason: 'No test report has results for this version.' };
  if (minPass !== undefined) {
    const found = tooFewPass(where, minPass, results, project);
    if (found) return found;
  }
  const unhandled = results.filter(result => failed(result) && !isHandled(result, project));
  if (maxUnhandled === undefined || unhandled.length <= maxUnhandled) return met;
  return {
    state: 'unmet',
    reason: `${listed(unhandled.map(({ test }) => test))} failed, and neither a change nor a known issue says what is done.`,
    place: unhandled[0]?.place,
  };
}

const failed = ({ result }: TestResult): boolean => result === 'fail' || result === 'blocked';

function tooFewPass(
  where: Of<'test-results'>['where'],
  minPass: number,
  results: readonly TestResult[],
  project: Project,
): Verdict | undefined {
  const byTest = new Map(results.map(result => [result.test, result]));
  const kinds = new Set(results.flatMap(({ test }) => tracesOf(project).items.get(test)?.kind ?? []));
  const asked = [...tracesOf(project).items.values()].filter(
    item => kinds.has(item.kind) && !item.retired && matches(where, itemSubject(item, project)),
  );
  const open = asked.filter(({ id }) => byTest.get(id)?.result !== 'pass');
  const passed = asked.length - open.length;
  const [first] = open;
  if (!first || passed >= minPass * asked.length) return undefined;
  const result = byTest.get(first.id);
  const how = result && result.result !== 'none' ? `${first.id} says “${result.written}”` : `${first.id} has no result`;
  return {
    state: 'unmet',
    reason: `${passed} of ${asked.length} tests passed; ${how}.`,
    place: result?.place ?? first.place,
  };
}
