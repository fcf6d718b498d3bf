import assert from 'node:assert/strict';
import fc from 'fast-check';
import remarkFrontmatter from 'remark-frontmatter';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { parseMarkdown } from '../../../server/core/parse/markdown.ts';
import { satteri } from './support/parsers.ts';
import { markdownView, yamlView } from './support/view.ts';

interface Case {
  readonly name: string;
  readonly text: string;
  /** Undefined: there is no front matter. */
  readonly map?: unknown;
  readonly problems?: readonly string[];
  readonly headings?: readonly string[];
}

const cases: readonly Case[] = [
  {
    name: 'fields with their places',
    text: '---\ntitle: "A 😀"\ntags: [b, c]\n---\n# D\n',
    map: {
      title: ['A 😀', '«"A 😀"»'],
      tags: [
        ['b', '«b»'],
        ['c', '«c»'],
      ],
    },
    headings: ['1 D «D»'],
  },
  {
    name: 'a byte order mark, CRLF and emoji',
    text: '\uFEFF---\r\na: 😀 b\r\nc: 1\r\n---\r\n\r\n# é\r\n',
    map: { a: ['😀 b', '«😀 b»'], c: [1, '«1»'] },
    headings: ['1 é «é»'],
  },
  {
    name: 'blanks after the fences',
    text: '--- \na: b\n---\t\n# C\n',
    map: { a: ['b', '«b»'] },
    headings: ['1 C «C»'],
  },
  { name: 'nothing between the fences', text: '---\n---\n', map: undefined, problems: [] },
  { name: 'only a comment between the fences', text: '---\n# a\n---\n', map: undefined, problems: [] },
  { name: 'nothing after the fences', text: '---\na: b\n---', map: { a: ['b', '«b»'] } },
  { name: 'a list instead of fields', text: '---\n- a\n---\n', problems: ['yaml-syntax «- a»'] },
  { name: 'dots do not close it', text: '---\na: b\n...\n', problems: ['front-matter-position «---»'] },
  {
    name: 'an indented fence does not close it',
    text: '---\na: |\n  b\n  ---\nc: d\n---\n',
    map: { a: ['b\n---\n', '«|\n  b\n  ---»'], c: ['d', '«d»'] },
  },
  { name: 'never closed', text: '---\ntitle: A\n\n# B\n', problems: ['front-matter-position «---»'] },
  { name: 'a line across the page', text: '---\n\n# A\n', problems: [], headings: ['1 A «A»'] },
  { name: 'plus signs', text: '+++\na = "b"\n+++\n', problems: [] },
  { name: 'after blank lines', text: '\n \n---\na: b\n---\n', problems: ['front-matter-position «---»'] },
  {
    name: 'after comments',
    text: '\uFEFF<!-- a\n-->\n\n---\na: b\nc:\n  - d\n# e\n---\n',
    problems: ['front-matter-position «---»'],
  },
  { name: 'a line and a heading after blank lines', text: '\n---\nText without fields.\n---\n', problems: [] },
  { name: 'fields between lines further down', text: '# A\n\n---\na: b\n---\n', problems: [] },
  {
    name: 'text between the fences after blank lines',
    text: '\n---\na: b\n\nSome text, and more.\n\n---\n',
    problems: [],
  },
  {
    name: 'an unquoted colon, with all other fields',
    text: '---\ntitle: Recap: the launch # c\nowner: B\n---\n',
    map: { title: ['Recap: the launch', '«Recap: the launch»'], owner: ['B', '«B»'] },
    problems: ['yaml-syntax «Recap: the launch»'],
  },
  {
    name: 'an unclosed quote',
    text: '---\ntitle: "A\nowner: B\n---\n# C\n',
    map: { title: ['A owner: B', '«"A\nowner: B»'] },
    problems: ['yaml-syntax «"»'],
    headings: ['1 C «C»'],
  },
];

describe('Front matter', () => {
  for (const { name, text, map, problems = [], headings } of cases) {
    it(name, () => {
      const document = parseMarkdown('a.md', text, satteri);
      assert.deepEqual(yamlView(document.frontMatter?.map, text), map);
      assert.deepEqual(markdownView(document).problems, problems);
      if (headings) assert.deepEqual(markdownView(document).headings, headings);
    });
  }

  it('stands where remark-frontmatter finds it', () => {
    const pieces = ['---', '---', '\n', '\n', '\r\n', '\r', ' ', '\t', 'a: b', '# c', '+++', '...', '----', 'é'];
    const oracle = unified().use(remarkParse).use(remarkFrontmatter).freeze();
    const texts = fc.array(fc.constantFrom(...pieces), { maxLength: 12 }).map(parts => `---${parts.join('')}`);
    fc.assert(
      fc.property(texts, text => {
        const [first] = oracle.parse(text).children;
        const end = first?.type === 'yaml' ? first.position?.end.offset : undefined;
        const place = end === undefined ? undefined : { start: 0, end: text.slice(0, end).trimEnd().length };
        const { frontMatter } = parseMarkdown('a.md', text, satteri);
        assert.deepEqual(frontMatter?.span, place);
      }),
      { numRuns: 1000 },
    );
  });

  it('knows its own place and that of its comments', () => {
    const text = '\uFEFF---\r\n# a\r\nb: c # d\r\n---\r\ntext';
    const { frontMatter } = parseMarkdown('a.md', text, satteri);
    assert.ok(frontMatter);
    const source = ({ start, end }: { start: number; end: number }) => text.slice(start, end);
    assert.equal(source(frontMatter.span), '---\r\n# a\r\nb: c # d\r\n---');
    assert.equal(source(frontMatter.bodySpan), '# a\r\nb: c # d\r\n');
    assert.deepEqual(
      frontMatter.comments.map(comment => [source(comment.span), comment.text]),
      [
        ['# a', 'a'],
        ['# d', 'd'],
      ],
    );
  });
});
