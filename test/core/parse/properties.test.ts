import assert from 'node:assert/strict';
import fc from 'fast-check';
import { stringify } from 'yaml';
import { decodeText } from '../../../server/core/parse/decode.ts';
import { parseMarkdown } from '../../../server/core/parse/markdown.ts';
import type { MarkdownDocument, YamlNode } from '../../../server/core/parse/model.ts';
import { parseDocument } from '../../../server/core/parse/parse.ts';
import { parseYaml } from '../../../server/core/parse/yaml.ts';
import { contains, type Span } from '../../../server/core/text/span.ts';
import { markdownText, plainMap, yamlText } from './support/arbitraries.ts';
import { lists, remark, satteri } from './support/parsers.ts';
import { plainYaml } from './support/view.ts';

const spanOf = (fact: Span | { readonly span: Span }): Span => ('span' in fact ? fact.span : fact);

function assertWithin(span: Span, length: number): void {
  assert.ok(0 <= span.start && span.start <= span.end && span.end <= length, JSON.stringify({ span, length }));
}

function assertInOrder(spans: readonly Span[]): void {
  spans.forEach((span, index) => {
    assert.ok(span.start >= (spans[index - 1]?.start ?? 0), JSON.stringify(spans));
  });
}

function assertInside(inner: Span, outer: Span): void {
  assert.ok(contains(outer, inner), JSON.stringify({ inner, outer }));
}

function assertSound(document: MarkdownDocument): void {
  const { text, frontMatter } = document;
  for (const list of lists) {
    const spans = document[list].map(spanOf);
    for (const span of spans) assertWithin(span, text.length);
    assertInOrder(spans);
    for (const span of spans) assert.ok(span.start >= (frontMatter?.span.end ?? 0));
  }
  for (const { span, textSpan } of [...document.headings, ...document.listItems]) assertInside(textSpan, span);
  for (const { span, targetSpan } of document.links) assertInside(targetSpan, span);
  for (const { span, header, rows } of document.tables) {
    for (const cell of [...header, ...rows.flat()]) assertInside(cell.span, span);
  }
  for (const { span } of document.comments) assert.ok(text.startsWith('<!--', span.start));
  for (const { span } of document.problems) assertWithin(span, text.length);
  if (frontMatter) {
    assertInside(frontMatter.bodySpan, frontMatter.span);
    if (frontMatter.map) assertSoundYaml(frontMatter.map, frontMatter.bodySpan);
    for (const { span } of frontMatter.comments) assertInside(span, frontMatter.bodySpan);
  }
}

function assertSoundYaml(node: YamlNode, within: Span): void {
  assertInside(node.span, within);
  if (node.kind === 'list') for (const item of node.items) assertSoundYaml(item, within);
  if (node.kind !== 'map') return;
  for (const { keySpan, value } of node.entries) {
    assertInside(keySpan, within);
    assertSoundYaml(value, within);
  }
}

function* scalarsIn(node: YamlNode | undefined): Generator<YamlNode & { kind: 'scalar' }> {
  if (node?.kind === 'scalar') yield node;
  if (node?.kind === 'list') for (const item of node.items) yield* scalarsIn(item);
  if (node?.kind === 'map') for (const { value } of node.entries) yield* scalarsIn(value);
}

/** Without what JSON cannot say: a negative zero. */
const asJson = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

const runs = { numRuns: 1000 };

describe('For any text', () => {
  it('Markdown is read without throwing, and every place lies in the text, in order', () => {
    fc.assert(
      fc.property(markdownText, text => assertSound(parseMarkdown('a.md', text, satteri))),
      runs,
    );
  });

  it('the same holds with remark', () => {
    fc.assert(
      fc.property(markdownText, text => assertSound(parseMarkdown('a.md', text, remark))),
      { numRuns: 300 },
    );
  });

  it('YAML is read without throwing, and every place lies in the text', () => {
    fc.assert(
      fc.property(yamlText, text => {
        const { root, comments, problems } = parseYaml('a.yaml', text);
        const whole = { start: 0, end: text.length };
        if (root) assertSoundYaml(root, whole);
        for (const { span } of [...comments, ...problems]) assertInside(span, whole);
        for (const { span } of comments) assert.equal(text[span.start], '#');
      }),
      runs,
    );
  });

  it('YAML without anchors and problems has its plain scalars where it says', () => {
    fc.assert(
      fc.property(yamlText, text => {
        const { root, problems } = parseYaml('a.yaml', text);
        if (problems.length > 0 || /[&*]/.test(text)) return;
        for (const { span, source } of scalarsIn(root)) {
          const written = text.slice(span.start, span.end);
          if (/^["'|>]/.test(written) || /[\r\n]/.test(written + source)) continue;
          assert.equal(written, source);
        }
      }),
      runs,
    );
  });

  it('the words of a heading are where it says', () => {
    const words = fc.array(fc.constantFrom('a', 'Bc', '1', '😀', 'é', '*d*', '`e`', '[f](g)'), { minLength: 1 });
    const styles: readonly ((source: string) => string)[] = [
      source => `# ${source}`,
      source => `###   ${source} ##`,
      source => `> - ## ${source}\t`,
      source => `${source}\n---`,
      source => `  ${source}  \r\n===`,
    ];
    fc.assert(
      fc.property(words, fc.constantFrom(...styles), (parts, style) => {
        const source = parts.join(' ');
        const text = `\uFEFF---\na: b\n---\n${style(source)}\n`;
        const [heading] = parseMarkdown('a.md', text, satteri).headings;
        assert.ok(heading);
        assert.equal(text.slice(heading.textSpan.start, heading.textSpan.end), source);
      }),
    );
  });

  it('bytes are decoded, and reading what comes out does not throw', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), fc.constantFrom('a.md', 'a.yaml'), (bytes, path) => {
        const decoded = decodeText(bytes);
        if (decoded.problem) assertWithin(decoded.problem.span, decoded.text.length);
        assert.equal(parseDocument(path, decoded, satteri).text, decoded.text);
      }),
      runs,
    );
  });

  it('line ends do not change headings', () => {
    fc.assert(
      fc.property(markdownText, any => {
        const text = any.replace(/\r\n?/g, '\n');
        const headingsOf = (version: string) =>
          parseMarkdown('a.md', version, satteri).headings.map(heading => [heading.depth, heading.text]);
        assert.deepEqual(headingsOf(text.replaceAll('\n', '\r\n')), headingsOf(text));
      }),
      runs,
    );
  });

  it('a byte order mark shifts every place by one and changes nothing else', () => {
    fc.assert(
      fc.property(markdownText, text => {
        if (text.startsWith('\uFEFF')) return;
        const shifted = ({ start, end }: Span): Span => ({ start: start + 1, end: end + 1 });
        const plain = parseMarkdown('a.md', text, satteri);
        const marked = parseMarkdown('a.md', `\uFEFF${text}`, satteri);
        for (const list of lists) assert.deepEqual(marked[list].map(spanOf), plain[list].map(spanOf).map(shifted));
        assert.deepEqual(marked.frontMatter?.span, plain.frontMatter && shifted(plain.frontMatter.span));
      }),
      runs,
    );
  });
});

describe('For any value', () => {
  it('YAML that says it is read as that value', () => {
    fc.assert(
      fc.property(plainMap, value => {
        const document = parseYaml('a.yaml', stringify(value, { aliasDuplicateObjects: false }));
        assert.deepEqual(document.problems, []);
        assert.deepEqual(asJson(plainYaml(document.root)), asJson(value));
      }),
      { numRuns: 200 },
    );
  });
});
