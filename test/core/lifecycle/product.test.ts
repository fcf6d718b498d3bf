import assert from 'node:assert/strict';
import { applyEdits } from '../../../server/core/text/edits.ts';
import { load } from './definitions.ts';

const fields = `lifecycle: 1
product-fields:
  safety_class: { type: enum, values: [A, B], required: true }
  markets: { type: enum, list: true, values: [EU, US] }
phases: { work: { title: Work } }
artifacts:
  plan: { title: Plan, phase: work, path: plan.md, recommended-when: { safety_class: A } }
  note: { title: Note, phase: work, path: note.md, need: optional, recommended-when: { safety_class: A } }
`;
const own = (text: string) => load({ 'lifecycle.yaml': fields + text });

describe('what a definition says of its product', () => {
  const wrong: Readonly<Record<string, readonly [string, string, RegExp]>> = {
    'a key that nothing names': [
      '{ safety_class: A, colour: red }',
      'colour',
      /is not a key of `product`.*Known keys: `name`/,
    ],
    'a misspelt key': ['{ safety_class: A, nam: x }', 'nam', /Did you mean `name`\?/],
    'a value that is not allowed': ['{ safety_class: C }', 'C', /cannot be `C`.*`A` or `B`/],
    'a value in a list that is not allowed': ['{ safety_class: A, markets: [EU, UK] }', 'UK', /cannot be `UK`/],
    'a field that is not filled in': ['{ markets: [EU] }', 'product', /does not say its `safety_class`.*`A` or `B`/],
  };
  for (const [what, [product, subject, message]] of Object.entries(wrong))
    it(`is reported when it is ${what}`, () => {
      const { problems } = own(`product: ${product}\n`);
      assert.equal(problems[0]?.subject, subject);
      assert.match(problems[0].message, message);
    });

  it('is put right by the fix', () => {
    const text = `${fields}product: { safety_class: A, nam: Pulse }\n`;
    const [problem] = load({ 'lifecycle.yaml': text }).problems;
    const { lifecycle, problems } = load({ 'lifecycle.yaml': applyEdits(text, problem?.fix?.edits ?? []) });
    assert.deepEqual([lifecycle?.product.name, problems], ['Pulse', []]);
  });

  it('is left alone when it says nothing', () => assert.deepEqual(own('').problems, []));

  it('lowers the need for a required document, and of no other', () => {
    const needs = (product: string) =>
      Object.values(own(`product: ${product}\n`).lifecycle?.artifacts ?? {}).map(({ need }) => need);
    assert.deepEqual(needs('{ safety_class: A }'), ['recommended', 'optional']);
    assert.deepEqual(needs('{ safety_class: B }'), ['required', 'optional']);
    assert.deepEqual(needs('{}'), ['required', 'optional']);
  });
});
