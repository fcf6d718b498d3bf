import assert from 'node:assert/strict';
import { type Break, broken, exampleFiles, said } from '../support/example.ts';

const files = exampleFiles('safety-clauses');
const plan = 'docs/safety-plan.md';
const open = 'trace-missing clauses.yaml HS-6.2';

describe('examples/safety-clauses', () => {
  it('lacks the one clause that stands in code only, and no clause of another class', () => {
    assert.deepEqual(said(files), [open]);
  });

  const constraints: Readonly<Record<string, readonly [breaks: readonly Break[], expected: readonly string[]]>> = {
    'the clause is answered': [[[plan, '| The list of known', '| HS-6.2, the list of known']], []],
    'an answer is taken away': [
      [[plan, 'HS-5.2.1, HS-5.2.2', 'HS-5.2.1']],
      ['trace-missing clauses.yaml HS-5.2.2', open],
    ],
    'an answer is only thought of': [
      [[plan, '| HS-7.1 |', '| <!-- HS-7.1 --> |']],
      [open, 'trace-missing clauses.yaml HS-7.1'],
    ],
    'the product is of class C': [
      [['lifecycle.yaml', 'where: { class: B }', 'where: { class: C }']],
      ['trace-missing clauses.yaml HS-5.3.2', open, 'trace-missing clauses.yaml HS-6.3'],
    ],
    'the product is of class A': [[['lifecycle.yaml', 'where: { class: B }', 'where: { class: A }']], []],
    'a clause that the standard does not have': [
      [[plan, 'HS-5.1.1 | This plan', 'HS-5.1.1, HS-5.1.9 | This plan']],
      [`id-unknown ${plan} HS-5.1.9`, open],
    ],
    'a clause twice': [[['clauses.yaml', 'id: HS-6.3', 'id: HS-6.1']], ['id-duplicate clauses.yaml HS-6.1', open]],
    'a class that does not exist': [
      [['clauses.yaml', 'Inspect the source of each part, class: [C]', 'Inspect the source of each part, class: [D]']],
      ['front-matter-field clauses.yaml class', open],
    ],
  };
  for (const [name, [breaks, expected]] of Object.entries(constraints))
    it(`speaks when ${name}`, () => {
      assert.deepEqual(said(broken(files, breaks)), [...expected].sort());
    });
});
