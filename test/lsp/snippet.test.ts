import assert from 'node:assert/strict';
import { snippetOf } from '../../server/lsp/snippet.ts';

describe('snippet', () => {
  // Text, stops, snippet; `§` stands for the dollar sign.
  const cases: [string, string, string][] = [
    ['plain', '', 'plain'],
    ['ab', '1-1', 'a§{1}b'],
    ['a word b', '2-6', 'a §{1:word} b'],
    ['1 2', '2-3 0-1', '§{2:1} §{1:2}'],
    ['§5 {x} \\n', '', '\\§5 {x\\} \\\\n'],
    ['a§{b}c', '1-5', 'a§{1:\\§{b\\}}c'],
    ['abcdef', '0-4 2-5 5-6', '§{1:abcd}e§{2:f}'],
    ['😀 x', '3-4', '😀 §{1:x}'],
    ['xy', '2-2 0-0', '§{2}xy§{1}'],
  ];
  for (const [text, stops, snippet] of cases) {
    it(`makes ${snippet}`, () => {
      assert.equal(snippetOf(text.replaceAll('§', '$'), spansOf(stops)), snippet.replaceAll('§', '$'));
    });
  }
});

/** Spans written as `1-2 3-4`. */
function spansOf(list: string) {
  return [...list.matchAll(/(\d+)-(\d+)/g)].map(([, start, end]) => ({ start: Number(start), end: Number(end) }));
}
