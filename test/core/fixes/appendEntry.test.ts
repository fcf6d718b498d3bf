import assert from 'node:assert/strict';
import { appendEntry } from '../../../server/core/fixes/appendEntry.ts';
import { applyEdits } from '../../../server/core/text/edits.ts';
import { projectOf } from '../../support/product.ts';

const path = 'docs/records/risks.yaml';
const brief = 'docs/development/product-brief.md';

/** The file with an entry added; `‸` marks where the cursor waits. Undefined when none can be added. */
function withEntry(text: string, file = path, given: Readonly<Record<string, string>> = { id: 'RISK-9' }) {
  const change = appendEntry(projectOf({ [file]: text }), 'risk-register', given, ['owner', 'impact']);
  if (change?.kind !== 'edit') return undefined;
  const marked = change.edits.map(({ span, text: inserted, stops = [] }) => ({
    span,
    text: applyEdits(
      inserted,
      stops.map(stop => ({ span: stop, text: '‸' })),
    ),
  }));
  return applyEdits(text, marked);
}

describe('an entry is added', () => {
  const table: readonly (readonly [string, string, string])[] = [
    ['to a list', '- id: RISK-1\n', '- id: RISK-1\n- id: RISK-9\n  owner: ‸\n  impact: ‸\n'],
    [
      'to a list without a last line ending',
      '# x\n- id: RISK-1',
      '# x\n- id: RISK-1\n- id: RISK-9\n  owner: ‸\n  impact: ‸\n',
    ],
    ['to an indented list', '  - id: RISK-1\n', '  - id: RISK-1\n  - id: RISK-9\n    owner: ‸\n    impact: ‸\n'],
    ['to a list of braces', '- { id: RISK-1 }\n', '- { id: RISK-1 }\n- id: RISK-9\n  owner: ‸\n  impact: ‸\n'],
    ['to an empty list', '# Risks\n[]\n', '# Risks\n- id: RISK-9\n  owner: ‸\n  impact: ‸\n'],
    [
      'to a list under a key',
      'version: 1\nrisks:\n  - id: RISK-1 # x\n\n# end\nnote: y\n',
      'version: 1\nrisks:\n  - id: RISK-1 # x\n  - id: RISK-9\n    owner: ‸\n    impact: ‸\n\n# end\nnote: y\n',
    ],
  ];
  for (const [name, before, expected] of table)
    it(name, () => {
      assert.equal(withEntry(before), expected);
      assert.equal(withEntry(before.replaceAll('\n', '\r\n')), expected.replaceAll('\n', '\r\n'));
    });

  const rows =
    '# Product brief\n\n| Risk | Title | Owner |\n| ---- | ----- | ----- |\n| RISK-1 | Late | Mei |\n\nEnd.\n';
  it('to a table, as a row', () => {
    assert.equal(
      withEntry(rows, brief, { id: 'RISK-9', title: '"A \\"big\\" | one"' }),
      rows.replace('Mei |\n', 'Mei |\n| RISK-9 | A "big" \\| one | ‸ |\n'),
    );
  });

  const none: readonly (readonly [string, string, string, Readonly<Record<string, string>>])[] = [
    ['to a table without a column for it', rows, brief, { id: 'RISK-9', category: 'scope' }],
    ['to a list in brackets', '[{ id: RISK-1 }]\n', path, { id: 'RISK-9' }],
    ['to a file that is one entry', 'id: RISK-1\nmitigation: [REQ-1]\n', path, { id: 'RISK-9' }],
    ['to what cannot be read', '- id: "RISK-1\n', path, { id: 'RISK-9' }],
    ['where such an entry waits', '- { title: Late, owner: }\n', path, { title: 'Late' }],
  ];
  for (const [name, text, file, given] of none)
    it(`but not ${name}`, () => assert.equal(withEntry(text, file, given), undefined));
});
