import assert from 'node:assert/strict';
import { assertFix, assertMarked, assertSilent, fixTitles } from '../../support/marked.ts';

const rule = 'anchor-broken';
const path = 'docs/deployment/roadmap.md';

const page = (body: string, status = 'draft'): string =>
  `---\nstatus: ${status}\nowner: Ana\nversion: 1.0.0\n---\n\n# Roadmap\n\n${body}\n`;

const other = { 'docs/other.md': '# Other\n\n## One & *two*\n\n## Same\n\n## Same\n\n<a id="Deep"></a>\n' };

describe(rule, () => {
  it('marks a link to a heading that is not there, here or in another file', () => {
    assertMarked(rule, {
      ...other,
      [path]: page(`See [below](#latter) and [there](../other.md#three).
            ^^^^^^^ warning: No heading in this file answers to “#latter”, so readers land at the top. Link to a heading that is there.
                                 ^^^^^^^^^^^^^^^^^ No heading in docs/other.md answers to “#three”

## Later`),
    });
  });

  it('knows headings as repository hosts name them, repeated ones, and ids in HTML', () => {
    assertSilent(rule, {
      ...other,
      [path]: page(
        '[a](#roadmap) [b](../other.md#one--two) [c](../other.md#same-1) [d](../other.md#deep) [e](../other.md#Same) [f](#%C3%BCber) [g](#own-id)\n\n## Über\n\n## Ours {#own-id}',
      ),
    });
  });

  it('leaves what hosts add themselves alone', () => {
    assertSilent(rule, {
      ...other,
      [path]: page('[a](#top) [b](../other.md#L3-L7) [c](#) [d](../other.md#:~:text=One)'),
    });
  });

  it('leaves missing files to the rule for links, and pictures, folders and unread files alone', () => {
    assertSilent(rule, { ...other, 'docs/x.svg': '<svg/>', [path]: page('[a](no.md#x) [b](../x.svg#x) [c](../#x)') });
  });

  it('leaves code and documents out of use alone', () => {
    assertSilent(rule, { [path]: page('`[a](#x)`\n\n    [b](#x)') });
    assertSilent(rule, { [path]: page('[a](#x)', 'retired') });
  });

  it('offers the nearest heading', () => {
    assertFix(rule, {
      title: 'Link to #one--two',
      before: { ...other, [path]: page('[a](../other.md#one-two "One")') },
      after: { [path]: page('[a](../other.md#one--two "One")') },
    });
    assert.deepEqual(fixTitles(rule, { ...other, [path]: page('[a](../other.md#budget)') }), []);
  });
});
