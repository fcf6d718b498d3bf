import assert from 'node:assert/strict';
import fc from 'fast-check';
import { fillPath, pathPattern } from '../../../server/core/project/pathPattern.ts';

type Captures = Readonly<Record<string, string>>;

describe('pathPattern', () => {
  const table: readonly (readonly [string, string, Captures | undefined])[] = [
    ['CHANGELOG.md', 'CHANGELOG.md', {}],
    ['CHANGELOG.md', 'changelog.md', undefined],
    ['CHANGELOG.md', 'docs/CHANGELOG.md', undefined],
    ['CHANGELOG.md', 'CHANGELOGxmd', undefined],
    ['docs/{slug}.md', 'docs/app.md', { slug: 'app' }],
    ['docs/{slug}.md', 'docs/a.b.md', { slug: 'a.b' }],
    ['docs/{slug}.md', 'docs/.md', undefined],
    ['docs/{slug}.md', 'docs/part/app.md', undefined],
    ['docs/{slug}.md', 'docs/app.md.bak', undefined],
    ['{number}.md', '0007.md', { number: '0007' }],
    ['{number}.md', '7a.md', undefined],
    ['d/{number:0000}-{slug}.md', 'd/0001-use-sqlite.md', { number: '0001', slug: 'use-sqlite' }],
    ['d/{number:0000}-{slug}.md', 'd/12-x.md', { number: '12', slug: 'x' }],
    ['r/{version}.md', 'r/1.0.0.md', { version: '1.0.0' }],
    ['r/{version}.md', 'r/v2.md', { version: 'v2' }],
    ['r/{version}.md', 'r/1.0.0-rc.1.md', { version: '1.0.0-rc.1' }],
    ['r/{version}.md', 'r/latest.md', undefined],
    ['n/{date}.md', 'n/2026-05-04.md', { date: '2026-05-04' }],
    ['n/{date}.md', 'n/2026-5-4.md', undefined],
    ['{part}/{part}.md', 'app/app.md', { part: 'app' }],
    ['{part}/{part}.md', 'app/watch.md', undefined],
    ['{a}-{b}.md', 'x-y-z.md', { a: 'x', b: 'y-z' }],
    ['docs/*.md', 'docs/x.md', {}],
    ['docs/*.md', 'docs/a/x.md', undefined],
    ['**/x.md', 'x.md', {}],
    ['**/x.md', 'a/b/x.md', {}],
    ['**/x.md', 'ax.md', undefined],
    ['docs/**/{slug}.md', 'docs/a/b/x.md', { slug: 'x' }],
    ['docs/**', 'docs/a/b.md', {}],
    ['a+b (1).md', 'a+b (1).md', {}],
    ['a+b (1).md', 'aab 1.md', undefined],
    ['[x]^$|\\.md', '[x]^$|\\.md', {}],
    ['{constructor}.md', 'x.md', { constructor: 'x' }],
    ['{not closed.md', '{not closed.md', {}],
    ['docs/ünï/{slug}.md', 'docs/ünï/😀.md', { slug: '😀' }],
    ['{slug}.md', 'two\nlines.md', { slug: 'two\nlines' }],
  ];
  for (const [pattern, path, expected] of table)
    it(`${pattern} ${expected ? 'fits' : 'does not fit'} ${JSON.stringify(path)}`, () => {
      assert.deepEqual(pathPattern(pattern).match(path), expected);
    });

  it('knows how much of it is literal', () => {
    assert.equal(pathPattern('docs/a.md').literalLength, 9);
    assert.equal(pathPattern('docs/{slug}.md').literalLength, 8);
    assert.equal(pathPattern('**/{a}/*').literalLength, 1);
  });

  it('takes linear time however many parts a name has', () => {
    const pattern = pathPattern('{a}{b}{c}{d}{e}{f}{g}{h}{i}x');
    assert.equal(pattern.match('y'.repeat(2000)), undefined);
    assert.equal(pathPattern(`${'**/'.repeat(20)}x`).match(`${'a/'.repeat(500)}y`), undefined);
  });
});

describe('fillPath', () => {
  const values = { number: '7', slug: 'use-sqlite', version: '1.0.0', date: '2026-06-15' };
  const table: readonly (readonly [string, string])[] = [
    ['CHANGELOG.md', 'CHANGELOG.md'],
    ['d/{number:0000}-{slug}.md', 'd/0007-use-sqlite.md'],
    ['d/{number:00}.md', 'd/07.md'],
    ['d/{number}.md', 'd/7.md'],
    ['d/{number:x}.md', 'd/7.md'],
    ['r/{version}.md', 'r/1.0.0.md'],
    ['n/{date}.md', 'n/2026-06-15.md'],
    ['{component}/design.md', 'component/design.md'],
    ['{constructor}/{toString}.md', 'constructor/toString.md'],
    ['{slug}/{slug}.md', 'use-sqlite/use-sqlite.md'],
    ['docs/**/*.md', 'docs/use-sqlite.md'],
  ];
  for (const [pattern, expected] of table)
    it(`${pattern} gives ${expected}`, () => {
      assert.equal(fillPath(pattern, values), expected);
    });

  const word = fc.stringMatching(/^[a-z][a-z0-9]{0,6}$/);
  const part = fc.oneof(
    word,
    fc.constantFrom('{slug}', '{part}', '{number}', '{number:0000}', '{version}', '{date}', '+', ' ', '(', '.'),
  );
  const pattern = fc
    .array(fc.array(part, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 4 })
    .map(segments => `${segments.map(parts => parts.join('-')).join('/')}.md`);
  const filling = fc.record(
    {
      slug: word,
      part: word,
      number: fc.nat().map(String),
      version: fc.tuple(fc.nat(99), fc.nat(99), fc.nat(99)).map(numbers => numbers.join('.')),
      date: fc.constantFrom('2026-06-15', '1999-12-31'),
    },
    { noNullPrototype: true },
  );

  it('gives a path that fits and whose parts fill it again', () => {
    fc.assert(
      fc.property(pattern, filling, (source, given) => {
        const path = fillPath(source, given);
        const captures = pathPattern(source).match(path);
        // Two names that may share a word can be cut elsewhere; the path that comes out is still the same.
        if (captures) assert.equal(fillPath(source, captures), path);
        else assert.match(source, /\{(\w+)[^}]*\}.*\{\1/);
      }),
    );
  });

  it('gives back what it took where every name has a segment of its own', () => {
    const own = pathPattern('docs/{slug}/{part}/{version}/{date}/{number}.md');
    fc.assert(
      fc.property(filling, given => {
        assert.deepEqual(own.match(fillPath(own.source, given)), given);
      }),
    );
  });
});
