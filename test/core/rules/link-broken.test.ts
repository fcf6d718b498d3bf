import assert from 'node:assert/strict';
import { assertFix, assertMarked, assertSilent, fixTitles } from '../../support/marked.ts';

const rule = 'link-broken';
const path = 'docs/deployment/roadmap.md';

const page = (body: string, status = 'draft'): string =>
  `---\nstatus: ${status}\nowner: Ana\nversion: 1.0.0\n---\n\n# Roadmap\n\n${body}\n`;

const manual = {
  'docs/deployment/user-manual.md': '---\nstatus: draft\nowner: Ana\nversion: 1.0.0\n---\n\n# Manual\n',
};

describe(rule, () => {
  it('marks the target, also in a draft', () => {
    assertMarked(rule, {
      ...manual,
      [path]: page(`See [the manual](user-manul.md "Manual") and ![a picture](<the watch.png>).
                 ^^^^^^^^^^^^^ warning: The link “user-manul.md” leads to no file. Correct it, or create the file.
                                                           ^^^^^^^^^^^^^ The image “the watch.png” leads to no file

- [one][more]

[more]: ../nowhere/
        ^^^^^^^^^^^ The link “../nowhere/” leads to no file`),
    });
  });

  it('counts letter case', () => {
    assertMarked(rule, {
      ...manual,
      [path]: page(`[Manual](User-Manual.md)
         ^^^^^^^^^^^^^^ differs from docs/deployment/user-manual.md in letter case, so it breaks on other computers. Write it as the file is called.`),
    });
  });

  it('marks a link that leaves the workspace', () => {
    assertMarked(rule, {
      [path]: page(`[Notes](../../../notes.md)
        ^^^^^^^^^^^^^^^^^ leads out of the workspace, where nobody else has the file. Link to a file inside, or to a web address.`),
    });
  });

  it('knows a web address that lost its scheme', () => {
    assertMarked(rule, {
      [path]: page(`[Ours](example.org/stride?x=1#top)
       ^^^^^^^^^^^^^^^^^^^^^^^^^^ is taken for a file. Write “https://” before a web address.`),
    });
    assertFix(rule, {
      title: 'Write “https://” before it',
      before: { [path]: page('[Ours](www.example.org)') },
      after: { [path]: page('[Ours](https://www.example.org)') },
    });
  });

  it('resolves folders, fragments, queries, escapes and paths from the root', () => {
    assertSilent(rule, {
      ...manual,
      'docs/my file.md': '# Mine\n',
      'docs/a(b).md': '# Brackets\n',
      [path]: page(
        '[a](user-manual.md#top) [b](/docs/deployment/user-manual.md) [c](../) [d](.) [e](../my%20file.md?raw=1) [f](<../my file.md>) [g](#roadmap) [h](../a(b).md) [i](/)',
      ),
    });
  });

  it('leaves addresses, code, templates and empty targets alone', () => {
    assertSilent(rule, {
      [path]: page(
        '[a](https://example.org/x.md) [b](mailto:ana@example.org) [c](//example.org/x) <https://example.org> [d]() `[e](no.md)` [f]({{site}}/x.md)\n\n```\n[g](no.md)\n```\n\n<!-- [h](no.md) -->',
      ),
    });
  });

  it('leaves documents out of use and other files alone', () => {
    assertSilent(rule, { [path]: page('[a](no.md)', 'superseded'), 'notes.md': '# Notes\n\n[a](no.md)\n' });
  });

  it('is said once for a file of two types', () => {
    assertMarked(rule, {
      'docs/both.md':
        '---\ntype: [roadmap, user-manual]\nstatus: draft\nowner: Ana\nversion: 1.0.0\n---\n\n[a](no.md)\n    ^^^^^ leads to no file\n',
    });
  });

  describe('offers', () => {
    it('the file of that name in the right letter case, safely', () => {
      assertFix(rule, {
        title: 'Link to docs/deployment/user-manual.md',
        safe: true,
        before: { ...manual, [path]: page('[a](./User-manual.md?x=1#start "A") [b](user-manual.md)') },
        after: { [path]: page('[a](user-manual.md?x=1#start "A") [b](user-manual.md)') },
      });
      assertFix(rule, {
        title: 'Link to docs/My File.md',
        safe: true,
        before: {
          'docs/My File.md': '# Mine\n',
          [path]: page('[a](<../my file.md>) [b](/docs/my%20file.md)').replace(' [b](/docs/my%20file.md)', ''),
        },
        after: { [path]: page('[a](<../My%20File.md>)') },
      });
    });

    it('a file of a similar name in the same folder', () => {
      assertFix(rule, {
        title: 'Link to docs/deployment/user-manual.md',
        before: { ...manual, [path]: page('[a](user-manul.md#start)') },
        after: { [path]: page('[a](user-manual.md#start)') },
      });
    });

    it('a file of the same name elsewhere, from the root where the link began there', () => {
      assertFix(rule, {
        title: 'Link to docs/deployment/user-manual.md',
        before: { ...manual, [path]: page('[a](/docs/user-manual.md)') },
        after: { [path]: page('[a](/docs/deployment/user-manual.md)') },
      });
    });

    it('to create the document that belongs there', () => {
      const before = { [path]: page('[a](release-notes/1.1.0.md)') };
      assert.deepEqual(fixTitles(rule, before), ['Create docs/deployment/release-notes/1.1.0.md']);
      assertFix(rule, {
        title: 'Create docs/development/decisions/0003-strap.md',
        before: { [path]: page('[a](../development/decisions/0003-strap.md)') },
        after: {
          'docs/development/decisions/0003-strap.md': `---
type: decision-record
status: draft
owner: engineer
---

# Decision record

## Context

<!-- The forces at work and the question to settle. -->
‸
## Decision

<!-- What was chosen, in one active sentence, and the reason that tipped it. -->
‸
## Consequences

<!-- What becomes easier, what becomes harder, what must now be done. -->
‸`,
        },
      });
    });

    it('nothing where there is nothing near', () => {
      assert.deepEqual(fixTitles(rule, { ...manual, [path]: page('[a](strap.png) [b](../../../x.md)') }), []);
    });
  });
});
