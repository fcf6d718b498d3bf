import assert from 'node:assert/strict';
import { indexItems } from '../../../server/core/project/items.ts';
import type { ItemMention } from '../../../server/core/project/model.ts';
import { type Files, plainDefinition, projectOf } from '../../support/product.ts';
import { assertLinear, counting } from './counting.ts';

const front = '---\nstatus: draft\nowner: product-manager\n---\n\n';
const requirements = (text: string): Files => ({ 'docs/development/requirements.md': `${front}${text}` });

/** `id` in the order of declaration, each as often as it is declared. */
const declared = (files: Files): readonly string[] =>
  [...projectOf(files).items.declared].flatMap(([id, mentions]) => mentions.map(() => id));

const referred = (files: Files): readonly string[] => projectOf(files).items.references.map(({ id }) => id);

const functional = '# Requirements\n\n## Functional requirements\n\n';

describe('ids are declared', () => {
  const table: readonly (readonly [string, string, readonly string[]])[] = [
    ['by a heading', '### REQ-1: Sync\n\n### REQ-2 Export\n', ['REQ-1', 'REQ-2']],
    ['by a heading with emphasis', '### **REQ-1** Sync\n\n### `x` REQ-2\n', ['REQ-1']],
    ['by a numbered heading', '### 3.1 REQ-1 Sync\n\n### 2. REQ-2 Export\n', ['REQ-1', 'REQ-2']],
    ['by the first word of a heading only', '### Sync (REQ-1)\n', []],
    ['by a bold id that opens an item', '- **REQ-1** Sync\n- __REQ-2__ Export\n', ['REQ-1', 'REQ-2']],
    ['by bold words that an id opens', '- **REQ-1: Sync** with the phone\n', ['REQ-1']],
    ['by an id and a colon', '- REQ-1: Sync\n1. REQ-2 : Export\n', ['REQ-1', 'REQ-2']],
    [
      'by an id and a dash',
      '- REQ-1 — Sync\n- REQ-2 – Export\n- REQ-3 - Print\n- *REQ-4* — Go\n',
      ['REQ-1', 'REQ-2', 'REQ-3', 'REQ-4'],
    ],
    ['not by an id in a row of words', '- REQ-1 Sync\n- See REQ-2: Export\n', []],
    ['not by a link that opens an item', '- [REQ-1](x.md): Sync\n', []],
    ['by a task', '- [ ] **REQ-1** Sync\n', ['REQ-1']],
    ['by an item in an item', '- All of these\n  - REQ-1: Sync\n', ['REQ-1']],
    [
      'by the first cell of a row',
      '| Id | What |\n| --- | --- |\n| REQ-1 | Sync |\n| **REQ-2** | Export |\n',
      ['REQ-1', 'REQ-2'],
    ],
    [
      'not by other cells, nor by a cell with more words',
      '| What | Id |\n| --- | --- |\n| Sync | REQ-1 |\n| REQ-2 and more | x |\n',
      [],
    ],
    ['not in the header of a table', '| REQ-1 | What |\n| --- | --- |\n', []],
    ['not in a paragraph', 'REQ-1: Sync\n', []],
    ['not in code', '```\n### REQ-1: Sync\n```\n\n- `REQ-2`: Sync\n', []],
    ['without leading zeros', '### REQ-001: Sync\n\n### REQ-0\n', ['REQ-1', 'REQ-0']],
    ['with a part of the product', '### REQ-APP-03: Sync\n', ['REQ-APP-3']],
    ['twice', '### REQ-1: Sync\n\n### REQ-01: Export\n', ['REQ-1', 'REQ-1']],
    ['not when they are of another kind', '### TST-1: Sync\n\n- **RISK-1**: Rain\n', []],
    [
      'not when they are longer or in other letters',
      '### REQ-1a\n\n### XREQ-1\n\n### req-1\n\n### REQ-1-2\n\n### REQ-123456\n',
      [],
    ],
  ];
  for (const [name, text, expected] of table)
    it(name, () => {
      assert.deepEqual(declared(requirements(functional + text)), expected);
    });

  it('in any section of a type that declares them somewhere', () => {
    assert.deepEqual(declared(requirements('# Requirements\n\n## Our own heading\n\n- **REQ-1**: Sync\n')), ['REQ-1']);
    assert.deepEqual(declared(requirements('# Requirements\n\n| Id |\n| --- |\n| REQ-1 |\n')), []);
  });

  it('in a section that is for other things only if no other place does', () => {
    const constraints = '## Constraints\n\n- **REQ-1**: by law\n- REQ-2: by law\n';
    const files = requirements(`${functional}### REQ-1: Sync\n\n${constraints}`);
    assert.deepEqual(declared(files), ['REQ-1', 'REQ-2']);
    assert.deepEqual(referred(files), ['REQ-1']);
  });

  it('by the file name of a decision record, once', () => {
    const record = (title: string) => ({
      'docs/development/decisions/0007-use-sqlite.md': `${front}# ${title}\n\nSee ADR-7.\n`,
    });
    assert.deepEqual(declared(record('Use SQLite')), ['ADR-7']);
    assert.deepEqual(declared(record('ADR-0007: Use SQLite')), ['ADR-7']);
    assert.deepEqual(
      declared({ 'docs/adr/2026-05-04-sqlite.md': '---\ntype: decision-record\n---\n\n# ADR-3: SQLite\n' }),
      ['ADR-3'],
    );
    assert.deepEqual(
      declared({ 'docs/adr/2026-05-04-sqlite.md': '---\ntype: decision-record\n---\n\n# SQLite\n' }),
      [],
    );
  });

  it('by the id of a record entry, however it is quoted', () => {
    const risks = '- id: RISK-1\n  title: Rain\n- { id: "RISK-2", title: Snow, mitigation: TST-1 }\n- title: RISK-3\n';
    const files = { 'docs/records/risks.yaml': risks };
    assert.deepEqual(declared(files), ['RISK-1', 'RISK-2']);
    assert.deepEqual(referred(files), ['TST-1', 'RISK-3']);
  });

  it('not by a record of another kind', () => {
    assert.deepEqual(declared({ 'docs/records/changes.yaml': '- id: RISK-1\n' }), []);
  });

  it('once for a file of several types', () => {
    const text = '---\ntype: [requirements, product-brief]\n---\n\n# X\n\n- **REQ-1**: Sync\n';
    assert.deepEqual(declared({ 'x.md': text }), ['REQ-1']);
  });

  it('under renamed prefixes', () => {
    const files: Files = {
      'lifecycle.yaml': `${plainDefinition}items: { REQ: { prefix: FR }, TST: { prefix: T.C } }\n`,
      ...requirements(`${functional}### FR-001: Sync\n\n### REQ-2: Export\n\nSee T.C-3 and TxC-4.\n`),
    };
    assert.deepEqual(declared(files), ['FR-1']);
    assert.deepEqual(
      projectOf(files).items.references.map(({ id, kind }) => [id, kind]),
      [['T.C-3', 'TST']],
    );
  });

  it('in kinds that some document may declare', () => {
    const kinds = (files: Files): readonly string[] => [...projectOf(files).items.declarableKinds].sort();
    assert.deepEqual(kinds({}), []);
    assert.deepEqual(kinds({ ...requirements(functional), 'docs/records/risks.yaml': '[]\n' }), ['REQ', 'RISK']);
  });
});

describe('ids are referred to', () => {
  const table: readonly (readonly [string, string, readonly string[]])[] = [
    ['in text', 'As REQ-1, REQ-2/REQ-3 and (REQ-4) say.\n', ['REQ-1', 'REQ-2', 'REQ-3', 'REQ-4']],
    ['in a table', '| Test | Verifies |\n| --- | --- |\n| Sync | REQ-1, TST-2 |\n', ['REQ-1', 'TST-2']],
    ['in a heading', '### Sync, REQ-1\n', ['REQ-1']],
    ['in the words of a link', '[REQ-1](x.md), [REQ-2][x]\n\n[x]: y.md\n', ['REQ-1', 'REQ-2']],
    ['not in the target of a link', '[x](REQ-1.md) ![y](img/REQ-2.png) [z][z]\n\n[z]: REQ-3.md\n', []],
    ['not in an address', 'https://issues.example.org/REQ-1 and <https://issues.example.org/REQ-2>\n', []],
    ['not in code', '`REQ-1`\n\n```\nREQ-2\n```\n\n    REQ-3\n', []],
    [
      'in a comment that says a link',
      '<!-- covers: REQ-1, REQ-2 -->\n\n<!-- Derived from: NEED-1 -->\n',
      ['REQ-1', 'REQ-2', 'NEED-1'],
    ],
    [
      'not in other comments',
      '<!-- REQ-1 -->\n\n<!-- todo: REQ-2 -->\n\n<!-- slipway-disable-next-line id-unknown -- REQ-3 is in the tracker -->\n',
      [],
    ],
  ];
  for (const [name, text, expected] of table)
    it(name, () => {
      assert.deepEqual(referred(requirements(`# Requirements\n\n${text}`)), expected);
    });

  it('in front matter, but not in its comments', () => {
    const text = '---\ncovers: { Sync: [REQ-1] } # not REQ-2\n---\n\n# Requirements\n';
    assert.deepEqual(referred({ 'docs/development/requirements.md': text }), ['REQ-1']);
  });

  it('in records, but not in comments there', () => {
    assert.deepEqual(
      referred({
        'docs/records/changes.yaml': '# see REQ-2\n- id: CHG-1\n  affects: [REQ-1]\n  reason: as REQ-3 says\n',
      }),
      ['REQ-1', 'REQ-3'],
    );
  });

  it('not in files that are no part of the lifecycle', () => {
    assert.deepEqual(referred({ 'notes.md': 'REQ-1\n' }), []);
  });

  it('at their place', () => {
    const files = requirements('# 😀 Requirements\n\nAs REQ-007 says.\n');
    const project = projectOf(files);
    const [mention] = project.items.references;
    assert.ok(mention);
    const place: ItemMention = mention;
    const text = files[place.path] ?? '';
    assert.deepEqual([place.id, place.kind, text.slice(place.span.start, place.span.end)], ['REQ-7', 'REQ', 'REQ-007']);
  });

  it('never when the lifecycle has no items', () => {
    const files = {
      'lifecycle.yaml':
        'lifecycle: 1\nphases: { p: { title: P } }\nartifacts: { a: { title: A, phase: p, path: a.md } }\n',
      'a.md': 'REQ-1\n',
    };
    assert.deepEqual(referred(files), []);
  });
});

describe('indexing ids', () => {
  it('looks at each section a bounded number of times', () => {
    const looks = (count: number): number => {
      const text = Array.from({ length: count }, (_, index) => `### REQ-${index + 1}: Sync\n\nAs REQ-1 says.\n\n`);
      const { artifacts, lifecycle } = projectOf(requirements(functional + text.join('')));
      const counter = { count: 0 };
      const counted = artifacts.map(artifact => ({ ...artifact, sections: counting(artifact.sections, counter) }));
      assert.equal(indexItems(lifecycle, counted, []).declared.size, count);
      return counter.count;
    };
    assertLinear(looks, 100);
  });
});
