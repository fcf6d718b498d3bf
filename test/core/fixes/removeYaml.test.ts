import assert from 'node:assert/strict';
import fc from 'fast-check';
import { listItemSpan, mapEntrySpan } from '../../../server/core/fixes/removeYaml.ts';
import { parseYaml } from '../../../server/core/parse/yaml.ts';
import { applyEdits } from '../../../server/core/text/edits.ts';

/** The text without the item or entry at `index`; undefined where nothing can be removed. */
function without(text: string, index: number): string | undefined {
  const { root } = parseYaml('a.yaml', text);
  if (!root || root.kind === 'scalar') return undefined;
  const item = root.kind === 'list' ? root.items[index] : undefined;
  const entry = root.kind === 'map' ? root.entries[index] : undefined;
  const span = root.kind === 'list' ? item && listItemSpan(text, root, item) : entry && mapEntrySpan(text, root, entry);
  return span && applyEdits(text, [{ span, text: '' }]);
}

describe('removing from YAML', () => {
  it('takes an item or an entry out with its comma or its lines', () => {
    for (const [text, index, left] of [
      ['[a, b, c]', 0, '[b, c]'],
      ['[a, b, c]', 1, '[a, c]'],
      ['[ "a" , b ]', 1, '[ "a" ]'],
      ['{ a: 1, b: , c: 3 }', 1, '{ a: 1, c: 3 }'],
      ['{ a: 1, b: { c: 3 } }', 0, '{ b: { c: 3 } }'],
      ['- a\n- b # why\n- c\n', 1, '- a\n- c\n'],
      ['- a\r\n- b: 1\r\n  c: 2\r\n', 1, '- a\r\n'],
      ['- a\n- b', 1, '- a\n'],
      ['a: 1\nb:\n  c: 2\n  d: 3\n# about e\ne: 4\n', 1, 'a: 1\n# about e\ne: 4\n'],
      ['a:\nb: 1\n', 0, 'b: 1\n'],
    ] as const)
      assert.equal(without(text, index), left, text);
  });

  it('leaves the last one alone, and what is written in an unexpected way', () => {
    assert.equal(without('[a]', 0), undefined);
    assert.equal(without('a: 1\n', 0), undefined);
    assert.equal(without('[a, # first\n b]', 1), undefined);
  });

  it('leaves the values of all others as they are', () => {
    const words = fc.uniqueArray(fc.stringMatching(/^[a-z]{1,6}$/), { minLength: 2, maxLength: 6 });
    fc.assert(
      fc.property(words, fc.nat(), fc.constantFrom('flow list', 'list', 'map', 'flow map'), (all, pick, form) => {
        const index = pick % all.length;
        const text = written(all, form);
        const left = without(text, index);
        const others = all.filter((_, other) => other !== index);
        assert.deepEqual(parsed(left ?? ''), parsed(written(others, form)));
      }),
    );
  });
});

function written(words: readonly string[], form: string): string {
  if (form === 'flow list') return `[${words.join(', ')}]\n`;
  if (form === 'flow map') return `{ ${words.map(word => `${word}: x${word}`).join(', ')} }\n`;
  return words.map(word => (form === 'list' ? `- ${word}\n` : `${word}: x${word}\n`)).join('');
}

/** The words of a list or map, in their order. */
function parsed(text: string): readonly string[] {
  const { root } = parseYaml('a.yaml', text);
  if (root?.kind === 'list') return root.items.map(item => (item.kind === 'scalar' ? item.source : item.kind));
  return root?.kind === 'map' ? root.entries.map(({ key }) => key) : [];
}
