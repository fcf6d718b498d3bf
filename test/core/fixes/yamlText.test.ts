import assert from 'node:assert/strict';
import fc from 'fast-check';
import { yamlText } from '../../../server/core/fixes/yamlText.ts';
import { parseYaml } from '../../../server/core/parse/yaml.ts';

/** What YAML reads, in a block, in braces and in brackets. */
const readBack = (text: string): readonly (string | number | boolean | null | undefined)[] =>
  [`a: ${text}\n`, `{ a: ${text}, b: 1 }\n`].map(source => {
    const { root } = parseYaml('a.yaml', source);
    const value = root?.kind === 'map' ? root.entries[0]?.value : undefined;
    return value?.kind === 'scalar' ? value.value : undefined;
  });

describe('text as YAML', () => {
  it('is plain where that says the same', () => {
    for (const text of ['Tom', "Tom O'Neill", 'it-support', 'Sleep stages, all night']) {
      const plain = /^[^,]+$/.test(text);
      assert.equal(yamlText(text), plain ? text : JSON.stringify(text));
    }
  });

  it('is read back as the same text', () => {
    for (const text of [
      'true',
      'No',
      '1.0',
      '12',
      '@zoe',
      'a: b',
      'a #b',
      '- a',
      '[a]',
      '',
      ' a ',
      'null',
      'a\nb',
      '"',
    ])
      assert.deepEqual(readBack(yamlText(text)), [text, text]);
    fc.assert(
      fc.property(fc.string({ maxLength: 12 }), text => {
        assert.deepEqual(readBack(yamlText(text)), [text, text]);
      }),
    );
  });
});
