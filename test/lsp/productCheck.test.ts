import assert from 'node:assert/strict';
import { openProduct, type Product, pathIndex } from '../../server/core/engine.ts';
import { productCheck } from '../../server/lsp/productCheck.ts';
import { viewOf } from './support/values.ts';
import { smallLifecycle } from './support/workspace.ts';

describe('product check', () => {
  const product = openProduct('lifecycle.yaml', { builtIn: () => undefined, file: () => smallLifecycle });
  const contents = { documents: new Map(), index: pathIndex(['lifecycle.yaml']) };

  it('computes each part once', () => {
    const check = productCheck(product, contents, '2026-06-15', viewOf({}), error => assert.fail(String(error)));
    assert.equal(check.project(), check.project());
    assert.equal(check.findingsOf('lifecycle.yaml'), check.findingsOf('lifecycle.yaml'));
    assert.deepEqual(check.findingsOf('elsewhere.md'), []);
  });

  it('reports a fault once and is empty then', () => {
    const faults: unknown[] = [];
    const broken: Product = {
      ...product,
      get definition(): Product['definition'] {
        throw new Error('a fault');
      },
    };
    const check = productCheck(broken, contents, '2026-06-15', viewOf({}), error => faults.push(error));
    assert.equal(check.project(), undefined);
    assert.deepEqual([...check.paths()], []);
    assert.deepEqual(check.findingsOf('lifecycle.yaml'), []);
    assert.equal(faults.length, 1);
  });
});
