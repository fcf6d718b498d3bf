import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import * as z from 'zod';
import type { Gate } from '../../../server/core/lifecycle/schema/gate.ts';
import type { Lifecycle, RuleSetting } from '../../../server/core/lifecycle/schema/lifecycle.ts';
import { loadOwn } from './builtIns.ts';

const folder = join(import.meta.dirname, '../../../../shared/domain/overlays');

const section = z.looseObject({
  id: z.string(),
  heading: z.string(),
  aliases: z.array(z.string()).default([]),
  required: z.boolean(),
  form: z.string(),
  columns: z.array(z.string()).default([]),
  declares: z
    .string()
    .transform(kind => [kind])
    .default([]),
  guidance: z.string(),
});
const artifact = z.looseObject({ id: z.string(), sections: z.array(section) });
const changes = z.record(z.string(), z.record(z.string(), z.unknown()));
const sectionChanges = z.object({
  add: z.array(section).default([]),
  remove: z.array(z.string()).default([]),
  replace: z.array(section).default([]),
  keep_only: z.array(z.string()).optional(),
  override: changes.default({}),
});
const criterion = z.looseObject({
  id: z.string(),
  say: z.string(),
  check: z.string(),
  level: z.string().default('must'),
});
const criteria = z.object({ add: z.array(criterion).default([]), change: changes.default({}) });
const record = z.looseObject({ id: z.string(), fields: z.array(z.looseObject({ name: z.string() })) });

/** The parts of the overlays that arrive one by one. */
const overlay = z.looseObject({
  artifacts: z.object({
    add: z.array(artifact).default([]),
    remove: z.array(z.string()).default([]),
    override: changes.default({}),
  }),
  gates: z.object({
    add: z.array(z.looseObject({ id: z.string(), title: z.string(), exit: z.array(criterion) })).default([]),
    override: z
      .record(z.string(), z.looseObject({ exit: criteria.optional(), entry: criteria.optional() }))
      .default({}),
  }),
  records: z.looseObject({ add: z.array(record).default([]) }),
  rules: z.record(z.string(), z.union([z.string(), z.boolean()])).default({}),
  trace: z.object({ add_rules: z.array(z.looseObject({ id: z.string(), rule: z.string() })) }).optional(),
});

/** What a key of an overlay is called in a lifecycle definition. */
const names: Readonly<Record<string, string>> = {
  status_at_least: 'status',
  order: '',
  after: '',
  exits_phase: '',
  exit: '',
  entry: '',
  decided_by: '',
  front_matter: '',
  sections: '',
  generated: '',
  fields: '',
  recognise: '',
  due: '',
  id: '',
};

/** Asserts that what the overlay says plainly of an entry is said of it in the definition. */
function assertSaid(said: Readonly<Record<string, unknown>>, entry: object | undefined, where: string): void {
  assert.ok(entry, where);
  const found = new Map(Object.entries(entry));
  for (const [key, value] of Object.entries(said)) {
    const name = names[key] ?? key.replaceAll('_', '-');
    const isOwn = name === '' || known.has(`${where} ${name}`);
    if (!isOwn) assert.deepEqual(found.get(name) ?? null, value, `${where}: ${name}`);
  }
}

/** Said in another way, on purpose: several files may be the licence; the number of a build follows its name. */
const known = new Set([
  'licence-file path',
  'evt/e-report where',
  'verification/v-dvt where',
  'pvt/p-report where',
  'readme/what heading',
  'readme/what aliases',
  'readme/what required',
]);

if (existsSync(folder)) describe('the overlays that the built-in lifecycles come from', suite);
else console.log('Overlays: not here, so the built-in lifecycles are compared with their counts only.');

function suite() {
  for (const id of ['software', 'hardware', 'regulated', 'library', 'lean'])
    it(`arrived whole: ${id}`, () => {
      const said = overlay.parse(parse(readFileSync(join(folder, `${id}.yaml`), 'utf8')));
      const { lifecycle } = loadOwn(`lifecycle: 1\nextends: ${id}\n`);
      assert.ok(lifecycle);
      assertArtifacts(said, lifecycle);
      assertGates(said, lifecycle);
      assertOthers(said, lifecycle);
    });
}

type Overlay = z.infer<typeof overlay>;

function assertArtifacts({ artifacts }: Overlay, lifecycle: Lifecycle): void {
  const sectionsOf = (type: string) => lifecycle.artifacts[type]?.sections ?? {};
  for (const type of artifacts.add) {
    assertSaid(type, lifecycle.artifacts[type.id], type.id);
    const ids = type.sections.map(part => part.id);
    assert.deepEqual(Object.keys(sectionsOf(type.id)), ids);
    for (const part of type.sections) assertSaid(part, sectionsOf(type.id)[part.id], `${type.id}/${part.id}`);
  }
  for (const type of artifacts.remove) assert.equal(lifecycle.artifacts[type], undefined);
  for (const [type, said] of Object.entries(artifacts.override)) {
    assertSaid(said, lifecycle.artifacts[type], type);
    const { add, remove, replace, override, keep_only } = sectionChanges.parse(said.sections ?? {});
    for (const part of [...add, ...replace]) assertSaid(part, sectionsOf(type)[part.id], `${type}/${part.id}`);
    for (const part of remove) assert.equal(sectionsOf(type)[part], undefined, `${type}/${part}`);
    if (keep_only) assert.deepEqual(Object.keys(sectionsOf(type)).sort(), keep_only.toSorted(), type);
    if (replace.length > 0)
      assert.deepEqual(
        Object.keys(sectionsOf(type)),
        replace.map(part => part.id),
      );
    for (const [part, { aliases: _, ...rest }] of Object.entries(override))
      assertSaid(rest, sectionsOf(type)[part], `${type}/${part}`);
  }
}

function assertGates({ gates }: Overlay, lifecycle: Lifecycle): void {
  for (const gate of gates.add) {
    assertSaid(gate, lifecycle.gates[gate.id], gate.id);
    for (const said of gate.exit) assertSaid(said, lifecycle.gates[gate.id]?.exit[said.id], `${gate.id}/${said.id}`);
  }
  for (const [gate, parts] of Object.entries(gates.override))
    for (const part of ['entry', 'exit'] as const) {
      const criteria: Gate['exit'] = lifecycle.gates[gate]?.[part] ?? {};
      for (const said of parts[part]?.add ?? []) assertSaid(said, criteria[said.id], `${gate}/${said.id}`);
      for (const [id, said] of Object.entries(parts[part]?.change ?? {}))
        assertSaid(said, criteria[id], `${gate}/${id}`);
    }
}

function assertOthers({ records, rules, trace }: Overlay, lifecycle: Lifecycle): void {
  for (const kind of records.add) {
    const fields = Object.keys(lifecycle.records[kind.id]?.fields ?? {});
    for (const { name } of kind.fields) assert.ok(fields.includes(name), `${kind.id}: ${name}`);
  }
  for (const [rule, said] of Object.entries(rules)) {
    const setting: RuleSetting | undefined = lifecycle.rules[rule];
    assert.equal(typeof setting === 'object' ? setting.severity : setting, said === false ? 'off' : said, rule);
  }
  for (const rule of trace?.add_rules ?? []) assert.equal(lifecycle.coverage[rule.id]?.rule, rule.rule, rule.id);
}
