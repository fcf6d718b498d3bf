import assert from 'node:assert/strict';
import type { Files } from '../../support/product.ts';
import { criterionIn, gateIn } from './support.ts';

/** A lifecycle with one gate that has this criterion. */
const definition = (criterion: string): Files => ({
  'lifecycle.yaml': `lifecycle: 1
extends: standard
product: { version: 1.4.0 }
gates:
  pilot: { title: Pilot, phase: development, order: 0, exit: { c: { say: It holds., ${criterion} } } }
`,
});

const records = (file: string, ...entries: readonly string[]): Files => ({
  [`docs/records/${file}.yaml`]: entries.map(entry => `- { ${entry} }\n`).join(''),
});

/** `state: reason`. */
const judged = (criterion: string, files: Files): string => {
  const { state, reason } = criterionIn({ ...definition(criterion), ...files }, 'pilot', 'c');
  return reason === undefined ? state : `${state}: ${reason}`;
};

const risk = (id: number, more: string): string => `id: RISK-${id}, title: Something, phase: development, ${more}`;
const metric = (id: number, phase: string, more: string): string =>
  `id: MET-${id}, title: Number, phase: ${phase}, ${more}`;

describe('a criterion on records', () => {
  const table: readonly (readonly [string, string, Files, string])[] = [
    [
      'a record that nobody has begun',
      'check: records, kind: tools, min: 1',
      {},
      'unmet: Tools register: nothing is recorded yet.',
    ],
    [
      'too few',
      'check: records, kind: tools, where: { phase: development }, min: 2',
      records('tools', 'name: a, phase: development', 'name: b, phase: deployment'),
      'unmet: 1 of 2 entries are in the tools register.',
    ],
    [
      'enough',
      'check: records, kind: tools, min: 2',
      records('tools', 'name: a, phase: development', 'name: b, phase: deployment'),
      'met',
    ],
    [
      'enough, too few of them complete',
      'check: records, kind: tools, min: 2, with: [owner]',
      records('tools', 'name: a, phase: development, owner: Ana', 'name: b, phase: development'),
      'unmet: 1 of 2 entries of the tools register have owner.',
    ],
    [
      'one that must not be left',
      'check: records, kind: feedback-log, where: { severity: high, status: [new, triaged] }, max: 0',
      records('feedback', 'id: FB-1, severity: high, status: new', 'id: FB-2, severity: high, status: resolved'),
      'unmet: FB-1 is left, none may be.',
    ],
    [
      'none that must not be left',
      'check: records, kind: feedback-log, where: { severity: high, status: new }, max: 0',
      records('feedback', 'id: FB-2, severity: high, status: resolved'),
      'met',
    ],
    [
      'a risk by its derived level',
      'check: risks, where: { level: high, status: open }, max: 0',
      records(
        'risks',
        risk(1, 'likelihood: 4, impact: 4, status: open'),
        risk(2, 'likelihood: 1, impact: 4, status: open'),
      ),
      'unmet: RISK-1 is left, none may be.',
    ],
    [
      'a field that each must have',
      'check: risks, each-has: [owner, likelihood]',
      records('risks', risk(1, 'owner: Ana, likelihood: 3'), risk(2, 'owner: Ana'), risk(3, 'likelihood: 2')),
      'unmet: RISK-2 has no likelihood, and 1 more is incomplete.',
    ],
    [
      'a list of groups that waits for its value',
      'check: metrics, each-has: [measured]',
      records('metrics', metric(1, 'deployment', 'measured: [{ date: 2026-06-15, value: }]')),
      'unmet: MET-1 has no measured.',
    ],
    [
      'a measured value',
      'check: metrics, each-has: [measured]',
      records(
        'metrics',
        metric(1, 'deployment', 'measured: [{ date: 2026-06-15, value: }, { date: 2026-06-14, value: 3 }]'),
      ),
      'met',
    ],
    [
      'a phase with too few',
      'check: metrics, min-per-phase: 1, with: [target]',
      records('metrics', metric(1, 'development', 'target: 3'), metric(2, 'deployment', 'unit: x')),
      'unmet: Product deployment: 0 of 1 entries of the metrics have target.',
    ],
    [
      'every phase with enough',
      'check: metrics, min-per-phase: 1, with: [target]',
      records('metrics', metric(1, 'development', 'target: 3'), metric(2, 'deployment', 'target: 1')),
      'met',
    ],
    [
      'targets that are reached too seldom',
      'check: metrics, meeting-target: 0.5',
      records(
        'metrics',
        metric(1, 'deployment', 'better: higher, target: 3, measured: [{ date: 2026-06-01, value: 2 }]'),
        metric(2, 'deployment', 'better: higher, target: 3'),
        metric(3, 'deployment', 'better: lower, target: 3, measured: [{ date: 2026-06-01, value: 2 }]'),
      ),
      'unmet: 1 of 3 reach the target, 2 are asked for.',
    ],
    [
      'targets that are reached often enough',
      'check: metrics, meeting-target: 0.5',
      records(
        'metrics',
        metric(1, 'deployment', 'better: higher, target: 3, measured: [{ date: 2026-06-01, value: 2 }]'),
        metric(3, 'deployment', 'better: lower, target: 3, measured: [{ date: 2026-06-01, value: 2 }]'),
      ),
      'met',
    ],
    [
      'a role without training',
      'check: training, roles: [engineer, qa-tester]',
      records(
        'training',
        'id: TRN-1, audience: [engineer], status: done',
        'id: TRN-2, audience: [qa-tester], status: planned',
      ),
      'unmet: No finished training is recorded for QA tester.',
    ],
    [
      'a training for an earlier major version',
      'check: training, roles: [engineer]',
      records('training', 'id: TRN-1, audience: [engineer], status: done, version: 0.9.0'),
      'unmet: No finished training is recorded for engineer.',
    ],
    [
      'training under an alias of the role',
      'check: training, roles: [engineer]',
      records('training', 'id: TRN-1, audience: [developer], status: done, version: 1.0.0'),
      'met',
    ],
    [
      'a milestone that nobody recorded',
      'check: milestone, id: MIL-1',
      {},
      'unmet: The milestone MIL-1 is recorded nowhere.',
    ],
    [
      'a milestone ahead',
      'check: milestone, id: MIL-1',
      records('milestones', 'id: MIL-1, title: Beta, planned: 2026-07-01'),
      'unmet: MIL-1 is not reached yet.',
    ],
    [
      'a milestone reached',
      'check: milestone, id: MIL-1',
      records('milestones', 'id: MIL-1, title: Beta, planned: 2026-05-01, actual: 2026-05-02'),
      'met',
    ],
    [
      'a milestone dated after the day of the check',
      'check: milestone, id: MIL-1',
      records('milestones', 'id: MIL-1, title: Beta, planned: 2026-05-01, actual: 2026-07-02'),
      'unmet: MIL-1 is not reached yet.',
    ],
    [
      'a statement that nobody made',
      "check: attest, statement: 'It was rehearsed.'",
      {},
      'unmet: Nobody has stated it in the gate log yet (`attested`, criterion `c`): It was rehearsed.',
    ],
    [
      'a statement with a name and a day',
      "check: attest, statement: 'It was rehearsed.'",
      records('gates', 'gate: pilot, attested: [{ criterion: c, by: Ana, date: 2026-06-01 }]'),
      'met',
    ],
    [
      'a statement without a name',
      "check: attest, statement: 'It was rehearsed.'",
      records('gates', 'gate: pilot, attested: [{ criterion: c, by: , date: 2026-06-01 }]'),
      'unmet: Nobody has stated it in the gate log yet (`attested`, criterion `c`): It was rehearsed.',
    ],
    [
      'what the gate log waives',
      'check: milestone, id: MIL-1',
      records('gates', 'gate: pilot, waived: [{ criterion: c, reason: No beta, by: Ana, until: 2026-12-31 }]'),
      'met',
    ],
    [
      'a waiver that has ended',
      'check: milestone, id: MIL-1',
      records('gates', 'gate: pilot, waived: [{ criterion: c, reason: No beta, by: Ana, until: 2026-01-31 }]'),
      'unmet: The milestone MIL-1 is recorded nowhere.',
    ],
    [
      'findings that are left',
      'check: findings, severity: error',
      {
        'docs/development/ux-design.md': '---\nstatus: draft\nowner: designer\n---\n\n# UX\n\nSee REQ-9.\n',
        'docs/development/requirements.md': '---\nstatus: draft\nowner: designer\n---\n\n# R\n',
      },
      'unmet: 1 finding of this weight.',
    ],
    ['no findings of the weight', 'check: findings, severity: error, phase: deployment', {}, 'met'],
  ];
  for (const [name, criterion, files, expected] of table)
    it(`judges ${name}`, () => assert.equal(judged(criterion, files), expected));
});

describe('a criterion that applies only sometimes', () => {
  const has = (applicability: string): number =>
    gateIn(definition(`check: milestone, id: MIL-1, ${applicability}`), 'pilot').criteria.length;

  for (const [applicability, count] of [
    ['since: 2026-06-15', 1],
    ['since: 2026-06-16', 0],
    ['until: 2026-06-15', 0],
    ['until: 2.0.0', 1],
    ['since: 2.0.0', 0],
    ['when: { version: { at-least: 1.0.0 } }', 1],
    ['when: { version: { at-least: 1.5.0 } }', 0],
  ] as const)
    it(`with ${applicability}`, () => assert.equal(has(applicability), count));
});
