import assert from 'node:assert/strict';
import fc from 'fast-check';
import { addEntryFields, setEntryField } from '../../../server/core/fixes/entryField.ts';
import type { RecordEntry, RecordFile } from '../../../server/core/project/model.ts';
import { fieldOf } from '../../../server/core/project/recordValue.ts';
import { textOf } from '../../../server/core/project/yamlValue.ts';
import type { Change } from '../../../server/core/rules/rule.ts';
import { applyEdits } from '../../../server/core/text/edits.ts';
import { type Files, projectOf } from '../../support/product.ts';

const path = 'docs/records/risks.yaml';

function read(files: Files): { readonly file: RecordFile; readonly records: readonly RecordEntry[] } {
  const [file] = projectOf(files).records;
  assert.ok(file);
  return { file, records: file.entries };
}

const applied = (text: string, change: Change | undefined): string => {
  assert.equal(change?.kind, 'edit');
  return change?.kind === 'edit' ? applyEdits(text, change.edits) : text;
};

const word = fc.constantFrom(
  'Lena',
  '"a: b"',
  "'#x'",
  '[TST-1, TST-2]',
  '',
  '2 # twice',
  '{ a: 1 }',
  '>-\n    folded\n    text',
);
const name = fc.constantFrom('title', 'phase', 'response', 'mitigation', 'notes');

const block = fc
  .uniqueArray(fc.tuple(name, word), { selector: ([key]) => key, maxLength: 4 })
  .map(fields => ['- id: RISK-1', ...fields.map(([key, value]) => `  ${key}: ${value}`.trimEnd())].join('\n'));
const flow = fc
  .uniqueArray(
    fc.tuple(
      name,
      word.filter(value => !/[#\n]/.test(value)),
    ),
    { selector: ([key]) => key, maxLength: 4 },
  )
  .map(fields => `- { id: RISK-1${fields.map(([key, value]) => `, ${key}: ${value}`).join('')} }`);

const record = fc
  .tuple(
    fc.constantFrom('', '# Risks\n'),
    fc.oneof(block, flow),
    fc.constantFrom('\n', '\n# End\n', '\n\n- id: RISK-2\n'),
  )
  .chain(parts => fc.constantFrom('\n', '\r\n').map(newline => parts.join('').replaceAll('\n', newline)));

/** Every field of an entry but one, as it is read. */
const others = ({ map }: RecordEntry, name: string): string =>
  JSON.stringify(
    map.entries.filter(({ key }) => key !== name).map(({ key, value }) => [key, textOf(value), value.kind]),
  );

describe('fields of a record entry', () => {
  it('are added and set without touching the others, in any style', () => {
    fc.assert(
      fc.property(record, fc.constantFrom('owner', 'title', 'response'), (text, field) => {
        const { file, records } = read({ [path]: text });
        const [first] = records;
        assert.ok(first);
        const change = setEntryField(file, first, field, 'Ana');
        if (change === undefined) return /folded/.test(text);
        const after = read({ [path]: applied(text, change) });
        const [changed] = after.records;
        assert.ok(changed);
        assert.equal(textOf(fieldOf(changed, field)), 'Ana');
        assert.equal(others(changed, field), others(first, field));
        assert.equal(after.records.length, records.length);
        assert.deepEqual(after.file.document.problems, []);
        return true;
      }),
      { numRuns: 300 },
    );
  });

  it('fill the cell of a table, and add no column', () => {
    const brief = 'docs/development/product-brief.md';
    const text = '# B\n\n## Risks\n\n| Risk | Owner | Status |\n| --- | --- | --- |\n| RISK-1 |  | open |\n';
    const { file, records } = read({ [brief]: text });
    const [first] = records;
    assert.ok(first);
    assert.equal(applied(text, setEntryField(file, first, 'owner', 'Ana')), text.replace('|  |', '| Ana |'));
    assert.equal(applied(text, setEntryField(file, first, 'status', 'mitigating')), text.replace('open', 'mitigating'));
    assert.equal(setEntryField(file, first, 'response', 'accept'), undefined);
    assert.equal(addEntryFields(file, first, [['response', '']]), undefined);
  });

  it('are left alone where they are written elsewhere', () => {
    const text = '- &base { id: RISK-1, title: A }\n- { <<: *base, id: RISK-2 }\n';
    const { file, records } = read({ [path]: text });
    const second = records[1];
    assert.ok(second);
    assert.equal(setEntryField(file, second, 'title', 'B'), undefined);
  });
});
