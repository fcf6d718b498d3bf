import assert from 'node:assert/strict';
import type { Criterion } from '../../../server/core/lifecycle/schema/criterion.ts';
import type { Field } from '../../../server/core/lifecycle/schema/field.ts';
import { normaliseHeading } from '../../../server/core/project/headings.ts';
import { load, standardText } from './definitions.ts';

describe('the standard lifecycle', () => {
  const { lifecycle, problems } = load({ 'lifecycle.yaml': standardText });
  assert.ok(lifecycle);
  const { artifacts, gates, records, phases } = lifecycle;
  const types = Object.values(artifacts);
  const sections = types.flatMap(type => Object.values(type.sections));
  const criteria = (part: 'entry' | 'exit'): readonly Criterion[] =>
    Object.values(gates).flatMap(gate => Object.values(gate[part]));

  it('has nothing wrong', () => assert.deepEqual(problems, []));

  const counts: Readonly<Record<string, readonly [number, number]>> = {
    'artifact types': [types.length, 31],
    'required artifact types': [types.filter(({ need }) => need === 'required').length, 19],
    'recommended artifact types': [types.filter(({ need }) => need === 'recommended').length, 9],
    sections: [sections.length, 174],
    'required sections': [sections.filter(({ required }) => required === true).length, 130],
    'section aliases': [sections.flatMap(({ aliases }) => aliases).length, 766],
    gates: [Object.keys(gates).length, 7],
    'must criteria': [criteria('exit').filter(({ level }) => level === 'must').length, 44],
    'should criteria': [criteria('exit').filter(({ level }) => level === 'should').length, 20],
    'entry criteria': [criteria('entry').length, 8],
    stages: [Object.values(phases).flatMap(phase => Object.keys(phase.stages)).length, 13],
    'signs that deployment has begun': [Object.keys(phases.deployment?.['begun-when'] ?? {}).length, 6],
    roles: [Object.keys(lifecycle.roles).length, 17],
    'common fields': [Object.keys(lifecycle.fields).length, 15],
    'record kinds': [Object.keys(records).length, 10],
    'required record kinds': [Object.values(records).filter(({ need }) => need === 'required').length, 8],
    'item kinds': [Object.keys(lifecycle.items).length, 13],
    links: [Object.keys(lifecycle.links).length, 14],
    'coverage rules': [Object.keys(lifecycle.coverage).length, 13],
    statuses: [Object.keys(lifecycle.statuses).length, 6],
  };
  for (const [what, [actual, expected]] of Object.entries(counts))
    it(`has ${expected} ${what}`, () => assert.equal(actual, expected));

  it('has its gates in order, with the must and should criteria of each', () => {
    const exits = Object.entries(gates).map(([id, { exit }]) => {
      const levels = Object.values(exit).map(({ level }) => level);
      return [id, levels.filter(level => level === 'must').length, levels.filter(level => level === 'should').length];
    });
    assert.deepEqual(exits, [
      ['concept', 6, 2],
      ['design', 6, 3],
      ['verification', 5, 3],
      ['handoff', 5, 3],
      ['launch', 11, 5],
      ['launch-review', 4, 2],
      ['release', 7, 2],
    ]);
  });

  it('tells the writer of every section what belongs there', () => {
    for (const { heading, guidance } of sections) assert.ok(guidance, heading);
  });

  it('names the columns of every table', () => {
    for (const { heading, form, columns } of sections) if (form === 'table') assert.notDeepEqual(columns, [], heading);
  });

  it('gives every type a purpose, an accountable role, signs to recognise it by and, when required, a gate', () => {
    for (const type of types) {
      assert.ok(type.purpose && type.accountable.length > 0 && type.recognise.files.length > 0, type.title);
      assert.equal(type['required-by'] === undefined, type.need === 'optional', type.title);
    }
  });

  it('has no two sections of a type under the same words', () => {
    for (const [id, type] of Object.entries(artifacts)) {
      const owners = new Map<string, string>();
      for (const [section, { heading, aliases }] of Object.entries(type.sections))
        for (const words of [heading, ...aliases]) {
          const owner = owners.get(normaliseHeading(words));
          assert.ok(owner === undefined || owner === section, `${id}: ${words}`);
          owners.set(normaliseHeading(words), section);
        }
    }
  });

  it('lets every id be declared somewhere', () => {
    const declared = new Set([
      ...types.flatMap(({ declares }) => declares),
      ...Object.values(records).flatMap(({ declares }) => declares),
    ]);
    assert.deepEqual([...declared].sort(), Object.keys(lifecycle.items).sort());
  });

  it('asks for the version of documents of the deployment phase only', () => {
    assert.deepEqual(lifecycle.fields.version?.required, { phase: 'deployment' });
  });

  it('offers values where a field is a choice', () => {
    const all: readonly (readonly [string, Field])[] = [
      lifecycle.fields,
      ...types.map(({ fields }) => fields),
      ...Object.values(records).map(({ fields }) => fields),
      ...Object.values(lifecycle.items).map(({ fields }) => fields),
    ].flatMap(fields => Object.entries(fields));
    for (const [name, field] of all) if (field.type === 'enum') assert.ok(field.values ?? field['values-by'], name);
  });

  it('is written within 120 columns', () => {
    for (const line of standardText.split('\n')) assert.ok(line.length <= 120, line);
  });
});
