import assert from 'node:assert/strict';
import type { YamlNode } from '../../../server/core/parse/model.ts';
import type { RecordEntry } from '../../../server/core/project/model.ts';
import { type Files, plainDefinition, projectOf } from '../../support/product.ts';

const brief = (body: string): Files => ({
  'docs/development/product-brief.md': `---\nstatus: draft\nowner: product-manager\n---\n\n# Product brief\n\n${body}`,
});
const plan = (body: string): Files => ({
  'docs/development/development-plan.md': `---\nstatus: draft\nowner: engineer\n---\n\n# Development plan\n\n${body}`,
});

/** A value in a line: lists in brackets, maps in braces, `~` for nothing. */
function inLine(node: YamlNode): string {
  if (node.kind === 'list') return `[${node.items.map(inLine).join(', ')}]`;
  if (node.kind === 'map') return `{${node.entries.map(({ key, value }) => `${key}: ${inLine(value)}`).join(', ')}}`;
  return node.value === null ? '~' : node.source;
}

const asLine = ({ map }: RecordEntry): string =>
  map.entries.map(({ key, value }) => `${key}: ${inLine(value)}`).join('; ');

/** `kind (form)` and its entries, for each record. */
const recordsIn = (files: Files): readonly string[] =>
  projectOf(files).records.flatMap(({ kind, form, entries }) => [`${kind} (${form})`, ...entries.map(asLine)]);

const risks = `## Risks

| ID | Title | Likelihood | Impact | Owner |
| --- | --- | --- | --- | --- |
| RISK-1 | The strap is late | 2 | 3 | Mei |
| **RISK-2** | [The radio](https://example.com) fails | 2 | – | |
`;

describe('a record kept as a table', () => {
  const table: readonly (readonly [string, Files, readonly string[]])[] = [
    [
      'is read by its columns, cell by cell',
      brief(risks),
      [
        'risk-register (table)',
        'id: RISK-1; title: The strap is late; likelihood: 2; impact: 3; owner: Mei',
        'id: RISK-2; title: The radio fails; likelihood: 2; impact: ~; owner: ~',
      ],
    ],
    [
      'may name its columns in other letters',
      brief('## Metrics\n\n| id | IF MISSED | If-missed | Owner |\n| - | - | - | - |\n| MET-1 | CHG-1 | x | Ana |\n'),
      ['metrics (table)', 'id: MET-1; if_missed: CHG-1; owner: Ana'],
    ],
    [
      'is known by the ids of its first column, whatever the section',
      plan('## Anything\n\n| Risk | Likelihood | Mitigation |\n| - | - | - |\n| RISK-1 | 3 | REQ-1, TST-2 |\n'),
      ['risk-register (table)', 'id: RISK-1; likelihood: 3; mitigation: [REQ-1, TST-2]'],
    ],
    [
      'keeps a sentence with commas in one piece',
      plan('| Risk | Likelihood | Mitigation |\n| - | - | - |\n| RISK-1 | 3 | Order early, and test REQ-1 |\n'),
      ['risk-register (table)', 'id: RISK-1; likelihood: 3; mitigation: Order early, and test REQ-1'],
    ],
    [
      'is known by its section where entries have no ids',
      plan(
        '## Tools\n\n### For the firmware\n\n| Tool | Category | Use |\n| - | - | - |\n| KiCad | design-software | Boards |\n',
      ),
      ['tools (table)', 'name: KiCad; category: design-software; use: Boards'],
    ],
    [
      'reads a list of people into objects',
      brief(
        '## Stakeholders\n\n| Role | Phase | People |\n| - | - | - |\n| sales | both | Piet, Ana |\n| qa | both | Ravi |\n',
      ),
      [
        'stakeholders (table)',
        'role: sales; phase: both; people: [{name: Piet}, {name: Ana}]',
        'role: qa; phase: both; people: [{name: Ravi}]',
      ],
    ],
    [
      'reads measurements into day and value',
      brief(
        '| Metric | Target | Measured |\n| - | - | - |\n| MET-1 | 5 | 2026-05-19: 4, 2026-06-01: 6 |\n| MET-2 | 5 | 4 |\n',
      ),
      [
        'metrics (table)',
        'id: MET-1; target: 5; measured: [{date: 2026-05-19, value: 4}, {date: 2026-06-01, value: 6}]',
        'id: MET-2; target: 5; measured: [{value: 4}]',
      ],
    ],
    [
      'begins with its header',
      brief('## Milestones\n\n| ID | Title | Planned |\n| - | - | - |\n| | | |\n'),
      ['milestones (table)'],
    ],
    [
      'is one of several in a document',
      brief(`${risks}\n## Milestones\n\n| ID | Title | Planned |\n| - | - | - |\n| MIL-1 | Beta | 2026-05-01 |\n`),
      [
        'risk-register (table)',
        'id: RISK-1; title: The strap is late; likelihood: 2; impact: 3; owner: Mei',
        'id: RISK-2; title: The radio fails; likelihood: 2; impact: ~; owner: ~',
        'milestones (table)',
        'id: MIL-1; title: Beta; planned: 2026-05-01',
      ],
    ],
    [
      'is prose without ids',
      brief('## Risks\n\n| Risk | Impact | Owner |\n| - | - | - |\n| Late | high | Mei |\n'),
      [],
    ],
    ['is none with one fitting column', brief('## Risks\n\n| ID | What |\n| - | - |\n| RISK-1 | Late |\n'), []],
    ['is none in another section', plan('## Team\n\n| Name | Owner | Use |\n| - | - | - |\n| Mei | Ana | all |\n'), []],
    [
      'is none in a document of another type',
      { 'docs/development/test-plan.md': `---\nstatus: draft\nowner: qa-tester\n---\n\n# Test plan\n\n${risks}` },
      [],
    ],
    [
      'is none in a document out of use',
      { 'docs/development/product-brief.md': `---\nstatus: retired\nowner: sales\n---\n\n# Product brief\n\n${risks}` },
      [],
    ],
    [
      'only repeats a file of its kind',
      { ...brief(risks), 'docs/records/risks.yaml': '- id: RISK-1\n' },
      ['risk-register (file)', 'id: RISK-1'],
    ],
    ['is none inside a code fence', brief(`\`\`\`\n${risks}\`\`\`\n`), []],
  ];
  for (const [name, files, expected] of table)
    it(name, () => {
      assert.deepEqual(recordsIn(files), expected);
      const crlf = Object.fromEntries(
        Object.entries(files).map(([path, text]) => [path, text.replaceAll('\n', '\r\n')]),
      );
      assert.deepEqual(recordsIn(crlf), expected);
    });

  it('points at its cells', () => {
    const files = brief(risks);
    const text = Object.values(files)[0] ?? '';
    const [record] = projectOf(files).records;
    const at = ({ start, end }: { start: number; end: number }): string => text.slice(start, end);
    assert.deepEqual(
      record?.entries.map(({ span }) => at(span).replace(/ +/g, ' ').trim()),
      ['RISK-1 | The strap is late | 2 | 3 | Mei', '**RISK-2** | [The radio](https://example.com) fails | 2 | – |'],
    );
    assert.deepEqual(
      record?.entries[0]?.map.entries.map(({ keySpan, value }) => `${at(keySpan)} = ${at(value.span)}`),
      ['ID = RISK-1', 'Title = The strap is late', 'Likelihood = 2', 'Impact = 3', 'Owner = Mei'],
    );
    assert.equal(record?.header && at(record.header.span), 'ID | Title | Likelihood | Impact | Owner');
  });

  it('points at each part of a list', () => {
    const files = plan(
      '| Risk | Likelihood | Mitigation |\n| - | - | - |\n| RISK-1 | 3 | REQ-1,  **TST-2**, [DES-3](x.md) |\n',
    );
    const text = Object.values(files)[0] ?? '';
    const list = projectOf(files).records[0]?.entries[0]?.map.entries.find(({ key }) => key === 'mitigation')?.value;
    assert.deepEqual(
      list?.kind === 'list' && list.items.map(item => [inLine(item), text.slice(item.span.start, item.span.end)]),
      [
        ['REQ-1', 'REQ-1'],
        ['TST-2', '**TST-2**'],
        ['DES-3', '[DES-3](x.md)'],
      ],
    );
  });

  it('declares its ids, each once', () => {
    const { declared, declarableKinds, references } = projectOf(brief(`${risks}\nSee RISK-1.\n`)).items;
    assert.deepEqual(
      [...declared].map(([id, places]) => `${id} ${places.length}`),
      ['RISK-1 1', 'RISK-2 1'],
    );
    assert.ok(declarableKinds.has('RISK'));
    assert.deepEqual(
      references.map(({ id }) => id),
      ['RISK-1'],
    );
  });
});

describe('an own record kind', () => {
  const definition = `${plainDefinition}items: { DEV: { title: Deviation } }
records:
  deviations:
    title: Deviations
    path: quality/deviations.yaml
    need: optional
    entry: deviation
    declares: [DEV]
    table-in: [product-brief]
    fields:
      id: { type: id, kinds: [DEV], required: true }
      batch: { type: string, required: true, aliases: [lot], title: Batch number }
      closed: { type: date }
`;
  const at = (path: string, text: string): Files => ({ 'lifecycle.yaml': definition, [path]: text });
  const table: readonly (readonly [string, Files, readonly string[]])[] = [
    [
      'is a file',
      at('quality/deviations.yaml', '- { id: DEV-1, lot: B7 }\n'),
      ['deviations (file)', 'id: DEV-1; batch: B7'],
    ],
    [
      'is a folder of files',
      {
        ...at('quality/deviations/a.yaml', 'id: DEV-1\nBatch-Number: B7\n'),
        'quality/deviations/b.yml': '- id: DEV-2\n',
      },
      ['deviations (file)', 'id: DEV-1; batch: B7', 'deviations (file)', 'id: DEV-2'],
    ],
    [
      'is a table',
      { ...brief('| Deviation | Batch number |\n| - | - |\n| DEV-1 | B7 |\n'), 'lifecycle.yaml': definition },
      ['deviations (table)', 'id: DEV-1; batch: B7'],
    ],
  ];
  for (const [name, files, expected] of table) it(name, () => assert.deepEqual(recordsIn(files), expected));

  it('declares its ids in every form', () => {
    for (const [, files] of table) assert.ok(projectOf(files).items.declared.has('DEV-1'));
  });
});
