import assert from 'node:assert/strict';
import fc from 'fast-check';
import { distance } from 'fastest-levenshtein';
import type { Project } from '../../../server/core/project/model.ts';
import { nextFree } from '../../../server/core/project/nextFree.ts';
import { similarIds } from '../../../server/core/project/similarIds.ts';
import { projectOf } from '../../support/product.ts';

const base = projectOf({});

const declaring = (ids: readonly string[], used: readonly string[] = []): Project => {
  const mention = (id: string) => ({ id, kind: 'REQ', path: 'a.md', span: { start: 0, end: 0 } });
  return {
    ...base,
    items: {
      declared: new Map(ids.map(id => [id, [mention(id)]] as const)),
      references: used.map(mention),
      declarableKinds: new Set(['REQ']),
    },
  };
};

const number = fc.integer({ min: 1, max: 99_999 });

describe('similar ids', () => {
  it('are those that a comparison with every id would find', () => {
    fc.assert(
      fc.property(fc.uniqueArray(number, { maxLength: 40 }), number, (numbers, wanted) => {
        const id = `REQ-${wanted}`;
        const ids = numbers.filter(other => other !== wanted).map(other => `REQ-${other}`);
        const near = ids
          .map((other, order) => ({ other, far: distance(id, other), order }))
          .filter(({ far }) => far <= 2)
          .sort((a, b) => a.far - b.far || a.order - b.order);
        assert.deepEqual(
          similarIds(declaring([...ids, 'TST-1', `REQ-APP-${wanted}`]), id),
          near.slice(0, 3).map(({ other }) => other),
        );
      }),
    );
  });

  it('are found among ids that are all alike', () => {
    const ids = Array.from({ length: 5000 }, (_, index) => `REQ-${10_000 + index}`);
    const found = similarIds(declaring(ids), 'REQ-15000');
    assert.equal(found.length, 3);
    assert.ok(found.every(other => distance('REQ-15000', other) === 1));
  });
});

describe('the next free id', () => {
  it('follows the highest one in use, declared or not', () => {
    const project = declaring(['REQ-2', 'REQ-10', 'REQ-APP-40'], ['REQ-12']);
    assert.equal(nextFree(project, 'REQ-'), 'REQ-13');
    assert.equal(nextFree(project, 'REQ-', 3, 2), 'REQ-015');
    assert.equal(nextFree(project, 'REQ-APP-'), 'REQ-APP-41');
    assert.equal(nextFree(project, 'TST-'), 'TST-1');
  });
});
