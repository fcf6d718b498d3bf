import { assertFix, assertMarked, assertSilent } from '../../support/marked.ts';

const rule = 'front-matter-unknown';
const path = 'docs/development/ux-design.md';

const page = (...fields: readonly string[]): string =>
  `---\nstatus: draft\nowner: Tom\n${fields.map(field => `${field}\n`).join('')}---\n\n# Screens\n`;

describe(rule, () => {
  it('marks the name that nobody reads', () => {
    assertMarked(rule, {
      [path]: `
---
status: draft
owner: Tom
reviwed: 2026-05-02
^^^^^^^ hint: No rule and no gate reads the field “reviwed”. Did you mean “reviewed”?
aproved_by: Ana
^^^^^^^^^^ Did you mean “approved_by”?
approval: Ana
^^^^^^^^ Did you mean “approvals”?
Superceded By: other.md
^^^^^^^^^^^^^ Did you mean “superseded_by”?
---
`,
    });
  });

  for (const field of [
    'sidebar_position: 3',
    'reviewers: [Mei]',
    'revision: 4',
    'tags: [a]',
    'layout: page',
    'lang: en',
    'created: 2026-01-01',
    'weight: 10',
    'draft: true',
    'description: x',
    'category: y',
    'date: 2026-01-01',
    'stage: alpha',
    'slug: x',
  ])
    it(`leaves “${field}” of another tool alone`, () => {
      assertSilent(rule, { [path]: page(field) });
    });

  it('does not suggest a field that is there', () => {
    assertSilent(rule, { [path]: page('reviewed: 2026-05-02', 'reviwed: 2026-05-03') });
  });

  it('leaves documents out of use and types that take any field alone', () => {
    assertSilent(rule, { [path]: page('reviwed: 2026-05-02').replace('draft', 'retired') });
    assertSilent(rule, {
      'lifecycle.yaml': 'lifecycle: 1\nextends: standard\nartifacts: { ux-design: { other-fields: any } }\n',
      [path]: page('reviwed: 2026-05-02'),
    });
  });

  it('renames the key and keeps the value', () => {
    assertFix(rule, {
      title: 'Rename to “reviewed”',
      before: { [path]: page('"reviwed" : 2026-05-02 # by Tom') },
      after: { [path]: page('reviewed : 2026-05-02 # by Tom') },
    });
  });
});
