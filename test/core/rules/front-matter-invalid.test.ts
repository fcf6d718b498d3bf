import assert from 'node:assert/strict';
import { assertFix, assertMarked, assertSilent, fixTitles } from '../../support/marked.ts';
import { findingsIn } from '../../support/product.ts';

const rule = 'front-matter-invalid';
const path = 'docs/development/ux-design.md';

describe(rule, () => {
  it('marks the place in the YAML', () => {
    assertMarked(rule, {
      [path]: `
---
type: ux-design
status: draft
title: Screens: the watch
       ^^^^^^^^^^^^^^^^^^ error: needs quotes
owner: designer
---

# Screens
`,
    });
  });

  it('marks a quote that is never closed', () => {
    assertMarked(rule, {
      [path]:
        '---\ntype: ux-design\ntitle: "Screens\n       ^ error: This quote is never closed\nowner: designer\n---\n\n# Screens\n',
    });
  });

  it('marks front matter that is no map', () => {
    assertMarked(rule, { [path]: '---\n- draft\n^^^^^^^ error: “field: value” lines\n---\n\n# Screens\n' });
  });

  it('marks a block that does not start on the first line', () => {
    assertMarked(rule, {
      [path]:
        '<!-- Ours. -->\n\n---\n^^^ error: front matter starts on the first line\nstatus: draft\nowner: Tom\n---\n\n# Screens\n',
    });
  });

  it('knows a lifecycle document by its path, or by a type that can still be read', () => {
    const broken = '---\ntype: ux-design\ntitle: "Screens\n---\n';
    assert.equal(findingsIn({ 'notes/screens.md': broken }, rule).length, 1);
    assertSilent(rule, { 'notes/screens.md': broken.replace('ux-design', 'page') });
  });

  it('says nothing about rules, examples and empty front matter', () => {
    assertSilent(rule, { [path]: '# Screens\n\n---\n\nText: more\n\n---\n' });
    assertSilent(rule, { [path]: '# Screens\n\n```yaml\n---\na: "b\n---\n```\n' });
    assertSilent(rule, { [path]: '---\n---\n\n# Screens\n' });
  });

  it('is said once: the fields that cannot be read are not called missing', () => {
    const found = findingsIn({ [path]: '---\ntype: ux-design\ntitle: "Screens\n---\n\n# Screens\n' });
    assert.deepEqual(
      found.filter(finding => finding.path === path).map(finding => finding.rule),
      [rule],
    );
  });

  describe('mends', () => {
    it('a value with a colon', () => {
      assertFix(rule, {
        title: 'Put the value in quotes',
        before: { [path]: '---\nstatus: draft\ntitle: Screens: the "big" watch # new\nowner: Tom\n---\n\n# Screens\n' },
        after: {
          [path]: '---\nstatus: draft\ntitle: "Screens: the \\"big\\" watch" # new\nowner: Tom\n---\n\n# Screens\n',
        },
      });
    });

    it('a tab', () => {
      assertFix(rule, {
        title: 'Replace the tab by spaces',
        before: { [path]: '---\nstatus: draft\nowner: Tom\nnot_applicable:\n\treason: None\n---\n\n# Screens\n' },
        after: { [path]: '---\nstatus: draft\nowner: Tom\nnot_applicable:\n  reason: None\n---\n\n# Screens\n' },
      });
    });

    it('a block in the wrong place', () => {
      assertFix(rule, {
        title: 'Move the block to the first line',
        before: { [path]: '<!-- Ours. -->\n\n---\nstatus: draft\nowner: Tom\n---\n\n# Screens\n' },
        after: { [path]: '---\nstatus: draft\nowner: Tom\n---\n<!-- Ours. -->\n\n\n# Screens\n' },
      });
    });

    it('nothing where nobody can know what was meant', () => {
      assert.deepEqual(fixTitles(rule, { [path]: '---\nstatus: draft\ntitle: "Screens\nowner: Tom\n---\n' }), []);
      assert.deepEqual(fixTitles(rule, { [path]: '---\nstatus: draft\nowner: Tom\n\n# Screens\n' }), []);
    });
  });
});
