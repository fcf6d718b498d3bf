import assert from 'node:assert/strict';
import { statusBarItem } from '../../../client/views/statusBarModel.ts';
import { strideBand, strideOne, strideOneReport } from '../fixture/strideOne.ts';

const both = { products: [strideBand, strideOne], complete: true };

describe('the status-bar item', () => {
  it('is hidden without products', () => {
    assert.equal(statusBarItem({ products: [], complete: true }, undefined), undefined);
  });

  it('names the next gate and how many must-criteria are open', () => {
    const item = statusBarItem(strideOneReport, undefined);
    assert.equal(item?.text, '$(error) Handed over to deployment: 3 open');
    assert.equal(item?.spoken, 'Slipway: Handed over to deployment: 3 open, 8 errors, 28 warnings');
    assert.deepEqual(item?.tooltip, [
      'Stride One 1.0.0',
      'Next gate: Handed over to deployment, 2 of 5 met.',
      '8 errors, 28 warnings.',
      'Deployment has begun before the hand-over.',
    ]);
  });

  it('follows the document that is being edited, to the nearest product above it', () => {
    assert.match(statusBarItem(both, `${strideOne.rootUri}/docs/plan.md`)?.tooltip[0] ?? '', /^Stride One/);
    assert.equal(statusBarItem(both, `${strideOne.rootUri}/band/docs/plan.md`)?.tooltip[0], 'band');
    assert.equal(statusBarItem(both, `${strideOne.rootUri}/b%61nd/plan.md`)?.tooltip[0], 'band');
  });

  it('shows the worst product when no document decides', () => {
    assert.match(statusBarItem(both, 'untitled:Untitled-1')?.tooltip[0] ?? '', /^Stride One/);
  });

  it('says when a gate is ready and when all are decided', () => {
    const ready = {
      ...strideBand,
      gates: strideBand.gates.map(gate => ({ ...gate, must: { done: 2, all: 2 } })),
    };
    assert.equal(
      statusBarItem({ products: [ready], complete: true }, undefined)?.text,
      '$(milestone) Concept agreed: ready',
    );
    const done = { ...strideBand, next: undefined };
    assert.equal(statusBarItem({ products: [done], complete: true }, undefined)?.text, '$(milestone) no open gate');
  });

  it('turns while the first check goes on', () => {
    assert.match(statusBarItem({ ...strideOneReport, complete: false }, undefined)?.text ?? '', /^\$\(loading~spin\)/);
  });
});
