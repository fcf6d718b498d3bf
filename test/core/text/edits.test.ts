import assert from 'node:assert/strict';
import fc from 'fast-check';
import { applyEdits, type TextEdit } from '../../../server/core/text/edits.ts';
import { at } from '../../../server/core/text/span.ts';

/** A text and edits in it that do not overlap, in order. */
const textAndEdits = fc
  .array(fc.record({ kept: fc.string({ minLength: 1 }), removed: fc.string(), inserted: fc.string() }), {
    maxLength: 8,
  })
  .map(parts => {
    const edits: TextEdit[] = [];
    let text = '';
    for (const { kept, removed, inserted } of parts) {
      text += kept;
      edits.push({ span: { start: text.length, end: text.length + removed.length }, text: inserted });
      text += removed;
    }
    return { text, edits };
  });

/** One after the other from the end, so that no edit moves the place of another. */
function appliedOneByOne(text: string, edits: readonly TextEdit[]): string {
  let edited = text;
  for (const { span, text: replacement } of [...edits].reverse()) {
    edited = edited.slice(0, span.start) + replacement + edited.slice(span.end);
  }
  return edited;
}

describe('Edits', () => {
  it('give the same text in any order as one after the other', () => {
    const shuffled = textAndEdits.chain(({ text, edits }) =>
      fc.shuffledSubarray(edits, { minLength: edits.length }).map(order => ({ text, edits, order })),
    );
    fc.assert(
      fc.property(shuffled, ({ text, edits, order }) => {
        assert.equal(applyEdits(text, order), appliedOneByOne(text, edits));
      }),
    );
  });

  it('leave the text alone when there are none', () => {
    fc.assert(fc.property(fc.string(), text => assert.equal(applyEdits(text, []), text)));
  });

  it('insert before they replace at the same place', () => {
    const edits: TextEdit[] = [
      { span: { start: 1, end: 2 }, text: 'B' },
      { span: at(1), text: '-' },
    ];
    assert.equal(applyEdits('abc', edits), 'a-Bc');
  });

  it('keep the order of insertions at the same place', () => {
    assert.equal(
      applyEdits('ab', [
        { span: at(1), text: '1' },
        { span: at(1), text: '2' },
      ]),
      'a12b',
    );
  });
});
