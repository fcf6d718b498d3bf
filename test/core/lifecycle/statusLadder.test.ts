import assert from 'node:assert/strict';
import { atLeast, canonicalStatus, rankOf } from '../../../server/core/lifecycle/statusLadder.ts';
import { lifecycleOf } from './definitions.ts';

describe('status ladder', () => {
  const lifecycle = lifecycleOf('');
  const record = lifecycle.artifacts['decision-record'];

  const words: readonly (readonly [string, string | undefined, string | undefined])[] = [
    ['draft', 'draft', 'draft'],
    ['In Review', 'in-review', 'in-review'],
    ['in_review', 'in-review', 'in-review'],
    ['UNDER REVIEW', 'in-review', 'in-review'],
    ['signed off', 'approved', 'approved'],
    ['accepted', 'approved', 'approved'],
    ['rejected', undefined, 'retired'],
    ['Deprecated', 'retired', 'retired'],
    ['done', undefined, undefined],
    ['', undefined, undefined],
  ];
  for (const [word, usual, ofRecord] of words)
    it(`${JSON.stringify(word)} means ${usual}, in a decision record ${ofRecord}`, () => {
      assert.equal(canonicalStatus(lifecycle, undefined, word), usual);
      assert.equal(canonicalStatus(lifecycle, record, word), ofRecord);
    });

  it('rises from draft to released', () => {
    assert.deepEqual(
      ['draft', 'in-review', 'approved', 'released', 'retired', 'unheard-of'].map(id => rankOf(lifecycle, id)),
      [1, 2, 3, 4, undefined, undefined],
    );
  });

  it('compares only what is on the ladder', () => {
    assert.equal(atLeast(lifecycle, 'released', 'approved'), true);
    assert.equal(atLeast(lifecycle, 'approved', 'approved'), true);
    assert.equal(atLeast(lifecycle, 'in-review', 'approved'), false);
    assert.equal(atLeast(lifecycle, 'retired', 'draft'), false);
    assert.equal(atLeast(lifecycle, 'approved', 'retired'), false);
  });

  it('takes the words of a lifecycle of its own', () => {
    const own = lifecycleOf('statuses: { last-call: { title: Last call, aliases: [closing] } }\n');
    assert.equal(canonicalStatus(own, undefined, 'Last Call'), 'last-call');
    assert.equal(canonicalStatus(own, undefined, 'closing'), 'last-call');
    assert.equal(rankOf(own, 'last-call'), 5);
  });
});
