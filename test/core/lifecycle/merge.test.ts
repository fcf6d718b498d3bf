import assert from 'node:assert/strict';
import fc from 'fast-check';
import { merge, mergeAll } from '../../../server/core/lifecycle/merge.ts';
import { entryAt, type Layer, partAt, type Tree, toTree, toValue } from '../../../server/core/lifecycle/tree.ts';
import { parseYaml } from '../../../server/core/parse/yaml.ts';

type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

const layer = (index: number): Layer => ({ index, file: `${index}.yaml`, builtIn: false });

/** A plain value as a tree; JSON is YAML. */
function tree(value: Json, index = 0): Tree {
  const { root } = parseYaml('x.yaml', JSON.stringify(value));
  assert.ok(root);
  return toTree(root, layer(index));
}

/** RFC 7396, section 2, on plain values. */
function reference(target: Json | undefined, patch: Json): Json {
  if (!isObject(patch)) return patch;
  const result: Record<string, Json> = isObject(target) ? { ...target } : {};
  for (const [key, value] of Object.entries(patch)) {
    if (value === null) delete result[key];
    else result[key] = reference(result[key], value);
  }
  return result;
}

const isObject = (value: Json | undefined): value is { readonly [key: string]: Json } =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const keys = fc.constantFrom('a', 'b', 'c', 'd');
const scalars = fc.oneof(
  fc.constantFrom<Json>('x', 'null', '', true, 0, -1.5),
  fc.string().map((text): Json => text),
);
const maps = (leaf: fc.Arbitrary<Json>) =>
  fc.letrec<{ value: Json; map: Json }>(tie => ({
    value: fc.oneof({ depthSize: 'small' }, leaf, fc.array(leaf, { maxLength: 3 }), tie('map')),
    map: fc.dictionary(keys, tie('value'), { maxKeys: 4, noNullPrototype: true }),
  })).map;
const definition = maps(scalars);
const patch = maps(fc.oneof(scalars, fc.constant(null)));

/** Definitions that agree on which keys hold maps: `m…` do, the others do not. */
const regular = fc.letrec<{ map: Json }>(tie => ({
  map: fc.record(
    { s: scalars, l: fc.array(scalars), m1: tie('map'), m2: fc.option(tie('map'), { nil: {}, maxDepth: 2 }) },
    { requiredKeys: [], noNullPrototype: true },
  ),
})).map;

describe('merging', () => {
  it('is JSON Merge Patch', () => {
    fc.assert(
      fc.property(definition, patch, (a, b) => {
        assert.deepEqual(toValue(merge(tree(a), tree(b, 1))), reference(a, b));
      }),
    );
  });

  it('of nothing changes nothing', () => {
    fc.assert(
      fc.property(definition, a => {
        assert.deepEqual(toValue(merge(tree(a), tree({}, 1))), a);
        assert.deepEqual(toValue(mergeAll([tree(a)])), a);
      }),
    );
  });

  it('of a definition with itself is the definition', () => {
    fc.assert(fc.property(definition, a => assert.deepEqual(toValue(merge(tree(a), tree(a, 1))), a)));
  });

  it('leaves no null', () => {
    fc.assert(
      fc.property(patch, patch, (a, b) =>
        assert.deepEqual(toValue(mergeAll([tree(a), tree(b, 1)])), reference(reference({}, a), b)),
      ),
    );
  });

  it('can be grouped at will where nothing is removed and maps stay maps', () => {
    fc.assert(
      fc.property(regular, regular, regular, (a, b, c) => {
        const left = merge(merge(tree(a), tree(b, 1)), tree(c, 2));
        const right = merge(tree(a), merge(tree(b, 1), tree(c, 2)));
        assert.deepEqual(toValue(left), toValue(right));
      }),
    );
  });

  it('keeps the place of every entry in the layer that said it last', () => {
    fc.assert(
      fc.property(definition, definition, (a, b) => {
        const [base, over] = [tree(a), tree(b, 1)];
        const merged = merge(base, over);
        const check = (part: Tree, path: readonly string[]): void => {
          if (part.kind !== 'map') return;
          for (const [key, entry] of part.entries) {
            const here = [...path, key];
            const from = entryAt(over, here) ?? entryAt(base, here);
            assert.deepEqual([entry.layer, entry.keySpan], [from?.layer, from?.keySpan]);
            if (entry.value.kind !== 'map')
              assert.equal(entry.value, partAt(entry.layer.index === 1 ? over : base, here));
            check(entry.value, here);
          }
        };
        check(merged, []);
      }),
    );
  });

  it('takes a key without a value as not written', () => {
    const over = toTree(parseYaml('x.yaml', 'a:\nb: null\n').root ?? assert.fail(), layer(1));
    assert.deepEqual(toValue(merge(tree({ a: 1, b: 2 }), over)), { a: 1 });
  });
});
