import { assertFix, assertMarked, assertSilent } from '../../support/marked.ts';
import { note, path, product } from './noteProduct.ts';

const rule = 'front-matter-unknown';

describe('a closed list of fields', () => {
  const files = product(
    '{ kind: {}, deadline: { when: { kind: [call, vote], status: { not: dropped } } }, owner: { aliases: [lead] }, old: { until: 2026-01-01 } }',
    ', other-fields: none',
  );

  it('refuses every other field, with the nearest one', () => {
    assertMarked(rule, {
      ...files,
      [path]: `
---
kind: call
deadlin: 2026-01-01
^^^^^^^ warning: The definition knows no field “deadlin” here, and it takes no others. Remove it, or name it in the definition. Did you mean “deadline”?
colour: red
^^^^^^ warning: The definition knows no field “colour” here
---
`,
    });
    assertFix(rule, {
      title: 'Rename to “deadline”',
      before: { ...files, [path]: note('kind: call', 'deadlin: x') },
      after: { [path]: note('kind: call', 'deadline: x') },
    });
  });

  it('refuses fields that do not apply, and says when they do', () => {
    assertMarked(rule, {
      ...files,
      [path]: `
---
kind: draft
deadline: 2026-01-01
^^^^^^^^ The field “deadline” has no place here: it applies only where “kind” is call or vote and “status” is as the definition says. Remove it.
old: x
^^^ has no place here: it applies only before 2026-01-01
---
`,
    });
    assertSilent(rule, { ...product('{ kind: {}, deadline: { when: { kind: call } } }'), [path]: note('deadline: x') });
  });

  it('refuses a field that is there under two names', () => {
    assertMarked(rule, {
      ...files,
      [path]: `
---
lead: Ana
^^^^ The field “owner” is given twice, and only one of them is read
owner: Tom
---
`,
      'notes/red/8-y.md': `
# Note

- Owner: Ana
- Owner: Tom
  ^^^^^ The field “owner” is given twice
`,
    });
  });

  it('holds in the lines and tables of the body, as far as they are metadata', () => {
    assertMarked(rule, {
      ...files,
      [path]: `
# Note

* Owner: Ana
* Colour: red
  ^^^^^^ knows no field “Colour”
* Kind: **call**

Note: this is prose.

| Aim | A |
| --- | --- |
| Deadline | x |
| Size | y |
  ^^^^ knows no field “Size”
`,
      'notes/red/8-y.md': '# Note\n\nWarning: this line stands alone.\n\n- First: one\n- Second: two\n',
      'notes/red/9-z.md': '# Note\n\n- Owner: Ana\n- a bullet without a key\n- Colour: red\n',
    });
  });

  it('is not asked of documents out of use', () => {
    assertSilent(rule, { ...files, [path]: note('status: dropped', 'colour: red') });
  });
});
