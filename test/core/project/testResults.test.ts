import assert from 'node:assert/strict';
import { isHandled, testResultsOf } from '../../../server/core/project/traces/testResults.ts';
import { withCrlf } from '../../support/marked.ts';
import { type Files, projectOf } from '../../support/product.ts';
import { at, definition, document, plan, report } from '../../support/traces.ts';

const tests = plan(['| TST-1 | REQ-1 | A |', '| TST-2 | REQ-1 | B |', '| TST-3 | REQ-1 | C |']);

const read = (files: Files): readonly string[] => {
  const project = projectOf({ ...tests, ...files });
  return testResultsOf(project).map(
    result => `${result.test} ${result.result} “${result.written}”${isHandled(result, project) ? ' handled' : ''}`,
  );
};

describe('test results', () => {
  it('are read from the rows of the report, the last one of each test', () => {
    for (const rows of [
      report(['| TST-1 | pass |', '| **TST-2** | Fail |', '| TST-99 | fail |', '| TST-1 | blocked |']),
    ])
      for (const files of [rows, withCrlf(rows)])
        assert.deepEqual(read({ ...definition(), ...files }), ['TST-1 blocked “blocked”', 'TST-2 fail “Fail”']);
  });

  it('are read under the usual names of the column, and from a list', () => {
    for (const column of ['Result', 'Results', 'Outcome', 'Verdict', 'Status'])
      assert.deepEqual(
        read(
          document(
            at.report,
            `## Results\n\n| Test | Priority | ${column} |\n| --- | --- | --- |\n| TST-1 | pass | fail |\n`,
          ),
        ),
        ['TST-1 fail “fail”'],
      );
    assert.deepEqual(read(document(at.report, '## Results\n\n- **TST-1** – passed\n- TST-2: failed (CHG-1)\n')), [
      'TST-1 pass “passed”',
      'TST-2 fail “failed (CHG-1)”',
    ]);
  });

  it('come from the version being made, else from the newest report', () => {
    const named = (version: string, result: string): Files => ({
      [`docs/development/test-reports/${version}.md`]: (report([`| TST-1 | ${result} |`])[at.report] ?? '').replace(
        '1.0.0',
        version,
      ),
    });
    const both = { ...named('0.9.0', 'fail'), ...named('0.10.0', 'blocked') };
    assert.deepEqual(read(both), ['TST-1 blocked “blocked”']);
    assert.deepEqual(
      read({ 'lifecycle.yaml': 'lifecycle: 1\nextends: standard\nproduct: { version: 0.9.0 }\n', ...both }),
      ['TST-1 fail “fail”'],
    );
    assert.deepEqual(read({ ...definition(), ...both }), []);
  });

  it('do not come from a report out of use', () => {
    assert.deepEqual(read(report(['| TST-1 | fail |'], 'None.', 'retired')), []);
  });

  it('lie in another section where a definition says so', () => {
    const files = definition(
      'links:\n  checked-in: { from: [NEED], to: [section:beta-report/opinions], words: [outcome] }\nartifacts:\n  beta-report: { sections: { opinions: { heading: Opinions, form: table, columns: [Need, Outcome] } } }\n',
    );
    assert.deepEqual(
      read({
        ...files,
        ...document(at.research, '## Customer needs\n\n- **NEED-1**: Sleep.\n'),
        ...document(
          'docs/development/beta/1.0.0.md',
          '## Opinions\n\n| Need | Outcome |\n| --- | --- |\n| NEED-1 | not met |\n',
          'in-review',
          'version: 1.0.0\n',
        ),
      }),
      ['NEED-1 fail “not met”'],
    );
  });
});
