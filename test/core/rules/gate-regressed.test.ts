import { assertMarked, assertSilent } from '../../support/marked.ts';
import type { Files } from '../../support/product.ts';

const rule = 'gate-regressed';

const lifecycle = `lifecycle: 1
phases: { make: { title: Make, exit-gate: done } }
statuses: { draft: {}, approved: { agreed: true } }
roles: { owner: { title: Owner } }
artifacts:
  brief: { title: Brief, phase: make, path: brief.md, required-by: agreed, accountable: [owner] }
  plan: { title: Plan, phase: make, path: plan.md, required-by: agreed, accountable: [owner] }
  note: { title: Note, phase: make, path: note.md, need: optional }
gates:
  agreed:
    title: Agreed
    phase: make
    exit:
      b: { check: artifact, type: brief, status: approved, say: The brief is approved. }
      p: { check: artifact, type: plan, status: approved, say: The plan is approved. }
      n: { level: should, check: artifact, type: note, status: approved, say: A note is approved. }
      e: { check: findings, severity: error, say: No error is left. }
  done: { title: Done, phase: make }
records: { gate-log: { title: Gate log, path: gates.yaml } }
`;
const base: Files = { 'lifecycle.yaml': lifecycle };
const approved = '---\nstatus: approved\napprovals: [{ by: Ana, role: owner }]\n---\n\n# It\n';
const go = '- { gate: agreed, date: 2026-06-01, decision: go, by: [{ name: Ana, role: owner }] }\n';
const whole: Files = { ...base, 'brief.md': approved, 'plan.md': approved };

describe(rule, () => {
  it('marks the decision and names what does not hold, and the way back', () => {
    assertMarked(rule, {
      ...whole,
      'plan.md': approved.replace('approved', 'draft'),
      'gates.yaml': `
- gate: agreed
        ^^^^^^ error: The gate “Agreed” is passed, but one of its criteria does not hold any more. Plan is draft, approved is asked for. Restore what it rests on, or waive the criterion in the gate log.
  decision: go
`,
    });
  });

  it('counts what does not hold', () => {
    assertMarked(rule, {
      ...base,
      'gates.yaml': `
- gate: agreed
        ^^^^^^ 2 of its criteria do not hold any more. Brief is missing. Plan is missing.
  decision: conditional-go
`,
    });
  });

  it('says what was edited or is gone since the decision, as the baseline tells', () => {
    assertMarked(rule, {
      ...base,
      'plan.md': approved,
      'gates.yaml': `
- gate: agreed
        ^^^^^^ Since the decision, brief.md is gone and plan.md was edited.
  decision: go
  baseline: { ids: [], fingerprints: { brief.md: 0123456789ab, plan.md: 0123456789ab } }
`,
    });
  });

  const quiet: readonly (readonly [string, Files])[] = [
    ['every must-criterion holds', { ...whole, 'gates.yaml': go }],
    ['a should-criterion does not hold', { ...whole, 'gates.yaml': go }],
    ['the gate is not passed', base],
    ['the decision stops the work', { ...base, 'gates.yaml': go.replace('go,', 'hold,') }],
    ['its phase is complete', { ...base, 'gates.yaml': `${go}${go.replace('agreed', 'done')}` }],
    [
      'the gate log waives the criterion',
      {
        ...whole,
        'plan.md': approved.replace('approved', 'draft'),
        'gates.yaml': go.replace(' }\n', ', waived: [{ criterion: p, reason: Later, by: Ana, until: 2026-12-31 }] }\n'),
      },
    ],
    ['the decision is dated after the day of the check', { ...base, 'gates.yaml': go.replace('06-01', '07-01') }],
  ];
  for (const [name, files] of quiet)
    it(`is content when ${name}`, () => {
      assertSilent(rule, files);
    });
});
