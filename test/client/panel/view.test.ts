import assert from 'node:assert/strict';
import { chosenProduct, productView } from '../../../client/panel/model/view.ts';
import { strideBand, strideOne, strideOneReport } from '../fixture/strideOne.ts';

describe('the view of a product', () => {
  const view = productView(strideOne);

  it('says which product, judged how, on which day', () => {
    assert.deepEqual(
      [view.name, view.version, view.about, view.findings],
      ['Stride One', '1.0.0', 'standard lifecycle · as of 15 June 2026', '8 errors, 28 warnings'],
    );
    assert.equal(productView(strideBand).name, 'band');
  });

  it('says the worst thing once, with its place', () => {
    assert.equal(view.headline?.title, 'Deployment has begun before the hand-over.');
    assert.equal(view.headline?.link?.text, 'docs/records/changes.yaml:41');
    assert.equal(productView(strideBand).headline, undefined);
  });

  it('explains the shapes that are there, and no others', () => {
    assert.deepEqual(
      view.legend.map(({ word }) => word),
      ['approved', 'in review', 'draft', 'stale', 'missing', 'later', 'review overdue'],
    );
  });

  it('has a sentence to say aloud', () => {
    assert.equal(view.summary, 'Stride One: 8 errors, 28 warnings. Next gate Handed over to deployment: 2 of 5 met.');
  });

  it('keeps the chosen product while it exists', () => {
    const both = { products: [strideOne, strideBand], complete: true };
    assert.equal(chosenProduct(both, strideBand.definitionUri), strideBand);
    assert.equal(chosenProduct(strideOneReport, strideBand.definitionUri), strideOne);
    assert.equal(chosenProduct({ products: [], complete: true }, undefined), undefined);
  });
});
