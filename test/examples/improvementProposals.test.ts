import assert from 'node:assert/strict';
import { type Break, broken, exampleFiles, said } from '../support/example.ts';
import { findingsIn, projectOf } from '../support/product.ts';

const files = exampleFiles('improvement-proposals');
const day = '2026-06-15';
const hip = (number: number): string => `proposals/hip-${number}.md`;
const field = (name: string, number = 3): string => `front-matter-field ${hip(number)} ${name}`;

/** Each constraint of the definition, broken on purpose: the change, and all that is said then. */
const constraints: Readonly<
  Record<string, readonly [breaks: readonly Break[], expected: readonly string[], words?: RegExp]>
> = {
  'a number that is not that of the file': [
    [[hip(3), 'hip: 3', 'hip: 30']],
    [field('hip')],
    /must be 3, as the path says/,
  ],
  'a missing field': [[[hip(3), /description: .*\n/, '']], [field('description')]],
  'a long title': [
    [[hip(3), 'title: One', 'title: Exactly one and never again more than one']],
    [field('title')],
    /has \d+ characters, and 44 is the most/,
  ],
  'a title with an empty word': [
    [
      [hip(3), 'title: One', 'title: Proposal: one'],
      [hip(3), 'title: Proposal: one', 'title: A proposal of one'],
    ],
    [field('title')],
    /must not be of the form/,
  ],
  'an author without an account': [
    [[hip(4), ' (@lena-b)', '']],
    [field('author', 4)],
    /“Lena Berg” is no valid value for “author”/,
  ],
  'an author who is named twice': [
    [[hip(4), 'Lena Berg (@lena-b)', 'Ana Lund (@ana-lund)']],
    [field('author', 4)],
    /twice/,
  ],
  'a topic elsewhere': [[[hip(3), 'forum.harbour', 'forum.other']], [field('discussions-to')]],
  'a status that nobody knows': [[[hip(4), 'status: Draft', 'status: Idea']], [field('status', 4)]],
  'last call without a day': [[[hip(3), /last-call-deadline.*\n/, '']], [field('last-call-deadline')]],
  'a last day without last call': [
    [[hip(4), 'status: Draft', 'status: Draft\nlast-call-deadline: 2026-07-01']],
    [`front-matter-unknown ${hip(4)} last-call-deadline`],
    /it applies only where “status” is last-call/,
  ],
  'a last day before the first': [
    [[hip(3), '2026-07-01', '2026-03-09']],
    [field('last-call-deadline')],
    /Now “last-call-deadline” is 2026-03-09 and “created” is 2026-03-09/,
  ],
  'no category of a change': [[[hip(3), 'category: delivery\n', '']], [field('category')]],
  'a category of something else': [
    [[hip(1), 'type: Meta', 'type: Meta\ncategory: delivery']],
    [`front-matter-unknown ${hip(1)} category`],
  ],
  'a category that the file does not list': [
    [[hip(3), 'category: delivery', 'category: deliveries']],
    [field('category')],
    /a key of “categories” in categories\.yaml \(delivery, identity or storage\)/,
  ],
  'a day that no calendar has': [[[hip(3), '2026-03-09', '2026-02-30']], [field('created')]],
  'a day in the future': [
    [[hip(4), '2026-05-18', '2026-06-16']],
    [field('created', 4)],
    /not written in the future\. Now “created” is 2026-06-16/,
  ],
  'a required proposal that is none': [
    [[hip(4), 'requires: 2, 3', 'requires: 2, 9']],
    [field('requires', 4)],
    /“9” is no valid value for “requires”: it must be the number of a document/,
  ],
  'required proposals out of order': [
    [[hip(4), 'requires: 2, 3', 'requires: 3, 2']],
    [field('requires', 4)],
    /must rise/,
  ],
  'a proposal that rests on itself': [
    [[hip(4), 'requires: 2, 3', 'requires: 2, 4']],
    [field('requires', 4)],
    /does not rest on itself/,
  ],
  'a proposal that rests on a younger state': [
    [[hip(3), 'requires: 2', 'requires: 2, 4']],
    [field('requires')],
    /at least as far as itself\. Now “requires\.status” is final and draft and “status” is last-call/,
  ],
  'a proposal that rests on one that was given up': [[[hip(3), 'requires: 2', 'requires: 2, 5']], [field('requires')]],
  'no reason for giving up': [[[hip(5), /withdrawal-reason.*\n/, '']], [field('withdrawal-reason', 5)]],
  'an unknown field': [
    [[hip(3), 'requires: 2', 'requires: 2\nreplaces: 1']],
    [`front-matter-unknown ${hip(3)} replaces`],
  ],
  'a misspelt field': [
    [[hip(3), 'category:', 'categroy:']],
    [field('category'), `front-matter-unknown ${hip(3)} categroy`],
    /Did you mean “category”/,
  ],
  'a field written twice': [
    [[hip(3), 'requires: 2', 'requires: 2\nrequires: 2']],
    [`front-matter-invalid ${hip(3)} front matter`],
  ],
  'fields out of order': [
    [
      [hip(3), /(requires: 2\n)/, ''],
      [hip(3), 'created:', 'requires: 2\ncreated:'],
    ],
    [field('created')],
    /“created” belongs before “requires”/,
  ],
  'a missing section': [
    [[hip(3), /## Security considerations[\s\S]*?(?=## Notice)/, '']],
    [`section-missing ${hip(3)} Security considerations`],
  ],
  'sections out of order': [
    [[hip(3), /(## Motivation[\s\S]*?)(## Specification[\s\S]*?)(?=## Rationale)/, '$2$1']],
    [`section-form ${hip(3)} Specification`],
    /it belongs after “Motivation”/,
  ],
  'a section of another kind': [
    [[hip(3), '## Rationale', '## Thoughts\n\nWe like it.\n\n## Rationale']],
    [`section-form ${hip(3)} Thoughts`],
  ],
  'a section at another level': [
    [[hip(3), '## Rationale', '### Rationale']],
    [`section-form ${hip(3)} Rationale`],
    /it belongs at level 2/,
  ],
  'a notice in other words': [
    [[hip(3), 'belongs to nobody', 'belongs to us']],
    [`section-form ${hip(3)} Notice`],
    /the text that is prescribed/,
  ],
};

describe('examples/improvement-proposals', () => {
  it('is a definition without faults', () => {
    assert.deepEqual(projectOf(files).definition.problems, []);
  });

  it('finds nothing in documents that follow it', () => {
    assert.equal(projectOf(files).artifacts.length, 5);
    assert.deepEqual(said(files, day), []);
  });

  for (const [name, [breaks, expected, words]] of Object.entries(constraints))
    it(`objects to ${name}`, () => {
      const spoilt = broken(files, breaks);
      assert.deepEqual(said(spoilt, day), [...expected].sort());
      if (words) assert.ok(findingsIn(spoilt, undefined, day).some(({ message }) => words.test(message)));
    });

  it('objects to a number that two files claim', () => {
    const twice = { ...files, 'proposals/hip-03.md': files[hip(3)] ?? '' };
    assert.deepEqual(said(twice, day), [field('hip')]);
    assert.match(
      findingsIn(twice, undefined, day)[0]?.message ?? '',
      /of another Improvement proposal too, in proposals\/hip-03\.md/,
    );
  });

  it('asks for less while a proposal is young or old', () => {
    const draft = broken(files, [[hip(4), /## Motivation[\s\S]*?(?=## Specification)/, '']]);
    assert.deepEqual(said(draft, day), []);
    const early = broken(files, [
      [hip(3), 'created: 2026-03-09', 'created: 2025-12-31'],
      [hip(3), /## Security[\s\S]*?(?=## Notice)/, ''],
    ]);
    assert.deepEqual(said(early, day), []);
  });
});
