import assert from 'node:assert/strict';
import { load, standardText } from './definitions.ts';

const head = 'lifecycle: 1\nextends: standard\n';

/** Loads a definition that has nothing wrong; what it removes may take criteria along. */
function sound(files: Readonly<Record<string, string>>) {
  const { lifecycle, problems, ...rest } = load(files);
  assert.deepEqual(
    problems.filter(({ severity }) => severity !== 'info'),
    [],
  );
  assert.ok(lifecycle);
  return { lifecycle, ...rest };
}

const own = (text: string) => sound({ 'lifecycle.yaml': head + text });

describe('a definition', () => {
  it('changes of an inherited entry only what it names', () => {
    const { lifecycle } = own('artifacts: { user-manual: { path: manual/en.md } }\n');
    const inherited = own('').lifecycle;
    assert.deepEqual(lifecycle.artifacts['user-manual'], {
      ...inherited.artifacts['user-manual'],
      path: 'manual/en.md',
    });
    assert.deepEqual(lifecycle.gates, inherited.gates);
  });

  it('replaces lists', () => {
    const { lifecycle } = own('artifacts: { user-manual: { accountable: [marketing] } }\n');
    assert.deepEqual(lifecycle.artifacts['user-manual']?.accountable, ['marketing']);
  });

  it('reads numbers as text where text belongs', () => {
    const { lifecycle } = own('product: { name: 42, version: 1.10 }\n');
    assert.deepEqual(lifecycle.product, { name: '42', version: '1.10' });
  });

  it('removes a type with the criteria and links that name it', () => {
    const { lifecycle } = own('artifacts: { sales-enablement: null, test-report: null, changelog: null }\n');
    assert.equal(lifecycle.artifacts['sales-enablement'], undefined);
    const exits = Object.values(lifecycle.gates).flatMap(gate => Object.keys(gate.exit));
    assert.ok(!exits.includes('l-sales') && !exits.includes('v-report') && exits.includes('l-manual'));
    const released = lifecycle.phases.deployment?.['begun-when']['version-released'];
    assert.deepEqual(released?.check === 'released' && released.in, ['release-notes']);
    assert.equal(lifecycle.records['change-log']?.['merges-with'], undefined);
    assert.equal(lifecycle.coverage['t-tst-result'], undefined);
    assert.ok(lifecycle.coverage['t-req-test']);
  });

  it('removes a gate with what asks for it', () => {
    const { lifecycle } = own('gates: { concept: null }\n');
    assert.equal(lifecycle.artifacts['product-brief']?.['required-by'], undefined);
    assert.equal(lifecycle.gates.design?.entry['d-prev'], undefined);
    assert.equal(lifecycle.coverage['t-met-goal'], undefined);
    assert.equal(lifecycle.gates.concept, undefined);
  });

  it('removes a record kind with the criteria that read it, named or not', () => {
    const { lifecycle } = own('records: { risk-register: null, training-log: null }\n');
    const checks = Object.values(lifecycle.gates).flatMap(gate => Object.values(gate.exit).map(({ check }) => check));
    assert.ok(!checks.includes('risks') && !checks.includes('training') && checks.includes('metrics'));
  });

  it('keeps what it says itself of a removed and rewritten entry', () => {
    const { lifecycle } = sound({
      'lifecycle.yaml':
        'lifecycle: 1\nextends: base.yaml\nartifacts: { runbook: { title: R, phase: deployment, path: r.md } }\n',
      'base.yaml': `${head}artifacts: { runbook: null }\n`,
    });
    assert.deepEqual(lifecycle.artifacts.runbook?.sections, {});
  });

  it('puts added sections behind the one they come after, the first written first', () => {
    const { lifecycle } = own(`artifacts:
  test-report:
    sections:
      third: { heading: Third, after: second }
      first: { heading: First, after: summary }
      second: { heading: Second, after: summary }
      last: { heading: Last }
`);
    assert.deepEqual(Object.keys(lifecycle.artifacts['test-report']?.sections ?? {}), [
      'summary',
      'first',
      'second',
      'third',
      'tested',
      'results',
      'deviations',
      'failures',
      'last',
    ]);
  });

  it('puts gates and stages in their order', () => {
    const { lifecycle } = own(`gates: { evt: { title: EVT, phase: development, order: 2.5 } }
phases: { development: { stages: { pilot: { title: Pilot, order: 0 } } } }
`);
    assert.deepEqual(Object.keys(lifecycle.gates).slice(0, 4), ['concept', 'design', 'evt', 'verification']);
    assert.equal(Object.keys(lifecycle.phases.development?.stages ?? {})[0], 'pilot');
  });

  it('takes words over from an inherited section', () => {
    const { lifecycle } = own(`artifacts:
  product-brief: { sections: { metrics: { heading: Metrics, aliases: [success metrics] } } }
`);
    const sections = lifecycle.artifacts['product-brief']?.sections;
    assert.ok(!sections?.goals?.aliases.includes('success metrics'));
    assert.ok(sections?.goals?.aliases.includes('objectives'));
    assert.deepEqual(sections?.metrics?.aliases, ['success metrics']);
  });

  it('can do without any base', () => {
    const { lifecycle, sources } = sound({
      'lifecycle.yaml': `lifecycle: 1
phases: { proposal: { title: Proposal } }
artifacts: { proposal: { title: Proposal, phase: proposal, path: 'proposals/{number}-{slug}.md' } }
`,
    });
    assert.deepEqual(Object.keys(lifecycle.artifacts), ['proposal']);
    assert.deepEqual(sources, ['lifecycle.yaml']);
  });

  it('builds on several bases, the later one winning, each read once', () => {
    const { lifecycle, sources } = sound({
      'lifecycle.yaml': 'lifecycle: 1\nextends: [bases/a.yaml, ./bases/b.yaml]\n',
      'bases/a.yaml': `${head}title: A\nsummary: From A.\nartifacts: { runbook: null }\n`,
      'bases/b.yaml': 'lifecycle: 1\nextends: [standard, a.yaml]\ntitle: B\n',
    });
    assert.equal(lifecycle.title, 'B');
    assert.equal(lifecycle.summary, 'From A.');
    assert.equal(lifecycle.artifacts.runbook, undefined);
    assert.deepEqual([...sources].sort(), ['bases/a.yaml', 'bases/b.yaml', 'lifecycle.yaml']);
  });

  it('asks again for a base that is missing', () => {
    assert.deepEqual(load({ 'lifecycle.yaml': 'lifecycle: 1\nextends: gone.yaml\n' }).sources, [
      'lifecycle.yaml',
      'gone.yaml',
    ]);
  });

  it('goes on with the likely base when its name is misspelt', () => {
    const { lifecycle } = load({ 'lifecycle.yaml': 'lifecycle: 1\nextends: standrad\n' });
    assert.equal(Object.keys(lifecycle?.artifacts ?? {}).length, 31);
  });

  it('counts a wrong entry as not written', () => {
    const { lifecycle, problems } = load({
      'lifecycle.yaml': `${head}artifacts:
  user-manual: { need: maybe, phase: deploymnt, title: Handbook }
gates: { launch: { exit: { l-plan: { type: launch-pln } } } }
rules: { section-missing: of }
`,
    });
    const manual = lifecycle?.artifacts['user-manual'];
    assert.deepEqual([manual?.need, manual?.phase, manual?.title], ['required', 'deployment', 'Handbook']);
    const plan = lifecycle?.gates.launch?.exit['l-plan'];
    assert.equal(plan?.check === 'artifact' && plan.type, 'launch-plan');
    assert.deepEqual(lifecycle?.rules, {});
    assert.equal(problems.length, 4);
  });

  it('is missing only when the file is no definition of this version', () => {
    const texts: Readonly<Record<string, boolean>> = {
      '': false,
      '- a\n': false,
      'word\n': false,
      'lifecycle: 2\n': false,
      'lifecycle: {}\n': false,
      '"lifecycle: 1\n': false,
      '\tlifecycle: 1\n': true,
      'lifecycle: 1\n': true,
      'lifecycle: "1"\n': true,
      'extends: standard\n': true,
      'lifecycle: 1\nartifacts: 3\n': true,
      'lifecycle: 1\nlifecycle: 1\n': true,
      'lifecycle: 1\n__proto__: { x: 1 }\nartifacts: { __proto__: { title: X }, constructor: null }\n': true,
    };
    for (const [text, usable] of Object.entries(texts)) {
      const { lifecycle, problems } = load({ 'lifecycle.yaml': text });
      assert.equal(lifecycle !== undefined, usable, text);
      assert.ok(usable || problems.length > 0, text);
    }
    assert.equal(load({}).lifecycle, undefined);
    assert.equal(load({}).problems.length, 1);
  });
});

describe('the origin of an entry', () => {
  const text = `${head}artifacts:
  user-manual:
    path: manual.md
  note: { title: Note, phase: development, path: note.md }
`;
  const { origin } = load({ 'lifecycle.yaml': text });
  const said = (path: readonly (string | number)[]) => {
    const found = origin(path);
    const source = found?.builtIn ? standardText : text;
    return found && [found.file, source.slice(found.keySpan.start, found.keySpan.end)];
  };

  const places: readonly (readonly [readonly (string | number)[], string, string])[] = [
    [['artifacts', 'user-manual', 'path'], 'lifecycle.yaml', 'path'],
    [['artifacts', 'user-manual'], 'lifecycle.yaml', 'user-manual'],
    [['artifacts', 'user-manual', 'sections', 'safety'], 'lifecycles/standard.yaml', 'safety'],
    [['artifacts', 'user-manual', 'accountable', 0], 'lifecycles/standard.yaml', 'product-manager'],
    [['artifacts', 'launch-plan'], 'lifecycles/standard.yaml', 'launch-plan'],
    [['artifacts', 'note', 'sections', 'none', 'heading'], 'lifecycle.yaml', 'note'],
    [['gates', 'launch', 'exit', 'l-plan'], 'lifecycles/standard.yaml', 'l-plan'],
    [['nothing'], 'lifecycle.yaml', text.trimEnd()],
  ];
  for (const [path, file, words] of places) it(path.join(' › '), () => assert.deepEqual(said(path), [file, words]));
});
