import assert from 'node:assert/strict';
import { parseYaml } from '../../../server/core/parse/yaml.ts';
import { plainYaml, problemsView, yamlView } from './support/view.ts';

interface Case {
  readonly name: string;
  readonly text: string;
  readonly value: unknown;
  readonly problems?: readonly string[];
}

const values: readonly Case[] = [
  {
    name: 'scalars as the core schema reads them',
    text: "a: 1\nb: 1.50\nc: true\nd: ~\ne:\nf: 2026-06-15\ng: yes\nh: \"1\"\ni: 'it''s'\nj: 0x1F\n",
    value: { a: 1, b: 1.5, c: true, d: null, e: null, f: '2026-06-15', g: 'yes', h: '1', i: "it's", j: 31 },
  },
  {
    name: 'dates stay strings in YAML 1.1 too',
    text: '%YAML 1.1\n---\na: 2026-06-15\nb: !!timestamp 2026-06-15\n',
    value: { a: '2026-06-15', b: '2026-06-15' },
  },
  { name: 'block text', text: 'a: |\n  b\n  # c\nd: >-\n  e\n  f\n', value: { a: 'b\n# c\n', d: 'e f' } },
  {
    name: 'keys are words, whatever they look like',
    text: '1: a\ntrue: b\n"c d": e\n',
    value: { '1': 'a', true: 'b', 'c d': 'e' },
  },
  { name: 'anchors and aliases', text: 'a: &x [1, {b: 2}]\nc: *x\n', value: { a: [1, { b: 2 }], c: [1, { b: 2 }] } },
  { name: 'an anchor used again names the new value', text: '- &x 1\n- *x\n- &x 2\n- *x\n', value: [1, 1, 2, 2] },
  {
    name: 'a merge key yields to keys of the map',
    text: 'a: &a {x: 1, y: 2}\nb: {y: 3, <<: *a, z: 4}\n',
    value: { a: { x: 1, y: 2 }, b: { y: 3, x: 1, z: 4 } },
  },
  {
    name: 'the first of several merged maps wins',
    text: 'a: &a {x: 1}\nb: &b {x: 2, y: 2}\nc:\n  <<: [*a, *b]\n',
    value: { a: { x: 1 }, b: { x: 2, y: 2 }, c: { x: 1, y: 2 } },
  },
  { name: 'a quoted merge key is a key', text: '"<<": a\n', value: { '<<': 'a' } },
  { name: 'a map in a flow list', text: '[a: b, c]\n', value: [{ a: 'b' }, 'c'] },
  { name: 'keys without values', text: '{a, b: , c: 1}', value: { a: null, b: null, c: 1 } },
  { name: 'an empty text', text: '', value: undefined },
  { name: 'only comments', text: '# a\n\n# b\n', value: undefined },
  { name: 'an empty second document', text: '---\na: b\n---\n', value: { a: 'b' } },
  { name: 'own tags', text: 'a: !mine b\n', value: { a: 'b' } },
  {
    name: 'several documents',
    text: 'a: b\n---\nc: d\n---\ne: f\n',
    value: { a: 'b' },
    problems: ['yaml-syntax «---»'],
  },
  { name: 'a key twice', text: 'a: 1\nb: 2\na: 3\n', value: { a: 1, b: 2 }, problems: ['yaml-syntax «a»'] },
  { name: 'a tab as indentation', text: 'a:\n\tb: c\n', value: { a: null, b: 'c' }, problems: ['yaml-syntax «\t»'] },
  {
    name: 'an unquoted colon',
    text: 'a: b: c # d\ne: f\n',
    value: { a: 'b: c', e: 'f' },
    problems: ['yaml-syntax «b: c»'],
  },
  {
    name: 'several unquoted colons',
    text: 'a: b: c: d\ne:\n  - f: g: h\n  - i\n',
    value: { a: 'b: c: d', e: [{ f: 'g: h' }, 'i'] },
    problems: ['yaml-syntax «b: c: d»', 'yaml-syntax «g: h»'],
  },
  {
    name: 'an unclosed quote',
    text: 'a: b\nc: "d\ne: f\n',
    value: { a: 'b', c: 'd e: f' },
    problems: ['yaml-syntax «"»'],
  },
  {
    name: 'an unclosed quote that ends with an escaped one',
    text: 'a: "b\\"',
    value: { a: 'b"' },
    problems: ['yaml-syntax «"»'],
  },
  {
    name: 'an unclosed single quote that ends with an escaped one',
    text: "a: 'b''",
    value: { a: "b'" },
    problems: ["yaml-syntax «'»"],
  },
  {
    name: 'quotes in quotes',
    text: String.raw`a: "b\"c"
d: 'e''f'
g: ''
h: ""
i: ''''
j: "\\"
`,
    value: { a: 'b"c', d: "e'f", g: '', h: '', i: "'", j: '\\' },
  },
  {
    name: 'an unclosed list',
    text: 'a: [b, c\nd: e\n',
    value: { a: ['b', 'c'], d: 'e' },
    problems: ['yaml-syntax «d»'],
  },
  { name: 'a reserved sign', text: 'a: @b\nc: d\n', value: { a: '@b', c: 'd' }, problems: ['yaml-syntax «@b»'] },
  { name: 'a list as a key', text: '? [a]\n: b\nc: d\n', value: { c: 'd' }, problems: ['yaml-syntax «[a]»'] },
  { name: 'an alias to nothing', text: 'a: *b\n', value: { a: null }, problems: ['yaml-syntax «*b»'] },
  { name: 'an alias to itself', text: 'a: &b [1, *b]\n', value: { a: [1, null] }, problems: ['yaml-syntax «*b»'] },
  {
    name: 'a merge key without a map',
    text: 'a:\n  <<: 1\n  b: 2\n',
    value: { a: { b: 2 } },
    problems: ['yaml-syntax «1»'],
  },
];

const places: readonly Case[] = [
  {
    name: 'quotes, comments and empty values',
    text: 'a: "x" # c\nb:\n- \'y\'\n-\n',
    value: {
      a: ['x', '«"x"»'],
      b: [
        ['y', "«'y'»"],
        [null, '«»'],
      ],
    },
  },
  {
    name: 'a byte order mark, CRLF and emoji',
    text: '\uFEFFa: 😀\r\nb: |\r\n  c\r\n\r\nd: e\r\n',
    value: { a: ['😀', '«😀»'], b: ['c\n', '«|\r\n  c»'], d: ['e', '«e»'] },
  },
  {
    name: 'an alias stands at its own place, what is in it at the place of the anchor',
    text: 'a: &x 1\nb: *x\nc: &y {d: 2}\ne: *y\n',
    value: { a: [1, '«1»'], b: [1, '«*x»'], c: { d: [2, '«2»'] }, e: { d: [2, '«2»'] } },
  },
];

describe('YAML', () => {
  describe('values and problems', () => {
    for (const { name, text, value, problems = [] } of values) {
      it(name, () => {
        const document = parseYaml('a.yaml', text);
        assert.deepEqual(plainYaml(document.root), value);
        assert.deepEqual(problemsView(document), problems);
      });
    }
  });

  describe('places', () => {
    for (const { name, text, value } of places) {
      it(name, () => assert.deepEqual(yamlView(parseYaml('a.yaml', text).root, text), value));
    }

    it('block maps and lists end with their last value', () => {
      const text = 'a:\n  b: c\n\n# d\ne:\n  - f # g\n';
      const { root } = parseYaml('a.yaml', text);
      assert.equal(root?.kind, 'map');
      const sources = root.entries.map(({ keySpan, value }) => [
        text.slice(keySpan.start, keySpan.end),
        text.slice(value.span.start, value.span.end),
      ]);
      assert.deepEqual(sources, [
        ['a', 'b: c'],
        ['e', '- f'],
      ]);
    });

    it('an empty value stands after its key, before a comment', () => {
      const text = 'a: # b\nc:\n';
      const { root } = parseYaml('a.yaml', text);
      assert.equal(root?.kind, 'map');
      assert.deepEqual(
        root.entries.map(({ value }) => value.span),
        [
          { start: 3, end: 3 },
          { start: 9, end: 9 },
        ],
      );
    });
  });

  it('keeps the text of a scalar as written', () => {
    const { root } = parseYaml('a.yaml', 'a: 1.10\nb: "1.10"\nc: 0o17\n');
    assert.equal(root?.kind, 'map');
    assert.deepEqual(
      root.entries.map(({ value }) => value.kind === 'scalar' && value.source),
      ['1.10', '1.10', '0o17'],
    );
  });

  it('collects comments, but not what only looks like one', () => {
    const text = '# a\r\nb: c # d\r\ne: "# f"\r\ng: |\r\n  # h\r\ni#j: k#l\r\n#m';
    const { comments } = parseYaml('a.yaml', text);
    assert.deepEqual(
      comments.map(comment => comment.text),
      ['a', 'd', 'm'],
    );
    assert.deepEqual(
      comments.map(({ span }) => text.slice(span.start, span.end)),
      ['# a', '# d', '#m'],
    );
  });

  it('refuses aliases of aliases that multiply', () => {
    const levels = Array.from({ length: 12 }, (_, level) => {
      const items = level === 0 ? 'x' : `*l${level - 1}`;
      return `- &l${level} [${Array(9).fill(items).join(', ')}]\n`;
    });
    const document = parseYaml('a.yaml', levels.join(''));
    assert.ok(document.problems.length > 0);
    assert.ok(JSON.stringify(document.root).length < 5_000_000);
  });

  it('refuses aliases that nest without end', () => {
    const levels = Array.from(
      { length: 5000 },
      (_, level) => `- &l${level} [${level === 0 ? 'x' : `*l${level - 1}`}]\n`,
    );
    const document = parseYaml('a.yaml', levels.join(''));
    assert.ok(document.problems.length > 0);
    assert.doesNotThrow(() => JSON.stringify(document.root));
  });

  for (const [name, text] of [
    ['lists', '['.repeat(5000)],
    ['maps', '{a: '.repeat(5000)],
    ['items', '- '.repeat(5000)],
  ] as const) {
    it(`refuses ${name} in ${name} in ${name}`, () => {
      const document = parseYaml('a.yaml', text);
      assert.equal(document.root, undefined);
      assert.deepEqual(
        document.problems.map(problem => problem.code),
        ['too-deep'],
      );
    });
  }

  it('reports a few problems of many, in order', () => {
    const { problems } = parseYaml('a.yaml', 'a: @b\n'.repeat(500));
    assert.equal(problems.length, 20);
    assert.deepEqual(
      problems,
      [...problems].sort((a, b) => a.span.start - b.span.start),
    );
  });
});
