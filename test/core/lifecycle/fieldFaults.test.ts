import { assertFix, assertMarked, assertSilent } from '../../support/marked.ts';

const rule = 'lifecycle-invalid';

const head = `lifecycle: 1
statuses: { draft: {}, done: {} }
phases: { work: { title: Work } }
`;

/** A definition with one type; its lines are those of the type, marks included. */
const type = (...lines: readonly string[]): Record<string, string> => ({
  'lifecycle.yaml': `${head}artifacts:
  note:
    title: Note
    phase: work
    path: "notes/{group}/{number}-{slug}.md"
${lines.map(line => `    ${line}\n`).join('')}`,
});

const marked: Readonly<Record<string, readonly string[]>> = {
  'limits that no value can keep': [
    'fields:',
    '  a: { type: integer, min: 5, max: 3 }',
    '                      ^^^ `min` is 5 and `max` is 3, so no value can be right',
    '  b: { min-length: 9, max-length: 2 }',
    '       ^^^^^^^^^^ `min-length` is 9',
    '  c: { list: true, min-items: 2, max-items: 1 }',
    '                   ^^^^^^^^^ `min-items` is 2',
    '  d: { type: object, fields: { e: { type: enum } } }',
    '                                    ^^^^ This `enum` has no values',
  ],
  'settings of another type': [
    'fields:',
    '  a: { values-from: { folders: "x/*" } }',
    '       ^^^^^^^^^^^ `values-from` has no effect here: it is for fields of `type: enum`',
    '  b: { type: path, to: [note], by: number }',
    '                   ^^ `to` has no effect here: it is for fields of `type: reference`',
    '                               ^^ `by` has no effect',
    '  c: { type: [reference, url], to: [note], by: number }',
  ],
  'names that lead nowhere': [
    'fields:',
    '  a: { equals: "{gruop}" }',
    '               ^^^^^^^^^ `gruop` is no named part of the path, so `equals` has no effect. Did you mean `group`?',
    '  b: { unique: "{kind}" }',
    '               ^^^^^^^^ `kind` is no named part of the path',
    '  c: { type: reference, to: [notes], by: key }',
    '                             ^^^^^ names the artifact type `notes`, which does not exist. Did you mean `note`?',
    '  d: { type: reference, to: [note], by: "N-{nummer}" }',
    '                                        ^^^^^^^^^^^^ `nummer` is no named part of the path or field',
    '  e: { type: reference, to: [note], by: a }',
    '  key: {}',
  ],
  'conditions on fields that nobody has': [
    'fields:',
    '  a: { required: { bb: x } }',
    '                   ^^ names the field `bb`, which does not exist',
    '  b: { when: { aa: { at-least: { field: x.y } } } }',
    '               ^^ names the field `aa`, which does not exist',
    '                                        ^^^ names the field `x`, which does not exist',
    '  c: { required: { a: x, group: red, number: 7, type: note, path: y, phase: work, stage: z, product.kind: z } }',
    'sections:',
    '  s: { heading: S, when: { d: 1 } }',
    '                           ^ names the field `d`, which does not exist',
    'checks:',
    '  one: { say: x, must: { a: { at-most: { field: bb } } } }',
    '                                                ^^ names the field `bb`, which does not exist',
    '  two: { say: x, must: {} }',
    '                 ^^^^ This check demands nothing',
    '  three: { say: x, must: { a: x }, when: { status: donne } }',
    '                                                   ^^^^^ names the status `donne`, which does not exist. Did you mean `done`?',
    '  four: { say: x, must: { status: [draft, don] } }',
    '                                          ^^^ names the status `don`',
    '  five: { say: x, must: { status: { at-least: doen } } }',
    '                                              ^^^^ names the status `doen`',
  ],
  'patterns and bounds that cannot be read': [
    'fields:',
    '  a: { not-pattern: "(x" }',
    '                    ^^^^ The pattern `(x` cannot be read',
    '  b: { reads: "(?=x)" }',
    '              ^^^^^^^ The pattern `(?=x)` cannot be read',
    '  c: { when: { a: { matches: "[" } } }',
    '                             ^^^ The pattern `[` cannot be read',
    '  d: { since: soon, until: 2026-13-01 }',
    '              ^^^^ `soon` is neither a day such as 2026-06-15 nor a version such as 1.4',
    '                           ^^^^^^^^^^ `2026-13-01` is neither',
    '  e: { since: 2026-06-15, until: v2 }',
    'checks:',
    '  one: { say: x, must: { a: x }, since: never }',
    '                                        ^^^^^ `never` is neither',
  ],
};

describe('fields of a definition', () => {
  for (const [name, lines] of Object.entries(marked))
    it(`may not have ${name}`, () => {
      assertMarked(rule, type(...lines));
    });

  it('are what documents are dated by', () => {
    assertMarked(rule, {
      'lifecycle.yaml': `${head}dated-by: [begun, made]
                  ^^^^ names the field \`made\`, which does not exist
fields: { begun: { type: date } }
`,
    });
  });

  it('of a record know those of the record only', () => {
    assertMarked(rule, {
      'lifecycle.yaml': `${head}records:
  risks:
    title: Risks
    path: risks.yaml
    fields: { id: {}, part: { type: object, fields: { x: {} } }, why: { required: { idd: x } } }
                                                                                    ^^^ names the field \`idd\`
    checks: { c: { say: x, must: { part.x: { is: { field: group } } } } }
                                                          ^^^^^ names the field \`group\`
`,
    });
  });

  it('leave out the whole condition when a part of it is wrong', () => {
    const definition = type(
      'fields:',
      '  a: { required: { bb: x } }',
      '  b: { required: true, when: { status: dne } }',
    );
    assertSilent('front-matter-field', { ...definition, 'notes/red/1-x.md': '---\nstatus: draft\nb: x\n---\n' });
    assertFix(rule, {
      title: 'Change to `done`',
      before: definition,
      after: { 'lifecycle.yaml': (definition['lifecycle.yaml'] ?? '').replace('dne', 'done') },
    });
  });
});
