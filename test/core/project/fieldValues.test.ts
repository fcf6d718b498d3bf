import assert from 'node:assert/strict';
import { assertFix, assertMarked, assertSilent } from '../../support/marked.ts';
import { findingsIn } from '../../support/product.ts';
import { note, path, product, rule } from './noteProduct.ts';

describe('values of fields', () => {
  it('are told apart in a text with separators, in or without quotes', () => {
    assertMarked(rule, {
      ...product(
        '{ a: { type: integer, separator: "," }, b: { type: integer, separator: ";" }, c: { separator: "," } }',
      ),
      [path]: `
---
a: 1, two, 3
      ^^^ “two” is no valid value for “a”: it must be a whole number.
b: "1;two ; 3"
      ^^^ “two” is no valid value for “b”
c: a,, b
   ^^^^^ In “c” a “,” has no value beside it.
---
`,
    });
    assertSilent(rule, {
      ...product('{ a: { separator: ",", unique: list } }'),
      [path]: note('a: >', '  one, two,', '  three'),
    });
  });

  it('are told what is wrong with their form, and what the field is for', () => {
    assertMarked(rule, {
      ...product(
        '{ a: { pattern: "v.*", say: "A release such as v1." }, b: { not-pattern: "the .*" }, c: { max-length: 3 }, d: { min-length: 2 }, e: { type: integer, min: 1, max: 9 } }',
      ),
      [path]: `
---
a: 1.0
   ^^^ “1.0” is no valid value for “a”: it must be text of the form v.*. A release such as v1.
b: the end
   ^^^^^^^ “the end” is no valid value for “b”: it must not be of the form the .*.
c: long
   ^^^^ “long” is no valid value for “c”: it has 4 characters, and 3 is the most.
d: x
   ^ “x” is no valid value for “d”: it has one character, and 2 is the least.
e: 10
   ^^ “10” is no valid value for “e”: it must be a whole number from 1 to 9.
---
`,
    });
  });

  it('must be what the path says', () => {
    const files = product('{ no: { type: integer, equals: "{number}" } }');
    assertMarked(rule, {
      ...files,
      [path]: `
---
no: 8
    ^ “8” is no valid value for “no”: it must be 0007, as the path says.
---
`,
    });
    assertFix(rule, {
      title: 'Change to “0007”',
      before: { ...files, [path]: note('no: 8') },
      after: { [path]: note('no: 0007') },
    });
  });

  it('of which a part counts are judged and mended by that part', () => {
    const files = product('{ state: { reads: "([a-z]+)(?: .*)?", type: enum, values: [open, shut] } }');
    assertMarked(rule, {
      ...files,
      [path]: `
---
state: opne (since May)
       ^^^^ “opne” is no valid value for “state”: it must be open or shut.
---
`,
    });
    assertFix(rule, {
      title: 'Change to “open”',
      before: { ...files, [path]: note('state: "opem (since May)"') },
      after: { [path]: note('state: "open (since May)"') },
    });
  });

  it('stand in a list once and in order', () => {
    const files = product('{ on: { type: integer, separator: ",", unique: list, sorted: true } }');
    assertMarked(rule, {
      ...files,
      [path]: `
---
on: 2, 10, 7, 10
           ^ The values of “on” must rise: “7” comes before “10”.
              ^^ “10” stands in “on” twice. Remove one.
---
`,
    });
    assertFix(rule, {
      title: 'Put the values in order',
      before: { ...files, [path]: note('on: 10,2 ,  7') },
      after: { [path]: note('on: 2,7 ,  10') },
    });
    assertFix(rule, {
      title: 'Put the values in order',
      before: { ...product('{ on: { list: true, sorted: true } }'), [path]: note('on:', '  - b # second', '  - "a"') },
      after: { [path]: note('on:', '  - "a" # second', '  - b') },
    });
  });

  it('are as many as the field asks for', () => {
    assertMarked(rule, {
      ...product('{ a: { list: true, min-items: 2 }, b: { list: true, max-items: 1 } }'),
      [path]: `
---
a: [x]
   ^^^ “a” has one value, and 2 is the least.
b: [x, y]
   ^^^^^^ “b” has 2 values, and 1 is the most.
---
`,
    });
  });

  it('are unique among the documents of the type, or of a part of them', () => {
    const text = (key: string, mark = ''): string => `---\n${key}\n${mark}---\n\n# Note\n`;
    const files = product('{ no: { type: integer, unique: type }, key: { unique: "{group}" } }');
    assertMarked(rule, {
      ...files,
      'notes/blue/1-a.md': text('no: 7'),
      'notes/red/2-b.md': text(
        'no: "007"',
        '    ^^^^^ “007” is the “no” of another Note too, in notes/blue/1-a.md. Give each its own.\n',
      ),
      'notes/blue/3-c.md': text('key: x'),
      'notes/red/4-d.md': text('key: x'),
      'notes/red/5-e.md': text('key: x', '     ^ of another Note with the same group too, in notes/red/4-d.md\n'),
    });
    const [found] = findingsIn(
      { ...files, 'notes/blue/1-a.md': text('no: 7'), 'notes/red/2-b.md': text('no: 7') },
      rule,
    );
    assert.deepEqual(found?.related, [
      { path: 'notes/blue/1-a.md', span: { start: 8, end: 9 }, message: 'The first one' },
    ]);
  });

  it('are unique among the entries of a record', () => {
    const definition = `lifecycle: 1
records: { risks: { title: Risks, path: risks.yaml, entry: risk, fields: { id: { unique: type }, name: {} } } }
`;
    assertMarked(rule, {
      'lifecycle.yaml': definition,
      'risks.yaml': `
- { id: R-1, name: a }
- { id: R-01, name: b }
        ^^^^ “R-01” is the “id” of another risk too, in risks.yaml.
`,
    });
  });

  it('that are template text are left to others', () => {
    assertSilent(rule, { ...product('{ a: { max-length: 3 } }'), [path]: note('a: TODO') });
  });
});
