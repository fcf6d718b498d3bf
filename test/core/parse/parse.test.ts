import assert from 'node:assert/strict';
import { decodeText } from '../../../server/core/parse/decode.ts';
import { parseDocument } from '../../../server/core/parse/parse.ts';
import { satteri } from './support/parsers.ts';
import { problemsView } from './support/view.ts';

const parse = (path: string, text: string) => parseDocument(path, text, satteri);
const megabytes = (count: number, line: string): string => line.repeat(Math.ceil((count * 1_000_000) / line.length));

/** Texts that would take the parser seconds, gigabytes or the whole process. */
const refused: readonly (readonly [name: string, path: string, text: string, problem: string])[] = [
  ['20 MB of Markdown', 'a.md', megabytes(20, 'Some words.\n\n'), 'too-large «»'],
  ['20 MB of YAML', 'a.yaml', megabytes(20, 'a: b\n'), 'too-large «»'],
  ['a zero byte in Markdown', 'a.md', '# A\n\0', 'not-text «»'],
  ['a zero byte in YAML', 'a.yml', 'a: \0', 'not-text «»'],
  ['5,000 nested quotes', 'a.md', `a\n\n${'>'.repeat(5000)} b\n`, 'too-deep «»'],
  ['100,000 nested quotes', 'a.md', '> '.repeat(100_000), 'too-deep «»'],
  ['nested list items', 'a.md', `${'- '.repeat(5000)}a`, 'too-deep «»'],
  ['nested numbers and quotes', 'a.md', '1. > '.repeat(5000), 'too-deep «»'],
  ['nested footnotes and numbers', 'a.md', '[^a]: 1. '.repeat(5000), 'too-deep «»'],
  ['nesting after a lone carriage return', 'a.md', `a\r${'>'.repeat(5000)}`, 'too-deep «»'],
  ['a paragraph of entities', 'a.md', '&amp;'.repeat(60_000), 'too-large «»'],
  ['a paragraph of tags and addresses', 'a.md', '<b>www.'.repeat(20_000), 'too-large «»'],
  ['a paragraph of emphasis that never closes', 'a.md', `a\n\n${'*a_'.repeat(300_000)}`, 'too-large «»'],
  ['a line of emphasis with accents', 'a.md', 'é *a* '.repeat(20_000), 'too-large «»'],
  ['nested YAML', 'a.yaml', '['.repeat(100_000), 'too-deep «[»'],
];

/** Texts that are long or odd, and yet must be read. */
const read: readonly (readonly [name: string, text: string])[] = [
  ['a long document', megabytes(0.9, 'Some *words* with [links](a.md) and `code`.\n\n')],
  ['a long line without markup', `![](data:image/png;base64,${'A+/b'.repeat(100_000)})\n`],
  ['a long block of code', `\`\`\`\n${megabytes(0.3, '2026-06-15 INFO [main] a_b_c=*d* https://e.f &g;\n')}\`\`\`\n`],
  ['a long table', `| a | b |\n|---|---|\n${megabytes(0.2, '| [a_b](https://c.d) | `e` &amp; *f* |\n')}`],
  ['a long list', megabytes(0.2, '- see https://a.bc/d_e and *f* &amp; g@h.ij\n')],
  ['fifty nested quotes', `${'>'.repeat(50)} a\n`],
  ['a line of dashes', `${'- '.repeat(500)}\n\n${'*'.repeat(5000)}\n`],
];

describe('Parsing a file', () => {
  for (const [name, path, text, problem] of refused) {
    it(`refuses ${name}`, () => {
      const document = parse(path, text);
      assert.deepEqual(problemsView(document), [problem]);
      assert.equal(document.text, text);
    });
  }

  for (const [name, text] of read) {
    it(`reads ${name}`, () => assert.deepEqual(parse('a.md', text).problems, []));
  }

  it('decides by the extension', () => {
    const kinds = ['a.md', 'a.markdown', 'a.yaml', 'a.yml', 'a.YML', 'b/yaml.md'].map(path => parse(path, 'a: b').kind);
    assert.deepEqual(kinds, ['markdown', 'markdown', 'yaml', 'yaml', 'yaml', 'markdown']);
  });

  it('keeps what decoding found and still reads the rest', () => {
    const problem = { code: 'not-utf8', span: { start: 2, end: 2 }, message: 'Bad.' } as const;
    const document = parseDocument('a.md', { text: '# \uFFFD\n', bom: false, problem }, satteri);
    assert.deepEqual(document.problems, [problem]);
    assert.equal(document.kind === 'markdown' && document.headings.length, 1);
  });

  it('says of a picture only that it is no text', () => {
    const content = decodeText(Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0, 0xff, 0]));
    assert.deepEqual(
      parseDocument('a.md', content, satteri).problems.map(problem => problem.code),
      ['not-text'],
    );
  });

  it('reads the Markdown after front matter that is too large', () => {
    const document = parse('a.md', `---\n${megabytes(0.6, 'a: b\n')}---\n# A\n`);
    assert.deepEqual(problemsView(document), ['too-large «»']);
    assert.equal(document.kind === 'markdown' && document.headings.length, 1);
  });

  it('says where the trouble is', () => {
    const { problems } = parse('a.md', `First.\n\n${'>'.repeat(200)}\n`);
    assert.equal(problems[0]?.span.start, 8);
  });
});
