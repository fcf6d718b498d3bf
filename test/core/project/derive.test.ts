import assert from 'node:assert/strict';
import { matches } from '../../../server/core/project/condition.ts';
import { fieldText } from '../../../server/core/project/recordValue.ts';
import { recordSubject } from '../../../server/core/project/subject.ts';
import { type Files, plainDefinition, projectOf } from '../../support/product.ts';

const derived = (files: Files, kind: string, field: string): string | undefined => {
  const project = projectOf(files);
  const [record] = project.records.find(other => other.kind === kind)?.entries ?? [];
  assert.ok(record);
  return fieldText(record, kind, field, project);
};

describe('the score and level of a risk', () => {
  const of = (fields: string, field: string): string | undefined =>
    derived({ 'docs/records/risks.yaml': `- { id: RISK-1, ${fields} }\n` }, 'risk-register', field);
  const table: readonly (readonly [string, string | undefined, string | undefined])[] = [
    ['likelihood: 1, impact: 1', '1', 'low'],
    ['likelihood: 2, impact: 2', '4', 'low'],
    ['likelihood: 5, impact: 1', '5', 'medium'],
    ['likelihood: 3, impact: 3', '9', 'medium'],
    ['likelihood: 2, impact: 5', '10', 'high'],
    ['likelihood: 5, impact: 5', '25', 'high'],
    ['likelihood: 9, impact: 9', '81', 'high'],
    ['likelihood: 3', undefined, undefined],
    ['likelihood: high, impact: 3', undefined, undefined],
    ['likelihood: 3, impact: ""', undefined, undefined],
    ['likelihood: 2, impact: 5, score: 1, level: low', '10', 'high'],
    ['level: low', undefined, 'low'],
  ];
  for (const [fields, score, level] of table)
    it(`of { ${fields} } are ${score} and ${level}`, () => {
      assert.equal(of(fields, 'score'), score);
      assert.equal(of(fields, 'level'), level);
    });

  it('are seen by conditions', () => {
    const project = projectOf({ 'docs/records/risks.yaml': '- { id: RISK-1, likelihood: 4, impact: 4 }\n' });
    const [record] = project.records[0]?.entries ?? [];
    assert.ok(record);
    const subject = recordSubject(record, 'risk-register', project);
    assert.ok(matches({ level: 'high' }, subject));
    assert.ok(matches({ score: { 'at-least': 9 } }, subject));
    assert.ok(!matches({ score: { 'at-least': 17 } }, subject));
  });

  it('have no value when they rest on themselves', () => {
    const definition = `${plainDefinition}records:
  risk-register: { fields: { score: { derive: { product: [level, impact] } }, level: { derive: { band: score } } } }
`;
    const files = { 'lifecycle.yaml': definition, 'docs/records/risks.yaml': '- { id: RISK-1, impact: 4 }\n' };
    assert.equal(derived(files, 'risk-register', 'score'), undefined);
  });
});

describe('whether a metric misses its target', () => {
  const of = (fields: string): string | undefined =>
    derived({ 'docs/records/metrics.yaml': `- { id: MET-1, ${fields} }\n` }, 'metrics', 'missed');
  const one = (value: string): string => `measured: [{ date: 2026-05-01, value: ${value} }]`;
  const table: readonly (readonly [string, string | undefined])[] = [
    [`better: higher, target: 5, ${one('4.9')}`, 'true'],
    [`better: higher, target: 5, ${one('5')}`, 'false'],
    [`better: lower, target: 5, ${one('5.1')}`, 'true'],
    [`better: lower, target: 0, ${one('0')}`, 'false'],
    [`better: within, target: { min: 2, max: 4 }, ${one('1')}`, 'true'],
    [`better: within, target: { min: 2, max: 4 }, ${one('4')}`, 'false'],
    [`better: within, target: { min: 2, max: 4 }, ${one('5')}`, 'true'],
    [`better: within, target: { max: 4 }, ${one('-3')}`, 'false'],
    [`better: within, target: 3, ${one('3.1')}`, 'true'],
    [`better: higher, target: { min: 2, max: 4 }, ${one('9')}`, 'false'],
    [`better: higher, target: many, ${one('3')}`, undefined],
    [`better: higher, ${one('3')}`, undefined],
    [`target: 5, ${one('3')}`, undefined],
    ['better: higher, target: 5', undefined],
    [`better: higher, target: 5, ${one('')}`, undefined],
    ['better: higher, target: 5, measured: [{ date: 2026-05-02, value: 6 }, { date: 2026-05-01, value: 4 }]', 'false'],
    ['better: higher, target: 5, measured: [{ date: 2026-05-01, value: 6 }, { date: 2026-05-01, value: 4 }]', 'true'],
    ['better: higher, target: 5, measured: [{ date: 2026-05-01, value: 4 }, { date: 2026-06-01, value: }]', 'true'],
    ['better: higher, target: 5, measured: [{ date: 2026-05-01, value: 4 }, { date: 2026-07-01, value: 6 }]', 'true'],
    ['better: higher, target: 5, measured: [{ date: 2026-05-01, value: 4 }, { value: 6 }]', 'true'],
  ];
  for (const [fields, expected] of table)
    it(`of { ${fields} } is ${expected}`, () => assert.equal(of(fields), expected));
});
