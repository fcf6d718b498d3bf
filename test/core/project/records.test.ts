import assert from 'node:assert/strict';
import { recordKindAt } from '../../../server/core/project/records.ts';
import { type Files, projectOf } from '../../support/product.ts';

const { lifecycle } = projectOf({});

describe('the kind of a record', () => {
  const table: readonly (readonly [string, string | undefined])[] = [
    ['docs/records/risks.yaml', 'risk-register'],
    ['docs/records/risks.yml', 'risk-register'],
    ['docs/records/changes/2026.yaml', 'change-log'],
    ['docs/records/changes/2026/may.yaml', 'change-log'],
    ['docs/records/changes/README.md', undefined],
    ['docs/records/other.yaml', undefined],
    ['records/risks.yaml', undefined],
    ['docs/records/risks.md', undefined],
    ['docs/records/risks-old.yaml', undefined],
  ];
  for (const [path, kind] of table)
    it(`at ${path} is ${kind}`, () => {
      assert.equal(recordKindAt(lifecycle, path), kind);
    });
});

describe('the entries of a record', () => {
  const ids = (files: Files): readonly string[] =>
    projectOf(files).records.flatMap(({ entries }) => entries.map(({ id, path }) => `${path} ${id}`));

  const path = 'docs/records/changes.yaml';
  const table: readonly (readonly [string, string, readonly string[]])[] = [
    ['a list', '- id: CHG-1\n- id: CHG-2\n', ['CHG-1', 'CHG-2']],
    ['a list under a key', 'changes:\n  - id: CHG-1\n  - id: CHG-2\n', ['CHG-1', 'CHG-2']],
    ['a list under a key among others', 'version: 1\nnote: x\nchanges:\n  - id: CHG-1\n', ['CHG-1']],
    ['an empty list under a key', 'version: 1\nchanges: []\n', []],
    ['a single entry', 'id: CHG-1\ntitle: Sync\naffects: [REQ-1, { id: X }]\n', ['CHG-1']],
    ['other things among them', '- id: CHG-1\n- just words\n- [1]\n', ['CHG-1']],
    ['an entry without an id', '- title: Sync\n', ['undefined']],
    ['an empty list', '[]\n', []],
    ['nothing', '', []],
    ['a word', 'soon\n', []],
    ['unknown keys', 'a: 1\nb: { c: 2 }\n', []],
    ['broken YAML, as far as it goes', '- id: CHG-1\n- id: "CHG-2\n', ['CHG-1', 'CHG-2']],
  ];
  for (const [name, text, expected] of table)
    it(`are read from ${name}`, () => {
      assert.deepEqual(
        ids({ [path]: text }),
        expected.map(id => `${path} ${id}`),
      );
    });

  it('are read from every file of a folder, in path order', () => {
    const files = {
      'docs/records/changes/b.yaml': '- id: CHG-2\n',
      'docs/records/changes/a.yml': 'id: CHG-1\ntitle: x\n',
      'docs/records/risks.yaml': '- id: RISK-1\n',
    };
    assert.deepEqual(ids(files), [
      'docs/records/changes/a.yml CHG-1',
      'docs/records/changes/b.yaml CHG-2',
      'docs/records/risks.yaml RISK-1',
    ]);
  });

  it('point at their place', () => {
    const text = '# changes\n- id: CHG-1\n  title: Sync\n- id: CHG-2\n';
    const [record] = projectOf({ [path]: text }).records;
    const spans = record?.entries.map(({ span }) => text.slice(span.start, span.end).trim());
    assert.deepEqual(spans, ['id: CHG-1\n  title: Sync', 'id: CHG-2']);
  });
});
