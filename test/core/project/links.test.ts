import assert from 'node:assert/strict';
import fc from 'fast-check';
import { anchorOfHeading, anchorsOf } from '../../../server/core/project/anchors.ts';
import { relativePath, resolveLink } from '../../../server/core/project/links.ts';
import { markdownOf } from './support.ts';

describe('a link', () => {
  const table: readonly (readonly [string, string | undefined, string | undefined])[] = [
    ['b.md', 'docs/b.md', undefined],
    ['./b.md', 'docs/b.md', undefined],
    ['../b.md', 'b.md', undefined],
    ['c/../b.md', 'docs/b.md', undefined],
    ['sub/', 'docs/sub', undefined],
    ['..', '', undefined],
    ['../../b.md', undefined, undefined],
    ['/b.md', 'b.md', undefined],
    ['/docs/b.md', 'docs/b.md', undefined],
    ['b.md#top', 'docs/b.md', 'top'],
    ['b.md#', 'docs/b.md', ''],
    ['b.md?plain=1#L3', 'docs/b.md', 'l3'],
    ['#Roll-Back', 'docs/a.md', 'roll-back'],
    ['a%20b.md', 'docs/a b.md', undefined],
    ['b.md#caf%C3%A9', 'docs/b.md', 'café'],
    ['a%23b.md', 'docs/a#b.md', undefined],
    ['100%.md', 'docs/100%.md', undefined],
  ];
  for (const [target, path, fragment] of table)
    it(`to ${target} leads to ${path}${fragment === undefined ? '' : `, ${fragment}`}`, () => {
      assert.deepEqual(resolveLink('docs/a.md', target), { path, fragment });
    });

  for (const target of [
    '',
    '#',
    'https://example.org/a.md',
    'mailto:ana@example.org',
    '//example.org',
    'C:/a.md',
    'tel:1',
  ])
    it(`to ${JSON.stringify(target)} leads to no file`, () => {
      assert.equal(resolveLink('docs/a.md', target), undefined);
    });

  it('is written as the way from one file to the other', () => {
    assert.equal(relativePath('docs/a.md', 'docs/b.md'), 'b.md');
    assert.equal(relativePath('a.md', 'docs/b.md'), 'docs/b.md');
    assert.equal(relativePath('docs/x/a.md', 'b.md'), '../../b.md');
    assert.equal(relativePath('docs/a.md', 'docs/a.md'), 'a.md');
    const path = fc
      .array(fc.stringMatching(/^[a-c]{1,2}$/), { minLength: 1, maxLength: 5 })
      .map(segments => `${segments.join('/')}.md`);
    fc.assert(
      fc.property(path, path, (from, to) => {
        assert.equal(resolveLink(from, relativePath(from, to))?.path, to);
      }),
    );
  });
});

describe('the anchors of a document', () => {
  const of = (text: string): readonly string[] => [...anchorsOf(markdownOf(text))];

  const table: readonly (readonly [string, string, readonly string[]])[] = [
    ['words', '# Roll back\n\n## Who decides?\n', ['roll-back', 'who-decides']],
    ['the same words again', '## Steps\n\n## Steps\n\n## Steps\n', ['steps', 'steps-1', 'steps-2']],
    ['words that a number makes equal', '## Steps\n\n## Steps 1\n\n## Steps\n', ['steps', 'steps-1', 'steps-2']],
    ['inline code and emphasis', '## Run `npm test` **now**\n', ['run-npm-test-now']],
    ['punctuation', '## 1. What & why: a "plan" (draft)!\n', ['1-what--why-a-plan-draft']],
    ['links', '## See [the guide](guide.md)\n', ['see-the-guide']],
    ['letters of other languages', '## Prüfung é\n', ['prüfung-é']],
    ['emoji', '## 🚀 Launch\n', ['-launch']],
    ['underscores and hyphens', '## a_b - c\n', ['a_b---c']],
    ['underlined headings', 'Roll back\n---------\n', ['roll-back']],
    [
      'ids in HTML',
      '<a id="Back"></a>\n\nText <a name=\'here\'>x</a>\n\n<h2 class="x" id=deep>Y</h2>\n',
      ['back', 'here', 'deep'],
    ],
    ['no ids in code', '`<a id="x">`\n', []],
  ];
  for (const [name, text, expected] of table)
    it(`are made of ${name}`, () => {
      assert.deepEqual(of(text), expected);
    });

  it('belong to their heading', () => {
    const document = markdownOf('## Steps\n\n## Steps\n');
    assert.deepEqual(
      document.headings.map(heading => anchorOfHeading(document, heading)),
      ['steps', 'steps-1'],
    );
  });
});
