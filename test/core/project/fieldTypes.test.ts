import assert from 'node:assert/strict';
import { assertSilent } from '../../support/marked.ts';
import { findingsIn } from '../../support/product.ts';
import { note, path, product, rule } from './noteProduct.ts';

describe('types of fields', () => {
  const table: readonly (readonly [type: string, right: readonly string[], wrong: readonly string[]])[] = [
    ['{ type: integer }', ['7', '-3', '"07"'], ['x', '1.5']],
    ['{ type: integer, min: 1, max: 5 }', ['1', '5'], ['0', '6']],
    ['{ type: number }', ['1.5', '2'], ['much']],
    ['{ type: boolean }', ['true', 'no'], ['maybe']],
    ['{ type: date }', ['2024-02-29'], ['2023-02-29', '2023-2-1']],
    ['{ type: duration }', ['6 months', '1 day'], ['a while', '6']],
    ['{ type: version }', ['1.4', 'v1.4.0-rc.1'], ['latest', '1.x']],
    ['{ type: phase }', ['work'], ['play']],
    [
      '{ type: url }',
      ['https://example.com/a?b', 'mailto:ana@example.com'],
      ['example', 'https://a b', 'www.example.com'],
    ],
    ['{ type: path }', ['../x.md', 'anything'], []],
    ['{ type: [date, integer] }', ['2024-02-29', '7'], ['soon']],
    ['{ type: enum, values: [a, 2] }', ['a', '2'], ['b']],
    ['{ type: date, values: [never] }', ['2024-02-29', 'never'], ['later']],
    ['{ pattern: "R[0-9]+" }', ['R12'], ['r12', 'R']],
    ['{ pattern: "R[0-9]+", values: [none] }', ['R12', 'none'], ['some']],
    ['{ not-pattern: "(?i).*todo.*" }', ['done'], ['a Todo here']],
    ['{ min-length: 3, max-length: 5 }', ['abc', 'äöü😀x'], ['ab', 'abcdef']],
    ['{ equals: "{number}" }', ['7', '"007"'], ['8']],
    ['{ equals: "{group}/{number}" }', ['red/7'], ['blue/7']],
    ['{ list: true, min-items: 2, max-items: 3 }', ['[a, b]', '[a, b, c]'], ['[a]', '[a, b, c, d]']],
    ['{ list: true, unique: list }', ['[a, b]'], ['[a, b, a]', '["7", "007"]']],
    ['{ list: true, sorted: true }', ['[1, 2, 10]', '[a, b]', '[1.9.0, 1.10.0]'], ['[2, 1]', '[b, a]', '[10, 9]']],
    ['{ type: integer, separator: "," }', ['1, 2', '7', '"1,2"'], ['1, x', '1,, 2', '1,']],
    ['{ separator: ",", unique: list, sorted: true }', ['a, b'], ['b, a', 'a, a']],
    ['{ reads: "([a-z]+)(?: .*)?", type: enum, values: [open, shut] }', ['open', 'shut (since May)'], ['ajar (a bit)']],
  ];
  for (const [type, right, wrong] of table) {
    const files = product(`{ x: ${type} }`);
    for (const value of right)
      it(`${type} takes ${value}`, () => {
        assertSilent(rule, { ...files, [path]: note(`x: ${value}`) });
      });
    for (const value of wrong)
      it(`${type} refuses ${value}`, () => {
        assert.equal(findingsIn({ ...files, [path]: note(`x: ${value}`) }, rule).length, 1);
      });
  }

  it('take versions as the scheme of the lifecycle writes them', () => {
    const years = product('{ x: { type: version } }', '', 'version-scheme: calver\n');
    const free = product('{ x: { type: version } }', '', 'version-scheme: none\n');
    for (const value of ['2026.06.1', '26.6', '2026-06-15'])
      assertSilent(rule, { ...years, [path]: note(`x: ${value}`) });
    for (const value of ['1.4.0', '2026', 'May'])
      assert.match(
        findingsIn({ ...years, [path]: note(`x: ${value}`) }, rule)[0]?.message ?? '',
        /such as 2026\.06\.1/,
      );
    assertSilent(rule, { ...free, [path]: note('x: Leopard') });
  });
});
