import assert from 'node:assert/strict';
import { gateView } from '../../../client/panel/model/gates.ts';
import { type PhaseView, phaseViews } from '../../../client/panel/model/line.ts';
import { pageLooks } from '../../../client/panel/model/looks.ts';
import type { PageView } from '../../../client/panel/model/pages.ts';
import { artifact, at, criterion, doc, gate } from '../fixture/build.ts';
import { strideOne } from '../fixture/strideOne.ts';

const [development, deployment] = phaseViews(strideOne);

function pages(phase: PhaseView | undefined, stage: string): readonly PageView[] {
  const row = phase?.rows.find(each => each.title === stage);
  assert.ok(row?.kind === 'stage');
  return row.pages;
}

describe('the line of the panel', () => {
  it('counts documents, criteria and gates of each phase', () => {
    assert.deepEqual(
      development?.meters.map(({ label, done, wrong, all }) => [label, done, wrong, all]),
      [
        ['documents', 7, 0, 9],
        ['criteria', 16, 0, 22],
        ['gates', 1, 2, 4],
      ],
    );
    assert.deepEqual(
      development?.meters.map(meter => meter.spoken),
      ['7 of 9 documents ready', '16 of 22 criteria met', '1 of 4 gates passed, 2 regressed'],
    );
    assert.deepEqual(
      development?.remarks.map(({ text }) => text),
      ['2 gates regressed'],
    );
    assert.deepEqual(
      deployment?.remarks.map(({ text }) => text),
      [],
    );
  });

  it('draws the hand-over as a border, and says when it was crossed too early', () => {
    assert.deepEqual([development?.border, deployment?.border], [undefined, 'early']);
    const [first, second] = strideOne.phases;
    assert.ok(first && second);
    const border = (before: typeof first.state, after: typeof first.state) =>
      phaseViews({
        ...strideOne,
        phases: [
          { ...first, state: before },
          { ...second, state: after },
        ],
      })[1]?.border;
    assert.equal(border('in-progress', 'preparing'), 'ahead');
    assert.equal(border('complete', 'in-progress'), 'crossed');
  });

  it('has one page for each document and one for each that is missing', () => {
    assert.deepEqual(
      pages(deployment, 'Launch').map(page => page.label),
      [
        'User manual “Stride One in daily use”: in review',
        'Release notes “Release notes 0.9.0”: released',
        'Release notes: missing',
        'Launch plan: missing',
        'Sales enablement guide: missing, recommended',
        'Training plan “Training for the launch”: in review',
      ],
    );
  });

  it('opens a page that is there and offers one that is not', () => {
    const [manual, , notes] = pages(deployment, 'Launch');
    assert.deepEqual(manual?.request, {
      type: 'open',
      target: { uri: `${strideOne.rootUri}/docs/deployment/user-manual.md` },
    });
    assert.equal(notes?.request.type, 'offer');
    assert.match(notes?.tooltip ?? '', /Click to create docs\/deployment\/release-notes\/1\.0\.0\.md\.$/);
  });

  it('says what wants attention in a stage, without nagging for what is recommended', () => {
    const notes = [development, deployment].flatMap(phase =>
      (phase?.rows ?? []).flatMap(row => (row.kind === 'stage' && row.note ? [`${row.title}: ${row.note}`] : [])),
    );
    assert.deepEqual(notes, ['Define: 1 stale', 'Launch: 2 missing', 'Support: 1 missing', 'Monitor: 1 missing']);
  });

  it('leads from a document that is kept elsewhere to the definition that says so', () => {
    const stage = { id: 's', title: 'S', phase: 'p', state: 'complete' as const, gates: [] };
    const [first] = strideOne.phases;
    assert.ok(first);
    const elsewhere = artifact('test-plan', 'Test plan', 'elsewhere', []);
    const [phase] = phaseViews({
      ...strideOne,
      phases: [{ ...first, stages: [{ ...stage, artifacts: [elsewhere] }] }],
    });
    const [page] = pages(phase, 'S');
    assert.deepEqual(page?.request, { type: 'open', target: { uri: strideOne.definitionUri } });
    assert.equal(page?.label, 'Test plan: kept elsewhere');
  });

  it('marks a document whose review is overdue', () => {
    const [plan] = pages(development, 'Build');
    assert.equal(plan?.overdue, true);
    assert.equal(plan?.label, 'Development plan: approved, review overdue');
    assert.equal(doc('a.md', 'draft', 'A').overdue, false);
  });

  it('tells the states apart by shape, or else says why two share one', () => {
    const shapes = new Map<string, string[]>();
    for (const [state, { shape }] of Object.entries(pageLooks))
      shapes.set(shape, [...(shapes.get(shape) ?? []), state]);
    const shared = [...shapes.values()].filter(states => states.length > 1).map(states => states.sort());
    // An agreed document is an agreed document; one that counts no longer is struck through.
    assert.deepEqual(shared, [
      ['approved', 'released'],
      ['retired', 'superseded', 'waived'],
    ]);
  });
});

describe('a gate on the line', () => {
  const views = [development, deployment].flatMap(phase => phase?.rows ?? []).filter(row => row.kind === 'gate');

  it('says its state and how many must-criteria are met', () => {
    assert.deepEqual(
      views.map(({ title, word, count }) => `${title}: ${word} ${count}`),
      [
        'Concept agreed: regressed 5/6',
        'Design agreed: passed 6/6',
        'Product verified: regressed 3/5',
        'Handed over to deployment: next 2/5',
        'Ready to launch:  1/11',
        'Launch reviewed:  1/4',
        'Next version released:  1/2',
      ],
    );
  });

  it('says the same aloud', () => {
    assert.equal(views[0]?.spoken, '5 of 6 met');
    assert.equal(views[4]?.spoken, 'later, 1 of 11 met');
  });

  it('unfolds to its must-criteria, what is not met first, and to its decision', () => {
    const [concept] = views;
    assert.deepEqual(
      concept?.criteria.map(({ state }) => state),
      ['unmet', 'met', 'met', 'met', 'met', 'met', 'met'],
    );
    assert.deepEqual(
      concept?.criteria.map(({ note }) => note),
      ['', 'to enter', '', '', '', '', ''],
    );
    assert.equal(concept?.criteria[0]?.text, 'Requirements changed after they were approved');
    assert.equal(concept?.link?.text, 'Decision “go” in docs/records/gates.yaml:2');
    assert.equal(views[4]?.link?.text, 'Defined in lifecycle.yaml');
  });

  it('names a decision that stops the work', () => {
    const held = gate('g', 'G', 'stopped', [criterion('c', 'met', 'It is so.')], {
      decision: 'hold',
      place: at('g.yaml'),
    });
    assert.equal(gateView(strideOne, held).word, 'hold');
  });
});
