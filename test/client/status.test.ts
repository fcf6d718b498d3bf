import assert from 'node:assert/strict';
import { documentUri, isBelow, placeWords, shortPlaceWords, shownPath } from '../../client/status/places.ts';
import { criteriaWords, dateWords, findingsWords, phrase, sentence } from '../../client/status/sentences.ts';

const counts = { error: 0, warning: 0, info: 5, hint: 5 };

describe('sentences', () => {
  it('count findings, and say when there are none', () => {
    assert.equal(findingsWords({ ...counts, error: 1, warning: 2 }), '1 error, 2 warnings');
    assert.equal(findingsWords({ ...counts, warning: 1 }), '1 warning');
    assert.equal(findingsWords(counts), 'no errors or warnings');
  });
  it('count criteria', () => {
    assert.equal(criteriaWords({ done: 2, all: 5 }), '2 of 5 met');
    assert.equal(criteriaWords({ done: 0, all: 0 }), 'no must-criteria');
  });
  it('write a date out, wherever the machine stands', () => {
    assert.equal(dateWords('2026-06-15'), '15 June 2026');
    assert.equal(dateWords('some day'), 'some day');
  });
  it('have one full stop, and entries of a list none', () => {
    assert.deepEqual(['It is.', 'Is it?', 'it is'].map(sentence), ['It is.', 'Is it?', 'it is.']);
    assert.deepEqual(['it is.', 'It is'].map(phrase), ['It is', 'It is']);
  });
});

describe('places', () => {
  const root = 'file:///c%3A/my%20product';
  it('of documents are escaped once', () => {
    assert.equal(documentUri(root, 'docs/50% done #1.md'), `${root}/docs/50%25%20done%20%231.md`);
  });
  it('are shown as paths', () => {
    assert.equal(shownPath(root, 'file:///c:/my product/docs/a.md'), 'docs/a.md');
    assert.equal(shownPath(root, 'file:///elsewhere/a.md'), 'a.md');
    assert.equal(shownPath(root, 'file:///c:/my product/100%.md'), '100%.md');
    assert.equal(placeWords(root, { uri: `${root}/docs/r/a.md`, line: 4, column: 2 }), 'docs/r/a.md:5');
    assert.equal(shortPlaceWords(root, { uri: `${root}/docs/r/a.md`, line: 0, column: 0 }), 'r/a.md');
  });
  it('lie below a folder or beside it', () => {
    assert.ok(isBelow(`${root}/`, 'file:///c:/my product/a.md'));
    assert.ok(!isBelow(root, 'file:///c:/my products/a.md'));
  });
});
