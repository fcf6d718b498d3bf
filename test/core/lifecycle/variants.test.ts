import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import type { Lifecycle } from '../../../server/core/lifecycle/schema/lifecycle.ts';
import { rules } from '../../../server/core/rules/index.ts';
import { builtIns, loadOwn } from './builtIns.ts';

interface Counts {
  readonly types: number;
  readonly required: number;
  readonly gates: readonly string[];
  /** Record kinds: required ones of all. */
  readonly records: readonly [number, number];
  readonly independence: Lifecycle['independence'];
}

const standardGates = ['concept', 'design', 'verification', 'handoff', 'launch', 'launch-review', 'release'];
const hardwareGates = [
  'concept',
  'design',
  'evt',
  'verification',
  'handoff',
  'pvt',
  'launch',
  'launch-review',
  'release',
];
const regulatedGates = [...standardGates.slice(0, 3), 'validation', ...standardGates.slice(3)];

const table: Readonly<Record<string, Counts>> = {
  standard: { types: 31, required: 19, gates: standardGates, records: [8, 10], independence: 'warn' },
  software: { types: 32, required: 20, gates: standardGates, records: [8, 10], independence: 'warn' },
  hardware: { types: 37, required: 27, gates: hardwareGates, records: [10, 11], independence: 'warn' },
  regulated: { types: 42, required: 34, gates: regulatedGates, records: [11, 13], independence: 'required' },
  library: { types: 12, required: 7, gates: ['publish', 'stable', 'release'], records: [1, 10], independence: 'off' },
  lean: { types: 9, required: 6, gates: ['build-it', 'ship-it', 'learn'], records: [3, 10], independence: 'off' },
};

const ruleIds = rules.map(({ id }) => id);

const required = (entries: Readonly<Record<string, { readonly need: string }>>): number =>
  Object.values(entries).filter(({ need }) => need === 'required').length;

function sound(text: string): Lifecycle {
  const { lifecycle, problems } = loadOwn(`lifecycle: 1\n${text}`);
  assert.deepEqual(problems, []);
  assert.ok(lifecycle);
  return lifecycle;
}

describe('the built-in lifecycles', () => {
  it('are the six of the table', () => {
    assert.deepEqual([...builtIns.keys()].sort(), Object.keys(table).sort());
  });

  for (const [id, counts] of Object.entries(table))
    describe(id, () => {
      const text = builtIns.get(id) ?? '';
      const lifecycle = sound(`extends: ${id}\n`);
      const { artifacts, gates, records, independence } = lifecycle;

      it('sets only rules that exist', () => {
        const unknown = loadOwn(`lifecycle: 1\nextends: ${id}\n`, ruleIds).problems.map(({ subject }) => subject);
        assert.deepEqual(unknown, []);
      });

      it('has the types, gates and record kinds of the table', () => {
        const found: Counts = {
          types: Object.keys(artifacts).length,
          required: required(artifacts),
          gates: Object.keys(gates),
          records: [required(records), Object.keys(records).length],
          independence,
        };
        assert.deepEqual(found, counts);
      });

      it('says in its first line for whom it is, and in one line of its own', () => {
        assert.match(text, /^# (?:For |The standard lifecycle of Slipway)/);
        assert.equal(lifecycle.id, id);
        assert.ok(lifecycle.title && lifecycle.summary);
      });

      it('is written within 120 columns', () => {
        for (const line of text.split('\n')) assert.ok(line.length <= 120, line);
      });

      it('asks for every required document and record at a gate', () => {
        for (const [name, { need, 'required-by': gate }] of Object.entries({ ...artifacts, ...records }))
          if (need === 'required') assert.ok(gate !== undefined && Object.hasOwn(gates, gate), name);
      });

      it('tells the writer of every section what belongs there, with the columns of every table', () => {
        for (const [name, type] of Object.entries(artifacts))
          for (const [section, { guidance, form, columns }] of Object.entries(type.sections)) {
            assert.ok(guidance, `${name}/${section}`);
            if (form === 'table') assert.notDeepEqual(columns, [], `${name}/${section}`);
          }
      });

      it('begins and ends its phases with gates of its own', () => {
        assert.equal(lifecycle.phases.development?.['exit-gate'], lifecycle.phases.deployment?.['entry-gate']);
        assert.ok(Object.hasOwn(gates, lifecycle.phases.deployment?.['entry-gate'] ?? ''));
      });
    });

  const together: Readonly<Record<string, readonly [number, number]>> = {
    'standard, hardware': [37, 27],
    'software, hardware': [38, 27],
    'regulated, hardware': [48, 41],
  };
  for (const [names, [types, needed]] of Object.entries(together))
    it(`can be combined: ${names}`, () => {
      const { artifacts } = sound(`extends: [${names}]\n`);
      assert.deepEqual([Object.keys(artifacts).length, required(artifacts)], [types, needed]);
    });
});

describe('the page about the built-in lifecycles', () => {
  const page = readFileSync('docs/lifecycles.md', 'utf8');
  const words = { warn: 'yes, with a remark', required: 'no', off: 'yes' };

  for (const [id, { types, required: needed, gates, records, independence }] of Object.entries(table))
    it(`tells the numbers of ${id}`, () => {
      const numbers = `${types} (${needed}) | ${gates.length} | ${records[1]} (${records[0]}) | ${words[independence]} |`;
      const row = page.split('\n').find(line => line.startsWith(`| [\`${id}\`]`));
      assert.ok(row?.endsWith(numbers), row);
    });
});

describe('the regulated lifecycle', () => {
  it('says that it claims no conformity', () => assert.match(builtIns.get('regulated') ?? '', /claims no conformity/));

  it('asks less of software of class A', () => {
    const needs = (safetyClass: string): readonly unknown[] => {
      const { artifacts } = sound(`extends: regulated\nproduct: { safety_class: ${safetyClass} }\n`);
      return [artifacts['design-document']?.need, artifacts['soup-list-review']?.need];
    };
    assert.deepEqual(needs('A'), ['recommended', 'recommended']);
    assert.deepEqual(needs('B'), ['required', 'required']);
    assert.deepEqual(needs('C'), ['required', 'required']);
  });

  it('cannot be weakened by a product, but made stricter', () => {
    const { lifecycle, problems } = loadOwn(`lifecycle: 1
extends: regulated
artifacts: { intended-use: null, ux-design: { need: optional }, beta-report: { need: required } }
gates: { design: { exit: { d-soup: { level: should } } }, validation: null }
rules: { self-approval: off, approval-missing: error }
`);
    assert.equal(problems.length, 5);
    assert.ok(problems.every(({ message }) => message.includes('locked by `regulated`')));
    assert.equal(lifecycle?.artifacts['ux-design']?.need, 'required');
    assert.equal(lifecycle?.artifacts['beta-report']?.need, 'required');
    assert.ok(lifecycle?.artifacts['intended-use'] && lifecycle.gates.validation);
    assert.deepEqual(lifecycle.rules['self-approval'], { severity: 'error', locked: true });
  });
});

describe('the lean lifecycle', () => {
  it('absorbs other documents as sections of the brief, with the words that it takes from its other sections', () => {
    const { sections } = sound('extends: lean\n').artifacts['product-brief'] ?? assert.fail();
    assert.deepEqual(Object.keys(sections).slice(-6), ['needs', 'features', 'how', 'risks', 'metrics', 'people']);
    assert.ok(!sections.scope?.aliases.includes('features') && !sections.goals?.aliases.includes('success metrics'));
  });

  it('grows into the standard one by one word', () => {
    const [lean, standard] = [sound('extends: lean\n'), sound('extends: standard\n')];
    for (const [id, type] of Object.entries(lean.artifacts)) {
      assert.ok(standard.artifacts[id], id);
      assert.equal(type.phase, standard.artifacts[id]?.phase);
    }
  });
});
