import assert from 'node:assert/strict';
import { assertFix, assertMarked, assertSilent, fixTitles } from '../../support/marked.ts';
import { passedUpTo } from '../../support/product.ts';

const rule = 'placeholder-left';
const path = 'docs/deployment/user-manual.md';

const manual = (body: string, status = 'draft'): string =>
  `---\nstatus: ${status}\nowner: technical-writer\nversion: 1.0.0\n---\n\n# User manual\n\n${body}`;

describe(rule, () => {
  it('names the text, the gate and what to do, also in a draft', () => {
    assertMarked(rule, {
      ...passedUpTo('handoff'),
      [path]: manual(`## Getting help

Write to TBD, we answer within a day.
         ^^^ warning: “TBD” is left from a template or an unfinished thought: the next gate, “Ready to launch”, needs an answer. Write what belongs here, or name who will and by when.
`),
    });
  });

  it('is an error when the document is approved', () => {
    assertMarked(rule, { [path]: manual('Write to TODO.\n         ^^^^ error: “TODO”\n', 'approved') });
    assertMarked(rule, { [path]: manual('Write to FIXME.\n         ^^^^^ error: “FIXME”\n', 'released') });
  });

  it('knows the words of templates', () => {
    assertMarked(rule, {
      [path]: manual(`Made by {{company}} in XXX.
        ^^^^^^^^^^^ “{{company}}”
                       ^^^ “XXX”

Ask <your name>, the [Role], by YYYY-MM-DD.
    ^^^^^^^^^^^ “<your name>”
                     ^^^^^^ “[Role]”
                                ^^^^^^^^^^ “YYYY-MM-DD”

> Lorem ipsum dolor sit amet.
  ^^^^^^^^^^^ “Lorem ipsum”

| Item | Price |
| ---- | ----- |
| Watch | TBA |
          ^^^ “TBA”
`),
    });
  });

  it('reads the front matter and leaves its comments alone', () => {
    assertMarked(rule, {
      [path]: `
---
status: draft # TODO
owner: <owner>
       ^^^^^^^ “<owner>”
version: 1.0.0
---

# User manual
`,
    });
  });

  it('leaves code, comments and words that only look alike in peace', () => {
    assertSilent(rule, {
      [path]: manual(`Type \`TODO\` or \`<name>\`.

\`\`\`text
TBD {{name}}
\`\`\`

    TODO

<!-- TODO: ask Mei -->

My todo list, TODOs, TODO-list, xxx, and a [name](people.md).

[name]: people.md

<details><summary>More</summary>Text</details>
`),
    });
  });

  it('leaves an address and the name of a file alone', () => {
    assertSilent(rule, { [path]: manual('See [the list](lists/TODO.md) and <https://example.org/TODO>.\n') });
  });

  it('leaves a table of statuses alone', () => {
    assertSilent(rule, {
      [path]: manual('| Step | Draft | In review | Approved |\n| - | - | - | - |\n| One | yes | no | no |\n'),
    });
  });

  it('leaves documents out of use alone', () => {
    assertSilent(rule, { [path]: manual('TBD\n', 'superseded') });
    assertSilent(rule, { [path]: manual('TBD\n', 'draft\nnot_applicable: { reason: It explains itself, by: Ana }') });
  });

  it('leaves files alone that are no lifecycle documents', () => {
    assertSilent(rule, { 'notes.md': '# Notes\n\nTODO\n' });
  });

  describe('a list that nobody chose from', () => {
    const text = manual('**Phase:** Draft | In review | Approved\n');

    it('is reported once', () => {
      assertMarked(rule, {
        [path]: manual(
          '**Phase:** Draft | In Review | Approved\n           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ “Draft | In Review | Approved”\n',
        ),
      });
    });

    it('can be chosen from', () => {
      assert.deepEqual(fixTitles(rule, { [path]: text }), [
        'Choose “Draft”',
        'Choose “In review”',
        'Choose “Approved”',
        'Remove “Draft | In review | Approved”',
      ]);
      assertFix(rule, {
        title: 'Choose “In review”',
        before: { [path]: text },
        after: { [path]: manual('**Phase:** In review\n') },
      });
    });
  });

  it('offers no choice where there is none', () => {
    assert.deepEqual(fixTitles(rule, { [path]: manual('{{one/two}} TBD\n') }), [
      'Remove “{{one/two}}”',
      'Remove “TBD”',
    ]);
  });

  describe('can be removed', () => {
    for (const [what, before, after] of [
      ['at the end of a sentence, with its comma', '- Sleep stages, TBD\n', '- Sleep stages\n'],
      ['in front of words, with its colon', '- TODO: ask Mei about TVs\n', '- ask Mei about TVs\n'],
      ['with the item that it fills', '- One\n- TBD.\n- Two\n', '- One\n- Two\n'],
      ['in a cell', '| A | B |\n| - | - |\n| x | TBD |\n', '| A | B |\n| - | - |\n| x |  |\n'],
    ] as const)
      it(what, () => {
        const [title = ''] = fixTitles(rule, { [path]: manual(before) });
        assertFix(rule, { title, before: { [path]: manual(before) }, after: { [path]: manual(after) } });
      });
  });

  describe('becomes an open question', () => {
    const spec = 'docs/development/requirements.md';
    const title = 'Turn into an open question with an owner';
    const definition = `lifecycle: 1
extends: standard
artifacts:
  requirements: { sections: { open-questions: { heading: Open questions, required: false, form: list, guidance: Who? } } }
`;
    const document = (scope: string, rest = ''): string =>
      `---\nstatus: draft\nowner: product-manager\n---\n\n# Requirements\n\n## Scope\n\n${scope}\n${rest}`;

    it('in the section that is there', () => {
      assertFix(rule, {
        title,
        before: {
          'lifecycle.yaml': definition,
          [spec]: document('- Battery life, TBD\n', '\n## Open questions\n\n- Which watch? Owner: Ana\n'),
        },
        after: {
          [spec]: document(
            '- Battery life\n',
            '\n## Open questions\n\n- Which watch? Owner: Ana\n- Scope: Battery life? Owner: ‸, by: ‸\n',
          ),
        },
      });
    });

    it('in a new section without guidance', () => {
      assertFix(rule, {
        title,
        before: { 'lifecycle.yaml': definition, [spec]: document('TBD\n\nMore.') },
        after: {
          [spec]: document('More.', '\n## Open questions\n\n- Scope: what belongs here? Owner: ‸, by: ‸\n'),
        },
      });
    });

    it('not among the open questions themselves, and not without a place for them', () => {
      const files = {
        'lifecycle.yaml': definition,
        [spec]: document('All.\n', '\n## Open questions\n\n- TBD\n'),
        [path]: manual('TBD\n'),
      };
      assert.ok(!fixTitles(rule, files).includes(title));
    });
  });

  it('follows the vocabulary of a type', () => {
    const definition = `lifecycle: 1
extends: standard
artifacts:
  user-manual: { placeholders: ['<<[^<>]+>>', '\\?\\?\\?'], not-placeholders: [XXX] }
`;
    assertMarked(rule, {
      'lifecycle.yaml': definition,
      [path]: manual(`Size XXX and XXXL, made by <<maker>> in ???.
                           ^^^^^^^^^ “<<maker>>”
                                        ^^^ “???”

\`\`\`text
<<maker>>
\`\`\`

<!-- ??? -->
`),
      'docs/deployment/roadmap.md':
        '---\nstatus: draft\nowner: product-manager\nversion: 1.0.0\n---\n\n# Roadmap\n\n<<maker>> ???\n',
    });
  });
});
