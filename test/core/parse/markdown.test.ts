import assert from 'node:assert/strict';
import { parseMarkdown } from '../../../server/core/parse/markdown.ts';
import { remark, satteri } from './support/parsers.ts';
import { type MarkdownView, markdownView } from './support/view.ts';

/** What a text must lead to; what is not named does not matter to the case. */
interface Case extends Partial<MarkdownView> {
  readonly name: string;
  readonly text: string;
}

const cases: readonly Case[] = [
  {
    name: 'headings of both styles, without signs and markup',
    text: '# One *two* `three` #\n\nFour\n**five**\n====\n\nSix\n---\n\n###### Deep ##\n',
    headings: ['1 One two three «One *two* `three`»', '1 Four five «Four\n**five**»', '2 Six «Six»', '6 Deep «Deep»'],
    paragraphs: [],
  },
  { name: 'an empty heading', text: '##\n', headings: ['2  «»'] },
  {
    name: 'a heading with an image, an anchor and an escape',
    text: '## ![Logo](l.svg) <a name="x"></a>A \\* B &amp; C\n',
    headings: ['2 Logo A * B & C «![Logo](l.svg) <a name="x"></a>A \\* B &amp; C»'],
  },
  {
    name: 'headings in quotes and list items, in document order',
    text: '> # A\n\n- # B\n  - # C\n- D\n\n# E\n',
    headings: ['1 A «A»', '1 B «B»', '1 C «C»', '1 E «E»'],
    listItems: ['0 bullet «»', '1 bullet «»', '0 bullet «D»'],
  },
  {
    name: 'list items with depth, order and tasks',
    text: '- a\n  1. b\n     more\n  2. c\n\n     second\n- [ ] d\n- [x] [e](f)\n-\n',
    listItems: [
      '0 bullet «a»',
      '1 ordered «b\n     more»',
      '1 ordered «c»',
      '0 bullet [ ] «d»',
      '0 bullet [x] «[e](f)»',
      '0 bullet «»',
    ],
    paragraphs: ['«a»', '«b\n     more»', '«c»', '«second»', '«d»', '«[e](f)»'],
  },
  { name: 'a box without words is no task', text: '- [ ]\n', listItems: ['0 bullet «[ ]»'] },
  {
    name: 'tables with markup, escaped bars and missing cells',
    text: '| A | *B* |\n|---|:-:|\n| `x\\|y` |  |\nc | d <br>e |\n| f |\n',
    tables: [[['A «A»', 'B «*B*»'], ['x|y «`x\\|y`»', '«»'], ['c «c»', 'd  e «d <br>e»'], ['f «f»']]],
    code: ['inline «`x\\|y`»'],
    paragraphs: [],
  },
  {
    name: 'code in all its forms',
    text: '``` TypeScript title=x\na\n```\n\n    b\n\n    c\n\n~~~\nd\n~~~\n\ne `f` ``g`h``\n',
    code: [
      'fence typescript «``` TypeScript title=x\na\n```»',
      'indented «    b\n\n    c»',
      'fence «~~~\nd\n~~~»',
      'inline «`f`»',
      'inline «``g`h``»',
    ],
  },
  { name: 'a fence that is never closed', text: '```\na\n\n', code: ['fence «```\na»'] },
  { name: 'indented code that looks like a fence', text: '    ```\n    a\n', code: ['indented «    ```\n    a»'] },
  {
    name: 'several comments in one block, over lines',
    text: '<div><!-- a -->\n<!--\nb\nc\n--></div>\n\nText <!-- d --> more.\n',
    comments: ['a «<!-- a -->»', 'b\nc «<!--\nb\nc\n-->»', 'd «<!-- d -->»'],
    html: ['«<div><!-- a -->\n<!--\nb\nc\n--></div>»', '«<!-- d -->»'],
  },
  {
    name: 'a comment in a quote loses the quote signs',
    text: '> <!-- a\n> b -->\n',
    comments: ['a\nb «<!-- a\n> b -->»'],
  },
  {
    name: 'a comment that is never closed',
    text: 'a\n\n<!-- b\n\nc\n',
    comments: ['b\n\nc «<!-- b\n\nc»'],
    paragraphs: ['«a»'],
  },
  { name: 'an empty comment', text: '<!---->\n', comments: [' «<!---->»'] },
  { name: 'no comment in code', text: '`<!-- a -->`\n\n```\n<!-- b -->\n```\n', comments: [], html: [] },
  {
    name: 'links, with titles, brackets, escapes and entities',
    text: '[a *b*](c.md "t") [](#d) [e](<f g.md>) [h](i\\)j) [k](l&amp;m) [n](o(p)) [q]( r )\n',
    links: [
      'link c.md «c.md» a b',
      'link #d «#d» ',
      'link f g.md «f g.md» e',
      'link i)j «i\\)j» h',
      'link l&m «l&amp;m» k',
      'link o(p) «o(p)» n',
      'link r «r» q',
    ],
  },
  { name: 'a link without target stands for itself', text: '[a]()\n', links: ['link  «[a]()» a'] },
  {
    name: 'images, also inside links',
    text: '![a *b* [c](d)](e.png) [![f](g.svg)](h)\n',
    links: ['image e.png «e.png» a b c', 'link h «h» f', 'image g.svg «g.svg» f'],
  },
  {
    name: 'definitions, with brackets, titles and line breaks',
    text: '[a], [b][], ![c][a]\n\n[a]: <d e> "t"\n[b]:\n  f.md#g\n',
    links: ['definition d e «d e» a', 'definition f.md#g «f.md#g» b'],
  },
  {
    name: 'bare addresses',
    text: 'https://a.bc/d_e, www.f.gh, i@j.kl and <https://m.no>.\n',
    links: [
      'link https://a.bc/d_e «https://a.bc/d_e» https://a.bc/d_e',
      'link http://www.f.gh «www.f.gh» www.f.gh',
      'link mailto:i@j.kl «i@j.kl» i@j.kl',
      'link https://m.no «https://m.no» https://m.no',
    ],
  },
  {
    name: 'bare addresses that need a second look',
    text: 'é “https://a.bc/d” [https://e.fg/h] i\n',
    links: [
      'link https://a.bc/d” «https://a.bc/d”» https://a.bc/d”',
      'link https://e.fg/h «https://e.fg/h» https://e.fg/h',
    ],
  },
  { name: 'plus signs open no front matter', text: '+++\ntitle = "a"\n+++\n', paragraphs: ['«+++\ntitle = "a"\n+++»'] },
  {
    name: 'emoji and a byte order mark',
    text: '\uFEFF# 😀 A\n\n[😀](b)\n',
    headings: ['1 😀 A «😀 A»'],
    links: ['link b «b» 😀'],
  },
  { name: 'zero bytes', text: '# a\0b\n', headings: ['1 a\uFFFDb «a\0b»'] },
  { name: 'an empty text', text: '', headings: [], paragraphs: [], problems: [] },
];

/** The part of a view that a case speaks about. */
function named(view: MarkdownView, { name: _, text: __, ...expected }: Case): Partial<MarkdownView> {
  return Object.fromEntries(Object.entries(view).filter(([key]) => key in expected));
}

describe('Markdown', () => {
  for (const parser of [satteri, remark]) {
    describe(`with ${parser.name}`, () => {
      for (const given of cases) {
        const { name, text, ...expected } = given;
        it(name, () => {
          assert.deepEqual(named(markdownView(parseMarkdown('a.md', text, parser)), given), expected);
        });
        it(`${name}, with CRLF`, () => {
          const crlf = markdownView(parseMarkdown('a.md', text.replaceAll('\n', '\r\n'), parser));
          assert.deepEqual(withoutCarriageReturns(named(crlf, given)), expected);
        });
      }
    });
  }

  it('keeps the front matter when the parser throws', () => {
    const broken = {
      name: 'remark',
      parse() {
        throw new Error('Broken.');
      },
    } as const;
    const document = parseMarkdown('a.md', '---\ntitle: A\n---\n# B\n', broken);
    assert.equal(document.frontMatter?.map?.entries[0]?.key, 'title');
    assert.deepEqual(markdownView(document).problems, ['parser-failed «»']);
    assert.deepEqual(document.headings, []);
  });
});

const withoutCarriageReturns = (view: Partial<MarkdownView>): unknown =>
  JSON.parse(JSON.stringify(view).replaceAll('\\r', ''));
