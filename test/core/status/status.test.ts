import assert from 'node:assert/strict';
import { checkProject } from '../../../server/core/check.ts';
import { statusOf } from '../../../server/core/status/status.ts';
import { type Files, people, plainDefinition, projectOf } from '../../support/product.ts';
import { artifactIn, document, gateIn, gateLog, phaseIn, statusIn } from './support.ts';

/** Two phases, three gates and one that repeats; all criteria can be computed. */
const lifecycle = `lifecycle: 1
title: Small
product: { name: Kite, version: 1.0.0 }
statuses: { draft: {}, approved: { agreed: true, aliases: [done] }, released: { agreed: true }, gone: { ordered: false }, superseded: { ordered: false } }
roles: { maker: { title: Maker }, seller: { title: Seller } }
fields: { type: { type: artifact, list: or-one }, status: { type: status }, owner: {}, version: { type: version }, approvals: { type: object, list: true }, not_applicable: { type: object } }
phases:
  make:
    title: Making
    exit-gate: made
    stages: { think: { title: Think }, build: { title: Build }, note: { title: Note } }
  sell:
    title: Selling
    entry-gate: made
    begun-when: { sold: { check: artifact, type: receipt, status: approved, say: A receipt is written. } }
    stages: { shop: { title: Shop }, care: { title: Care, continuous: true } }
gates:
  agreed:
    { title: Agreed, phase: make, closes: [think], exit: { idea: { check: artifact, type: idea, status: approved, say: The idea is approved. } } }
  made:
    title: Made
    phase: make
    closes: [think, build]
    entry: { first: { check: gate-passed, gate: agreed, say: The idea is agreed. } }
    exit:
      drawing: { check: artifact, type: drawing, status: approved, say: The drawing is approved. }
      nice: { level: should, check: attest, statement: It is nice., say: It is nice. }
  sold: { title: Sold, phase: sell, closes: [shop], exit: { price: { check: artifact, type: price, status: approved, say: There is a price. }, tried: { check: attest, statement: Tried., say: It was tried. } } }
  again: { title: Again, phase: sell, repeats: per-version, exit: { notes: { check: artifact, type: notes, status: approved, version: current, say: Notes are there. } } }
artifacts:
  idea: { title: Idea, phase: make, stage: think, required-by: agreed, path: idea.md, accountable: [maker, seller] }
  drawing: { title: Drawing, phase: make, stage: build, required-by: made, path: drawing.md, cardinality: many }
  sketch: { title: Sketch, phase: make, stage: build, need: recommended, required-by: made, path: sketch.md }
  note: { title: Note, phase: make, stage: note, need: recommended, required-by: made, path: "notes/{slug}.md" }
  joke: { title: Joke, phase: make, stage: note, need: optional, path: joke.md }
  price: { title: Price, phase: sell, stage: shop, required-by: sold, path: price.md }
  notes: { title: Notes, phase: sell, stage: shop, required-by: sold, path: "release/{version}.md", cardinality: per-version }
  receipt: { title: Receipt, phase: sell, stage: care, need: optional, path: receipt.md }
  guide: { title: Guide, phase: sell, stage: care, need: required, required-by: sold, path: guide.md }
records: { gate-log: { title: Gate log, path: docs/records/gates.yaml } }
`;
const base: Files = { 'lifecycle.yaml': lifecycle };
const withMore = (more: string): Files => ({ 'lifecycle.yaml': `${lifecycle}${more}\n` });
const file = (type: string, status: string, path = `${type}.md`, more = ''): Files =>
  document(path, type, `status: ${status}${more}`);

const idea = file('idea', 'approved');
const drawing = file('drawing', 'approved');
const go = (...gates: readonly string[]): Files => gateLog(...gates.map(gate => `gate: ${gate}, decision: go`));

describe('the status of a gate', () => {
  const table: readonly (readonly [string, string, Files, string])[] = [
    ['agreed', 'nothing', {}, 'blocked'],
    ['agreed', 'a draft', file('idea', 'draft'), 'blocked'],
    ['agreed', 'what it asks for', idea, 'ready'],
    ['agreed', 'a go', { ...idea, ...go('agreed') }, 'passed'],
    ['agreed', 'a go without what it asks for', go('agreed'), 'regressed'],
    [
      'agreed',
      'conditions that are open',
      { ...idea, ...gateLog('gate: agreed, decision: conditional-go, conditions: [{ text: x }]') },
      'conditional',
    ],
    [
      'agreed',
      'conditions that are closed',
      { ...idea, ...gateLog('gate: agreed, decision: conditional-go, conditions: [{ text: x, closed: 2026-05-01 }]') },
      'passed',
    ],
    [
      'agreed',
      'open conditions without what it asks for',
      gateLog('gate: agreed, decision: conditional-go, conditions: [{ text: x }]'),
      'regressed',
    ],
    ['agreed', 'a hold', { ...idea, ...gateLog('gate: agreed, decision: hold') }, 'stopped'],
    ['agreed', 'a recycle', gateLog('gate: agreed, decision: recycle'), 'stopped'],
    ['agreed', 'a go without what it asks for, in a complete phase', go('agreed', 'made'), 'passed'],
    ['made', 'an earlier gate that is open', { ...idea, ...drawing }, 'later'],
    ['made', 'the earlier gate passed, and nothing', { ...idea, ...go('agreed') }, 'blocked'],
    ['made', 'all but a should', { ...idea, ...drawing, ...go('agreed') }, 'ready'],
    ['made', 'its own go, although the phase goes on without its documents', go('agreed', 'made'), 'passed'],
    [
      'sold',
      'a criterion that is not checked yet',
      { ...file('price', 'approved'), ...go('agreed', 'made') },
      'blocked',
    ],
    [
      'sold',
      'a go, although something is not checked yet',
      { ...file('price', 'approved'), ...go('agreed', 'made', 'sold') },
      'passed',
    ],
    ['again', 'the first gate of its phase still open', go('agreed', 'made'), 'later'],
    ['again', 'the first gate of its phase passed', go('agreed', 'made', 'sold'), 'blocked'],
    [
      'again',
      'what it asks for',
      { ...file('notes', 'approved', 'release/1.0.0.md'), ...go('agreed', 'made', 'sold') },
      'ready',
    ],
  ];
  for (const [gate, name, files, expected] of table)
    it(`${gate} with ${name} is ${expected}`, () => {
      assert.equal(gateIn({ ...base, ...files }, gate).state, expected);
    });

  it('counts must-criteria of the exit, those of a complete phase as they were decided', () => {
    const files = { ...base, ...file('price', 'approved'), ...go('agreed', 'made') };
    assert.deepEqual(gateIn(files, 'sold').must, { done: 1, all: 2 });
    assert.deepEqual(gateIn(files, 'made').must, { done: 1, all: 1 });
  });

  it('carries the criteria of entry and exit, with their words', () => {
    assert.deepEqual(
      gateIn(base, 'made').criteria.map(({ id, part, level, say, state }) => [id, part, level, say, state]),
      [
        ['first', 'entry', 'must', 'The idea is agreed.', 'unmet'],
        ['drawing', 'exit', 'must', 'The drawing is approved.', 'unmet'],
        ['nice', 'exit', 'should', 'It is nice.', 'unmet'],
      ],
    );
  });

  it('stands in order, those that repeat last, with the next one named', () => {
    const { gates, next } = statusIn({ ...base, ...go('agreed') });
    assert.deepEqual(
      gates.map(({ id }) => id),
      ['agreed', 'made', 'sold', 'again'],
    );
    assert.equal(next, 'made');
  });

  it('points at its decision, else at its definition', () => {
    const files = { ...base, ...go('agreed') };
    assert.equal(gateIn(files, 'agreed').place?.path, 'docs/records/gates.yaml');
    assert.equal(gateIn(files, 'agreed').decision, 'go');
    const { place } = gateIn(files, 'made');
    assert.ok(place);
    assert.equal(lifecycle.slice(place.span.start, place.span.end), 'made');
  });
});

describe('the status of a document type', () => {
  const gone = file('idea', 'gone');
  const waiver = ', not_applicable: { reason: x, by: Ana }';
  const table: readonly (readonly [string, string, Files, string, boolean])[] = [
    ['idea', 'nothing, next gate', {}, 'missing', false],
    ['drawing', 'nothing, later gate', {}, 'later', false],
    ['sketch', 'nothing, recommended', {}, 'later', false],
    ['sketch', 'nothing, recommended, next gate', go('agreed'), 'missing', false],
    ['joke', 'nothing, optional', go('agreed', 'made', 'sold'), 'later', false],
    ['idea', 'nothing, passed gate', go('agreed'), 'missing', false],
    ['idea', 'a draft', file('idea', 'draft'), 'draft', false],
    ['idea', 'no status', document('idea.md', 'idea', 'owner: x'), 'draft', false],
    ['idea', 'an unknown status', file('idea', 'fine'), 'draft', false],
    ['idea', 'an approved one', idea, 'approved', true],
    ['idea', 'a released one', file('idea', 'released'), 'released', true],
    ['idea', 'a side status', gone, 'retired', false],
    ['idea', 'a replaced one', file('idea', 'superseded'), 'superseded', false],
    [
      'idea',
      'a changed one',
      document('idea.md', 'idea', 'status: approved\napprovals: [{ by: Ana, content: 5d1c0ffee007 }]'),
      'stale',
      false,
    ],
    ['idea', 'a waived one', document('idea.md', 'idea', `status: draft${waiver.replace(', ', '\n')}`), 'waived', true],
    [
      'drawing',
      'the best of several',
      { ...file('drawing', 'draft'), ...file('drawing', 'approved', 'b.md'), ...file('drawing', 'gone', 'c.md') },
      'approved',
      true,
    ],
    [
      'drawing',
      'a draft beside a retired one',
      { ...file('drawing', 'gone'), ...file('drawing', 'draft', 'b.md') },
      'draft',
      false,
    ],
    ['notes', 'the version being made', file('notes', 'approved', 'release/1.0.0.md'), 'approved', true],
    ['notes', 'another version only', file('notes', 'approved', 'release/0.9.0.md'), 'later', false],
    [
      'notes',
      'another version only, next gate',
      { ...file('notes', 'approved', 'release/0.9.0.md'), ...go('agreed', 'made') },
      'missing',
      false,
    ],
    ['notes', 'the version by its field', file('notes', 'approved', 'n.md', '\nversion: v1.0'), 'approved', true],
    [
      'guide',
      'another version, of a type that is not per version',
      file('guide', 'approved', 'guide.md', '\nversion: 0.9.0'),
      'approved',
      true,
    ],
  ];
  for (const [type, name, files, state, satisfied] of table)
    it(`${type} with ${name} is ${state}`, () => {
      const artifact = artifactIn({ ...base, ...files }, type);
      assert.deepEqual([artifact.state, artifact.satisfied], [state, satisfied]);
    });

  it('waived in the definition is satisfied, as long as the waiver holds', () => {
    assert.deepEqual(artifactIn(withMore('waive: { idea: { reason: x, by: Ana } }'), 'idea').state, 'waived');
    assert.deepEqual(
      artifactIn(withMore('waive: { idea: { reason: x, by: Ana, until: 2026-06-14 } }'), 'idea').state,
      'missing',
    );
    assert.deepEqual(artifactIn(withMore('waive: { idea: { reason: "", by: Ana } }'), 'idea').state, 'missing');
  });

  it('kept elsewhere exists, but is not satisfied; a file of its own counts more', () => {
    const elsewhere = withMore('provided-by: { idea: { url: "https://example.org" } }');
    const { state, satisfied } = artifactIn(elsewhere, 'idea');
    assert.deepEqual([state, satisfied], ['elsewhere', false]);
    assert.equal(artifactIn({ ...elsewhere, ...idea }, 'idea').state, 'approved');
  });

  it('lists its documents, of all versions', () => {
    const files = {
      ...file('notes', 'approved', 'release/0.9.0.md', '\ntitle: The kite'),
      ...file('notes', 'draft', 'release/1.0.0.md'),
    };
    const { documents } = artifactIn({ ...base, ...files }, 'notes');
    assert.deepEqual(
      documents.map(({ path, title, state }) => [path, title, state]),
      [
        ['release/0.9.0.md', 'The kite', 'approved'],
        ['release/1.0.0.md', 'Title', 'draft'],
      ],
    );
  });

  it('says who answers for it and where a new one goes', () => {
    const { accountable, newPath, requiredBy, need } = artifactIn({ ...base, ...people({ seller: 'Piet' }) }, 'idea');
    assert.deepEqual([newPath, requiredBy, need], ['idea.md', 'agreed', 'required']);
    assert.equal(accountable, 'maker', 'there is no stakeholders record in this lifecycle');
    assert.equal(artifactIn(base, 'notes').newPath, 'release/1.0.0.md');
  });
});

describe('the status of a stage', () => {
  const stage = (files: Files, phase: string, id: string): string | undefined =>
    phaseIn({ ...base, ...files }, phase).stages.find(other => other.id === id)?.state;
  const table: readonly (readonly [string, string, string, Files, string])[] = [
    ['make', 'think', 'nothing', {}, 'not-started'],
    ['make', 'think', 'a draft', file('idea', 'draft'), 'in-progress'],
    ['make', 'think', 'all that is required', idea, 'complete'],
    ['make', 'think', 'a waived type', withMore('waive: { idea: { reason: x, by: Ana } }'), 'complete'],
    ['make', 'build', 'something recommended', file('sketch', 'approved'), 'in-progress'],
    [
      'make',
      'build',
      'what is required, and a recommended draft',
      { ...drawing, ...file('sketch', 'draft') },
      'complete',
    ],
    ['make', 'note', 'only something optional', file('joke', 'approved'), 'not-started'],
    ['make', 'note', 'a recommended draft', file('note', 'draft', 'notes/a.md'), 'in-progress'],
    [
      'make',
      'note',
      'what is recommended',
      { ...file('note', 'approved', 'notes/a.md'), ...file('joke', 'draft') },
      'complete',
    ],
    ['sell', 'care', 'nothing', {}, 'not-started'],
    ['sell', 'care', 'only something optional', file('receipt', 'draft'), 'not-started'],
    ['sell', 'care', 'all that is required', file('guide', 'approved'), 'running'],
  ];
  for (const [phase, id, name, files, expected] of table)
    it(`${id} with ${name} is ${expected}`, () => {
      assert.equal(stage(files, phase, id), expected);
    });

  it('is followed by the gates that close it last', () => {
    const gates = statusIn(base).phases.flatMap(({ stages }) => stages.map(({ id, gates: after }) => [id, ...after]));
    assert.deepEqual(gates, [['think', 'agreed'], ['build', 'made'], ['note'], ['shop', 'sold'], ['care']]);
  });
});

describe('the status of a phase', () => {
  const receipt = file('receipt', 'approved');
  const table: readonly (readonly [string, string, Files, string])[] = [
    ['make', 'nothing', {}, 'not-started'],
    ['make', 'a draft', file('idea', 'draft'), 'in-progress'],
    ['make', 'a gate that no longer holds', go('agreed'), 'regressed'],
    ['make', 'its exit gate passed', { ...idea, ...drawing, ...go('agreed', 'made') }, 'complete'],
    ['make', 'its exit gate passed and documents that changed since', go('agreed', 'made'), 'complete'],
    ['sell', 'nothing', {}, 'not-started'],
    ['sell', 'a draft before its entry gate', file('price', 'draft'), 'preparing'],
    ['sell', 'evidence before its entry gate', receipt, 'out-of-order'],
    ['sell', 'evidence and its entry gate passed', { ...receipt, ...go('agreed', 'made') }, 'in-progress'],
    ['sell', 'its entry gate passed', go('agreed', 'made'), 'in-progress'],
    ['sell', 'its last gate passed', { ...file('price', 'approved'), ...go('agreed', 'made', 'sold') }, 'complete'],
  ];
  for (const [phase, name, files, expected] of table)
    it(`${phase} with ${name} is ${expected}`, () => {
      assert.equal(phaseIn({ ...base, ...files }, phase).state, expected);
    });

  it('counts documents, criteria and gates', () => {
    const files = { ...base, ...idea, ...file('price', 'approved'), ...go('agreed') };
    const [make, sell] = statusIn(files).phases;
    assert.deepEqual(make?.artifacts, { done: 1, all: 2 });
    assert.deepEqual(make?.criteria, { done: 1, all: 2 });
    assert.deepEqual(make?.gates, { done: 1, all: 2, regressed: 0 });
    assert.deepEqual(sell?.artifacts, { done: 1, all: 3 });
    assert.deepEqual(sell?.criteria, { done: 1, all: 2 });
    assert.deepEqual(sell?.gates, { done: 0, all: 1, regressed: 0 });
    assert.deepEqual(phaseIn({ ...base, ...go('agreed') }, 'make').gates, { done: 0, all: 2, regressed: 1 });
  });

  it('counts a release among its criteria once one is in preparation', () => {
    const files = { ...base, ...file('price', 'approved'), ...go('agreed', 'made', 'sold') };
    assert.deepEqual(phaseIn(files, 'sell').criteria, { done: 2, all: 3 });
    assert.deepEqual(phaseIn(files, 'sell').gates, { done: 1, all: 1, regressed: 0 });
  });

  it('counts the findings in its documents', () => {
    const project = projectOf({
      ...base,
      ...document('idea.md', 'idea', 'status: draft', '\nTODO\n'),
      ...document('price.md', 'price', 'status: draft'),
    });
    const findings = checkProject(project);
    const { phases, counts } = statusOf(project, findings);
    assert.ok((phases[0]?.counts.warning ?? 0) > 0);
    assert.deepEqual(
      Object.values(counts).reduce((sum, count) => sum + count, 0),
      findings.length,
    );
  });
});

describe('the headline', () => {
  const title = (files: Files) => {
    const { headline } = statusIn({ ...base, ...files });
    return headline && `${headline.severity}: ${headline.title}: ${headline.detail}`;
  };
  const receipt = file('receipt', 'approved');
  const table: readonly (readonly [string, Files, string | undefined])[] = [
    ['nothing', {}, undefined],
    [
      'a gate that is ready',
      idea,
      'info: “Agreed” is ready: Every must-criterion is met. Record your decision in the gate log.',
    ],
    ['a gate that no longer holds', go('agreed'), 'error: “Agreed” no longer holds: Idea is missing.'],
    [
      'a phase that began too early, whatever else',
      { ...receipt, ...go('agreed') },
      'error: Selling has begun before its gate: Receipt is approved; “Made” has no decision to go.',
    ],
    ['a definition that cannot be read', { 'lifecycle.yaml': '- a list\n' }, undefined],
  ];
  for (const [name, files, expected] of table)
    it(`speaks of ${name}`, () => {
      const found = title(files);
      if (name.startsWith('a definition'))
        assert.match(found ?? '', /^error: The definition of the lifecycle cannot be read: ./);
      else assert.equal(found, expected);
    });

  it('points at the place', () => {
    assert.equal(statusIn({ ...base, ...receipt }).headline?.place?.path, 'receipt.md');
    assert.equal(statusIn({ 'lifecycle.yaml': '- a list\n' }).headline?.place?.path, 'lifecycle.yaml');
  });
});

describe('the status of a product', () => {
  it('says what it is about', () => {
    const { product, version, lifecycle: name, definition, asOf } = statusIn(base, '2026-07-01');
    assert.deepEqual(
      [product, version, name, definition, asOf],
      ['Kite', '1.0.0', 'Small', 'lifecycle.yaml', '2026-07-01'],
    );
    assert.equal(statusIn({ 'lifecycle.yaml': plainDefinition }).lifecycle, 'Standard product lifecycle');
    assert.equal(statusIn({ 'lifecycle.yaml': 'lifecycle: 1\n' }).lifecycle, 'own');
  });

  it('is there when the definition cannot be read', () => {
    const { phases, gates, next } = statusIn({ 'lifecycle.yaml': '- a list\n' });
    assert.deepEqual([phases, gates, next], [[], [], undefined]);
  });
});
