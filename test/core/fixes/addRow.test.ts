import assert from 'node:assert/strict';
import fc from 'fast-check';
import { addRows } from '../../../server/core/fixes/addRow.ts';
import { artifactsAt } from '../../../server/core/project/lookup.ts';
import { sectionOf } from '../../../server/core/project/sections.ts';
import { applyEdits } from '../../../server/core/text/edits.ts';
import { projectOf } from '../../support/product.ts';

const path = 'docs/development/test-plan.md';

/** The document with rows added to its test cases, `‸` where the cursor waits; undefined when that cannot be done. */
function withRows(text: string, ...rows: readonly Readonly<Record<string, string>>[]): string | undefined {
  const [artifact] = artifactsAt(projectOf({ [path]: text }), path);
  const section = artifact && sectionOf(artifact.sections, 'cases');
  const change = section && addRows(artifact, section, rows);
  if (change?.kind !== 'edit') return undefined;
  const edits = change.edits.map(edit => ({
    span: edit.span,
    text: applyEdits(
      edit.text,
      (edit.stops ?? []).map(span => ({ span, text: '‸' })),
    ),
  }));
  return applyEdits(text, edits);
}

const row = { Test: 'TST-2', Verifies: 'REQ-1' };

const cases: Readonly<Record<string, readonly [before: string, after: string]>> = {
  'in the style of the table': [
    '|Test|Verifies|Level|\n|-|-|-|\n|TST-1|REQ-1|unit|\n',
    '|Test|Verifies|Level|\n|-|-|-|\n|TST-1|REQ-1|unit|\n| TST-2 | REQ-1 | ‸ |\n',
  ],
  'below each other': [
    '| Test  | Verifies |\n| ----- | -------- |\n| TST-1 | REQ-1    |\n',
    '| Test  | Verifies |\n| ----- | -------- |\n| TST-1 | REQ-1    |\n| TST-2 | REQ-1    |\n',
  ],
  'without bars at the ends': [
    'Test | Verifies\n--- | ---\nTST-1 | REQ-1\n',
    'Test | Verifies\n--- | ---\nTST-1 | REQ-1\nTST-2 | REQ-1\n',
  ],
  'to a table without rows, at the end of the file': [
    '| Test | Verifies |\n| --- | --- |',
    '| Test | Verifies |\n| --- | --- |\n| TST-2 | REQ-1 |',
  ],
  'to an indented table in a list': [
    '- Tests\n\n  | Test | Verifies |\n  | --- | --- |\n  | TST-1 | REQ-1 |\n\n- More\n',
    '- Tests\n\n  | Test | Verifies |\n  | --- | --- |\n  | TST-1 | REQ-1 |\n  | TST-2 | REQ-1 |\n\n- More\n',
  ],
  'to the table with the columns': [
    '| A |\n| - |\n| a |\n\n| Verifies | Test |\n| - | - |\n| REQ-1 | TST-1 |\n',
    '| A |\n| - |\n| a |\n\n| Verifies | Test |\n| - | - |\n| REQ-1 | TST-1 |\n| REQ-1 | TST-2 |\n',
  ],
  'as a new table where there is none': ['Text.\n', 'Text.\n\n| Test | Verifies |\n| --- | --- |\n| TST-2 | REQ-1 |\n'],
};

describe('rows are added', () => {
  for (const [name, [before, after]] of Object.entries(cases))
    it(name, () => {
      const head = '# Test plan\n\n## Test cases\n\n';
      assert.equal(withRows(head + before, row), head + after);
      const crlf = (text: string): string => (head + text).replaceAll('\n', '\r\n');
      assert.equal(withRows(crlf(before), row), crlf(after));
    });

  it('several at once', () => {
    const table = '## Test cases\n\n| Test | Verifies | Level |\n| - | - | - |\n';
    assert.equal(
      withRows(table, row, { Test: 'TST-3', Verifies: '' }),
      `${table.trimEnd()}\n| TST-2 | REQ-1 | ‸ |\n| TST-3 | ‸ | ‸ |\n`,
    );
  });

  it('only where each known cell has a column', () => {
    assert.equal(withRows('## Test cases\n\n| Test |\n| - |\n| TST-1 |\n', row), undefined);
  });

  it('so that they are read as rows with these cells', () => {
    const cell = fc.stringMatching(/^[A-Za-z|][A-Za-z| -]{0,8}[A-Za-z|]$/).filter(text => !text.includes('--'));
    fc.assert(
      fc.property(cell, cell, (first, second) => {
        const text = withRows('## Test cases\n\n| Test | Verifies |\n| --- | --- |\n', {
          Test: first,
          Verifies: second,
        });
        const [artifact] = artifactsAt(projectOf({ [path]: text ?? '' }), path);
        const table = artifact?.document.kind === 'markdown' ? artifact.document.tables[0] : undefined;
        assert.deepEqual(
          table?.rows.map(cells => cells.map(({ text: words }) => words)),
          [[first, second]],
        );
      }),
      { numRuns: 50 },
    );
  });
});
