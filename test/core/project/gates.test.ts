import assert from 'node:assert/strict';
import type { Distance } from '../../../server/core/project/model.ts';
import { type Files, plainDefinition, projectOf } from '../../support/product.ts';

const order = ['concept', 'design', 'verification', 'handoff', 'launch', 'launch-review'];
const log = (...entries: readonly string[]): Files => ({
  'docs/records/gates.yaml': entries.map(entry => `- { ${entry} }\n`).join(''),
});
const go = (...gates: readonly string[]): Files =>
  log(...gates.map(gate => `gate: ${gate}, date: 2026-02-12, decision: go`));

/** One letter a gate: passed, next, after next, later. */
const distances = (files: Files): string => {
  const letters: Readonly<Record<Distance, string>> = { passed: 'p', next: 'n', 'after-next': 'a', later: 'l' };
  const { gates } = projectOf(files);
  return [...order, 'release'].map(gate => letters[gates.distance(gate)]).join('');
};

const pilot: Files = {
  'docs/records/changes.yaml': '- { id: CHG-5, phase: deployment, status: deployed }\n',
};

describe('gates', () => {
  it('are in the order of the lifecycle; repeating ones stand beside', () => {
    assert.deepEqual(projectOf({}).gates.order, order);
    const { gates } = projectOf({
      'lifecycle.yaml': `${plainDefinition}gates: { pilot: { title: Pilot, phase: deployment, order: 4.5 } }\n`,
    });
    assert.deepEqual(gates.order, [...order.slice(0, 4), 'pilot', ...order.slice(4)]);
  });

  const next: readonly (readonly [string, Files, string | undefined, string])[] = [
    ['no record', {}, 'concept', 'nalllll'],
    ['an empty record', log(), 'concept', 'nalllll'],
    ['one go', go('concept'), 'design', 'pnallll'],
    ['a go with conditions', log('gate: concept, decision: conditional-go'), 'design', 'pnallll'],
    ['words in other letters', log('gate: concept, decision: Conditional go'), 'design', 'pnallll'],
    ['a hold', log('gate: concept, decision: hold'), 'concept', 'nalllll'],
    ['a stop', log('gate: concept, decision: stop'), 'concept', 'nalllll'],
    ['an unknown word', log('gate: concept, decision: maybe'), 'concept', 'nalllll'],
    ['a gate that does not exist', log('gate: constructor, decision: go'), 'concept', 'nalllll'],
    ['a gap', go('concept', 'verification'), 'design', 'pnpalll'],
    ['a later gate alone', go('launch'), 'concept', 'nallpln'],
    ['all', go(...order), undefined, 'ppppppn'],
    [
      'a newer decision after an older one',
      log('gate: concept, date: 2026-02-12, decision: go', 'gate: concept, date: 2026-03-01, decision: hold'),
      'concept',
      'nalllll',
    ],
    [
      'a newer decision written first',
      log('gate: concept, date: 2026-03-01, decision: hold', 'gate: concept, date: 2026-02-12, decision: go'),
      'concept',
      'nalllll',
    ],
    [
      'two of one day: the later line',
      log('gate: concept, date: 2026-02-12, decision: hold', 'gate: concept, date: 2026-02-12, decision: go'),
      'design',
      'pnallll',
    ],
  ];
  for (const [name, files, expected, far] of next)
    it(`know the next one after ${name}`, () => {
      assert.equal(projectOf(files).gates.next, expected);
      assert.equal(distances(files), far);
    });

  it('know no decision of a later day', () => {
    const files = log(
      'gate: concept, date: 2026-06-15, decision: go',
      'gate: concept, date: 2026-06-16, decision: hold',
      'gate: design, date: 2026-06-16, decision: go',
    );
    const decided = (day: string) =>
      [...projectOf(files, day).gates.decisions].map(([gate, { decision }]) => `${gate} ${decision}`);
    assert.deepEqual(decided('2026-06-14'), []);
    assert.deepEqual(decided('2026-06-15'), ['concept go']);
    assert.deepEqual(decided('2026-06-16'), ['concept hold', 'design go']);
  });

  const horizon = (gate: string): Files => ({ 'lifecycle.yaml': `${plainDefinition}horizon: ${gate}\n` });
  it('count as next up to the horizon', () => {
    assert.equal(distances(horizon('verification')), 'nnnalll');
    assert.equal(distances({ ...horizon('launch'), ...go('concept') }), 'pnnnnal');
    assert.equal(distances({ ...horizon('concept'), ...go('concept', 'design') }), 'ppnalll');
  });

  it('count as next where a phase has begun in fact, and not those between', () => {
    assert.equal(distances(pilot), 'nallnll');
    assert.equal(distances({ ...pilot, ...go('concept', 'design', 'verification') }), 'pppnnll');
    assert.equal(distances({ ...pilot, ...go('concept', 'design', 'verification', 'handoff') }), 'ppppnal');
    assert.equal(distances({ ...pilot, ...go('launch') }), 'nallpnn');
  });

  it('count the conditions that are open', () => {
    const conditions = 'conditions: [{ text: a }, { text: b, closed: 2026-05-01 }, { text: c, closed: "" }]';
    const { decisions } = projectOf(log(`gate: concept, decision: conditional-go, ${conditions}`)).gates;
    assert.equal(decisions.get('concept')?.openConditions, 2);
  });

  it('keep the place of the decision', () => {
    const files = log('gate: concept, date: 2026-02-12, decision: go');
    const decision = projectOf(files).gates.decisions.get('concept');
    assert.ok(decision);
    const text = files[decision.place.path] ?? '';
    assert.equal(text.slice(decision.place.span.start, decision.place.span.end), 'concept');
    assert.equal(decision.date, '2026-02-12');
  });

  it('that repeat are decided for the version being made', () => {
    const definition = { 'lifecycle.yaml': `${plainDefinition}product: { version: 1.1.0 }\n` };
    const decided = (...entries: readonly string[]) =>
      projectOf({ ...definition, ...log(...entries) }).gates.decisions.get('release')?.decision;
    const old = 'gate: release, version: 1.0.0, date: 2026-05-01, decision: go';
    assert.equal(decided(old), undefined);
    assert.equal(decided('gate: release, version: v1.1, date: 2026-04-01, decision: hold', old), 'hold');
    assert.equal(decided('gate: release, date: 2026-05-01, decision: go'), 'go');
  });
});

describe('a phase has begun in fact', () => {
  const changelog = (heading: string): Files => ({ 'CHANGELOG.md': `# Changelog\n\n## ${heading}\n\n- Sync\n` });
  const document = (path: string, type: string, fields: string): Files => ({
    [path]: `---\ntype: ${type}\n${fields}\n---\n\n# X\n`,
  });
  const record = (kind: string, ...entries: readonly string[]): Files => ({
    [`docs/records/${kind}.yaml`]: entries.map(entry => `- { ${entry} }\n`).join(''),
  });

  /** What is said, or undefined when nothing shows it. */
  const said = (files: Files): string | undefined => projectOf(files).gates.begun.get('deployment')?.say;

  const table: readonly (readonly [string, Files, string | undefined])[] = [
    ['nothing', {}, undefined],
    ['a draft of a deployment document', document('g.md', 'deployment-guide', 'status: approved'), undefined],

    [
      'a deployed change',
      record('changes', 'id: CHG-1, phase: deployment, status: deployed'),
      'CHG-1: a change is deployed',
    ],
    [
      'a verified change',
      record('changes', 'id: CHG-1, phase: deployment, status: verified'),
      'CHG-1: a change is deployed',
    ],
    ['an implemented change', record('changes', 'id: CHG-1, phase: deployment, status: implemented'), undefined],
    [
      'a change without an id',
      record('changes', 'phase: deployment, status: deployed'),
      'an entry: a change is deployed',
    ],

    ['a dated version', changelog('[1.0.0] - 2026-05-04'), 'version 1.0.0 is released'],
    ['a dated later version', changelog('1.4 (2026-05-04)'), 'version 1.4 is released'],
    ['a version of today', changelog('1.0.0 - 2026-06-15'), 'version 1.0.0 is released'],
    ['a version of tomorrow', changelog('1.0.0 - 2026-06-16'), undefined],
    ['a version without a day', changelog('1.0.0'), undefined],
    ['an early version', changelog('0.9.0 - 2026-05-04'), undefined],
    ['a pre-release', changelog('1.0.0-rc.1 - 2026-05-04'), undefined],
    ['a pre-release of a later version', changelog('1.1.0-rc.1 - 2026-05-04'), undefined],
    ['a pre-release in other words', changelog('1.0.0rc1 - 2026-05-04'), undefined],
    ['unreleased changes', changelog('Unreleased - 2026-05-04'), undefined],

    [
      'released notes',
      document('n.md', 'release-notes', 'status: released\nversion: 1.0.0'),
      'version 1.0.0 is released',
    ],
    [
      'released notes by their path',
      { 'docs/deployment/release-notes/1.0.0.md': '---\nstatus: released\n---\n\n# X\n' },
      'version 1.0.0 is released',
    ],
    ['approved notes', document('n.md', 'release-notes', 'status: approved\nversion: 1.0.0'), undefined],
    [
      'released notes of an early version',
      document('n.md', 'release-notes', 'status: released\nversion: 0.9.0'),
      undefined,
    ],
    ['released notes of no version', document('n.md', 'release-notes', 'status: released'), undefined],

    [
      'a launch',
      record('milestones', 'id: MIL-6, phase: deployment, kind: launch, actual: 2026-06-01'),
      'MIL-6: a launch, shipment or rollout has taken place',
    ],
    [
      'a planned launch',
      record('milestones', 'id: MIL-6, phase: deployment, kind: launch, planned: 2026-06-01'),
      undefined,
    ],
    [
      'a launch with an empty day',
      record('milestones', 'id: MIL-6, phase: deployment, kind: launch, actual: ""'),
      undefined,
    ],
    ['a review', record('milestones', 'id: MIL-6, phase: deployment, kind: review, actual: 2026-06-01'), undefined],
    [
      'a milestone of development',
      record('milestones', 'id: MIL-6, phase: development, kind: ship, actual: 2026-06-01'),
      undefined,
    ],

    [
      'a user',
      record('feedback', 'id: FB-7, origin: external, version: 0.9.0'),
      'FB-7: somebody outside uses a version',
    ],
    ['a user of no version', record('feedback', 'id: FB-7, origin: external'), undefined],
    ['a tester', record('feedback', 'id: FB-7, origin: internal, version: 0.9.0'), undefined],

    ['a launch plan in force', document('l.md', 'launch-plan', 'status: live'), 'Launch plan is released'],
    ['an approved launch plan', document('l.md', 'launch-plan', 'status: approved'), undefined],
    [
      'a distribution plan in force',
      document('d.md', 'distribution-plan', 'status: released'),
      'Distribution plan is released',
    ],

    ['any of these after the handoff', { ...pilot, ...go('handoff') }, undefined],
    [
      'any of these after a hold at the handoff',
      { ...pilot, ...log('gate: handoff, decision: hold') },
      'CHG-5: a change is deployed',
    ],
  ];
  for (const [name, files, expected] of table)
    it(`${expected === undefined ? 'not ' : ''}by ${name}`, () => {
      assert.equal(said(files), expected);
    });

  it('shown by an entry of the phase itself before one of another', () => {
    const entries = record(
      'changes',
      'id: CHG-1, phase: development, status: verified',
      'id: CHG-5, phase: deployment, status: deployed',
    );
    assert.match(said(entries) ?? '', /^CHG-5/);
  });

  it('at a place', () => {
    const place = projectOf(pilot).gates.begun.get('deployment')?.place;
    assert.ok(place);
    assert.equal((pilot[place.path] ?? '').slice(place.span.start, place.span.end), 'CHG-5');
  });

  it('by as many entries as the lifecycle asks for', () => {
    const definition = (min: number): Files => ({
      'lifecycle.yaml': `${plainDefinition}phases: { deployment: { begun-when: { change-deployed: { min: ${min} } } } }\n`,
    });
    const two = record(
      'changes',
      'id: CHG-1, phase: deployment, status: deployed',
      'id: CHG-2, phase: deployment, status: deployed',
    );
    assert.match(said({ ...definition(2), ...two }) ?? '', /^CHG-1/);
    assert.equal(said({ ...definition(3), ...two }), undefined);
  });
});
