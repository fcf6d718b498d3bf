import assert from 'node:assert/strict';
import { fingerprint } from '../../../server/core/project/fingerprint.ts';
import type { ArtifactState } from '../../../server/core/project/model.ts';
import { isInUse } from '../../../server/core/project/severity.ts';
import { isAgreed, isAside, isReleased } from '../../../server/core/project/state.ts';
import { projectOf } from '../../support/product.ts';
import { artifactAt, documentOf } from './support.ts';

const body = '# Launch plan\n\nWe launch on a Monday.\n';
const current = fingerprint(documentOf(body));

function stateOf(frontMatter: string, type = 'launch-plan', day?: string): ArtifactState {
  const text = `---\ntype: ${type}\n${frontMatter}\n---\n\n${body}`;
  return artifactAt(projectOf({ 'x.md': text }, day), 'x.md').state;
}

describe('the state of a document', () => {
  const statuses: readonly (readonly [string, string, string, boolean])[] = [
    ['status: draft', 'launch-plan', 'draft', true],
    ['status: In Review', 'launch-plan', 'in-review', true],
    ['state: signed off', 'launch-plan', 'approved', true],
    ['status: live', 'launch-plan', 'released', true],
    ['status: obsolete', 'launch-plan', 'retired', true],
    ['status: Done', 'launch-plan', 'draft', false],
    ['status:', 'launch-plan', 'draft', false],
    ['status: [draft]', 'launch-plan', 'draft', false],
    ['owner: Ana', 'launch-plan', 'draft', false],
    ['status: rejected', 'decision-record', 'retired', true],
    ['status: accepted', 'decision-record', 'approved', true],
    ['owner: Ana', 'changelog', 'approved', false],
    ['status: draft', 'changelog', 'draft', true],
  ];
  for (const [text, type, status, declared] of statuses)
    it(`${JSON.stringify(text)} in a ${type} is ${status}${declared ? '' : ', by default'}`, () => {
      const state = stateOf(text, type);
      assert.deepEqual([state.status, state.declared], [status, declared]);
    });

  const stale: readonly (readonly [string, string, boolean])[] = [
    ['no approval', 'status: approved', false],
    ['an approval without a fingerprint', 'status: approved\napprovals: [{ by: Ana }]', false],
    ['a fingerprint that fits', `status: approved\napprovals: [{ by: Ana, content: "${current}" }]`, false],
    [
      'a fingerprint of digits that does not fit',
      'status: approved\napprovals: [{ by: Ana, content: 012345678901 }]',
      true,
    ],
    ['a fingerprint that does not fit', 'status: approved\napprovals: [{ by: Ana, content: 5d1c0ffee007 }]', true],
    [
      'one of two that fits',
      `status: released\napprovals: [{ by: Ana, content: 5d1c0ffee007 }, { by: Mei, content: "${current}" }]`,
      false,
    ],
    ['in review', 'status: in-review\napprovals: [{ by: Ana, content: 5d1c0ffee007 }]', false],
  ];
  for (const [name, text, expected] of stale)
    it(`is ${expected ? '' : 'not '}stale with ${name}`, () => {
      assert.equal(stateOf(text).stale, expected);
    });

  const overdue: readonly (readonly [string, string, string, boolean])[] = [
    ['no day of review', 'status: approved\nreview_every: 6 months', '2026-06-15', false],
    ['the day before', 'reviewed: 2026-01-15\nreview_every: 5 months', '2026-06-14', false],
    ['the day itself', 'reviewed: 2026-01-15\nreview_every: 5 months', '2026-06-15', false],
    ['the day after', 'reviewed: 2026-01-15\nreview_every: 5 months', '2026-06-16', true],
    ['no date', 'reviewed: in spring\nreview_every: 1 day', '2026-06-16', false],
    ['no duration', 'reviewed: 2026-01-15\nreview_every: often', '2026-06-16', false],
  ];
  for (const [name, text, day, expected] of overdue)
    it(`is ${expected ? '' : 'not '}overdue: ${name}`, () => {
      assert.equal(stateOf(text, 'launch-plan', day).overdue, expected);
    });

  it("takes the type's interval when the document names none", () => {
    assert.equal(stateOf('reviewed: 2025-06-01', 'market-research').overdue, true);
    assert.equal(stateOf('reviewed: 2025-06-01\nreview_every: 2 years', 'market-research').overdue, false);
    assert.equal(stateOf('reviewed: 2020-01-01', 'decision-record').overdue, false);
  });

  const waived: readonly (readonly [string, string, boolean])[] = [
    ['a reason, a person and a day', '{ reason: x, by: Ana, until: 2026-12-31 }', true],
    ['no end', '{ reason: x, by: Ana }', true],
    ['its last day', '{ reason: x, by: Ana, until: 2026-06-15 }', true],
    ['an end that has passed', '{ reason: x, by: Ana, until: 2026-06-14 }', false],
    ['an end that is no day', '{ reason: x, by: Ana, until: later }', false],
    ['no reason', '{ by: Ana, until: 2026-12-31 }', false],
    ['a blank reason', '{ reason: " ", by: Ana }', false],
    ['nobody', '{ reason: x, until: 2026-12-31 }', false],
    ['just yes', 'true', false],
  ];
  for (const [name, waiver, expected] of waived)
    it(`is ${expected ? '' : 'not '}waived with ${name}`, () => {
      assert.equal(stateOf(`status: draft\nnot_applicable: ${waiver}`).waived, expected);
    });
});

describe('statuses', () => {
  const { lifecycle } = projectOf({});

  it('are agreed from the first agreed one of the ladder on', () => {
    assert.deepEqual(
      Object.keys(lifecycle.statuses).map(id => isAgreed(lifecycle, id)),
      [false, false, true, true, false, false],
    );
  });

  it('know the top and what stands aside', () => {
    assert.deepEqual(
      Object.keys(lifecycle.statuses).filter(id => isReleased(lifecycle, id)),
      ['released'],
    );
    assert.deepEqual(
      Object.keys(lifecycle.statuses).filter(id => isAside(lifecycle, id)),
      ['superseded', 'retired'],
    );
  });

  it('need not exist: documents of a lifecycle without statuses are in use', () => {
    const project = projectOf({
      'lifecycle.yaml':
        'lifecycle: 1\nphases: { p: { title: P } }\nartifacts: { a: { title: A, phase: p, path: a.md } }\n',
      'a.md': '# A\n',
    });
    assert.equal(isInUse(artifactAt(project, 'a.md'), project), true);
  });

  it('have no release when agreement is the top', () => {
    const own = projectOf({
      'lifecycle.yaml': 'lifecycle: 1\nstatuses: { open: {}, done: { agreed: true }, gone: { ordered: false } }\n',
    }).lifecycle;
    assert.deepEqual(
      ['open', 'done', 'gone'].map(id => isReleased(own, id)),
      [false, false, false],
    );
    assert.deepEqual(
      ['open', 'done', 'gone', 'lost'].map(id => isAside(own, id)),
      [false, false, true, false],
    );
  });
});
