import assert from 'node:assert/strict';
import { loadLifecycle } from '../../../server/core/lifecycle/load.ts';

const base = `lifecycle: 1
locked: true
independence: required
statuses: { draft: {}, approved: { agreed: true } }
phases: { work: { title: Work } }
artifacts:
  plan:
    title: Plan
    phase: work
    path: plan.md
    locked: true
    need: recommended
    required-by: end
    sections:
      scope: { heading: Scope }
      extra: { heading: Extra, required: false }
  notes:
    title: Notes
    phase: work
    path: notes.md
    sections:
      safety: { heading: Safety, locked: true }
      free: { heading: Free }
records:
  log: { title: Log, path: log.yaml, locked: true, fields: { a: {} } }
gates:
  end:
    title: End
    phase: work
    exit:
      e-plan: { check: artifact, type: plan, status: approved, min: 2, locked: true, say: The plan is approved. }
      e-notes: { check: artifact, type: notes, status: approved, level: should, locked: true, say: Notes are approved. }
      e-log: { check: records, kind: log, where: { a: x }, max: 3, locked: true, say: Few are left. }
      e-free: { check: artifact, type: notes, status: approved, say: Notes are approved. }
rules:
  section-empty: { severity: warning, locked: true }
  section-form: error
`;

function load(own: string) {
  const files: Readonly<Record<string, string>> = {
    'lifecycle.yaml': `lifecycle: 1\nextends: base.yaml\n${own}`,
    'base.yaml': base,
  };
  const sources = { builtIn: () => undefined, file: (path: string) => files[path] };
  const { lifecycle, problems } = loadLifecycle('lifecycle.yaml', sources);
  assert.ok(lifecycle);
  return { lifecycle, problems };
}

const inherited = load('').lifecycle;

/** What a file may not do, with the words that the problem must mark and a part of its message. */
const weaker: Readonly<Record<string, readonly [string, string, RegExp]>> = {
  'loosen the independence': ['independence: warn', 'independence', /`independence` is locked by `base.yaml`/],
  'remove a type': [
    'artifacts: { plan: null }',
    'plan',
    /artifact type `plan` is locked by `base.yaml`.*cannot be removed/i,
  ],
  'remove all types': ['artifacts: null', 'artifacts', /artifact type `plan`/i],
  'put something else in the place of a type': ['artifacts: { plan: 5 }', 'plan', /cannot be removed/],
  'remove a section of a locked type': [
    'artifacts: { plan: { sections: { scope: null } } }',
    'scope',
    /section `scope`/i,
  ],
  'remove a locked section': ['artifacts: { notes: { sections: { safety: null } } }', 'safety', /section `safety`/i],
  'remove a type that holds a locked section': ['artifacts: { notes: null }', 'notes', /section `safety`/i],
  'lower a need': ['artifacts: { plan: { need: optional } }', 'need', /`need` of artifact type `plan`.*stricter/i],
  'take the gate away': ['artifacts: { plan: { required-by: null } }', 'required-by', /`required-by`/i],
  unlock: ['artifacts: { plan: { locked: null } }', 'locked', /`locked`/i],
  'make a section optional': [
    'artifacts: { notes: { sections: { safety: { required: false } } } }',
    'required',
    /`required` of section `safety`/i,
  ],
  'require a section only at times': [
    'artifacts: { notes: { sections: { safety: { required: { status: approved } } } } }',
    'required',
    /`required`/i,
  ],
  'let a section apply only at times': [
    'artifacts: { notes: { sections: { safety: { when: { status: approved } } } } }',
    'when',
    /`when`/i,
  ],
  'remove a criterion': ['gates: { end: { exit: { e-plan: null } } }', 'e-plan', /criterion `e-plan`/i],
  'remove a gate with a criterion': ['gates: { end: null }', 'end', /criterion `e-plan`/i],
  'lower the level of a criterion': ['gates: { end: { exit: { e-plan: { level: should } } } }', 'level', /`level`/i],
  'ask for a lower status': ['gates: { end: { exit: { e-plan: { status: draft } } } }', 'status', /`status`/i],
  'ask for fewer': ['gates: { end: { exit: { e-plan: { min: 1 } } } }', 'min', /`min`/i],
  'allow more': ['gates: { end: { exit: { e-log: { max: 4 } } } }', 'max', /`max`/i],
  'allow any number': ['gates: { end: { exit: { e-log: { max: null } } } }', 'max', /`max`/i],
  'count others': ['gates: { end: { exit: { e-log: { where: { a: y } } } } }', 'where', /`where`/i],
  'ask for another type': ['gates: { end: { exit: { e-plan: { type: notes } } } }', 'type', /`type`/i],
  'lower the need of a record kind': ['records: { log: { need: optional } }', 'need', /record kind `log`/i],
  'lower a rule': ['rules: { section-empty: info }', 'section-empty', /`severity` of rule setting `section-empty`/i],
  'turn a rule off': ['rules: { section-empty: { severity: off } }', 'severity', /`severity`/i],
  'apply a rule in places only': ['rules: { section-empty: { paths: [docs/**] } }', 'paths', /`paths`/i],
};

/** What a file may do, and what holds then. */
const allowed: Readonly<Record<string, readonly [string, (lifecycle: typeof inherited) => unknown, unknown]>> = {
  'raise a need': ['artifacts: { plan: { need: required } }', l => l.artifacts.plan?.need, 'required'],
  rename: ['artifacts: { plan: { title: The plan } }', l => l.artifacts.plan?.title, 'The plan'],
  'require a section': [
    'artifacts: { plan: { sections: { extra: { required: true } } } }',
    l => l.artifacts.plan?.sections.extra?.required,
    true,
  ],
  'add a section': [
    'artifacts: { plan: { sections: { more: { heading: More } } } }',
    l => Object.keys(l.artifacts.plan?.sections ?? {}),
    ['scope', 'extra', 'more'],
  ],
  'raise a level': [
    'gates: { end: { exit: { e-notes: { level: must } } } }',
    l => l.gates.end?.exit['e-notes']?.level,
    'must',
  ],
  'allow fewer': [
    'gates: { end: { exit: { e-log: { max: 0 } } } }',
    l => l.gates.end?.exit['e-log'],
    { check: 'records', level: 'must', kind: 'log', where: { a: 'x' }, max: 0, locked: true, say: 'Few are left.' },
  ],
  'raise a rule': [
    'rules: { section-empty: error }',
    l => l.rules['section-empty'],
    { severity: 'error', locked: true },
  ],
  'weaken what is not locked': [
    'artifacts: { notes: { need: optional, sections: { free: null } } }\nrules: { section-form: off }\ngates: { end: { exit: { e-free: null } } }',
    l => [l.artifacts.notes?.need, l.rules['section-form'], Object.keys(l.gates.end?.exit ?? {}).length],
    ['optional', 'off', 3],
  ],
  'say nothing': ['artifacts:\n  plan: {}\nrules:\n', l => l, inherited],
};

describe('a locked entry', () => {
  for (const [what, [own, marked, message]] of Object.entries(weaker))
    it(`does not let a later file ${what}`, () => {
      const { lifecycle, problems } = load(own);
      assert.deepEqual(lifecycle, inherited);
      assert.equal(problems.length, 1, JSON.stringify(problems));
      const [problem] = problems;
      assert.equal(problem?.file, 'lifecycle.yaml');
      const text = `lifecycle: 1\nextends: base.yaml\n${own}`;
      assert.equal(text.slice(problem?.span.start, problem?.span.end), marked);
      assert.match(problem?.message ?? '', message);
    });

  for (const [what, [own, read, expected]] of Object.entries(allowed))
    it(`lets a later file ${what}`, () => {
      const { lifecycle, problems } = load(own);
      assert.deepEqual(
        problems.filter(({ message }) => message.includes('locked')),
        [],
      );
      assert.deepEqual(read(lifecycle), expected);
    });

  it('may be locked by the last file for those that build on it', () => {
    const files: Readonly<Record<string, string>> = {
      'lifecycle.yaml': 'lifecycle: 1\nextends: middle.yaml\nrules: { section-form: warning }\n',
      'middle.yaml': 'lifecycle: 1\nextends: base.yaml\nrules: { section-form: { severity: error, locked: true } }\n',
      'base.yaml': base,
    };
    const { lifecycle, problems } = loadLifecycle('lifecycle.yaml', {
      builtIn: () => undefined,
      file: path => files[path],
    });
    assert.deepEqual(lifecycle?.rules['section-form'], { severity: 'error', locked: true });
    assert.match(problems[0]?.message ?? '', /locked by `middle.yaml`/);
  });
});
