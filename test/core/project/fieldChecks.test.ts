import assert from 'node:assert/strict';
import { assertFix, assertMarked, assertSilent } from '../../support/marked.ts';
import { findingsIn } from '../../support/product.ts';
import { note, path, product, rule } from './noteProduct.ts';

const checks = (fields: string, check: string): ReturnType<typeof product> =>
  product(fields, `, checks: { c: { say: The rule, ${check} } }`);

describe('checks over several fields', () => {
  const fields =
    '{ a: {}, b: {}, on: { type: date }, list: { list: true }, stages: { type: object, fields: { alpha: { type: version }, beta: { type: version } } } }';
  const table: readonly (readonly [check: string, holds: readonly string[], fails: readonly string[]])[] = [
    [
      'must: { stages.beta: { at-least: { field: stages.alpha } } }',
      ['stages: { alpha: v1.9, beta: v1.10 }', 'stages: { alpha: v1.9 }', 'stages: { beta: v1.9 }', 'a: x'],
      ['stages: { alpha: v1.10, beta: v1.9 }'],
    ],
    ['must: { on: { at-most: today } }', ['on: 2026-06-15', 'on: 2020-01-01', 'a: x'], ['on: 2026-06-16']],
    [
      'must: { b: stable }, when: { a: done }',
      ['a: open', 'b: x', '{ a: done, b: stable }'],
      ['a: done', '{ a: done, b: x }'],
    ],
    ['must: { a: { is: { field: b } } }', ['{ a: 7, b: "007" }', 'a: 7'], ['{ a: 7, b: 8 }']],
    ['must: { a: { not: { field: b } } }', ['{ a: 7, b: 8 }', 'a: x', 'b: x'], ['{ a: x, b: x }']],
    ['must: { list: { at-least: 3 } }', ['list: [3, 4]', 'list: []'], ['list: [4, 2]']],
    ['must: { list: { matches: "x.*" } }', ['list: [x, xy]'], ['list: [x, y]']],
    ['must: { a: { present: true } }, when: { b: { present: true } }', ['a: x', '{ a: x, b: y }'], ['b: y']],
    ['must: { number: { is: { field: a } } }', ['a: 7', 'a: "07"'], ['a: 8']],
    [
      'must: { b: x }, since: 2026-06-01',
      ['{ a: x, created: 2026-05-01 }', '{ b: x }'],
      ['{ a: x, created: 2026-06-01 }', 'a: x'],
    ],
    ['must: { b: x }, until: 2026-06-01', ['{ a: x, created: 2026-06-01 }', 'a: x'], ['{ a: x, created: 2026-05-01 }']],
    ['must: { b: x }, since: "1.2"', ['version: 1.1', 'version: 1.1.9'], ['version: 1.2', 'version: 2.0']],
  ];
  const lines = (text: string): string[] =>
    text.startsWith('{')
      ? text
          .slice(1, -1)
          .split(', ')
          .map(part => part.trim())
      : [text];
  for (const [check, holds, fails] of table) {
    for (const value of holds)
      it(`${check} holds for ${value}`, () => {
        assertSilent(rule, { ...checks(fields, check), [path]: note(...lines(value)) });
      });
    for (const value of fails)
      it(`${check} fails for ${value}`, () => {
        const found = findingsIn({ ...checks(fields, check), [path]: note(...lines(value)) }, rule);
        assert.deepEqual(
          found.map(({ message }) => message.split(' Now ')[0]),
          ['The rule.'],
        );
      });
  }

  it('are told at the first field that is not right, with what it is now', () => {
    assertMarked(rule, {
      ...checks(fields, 'must: { stages.beta: { at-least: { field: stages.alpha } } }, severity: error'),
      [path]: `
---
a: x
stages: { alpha: v1.10, beta: v1.9 }
        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ error: The rule. Now “stages.beta” is v1.9 and “stages.alpha” is v1.10.
---
`,
    });
    assertMarked(rule, {
      ...checks(fields, 'must: { b: { present: true }, a: x }'),
      [path]: `
---
a: y
^ The rule. Now “b” is not filled in and “a” is y.
---
`,
    });
  });

  it('are left alone where a value is wrong anyway, and in documents out of use', () => {
    const files = checks(fields, 'must: { on: { at-most: today } }');
    assertMarked(rule, {
      ...files,
      [path]: `
---
on: 9999-99-99
    ^^^^^^^^^^ it must be a date
---
`,
    });
    assertSilent(rule, { ...files, [path]: note('on: 2030-01-01', 'status: dropped') });
  });

  it('are made of the entries of a record too', () => {
    assertMarked(rule, {
      'lifecycle.yaml': `lifecycle: 1
records:
  risks:
    title: Risks
    path: risks.yaml
    fields: { id: {}, found: { type: date }, closed: { type: date } }
    checks: { order: { say: A risk is closed after it was found, must: { closed: { at-least: { field: found } } } } }
`,
      'risks.yaml': `
- { id: R-1, found: 2026-03-01, closed: 2026-02-01 }
                                        ^^^^^^^^^^ A risk is closed after it was found. Now “closed” is 2026-02-01
- { id: R-2, found: 2026-03-01 }
`,
    });
  });
});

describe('references to documents', () => {
  const fields =
    '{ needs: { type: reference, to: [note], by: number, separator: "," }, see: { type: reference }, key: { type: reference, by: "RED-{number}" } }';
  const mature =
    ', checks: { mature: { say: What it needs is as mature, must: { needs.status: { at-least: { field: status } } }, when: { status: { not: dropped } } } }';
  const other = (status: string): string => note(`status: ${status}`);

  it('lead to a document by number, by path or by a name', () => {
    assertSilent(rule, {
      ...product(fields),
      'notes/red/12-y.md': note('needs: 7, 0007', 'see: 0007-x.md', 'key: RED-7'),
      'notes/red/13-z.md': note('needs: 07', 'see: notes/red/0007-x.md', 'key: RED-0012'),
      'notes/red/14-z.md': note('see: /notes/red/0007-x.md#part', 'needs: 12,13'),
      [path]: note('needs: 12'),
    });
    assertMarked(rule, {
      ...product(fields),
      'notes/red/100-y.md': note(),
      [path]: `
---
needs: 100, 101
            ^^^ “101” is no valid value for “needs”: it must be the number of a document of type “Note” that exists.
see: 100-z.md
     ^^^^^^^^ it must be the path of a document that exists
key: BLUE-100
     ^^^^^^^^ it must be the name (RED-{number}) of a document that exists
---
`,
    });
    assertFix(rule, {
      title: 'Change to “100”',
      before: { ...product(fields), 'notes/red/100-y.md': note(), [path]: note('needs: 101') },
      after: { [path]: note('needs: 100') },
    });
  });

  it('may ask that the other document is as mature', () => {
    const files = product(fields, mature);
    for (const [own, others, isRight] of [
      ['draft', ['draft', 'done'], true],
      ['review', ['review', 'done'], true],
      ['review', ['done', 'draft'], false],
      ['done', ['dropped'], false],
      ['dropped', ['draft'], true],
      ['done', [], true],
    ] as const) {
      const documents = Object.fromEntries(
        others.map((status, index) => [`notes/red/${index + 1}-a.md`, other(status)]),
      );
      const found = findingsIn(
        {
          ...files,
          ...documents,
          [path]: note(
            `status: ${own}`,
            ...(others.length > 0 ? [`needs: ${others.map((_, index) => index + 1).join(', ')}`] : []),
          ),
        },
        rule,
      );
      assert.equal(found.length, isRight ? 0 : 1, `${own} on ${others.join(', ')}`);
    }
    assertMarked(rule, {
      ...files,
      'notes/red/1-a.md': other('draft'),
      'notes/red/2-a.md': other('done'),
      [path]: `
---
status: review
needs: 1, 2
       ^^^^ What it needs is as mature. Now “needs.status” is draft and done and “status” is review.
---
`,
    });
  });
});
