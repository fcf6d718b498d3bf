import assert from 'node:assert/strict';
import fc from 'fast-check';
import { type Field, fieldsSchema } from '../../../server/core/lifecycle/schema/field.ts';
import { parseYaml } from '../../../server/core/parse/yaml.ts';
import { readValue } from '../../../server/core/project/fieldReading.ts';
import { entry, itemsOf } from '../../../server/core/project/yamlValue.ts';

const fieldOf = (settings: object): Field => {
  const { x } = fieldsSchema.parse({ x: settings });
  assert.ok(x);
  return x;
};

/** The values of a field `x` in YAML, each as `what counts = what stands at its place`. */
function read(text: string, settings: object): readonly string[] {
  const node = entry(parseYaml('x.yaml', text).root, 'x');
  assert.ok(node);
  return itemsOf(readValue(fieldOf(settings), node, text, false)).map(item =>
    item.kind === 'scalar' ? `${item.source} = ${text.slice(item.span.start, item.span.end)}` : item.kind,
  );
}

describe('reading a value', () => {
  const table: readonly (readonly [name: string, text: string, settings: object, expected: readonly string[]])[] = [
    ['as it is', 'x: a, b', {}, ['a, b = a, b']],
    ['in parts', 'x: a,  b c ,d', { separator: ',' }, ['a = a', 'b c = b c', 'd = d']],
    ['in parts, a number', 'x: 7', { separator: ',' }, ['7 = 7']],
    ['in parts, in quotes', `x: 'a, b'`, { separator: ',' }, ['a = a', 'b = b']],
    ['in parts, over lines', 'x: a,\n  b\n  c, d', { separator: ',' }, ['a = a', 'b c = b\n  c', 'd = d']],
    ['in parts, over lines in quotes', 'x: "a,\n  b"', { separator: ',' }, ['a = a', 'b = b']],
    [
      'in parts with escapes, at the whole',
      'x: "a\\t1, b"',
      { separator: ',' },
      ['a 1 = "a\\t1, b"', 'b = "a\\t1, b"'],
    ],
    ['in parts with links', `x: '[a, b](c,d), e'`, { separator: ',' }, ['a, b = a, b', 'e = e']],
    ['in parts by a word', 'x: a and b', { separator: ' and ' }, ['a = a', 'b = b']],
    ['in parts, empty ones too', 'x: a,,b', { separator: ',' }, ['a = a', ' = ', 'b = b']],
    ['that is a list already', 'x: [a, "b, c"]', { separator: ',' }, ['a = a', 'b, c = "b, c"']],
    ['in part', 'x: open (May)', { reads: '(\\w+).*' }, ['open = open']],
    ['in part, in quotes', 'x: "open (May)"', { reads: '(\\w+).*' }, ['open = open']],
    ['that has no such part', 'x: (May)', { reads: '(\\w+).*' }, ['(May) = (May)']],
    ['in part by a pattern without a group', 'x: open', { reads: '.*' }, ['open = open']],
    ['each in part', 'x: a (1), b (2)', { reads: '(\\w+).*', separator: ',' }, ['a = a', 'b = b']],
  ];
  for (const [name, text, settings, expected] of table)
    it(name, () => {
      assert.deepEqual(read(text, settings), expected);
    });

  it('finds each part where it stands, whatever is written', () => {
    const text = fc.string({
      unit: fc.constantFrom('a', 'b', ',', ' ', '\n  ', '"', "'", '[', ']', '(', ')', '\\', '😀'),
      maxLength: 30,
    });
    fc.assert(
      fc.property(text, body => {
        const source = `x: ${body}`;
        const node = entry(parseYaml('x.yaml', source).root, 'x');
        if (!node) return;
        const value = readValue(fieldOf({ separator: ',' }), node, source, true);
        for (const item of value.kind === 'list' ? value.items : [value]) {
          assert.ok(item.span.start <= item.span.end && item.span.end <= source.length);
          const written = source.slice(item.span.start, item.span.end);
          if (item.kind === 'scalar' && item.span.end - item.span.start < node.span.end - node.span.start)
            assert.equal(written.replace(/\s+/g, ' '), item.source);
        }
      }),
    );
  });
});
