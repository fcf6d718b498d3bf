import assert from 'node:assert/strict';
import { type Break, broken, exampleFiles, said } from '../support/example.ts';
import { applyFix } from '../support/marked.ts';
import { findingsIn, projectOf } from '../support/product.ts';

const files = exampleFiles('operations-pages');
const day = '2026-06-15';
const queue = 'runbooks/drain-a-queue.md';
const backup = 'runbooks/restore-a-backup.md';
const region = 'playbooks/losing-a-region.md';
const key = 'playbooks/leaked-key.md';

/** What the calendar says on a day: nothing is written to the pages in between. */
const calendar: Readonly<Record<string, readonly string[]>> = {
  '2026-06-15': [],
  '2026-07-20': [],
  '2026-07-21': [`warning ${region}`],
  '2026-08-10': [`warning ${region}`],
  '2026-08-11': [`warning ${region}`, `info ${queue}`],
  '2026-11-05': [`warning ${region}`, `info ${queue}`, `info ${backup}`],
};

/** Each constraint of the definition, broken on purpose: the change, and all that is said then. */
const constraints: Readonly<Record<string, readonly [breaks: readonly Break[], expected: readonly string[]]>> = {
  'nobody to call': [[[queue, /owner_slack.*\n/, '']], [`front-matter-field ${queue} owner`]],
  'an owner who is no channel': [[[queue, '#parcel-platform', 'Mei Lin']], [`front-matter-field ${queue} owner`]],
  'a published page that nobody has read': [
    [[backup, /last_reviewed_on.*\n/, '']],
    [`front-matter-field ${backup} reviewed`],
  ],
  'a day that does not exist': [[[backup, '2026-05-04', '2026-02-30']], [`front-matter-field ${backup} reviewed`]],
  'a review in the future': [[[backup, '2026-05-04', '2026-07-04']], [`review-overdue ${backup} reviewed`]],
  'an interval that is none': [[[queue, '6 months', 'twice a year']], [`front-matter-field ${queue} review_every`]],
  'a shorter interval': [[[queue, '6 months', '3 months']], [`review-overdue ${queue} reviewed`]],
  'a draft that is published as it is': [
    [[key, 'status: draft', 'status: published']],
    [`artifact-stub ${key} playbook`, `front-matter-field ${key} reviewed`],
  ],
  'steps that are no steps': [
    [
      [queue, '1. Pause', 'Pause'],
      [queue, '2. Double', 'Double'],
      [queue, '3. Wait', 'Wait'],
    ],
    [`section-form ${queue} Steps`],
  ],
  'nobody to call when it fails': [
    [[backup, /\n## Who to call[\s\S]*/, '']],
    [`section-missing ${backup} Escalation`, `status-ahead-of-content ${backup} status`],
  ],
  'a table without the people': [[[region, '| Role | Who |', '| Role | Task |']], [`section-form ${region} Roles`]],
  'a page that is out of use': [
    [
      [region, 'status: published', 'status: retired'],
      [region, /## Trigger[\s\S]*/, ''],
    ],
    [],
  ],
};

describe('examples/operations-pages', () => {
  it('is a definition without faults', () => {
    assert.deepEqual(projectOf(files, day).definition.problems, []);
  });

  for (const [asOf, expected] of Object.entries(calendar))
    it(`says on ${asOf} who must read what again`, () => {
      const overdue = findingsIn(files, 'review-overdue', asOf).map(({ severity, path }) => `${severity} ${path}`);
      assert.deepEqual([...overdue].sort(), [...expected].sort());
    });

  it('has nothing else to say, on any day', () => {
    for (const asOf of Object.keys(calendar))
      assert.deepEqual(
        said(files, asOf).filter(line => !/^(?:review-overdue|section-heading-variant) /.test(line)),
        [],
      );
  });

  for (const [name, [breaks, expected]] of Object.entries(constraints))
    it(`objects to ${name}`, () => {
      const found = said(broken(files, breaks), day).filter(line => !line.startsWith('section-heading-variant '));
      assert.deepEqual(found, [...expected].sort());
    });

  it('writes the day of a review where the page keeps it', () => {
    const [overdue] = findingsIn(files, 'review-overdue', '2026-07-21');
    const fix = overdue?.fixes[0];
    assert.ok(fix && !fix.safe);
    assert.match(applyFix(files, fix)[region] ?? '', /\nlast_reviewed_on: 2026-07-21\n/);
    assert.deepEqual(findingsIn(applyFix(files, fix), 'review-overdue', '2026-07-21'), []);
  });
});
