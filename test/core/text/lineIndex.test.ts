import assert from 'node:assert/strict';
import fc from 'fast-check';
import { lineIndex } from '../../../server/core/text/lineIndex.ts';

const text = fc
  .array(fc.constantFrom('a', '😀', '\t', '\n', '\r\n', '\r'), { maxLength: 60 })
  .map(parts => parts.join(''));

describe('The line index', () => {
  it('counts line ends of all kinds, and columns in UTF-16 units', () => {
    const { positionAt } = lineIndex('a\n😀b\r\n\rc');
    const places = [0, 1, 2, 4, 5, 7, 8, 9].map(positionAt).map(({ line, column }) => `${line}:${column}`);
    assert.deepEqual(places, ['0:0', '0:1', '1:0', '1:2', '1:3', '2:0', '3:0', '3:1']);
  });

  it('keeps to the text', () => {
    const { positionAt } = lineIndex('a\nb');
    assert.deepEqual(positionAt(-5), { line: 0, column: 0 });
    assert.deepEqual(positionAt(99), { line: 1, column: 1 });
    assert.deepEqual(lineIndex('').positionAt(1), { line: 0, column: 0 });
  });

  it('counts for every offset the line ends before it', () => {
    fc.assert(
      fc.property(text, content => {
        const { positionAt } = lineIndex(content);
        for (let offset = 0; offset <= content.length; offset++) {
          if (content[offset - 1] === '\r' && content[offset] === '\n') continue;
          const lines = content.slice(0, offset).split(/\r\n|\n|\r/);
          assert.deepEqual(positionAt(offset), { line: lines.length - 1, column: lines.at(-1)?.length });
        }
      }),
    );
  });
});
