import assert from 'node:assert/strict';
import { assertFix, assertMarked, assertSilent, fixTitles } from '../../support/marked.ts';
import { findingsIn, passedUpTo } from '../../support/product.ts';

const rule = 'front-matter-field';
const path = 'docs/development/ux-design.md';
const manual = 'docs/deployment/user-manual.md';

const page = (...fields: readonly string[]): string =>
  `---\n${fields.map(field => `${field}\n`).join('')}---\n\n# Title\n`;

describe(rule, () => {
  describe('a missing field', () => {
    it('is reported at the first field, with what it is for', () => {
      assertMarked(rule, {
        [path]: `
---
status: draft
^^^^^^ warning: The field “owner” is missing. Who keeps it true.
---

# Screens
`,
      });
    });

    it('is reported at the title when there is no front matter', () => {
      assertMarked(rule, {
        [path]: `
# Screens
^^^^^^^^^ The field “status” is missing
^^^^^^^^^ The field “owner” is missing
`,
      });
    });

    it('is reported at its key when it is empty', () => {
      assertMarked(rule, {
        [path]: `
---
status: draft
owner:
^^^^^ The field “owner” is empty
---
`,
      });
    });

    it('counts as given under an alias, in a whole YAML file, and in the body', () => {
      assertSilent(rule, { [path]: page('State: draft', 'maintainer: Tom') });
      assertSilent(rule, { [path]: '# Screens\n\n**Status:** Draft\\\n**Owner:** Tom\n\n## Flows\n' });
      assertSilent(rule, { [path]: '# Screens\n\n| Status | Draft |\n| --- | --- |\n| Owner | Tom |\n' });
    });

    it('may depend on the phase and on another field', () => {
      assertMarked(rule, {
        [manual]: `
---
status: draft
^^^^^^ The field “version” is missing. The PRODUCT version
owner: technical-writer
---
`,
        [path]: `
---
status: draft
^^^^^^ The field “reviewed” is missing
owner: Tom
review_every: 6 months
---
`,
      });
    });

    it('is not asked for when the path says it', () => {
      assertSilent(rule, {
        'docs/deployment/release-notes/1.0.0.md': page('status: draft', 'owner: Ana', 'date: 2026-06-01'),
      });
    });

    it('is not asked for in a changelog without front matter', () => {
      assertSilent(rule, { 'CHANGELOG.md': '# Changelog\n\n## 1.0.0\n\n- First release\n' });
    });

    it('is not asked for where the metadata cannot be read', () => {
      assertSilent(rule, { [path]: '---\nstatus: draft\ntitle: "Screens\n---\n\n# Screens\n' });
      assertSilent(rule, { [path]: '\n\n---\nstatus: draft\nowner: Tom\n---\n\n# Screens\n' });
    });

    it('is asked for by the status that demands it, though the document is out of use', () => {
      assertMarked(rule, {
        [path]: `
---
status: superseded
^^^^^^ The field “superseded_by” is missing
---
`,
      });
      assertSilent(rule, { [path]: page('status: retired') });
      assertSilent(rule, { [path]: page('status: draft', 'not_applicable: { reason: No screen, by: Tom }') });
    });

    it('names the gate in the finding, whether passed or not', () => {
      const [found] = findingsIn({ ...passedUpTo('design'), [path]: page('status: draft') }, rule);
      assert.equal(found?.gate, 'design');
      assert.equal(found?.severity, 'warning');
    });
  });

  describe('a value of the wrong kind', () => {
    it('is reported with what it must be', () => {
      assertMarked(rule, {
        [manual]: `
---
status: Done
        ^^^^ warning: “Done” is no valid value for “status”: it must be draft, in-review, approved, released, superseded or retired.
owner: Ana
version: latest
         ^^^^^^ “latest” is no valid value for “version”: it must be a version such as 1.4.0.
reviewed: 31/02/2026
          ^^^^^^^^^^ it must be a date such as 2026-06-15
review_every: sometimes
              ^^^^^^^^^ it must be a duration such as “6 months”
---
`,
      });
    });

    it('is a list where there is one value', () => {
      assertMarked(rule, {
        [manual]: `
---
status: [draft, approved]
        ^^^^^^^^^^^^^^^^^ it must be one value, not a list
owner: [Ana, Tom]
version: 1.0.0
authors: Ana
---
`,
      });
    });

    it('lies in a part of an object', () => {
      assertMarked(rule, {
        [manual]: `
---
status: approved
owner: Ana
version: 1.0.0
approvals:
  - { by: Ana, role: boss, date: 2026-03-02 }
                     ^^^^ “boss” is no valid value for “role”: it must be a role of the lifecycle
  - { by: Tom, role: Designer, date: yesterday }
                                     ^^^^^^^^^ for “date”: it must be a date
---
`,
      });
    });

    it('is right under the words of the type, with any letter case, and with a leading v', () => {
      assertSilent(rule, { 'docs/development/decisions/0001-x.md': page('status: Accepted', 'owner: Mei') });
      assertSilent(rule, { [manual]: page('status: In Review', 'owner: Ana', 'version: v1.4') });
    });

    it('is left to others when it is template text', () => {
      assertSilent(rule, { [manual]: page('status: TODO', 'owner: Ana', 'version: 1.0.0', 'reviewed: YYYY-MM-DD') });
    });

    it('is left alone in documents out of use', () => {
      assertSilent(rule, { [manual]: page('status: retired', 'reviewed: long ago') });
    });

    it('is shortened in the message', () => {
      const [found] = findingsIn({ [path]: page(`status: ${'very '.repeat(40)}done`, 'owner: Tom') }, rule);
      assert.match(found?.message ?? '', /^“very very.{0,60}…” is no valid value/);
    });
  });

  describe('adds a field', () => {
    it('at the end of the front matter', () => {
      assertFix(rule, {
        title: 'Add “owner”',
        before: { [path]: '---\nstatus: draft # yet\n\n---\n\n# Screens\n' },
        after: { [path]: '---\nstatus: draft # yet\nowner: ‸\n\n---\n\n# Screens\n' },
      });
    });

    it('at the depth of the others', () => {
      assertFix(rule, {
        title: 'Add “owner”',
        before: { [path]: '---\n  type: ux-design\n  status: draft\n---\n\n# Screens\n' },
        after: { [path]: '---\n  type: ux-design\n  status: draft\n  owner: ‸\n---\n\n# Screens\n' },
      });
    });

    it('in front matter made for it', () => {
      assertFix(rule, {
        title: 'Add “status”',
        before: { [path]: '# Screens\n' },
        after: { [path]: '---\nstatus: ‸\n---\n\n# Screens\n' },
      });
    });

    it('in empty front matter', () => {
      assertFix(rule, {
        title: 'Add “status”',
        before: { [path]: '---\n---\n\n# Screens\n' },
        after: { [path]: '---\nstatus: ‸\n---\n\n# Screens\n' },
      });
    });

    it('below the lines in the body that hold the metadata, in their style', () => {
      assertFix(rule, {
        title: 'Add “owner”',
        before: { [path]: '# Screens\n\n- **Status:** Draft  \n\nText\n' },
        after: { [path]: '# Screens\n\n- **Status:** Draft  \n- **Owner:** ‸  \n\nText\n' },
      });
      assertFix(rule, {
        title: 'Add “owner”',
        before: { [path]: '# Screens\n\n| Status | Draft |\n| --- | --- |\n' },
        after: { [path]: '# Screens\n\n| Status | Draft |\n| --- | --- |\n| Owner | ‸ |\n' },
      });
    });

    it('but not where the key stands already', () => {
      assert.deepEqual(fixTitles(rule, { [path]: page('status: draft', 'owner:') }), []);
    });
  });

  describe('offers a better value', () => {
    const definition = `lifecycle: 1
extends: standard
artifacts:
  ux-design: { fields: { surface: { type: enum, values: [watch, phone-app] } } }
`;

    it('as a safe fix when only the spelling differs', () => {
      assertFix(rule, {
        title: 'Change to “phone-app”',
        safe: true,
        before: { 'lifecycle.yaml': definition, [path]: page('status: draft', 'owner: Tom', 'surface: "Phone app"') },
        after: { [path]: page('status: draft', 'owner: Tom', 'surface: phone-app') },
      });
    });

    it('for somebody to look at when it is a guess', () => {
      assertFix(rule, {
        title: 'Change to “approved”',
        before: { [path]: page('status: aproved', 'owner: Tom', 'approvals: Tom') },
        after: { [path]: page('status: approved', 'owner: Tom', 'approvals: Tom') },
      });
      assertFix(rule, {
        title: 'Change to “2026-05-02”',
        before: { [path]: page('status: draft', 'owner: Tom', 'reviewed: 2026/5/2') },
        after: { [path]: page('status: draft', 'owner: Tom', 'reviewed: 2026-05-02') },
      });
    });

    it('never for a date that can be read in two ways', () => {
      assert.deepEqual(fixTitles(rule, { [path]: page('status: draft', 'owner: Tom', 'reviewed: 02/05/2026') }), []);
    });
  });
});
