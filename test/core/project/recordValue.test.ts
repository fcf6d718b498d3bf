import assert from 'node:assert/strict';
import { entryName, fieldOf, phaseOf, placeOf } from '../../../server/core/project/recordValue.ts';
import { textOf } from '../../../server/core/project/yamlValue.ts';
import { plainDefinition, projectOf } from '../../support/product.ts';

const path = 'docs/records/risks.yaml';
const first = (text: string, file = path, definition = plainDefinition) => {
  const project = projectOf({ 'lifecycle.yaml': definition, [file]: text });
  const record = project.records[0]?.entries[0];
  assert.ok(record);
  const kind = project.records[0]?.kind ?? '';
  return { project, record, kind };
};

describe('a field of an entry', () => {
  const definition = `${plainDefinition}records:
  risk-register: { fields: { owner: { aliases: [responsible, held by] }, people: { type: object, fields: { name: { aliases: [who] } } } } }
`;
  const table: readonly (readonly [string, string | undefined])[] = [
    ['owner: Mei', 'Mei'],
    ['responsible: Mei', 'Mei'],
    ['Held-By: Mei', 'Mei'],
    ['OWNER: Mei', 'Mei'],
    ['responsible: Tom, owner: Mei', 'Mei'],
    ['responsible: Tom, held_by: Mei', 'Tom'],
    ['other: Mei', undefined],
  ];
  for (const [written, expected] of table)
    it(`is read from { ${written} } as ${expected}`, () => {
      const { record } = first(`- { ${written} }\n`, path, definition);
      assert.equal(textOf(fieldOf(record, 'owner')), expected);
    });

  it('keeps the name under which it is written a second time', () => {
    const { record } = first('- { owner: Mei, responsible: Tom }\n', path, definition);
    assert.deepEqual(
      record.map.entries.map(({ key }) => key),
      ['owner', 'responsible'],
    );
  });

  it('is known inside objects too', () => {
    const { record } = first('- { people: [{ Who: Mei }] }\n', path, definition);
    const people = fieldOf(record, 'people');
    assert.ok(people?.kind === 'list' && people.items[0]?.kind === 'map');
    assert.equal(people.items[0].entries[0]?.key, 'name');
  });
});

describe('the place of a finding about an entry', () => {
  const table: readonly (readonly [string, string | undefined, string])[] = [
    ['- id: RISK-1\n  owner: Mei\n', 'owner', 'Mei'],
    ['- id: RISK-1\n  owner:\n  title: x\n', 'owner', 'owner'],
    ['- id: RISK-1\n  owner: ""\n', 'owner', 'owner'],
    ['- id: RISK-1\n  mitigation: [REQ-1, REQ-2]\n', 'mitigation', '[REQ-1, REQ-2]'],
    ['- id: RISK-1\n  title: x\n', 'owner', 'RISK-1'],
    ['- id: RISK-1\n  title: x\n', undefined, 'RISK-1'],
    ['- title: x\n  impact: 2\n', 'owner', 'title: x'],
    ['- id:\n  title: x\n', undefined, 'id:'],
    ['- mitigation:\n    - REQ-1\n', 'owner', 'mitigation'],
  ];
  for (const [text, field, expected] of table)
    it(`in ${JSON.stringify(text)} for ${field} is ${expected}`, () => {
      const { record } = first(text);
      const { path: file, span } = placeOf(record, field);
      assert.equal(text.slice(span.start, span.end).trimEnd(), expected);
      assert.equal(file, path);
    });

  it('in a table is the cell, and the id where the cell is empty', () => {
    const text =
      '# Product brief\n\n| Risk | Title | Owner | Impact |\n| - | - | - | - |\n| RISK-1 | Late | | 2 |\n| RISK-2 | Dear | Mei | |\n';
    const { project } = first(text, 'docs/development/product-brief.md');
    const places = project.records[0]?.entries.map(record => {
      const { span } = placeOf(record, 'owner');
      return text.slice(span.start, span.end);
    });
    assert.deepEqual(places, ['RISK-1', 'Mei']);
  });
});

describe('an entry', () => {
  const phases: readonly (readonly [string, string, string | undefined])[] = [
    [path, '- { id: RISK-1, phase: deployment }\n', 'deployment'],
    [path, '- { id: RISK-1, phase: nowhere }\n', undefined],
    [path, '- { id: RISK-1 }\n', undefined],
    ['docs/records/tools.yaml', '- { name: Git, phase: both }\n', undefined],
    ['docs/records/gates.yaml', '- { gate: launch, decision: go }\n', 'deployment'],
    ['docs/records/gates.yaml', '- { gate: lunch, decision: go }\n', undefined],
    ['docs/records/milestones.yaml', '- { id: MIL-1, gate: concept }\n', 'development'],
  ];
  for (const [file, text, expected] of phases)
    it(`${text.trim()} is of the phase ${expected}`, () => {
      const { record, kind, project } = first(text, file);
      assert.equal(phaseOf(record, kind, project), expected);
    });

  const names: readonly (readonly [string, string, string])[] = [
    [path, '- { id: RISK-1, title: Late }\n', 'RISK-1'],
    ['docs/records/tools.yaml', '- { name: Git, phase: both }\n', 'Git'],
    ['docs/records/stakeholders.yaml', '- { role: sales }\n', 'This role assignment'],
    ['docs/records/gates.yaml', '- { gate: launch }\n', 'This gate decision'],
  ];
  for (const [file, text, expected] of names)
    it(`${text.trim()} is called ${expected}`, () => {
      const { record, kind, project } = first(text, file);
      assert.equal(entryName(record, project.lifecycle.records[kind]), expected);
    });
});
