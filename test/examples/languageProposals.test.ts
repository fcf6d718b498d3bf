import assert from 'node:assert/strict';
import { type Break, broken, exampleFiles, said } from '../support/example.ts';
import { applyFix } from '../support/marked.ts';
import { findingsIn, projectOf } from '../support/product.ts';

const files = exampleFiles('language-proposals');
const day = '2026-06-15';
const [commas, named, values, imports] = [
  'proposals/0001-trailing-commas.md',
  'proposals/0002-named-arguments.md',
  'proposals/0003-default-values.md',
  'proposals/0004-implicit-imports.md',
] as const;

/** Each constraint of the definition, broken on purpose: the change, and all that is said then. */
const constraints: Readonly<
  Record<string, readonly [breaks: readonly Break[], expected: readonly string[], words?: RegExp]>
> = {
  'a name that is not that of the file': [
    [[values, 'Proposal: [QP-0003]', 'Proposal: [QP-0030]']],
    [`front-matter-field ${values} proposal`],
    /“QP-0030” is no valid value for “proposal”: it must be QP-0003, as the path says/,
  ],
  'a name of another form': [
    [[values, 'Proposal: [QP-0003]', 'Proposal: [QP3]']],
    [`front-matter-field ${values} proposal`],
  ],
  'no authors': [[[values, /\* Authors.*\n/, '']], [`front-matter-field ${values} authors`]],
  'an author who is named twice, in another line': [
    [[named, '  [Mei Tan]', '  [Tom Reyes]']],
    [`front-matter-field ${named} authors`],
    /“Tom Reyes” stands in “authors” twice/,
  ],
  'nobody in place of a manager': [
    [[values, /\* Review manager.*\n/, '']],
    [`front-matter-field ${values} review-manager`],
  ],
  'a status that nobody knows': [
    [[values, 'Active review', 'Actve review']],
    [`front-matter-field ${values} status`],
    /“Actve review” is no valid value for “status”/,
  ],
  'a review without an end': [[[values, /\* Review ends.*\n/, '']], [`front-matter-field ${values} review-ends`]],
  'an end without a review': [
    [[named, '* Builds on', '* Review ends: 2026-06-22\n* Builds on']],
    [`front-matter-unknown ${named} Review ends`],
  ],
  'a release without having been built': [
    [[commas, /\* Released in.*\n/, '']],
    [`front-matter-field ${commas} released-in`],
  ],
  'a release that is no version': [
    [[commas, 'Released in: 1.4', 'Released in: spring']],
    [`front-matter-field ${commas} released-in`],
  ],
  'an implementation without an address': [
    [[named, '<https://code.quill.example/compiler/260>', 'soon']],
    [`front-matter-field ${named} implementation`],
  ],
  'a base that does not exist': [
    [[named, '[QP-0001](0001-trailing-commas.md)\n* Impl', '[QP-0009](0009-x.md)\n* Impl']],
    [`front-matter-field ${named} builds-on`, `link-broken ${named} 0009-x.md`],
  ],
  'a base that is not as far': [
    [
      [commas, '**Implemented (Quill 1.4)**', '**Scheduled for review**'],
      [commas, /\* Released in.*\n/, ''],
    ],
    [`front-matter-field ${named} builds-on`, `front-matter-field ${values} builds-on`],
    /Now “builds-on\.status” is scheduled and “status” is accepted/,
  ],
  'a base that was given up': [
    [[values, '[QP-0002](0002-named-arguments.md)', '[QP-0004](0004-implicit-imports.md)']],
    [`front-matter-field ${values} builds-on`, `reference-to-retired ${values} 0004-implicit-imports.md`],
  ],
  'bases out of order': [
    [[values, /(\[QP-0001\]\(.*?\)), (\[QP-0002\]\(.*?\))/, '$2, $1']],
    [`front-matter-field ${values} builds-on`],
  ],
  'an unknown field': [
    [[values, '* Builds on', '* Priority: high\n* Builds on']],
    [`front-matter-unknown ${values} Priority`],
  ],
  'a misspelt field': [
    [[values, '* Review manager', '* Reveiw manager']],
    [`front-matter-field ${values} review-manager`, `front-matter-unknown ${values} Reveiw manager`],
    /Did you mean “review-manager”/,
  ],
  'a field that is there twice': [
    [[values, '* Builds on', '* Author: [Ana Lund](x:y)\n* Builds on']],
    [`front-matter-field ${values} authors`, `front-matter-unknown ${values} Author`],
  ],
  'fields out of order': [
    [[values, /(\* Review ends.*\n)(\* Builds on.*\n)/, '$2$1']],
    [`front-matter-field ${values} review-ends`],
  ],
  'a missing section': [
    [[values, /## Effect on existing code\n\nNone\.\n\n/, '']],
    [`section-missing ${values} Effect on existing code`],
  ],
};

describe('examples/language-proposals', () => {
  it('is a definition without faults', () => {
    assert.deepEqual(projectOf(files).definition.problems, []);
  });

  it('finds nothing in documents that follow it, and takes the template for none', () => {
    assert.deepEqual(
      projectOf(files).artifacts.map(({ path, state }) => `${path} ${state.status}`),
      [`${commas} implemented`, `${named} accepted`, `${values} active-review`, `${imports} withdrawn`],
    );
    assert.deepEqual(said(files, day), []);
  });

  for (const [name, [breaks, expected, words]] of Object.entries(constraints))
    it(`objects to ${name}`, () => {
      const spoilt = broken(files, breaks);
      assert.deepEqual(said(spoilt, day), [...expected].sort());
      if (words) assert.ok(findingsIn(spoilt, undefined, day).some(({ message }) => words.test(message)));
    });

  it('adds a missing field to the list', () => {
    const spoilt = broken(files, [[values, /\* Review ends.*\n/, '']]);
    const [fix] = findingsIn(spoilt, undefined, day).flatMap(({ fixes }) => fixes);
    assert.ok(fix);
    const [after] = /\* Builds on.*\n.*\n/.exec(applyFix(spoilt, fix)[values] ?? '') ?? [];
    assert.equal(after?.split('\n')[1], '* Review ends: ');
  });
});
