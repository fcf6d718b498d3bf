import assert from 'node:assert/strict';
import { fingerprint } from '../../../server/core/project/fingerprint.ts';
import { type Files, people } from '../../support/product.ts';
import { documentOf } from '../project/support.ts';
import { criterionIn, document, gateLog } from './support.ts';

/** A lifecycle with one gate that has this criterion, and what a product says besides. */
const definition = (criterion: string, more = ''): Files => ({
  'lifecycle.yaml': `lifecycle: 1
extends: standard
product: { version: 1.4.0 }
${more}
gates:
  pilot: { title: Pilot, phase: development, order: 0, exit: { c: { say: It holds., ${criterion} } } }
`,
});

const body = '\n## One\n\nWords.\n';
const current = fingerprint(documentOf(`# Title\n${body}`));
const approval = (by: string, role?: string, content = current): string =>
  `{ by: ${by}, ${role === undefined ? '' : `role: ${role}, `}content: "${content}" }`;

/** `state: reason`. */
const judged = (files: Files): string => {
  const { state, reason } = criterionIn(files, 'pilot', 'c');
  return reason === undefined ? state : `${state}: ${reason}`;
};

describe('a criterion on documents', () => {
  const thing = `artifacts: { thing: { title: Thing, phase: development, path: thing.md, cardinality: many, review-every: 1 month, sections: { one: { heading: One }, two: { heading: Two, required: false }, three: { heading: Three } } } }`;
  const check = 'check: artifact, type: thing, status: approved';
  const draft = document('a.md', 'thing', 'status: draft');
  const approved = document('b.md', 'thing', 'status: approved', body);
  const stale = (status: string) =>
    document('s.md', 'thing', `status: ${status}\napprovals: [${approval('Ana', 'engineer', '5d1c0ffee007')}]`, body);

  const table: readonly (readonly [string, string, Files, string])[] = [
    ['no document', check, {}, 'unmet: Thing is missing.'],
    ['a draft', check, draft, 'unmet: Thing is draft, approved is asked for.'],
    ['an approved one', check, approved, 'met'],
    ['a released one', check, document('b.md', 'thing', 'status: released'), 'met'],
    ['one of two', check, { ...draft, ...approved }, 'met'],
    [
      'a retired one',
      check,
      document('b.md', 'thing', 'status: retired'),
      'unmet: Thing is retired, approved is asked for.',
    ],
    ['a waived one', check, document('b.md', 'thing', 'status: draft\nnot_applicable: { reason: x, by: Ana }'), 'met'],
    [
      'one that changed after approval',
      check,
      stale('approved'),
      'unmet: Thing changed since the approval, approved is asked for.',
    ],
    ['one that changed, a status lower', 'check: artifact, type: thing, status: in-review', stale('approved'), 'met'],
    ['a draft, where that is enough', 'check: artifact, type: thing, status: draft', draft, 'met'],
    ['two of two', `${check}, min: 2`, { ...approved, ...document('c.md', 'thing', 'status: released') }, 'met'],
    ['one of two that are asked for', `${check}, min: 2`, approved, 'unmet: 1 of 2 are there: Thing.'],
    [
      'two, one of them a draft',
      `${check}, min: 2`,
      { ...draft, ...approved },
      'unmet: Thing is draft, approved is asked for.',
    ],
    ['sections that are missing', `${check}, sections: complete`, approved, 'unmet: Thing has nothing under “Three”.'],
    [
      'all sections',
      `${check}, sections: complete`,
      document('b.md', 'thing', 'status: approved', `${body}\n## Three\n\nWords.\n`),
      'met',
    ],
    [
      'a review that is due',
      `${check}, fresh: true`,
      document('b.md', 'thing', 'status: approved\nreviewed: 2026-05-01'),
      'unmet: Thing is due for review.',
    ],
    [
      'a review of late',
      `${check}, fresh: true`,
      document('b.md', 'thing', 'status: approved\nreviewed: 2026-06-01'),
      'met',
    ],
    [
      'a review that is due, where nobody asks',
      check,
      document('b.md', 'thing', 'status: approved\nreviewed: 2026-05-01'),
      'met',
    ],
    [
      'two things at once',
      `${check}, fresh: true`,
      document('b.md', 'thing', 'status: draft\nreviewed: 2026-05-01'),
      'unmet: Thing is draft, approved is asked for and is due for review.',
    ],
    [
      'the current version',
      `${check}, version: current`,
      document('b.md', 'thing', 'status: approved\nversion: 1.4.0'),
      'met',
    ],
    [
      'another version',
      `${check}, version: current`,
      document('b.md', 'thing', 'status: approved\nversion: 1.3.0'),
      'unmet: Thing exists, but not for 1.4.0.',
    ],
    ['another version, where nobody asks', check, document('b.md', 'thing', 'status: approved\nversion: 1.3.0'), 'met'],
    ['no version', `${check}, version: current`, approved, 'met'],
  ];
  for (const [name, criterion, files, expected] of table)
    it(`judges ${name}`, () => {
      assert.equal(judged({ ...definition(criterion, thing), ...files }), expected);
    });

  it('is met by a type that is waived, and by what is begun elsewhere only as begun', () => {
    assert.equal(judged(definition(check, `${thing}\nwaive: { thing: { reason: x, by: Ana } }`)), 'met');
    assert.equal(
      judged(definition(check, `${thing}\nwaive: { thing: { reason: x, by: Ana, until: 2026-01-01 } }`)),
      'unmet: Thing is missing.',
    );
    const elsewhere = `${thing}\nprovided-by: { thing: { url: "https://example.org" } }`;
    assert.equal(judged(definition(check, elsewhere)), 'unmet: Thing is kept elsewhere; nobody can see its status.');
    assert.equal(judged(definition('check: artifact, type: thing, status: draft', elsewhere)), 'met');
    assert.equal(judged({ ...definition(check, elsewhere), ...approved }), 'met');
  });

  it('is judged at the precision of the type', () => {
    const manual = 'check: artifact, type: user-manual, status: approved, version: current';
    const at = (version: string): Files => document('m.md', 'user-manual', `status: approved\nversion: ${version}`);
    assert.equal(judged({ ...definition(manual), ...at('1.4') }), 'met');
    assert.equal(judged({ ...definition(manual), ...at('1.3') }), 'unmet: User manual exists, but not for 1.4.0.');
  });

  it('looks for the version in a changelog', () => {
    const changelog = 'check: artifact, type: changelog, status: draft, version: current';
    const at = (heading: string): Files => ({ 'CHANGELOG.md': `# Changelog\n\n## ${heading}\n\n- Sync\n` });
    assert.equal(judged({ ...definition(changelog), ...at('[1.4.0] - 2026-06-01') }), 'met');
    assert.equal(
      judged({ ...definition(changelog), ...at('Unreleased') }),
      'unmet: Changelog exists, but not for 1.4.0.',
    );
  });

  it('says where to go and what to create', () => {
    const missing = criterionIn(definition(check, thing), 'pilot', 'c');
    assert.deepEqual([missing.create, missing.place], ['thing', undefined]);
    const files = { ...definition(check, thing), ...draft };
    const { create, place } = criterionIn(files, 'pilot', 'c');
    assert.ok(place);
    assert.deepEqual(
      [create, place.path, files['a.md']?.slice(place.span.start, place.span.end)],
      [undefined, 'a.md', 'draft'],
    );
    const notes = 'check: artifact, type: release-notes, status: approved, version: current';
    const old = document('docs/deployment/release-notes/1.3.0.md', 'release-notes', 'status: released');
    assert.equal(criterionIn({ ...definition(notes), ...old }, 'pilot', 'c').create, 'release-notes');
  });
});

describe('a criterion on approvals', () => {
  const check = 'check: approval, of: launch-plan, roles: [operations, customer-support]';
  const plan = (frontMatter: string): Files =>
    document('l.md', 'launch-plan', `status: in-review\n${frontMatter}`, body);
  const nobody = 'unmet: Launch plan is not approved by operations or customer support.';

  const table: readonly (readonly [string, string, Files, string])[] = [
    ['no document', check, {}, 'unmet: Launch plan is missing.'],
    ['no approval', check, plan('owner: Ana'), nobody],
    ['an approval of the text as it is', check, plan(`approvals: [${approval('Lena', 'operations')}]`), 'met'],
    ['an approval under another name of the role', check, plan(`approvals: [${approval('Lena', 'Ops')}]`), 'met'],
    [
      'an approval of an earlier text',
      check,
      plan(`approvals: [${approval('Lena', 'operations', '5d1c0ffee007')}]`),
      nobody,
    ],
    ['an approval without a fingerprint', check, plan('approvals: [{ by: Lena, role: operations }]'), 'met'],
    ['an approval of another role', check, plan(`approvals: [${approval('Tom', 'designer')}]`), nobody],
    ['an approval of nobody', check, plan('approvals: [{ by: , role: operations }]'), nobody],
    ['a person alone', check, plan('approved_by: Lena'), nobody],
    ['a person who holds the role', check, { ...plan('approved_by: Lena'), ...people({ operations: 'Lena' }) }, 'met'],
    [
      'one of two that are both asked for',
      `${check}, all: true`,
      plan(`approvals: [${approval('Lena', 'operations')}]`),
      'unmet: Launch plan is not approved by customer support.',
    ],
    [
      'both',
      `${check}, all: true`,
      plan(`approvals: [${approval('Lena', 'operations')}, ${approval('Kofi', 'customer-support')}]`),
      'met',
    ],
    [
      'the wrong version',
      check,
      plan(`version: 1.3.0\napprovals: [${approval('Lena', 'operations')}]`),
      'unmet: Launch plan exists, but not for 1.4.0.',
    ],
    [
      'the author, where somebody else is asked for',
      `${check}, independent: true`,
      plan(`authors: [Lena]\napprovals: [${approval('Lena', 'operations')}]`),
      `${nobody.slice(0, -1)}, by somebody who did not write it.`,
    ],
    [
      'somebody else',
      `${check}, independent: true`,
      plan(`authors: [Ana]\napprovals: [${approval('Lena', 'operations')}]`),
      'met',
    ],
    ['a waived document', check, plan('not_applicable: { reason: x, by: Ana }'), 'met'],
    [
      'a document that another replaced',
      check,
      {
        ...plan('owner: Ana'),
        ...document(
          'old.md',
          'launch-plan',
          `status: superseded\napprovals: [${approval('Lena', 'operations')}]`,
          body,
        ),
      },
      nobody,
    ],
    [
      'two documents with half of the approvals each',
      `${check}, all: true`,
      {
        ...plan(`approvals: [${approval('Lena', 'operations')}]`),
        ...document(
          'm.md',
          'launch-plan',
          `status: in-review\napprovals: [${approval('Kofi', 'customer-support')}]`,
          body,
        ),
      },
      'unmet: Launch plan is not approved by customer support.',
    ],
  ];
  for (const [name, criterion, files, expected] of table)
    it(`judges ${name}`, () => {
      assert.equal(judged({ ...definition(criterion), ...files }), expected);
    });

  it('lets people approve their own work where independence is off', () => {
    const files = plan(`authors: [Lena]\napprovals: [${approval('Lena', 'operations')}]`);
    assert.equal(judged({ ...definition(`${check}, independent: true`, 'independence: off'), ...files }), 'met');
  });
});

describe('a criterion on an earlier gate', () => {
  const check = 'check: gate-passed, gate: concept';
  const open = 'gate: concept, decision: conditional-go, conditions: [{ text: x }]';
  const closed = 'gate: concept, decision: conditional-go, conditions: [{ text: x, closed: 2026-05-01 }]';
  const table: readonly (readonly [string, Files, string])[] = [
    [check, {}, 'unmet: The gate “Concept agreed” is not passed.'],
    [check, gateLog('gate: concept, decision: go'), 'met'],
    [check, gateLog('gate: concept, decision: hold'), 'unmet: The gate “Concept agreed” is not passed.'],
    [check, gateLog(open), 'met'],
    [
      `${check}, strict: true`,
      gateLog(open),
      'unmet: The gate “Concept agreed” is passed with conditions that are still open.',
    ],
    [`${check}, strict: true`, gateLog(closed), 'met'],
    [`${check}, strict: true`, gateLog('gate: concept, decision: go'), 'met'],
    [`${check}, strict: true`, {}, 'unmet: The gate “Concept agreed” is not passed.'],
  ];
  for (const [criterion, files, expected] of table)
    it(`${criterion} with ${JSON.stringify(Object.values(files))} is ${expected}`, () => {
      assert.equal(judged({ ...definition(criterion), ...files }), expected);
    });
});

describe('a criterion on links between items', () => {
  const requirements = (...items: readonly string[]): Files =>
    document(
      'r.md',
      'requirements',
      'status: draft',
      `\n## Functional requirements\n\n${items.map(item => `### ${item}\n\n- priority: must\n`).join('\n')}`,
    );
  const tests = (...rows: readonly string[]): Files =>
    document(
      't.md',
      'test-plan',
      'status: draft',
      `\n## Test cases\n\n| Test | Verifies | Priority |\n|---|---|---|\n${rows.map(row => `| ${row} |\n`).join('')}`,
    );
  const results = (...rows: readonly string[]): Files =>
    document(
      'docs/development/test-reports/1.4.0.md',
      'test-report',
      'status: draft\nversion: 1.4.0',
      `\n## Results\n\n| Test | Result |\n|---|---|\n${rows.map(row => `| ${row} |\n`).join('')}`,
    );
  const covered = 'check: trace, rule: t-req-test';

  const table: readonly (readonly [string, string, Files, string])[] = [
    ['nothing to judge', covered, {}, 'unmet: No document declares any REQ: requirement.'],
    ['a document without items', covered, requirements(), 'met'],
    [
      'one without a test',
      covered,
      { ...requirements('REQ-1', 'REQ-2'), ...tests('TST-1 | REQ-1 | must') },
      'unmet: REQ-2 is not covered (1 of 2).',
    ],
    [
      'many without a test',
      covered,
      requirements('REQ-1', 'REQ-2', 'REQ-3', 'REQ-4', 'REQ-5'),
      'unmet: REQ-1, REQ-2, REQ-3 and 2 more are not covered (0 of 5).',
    ],
    [
      'a share that is enough',
      `${covered}, coverage: 0.5`,
      { ...requirements('REQ-1', 'REQ-2'), ...tests('TST-1 | REQ-1 | must') },
      'met',
    ],
    [
      'a share that is not',
      `${covered}, coverage: 0.8`,
      { ...requirements('REQ-1', 'REQ-2'), ...tests('TST-1 | REQ-1 | must') },
      'unmet: REQ-2 is not covered (1 of 2, 2 are asked for).',
    ],
    ['only some of them', `${covered}, where: { version: 2.0.0 }`, requirements('REQ-1'), 'met'],
    [
      'results that nobody wrote',
      'check: test-results, min-pass: 1',
      tests('TST-1 | REQ-1 | must'),
      'unmet: No test report has results for this version.',
    ],
    [
      'a failed test',
      'check: test-results, min-pass: 1, where: { priority: must }',
      { ...tests('TST-1 | REQ-1 | must', 'TST-2 | REQ-1 | must'), ...results('TST-1 | pass', 'TST-2 | fail') },
      'unmet: 1 of 2 tests passed; TST-2 says “fail”.',
    ],
    [
      'a failed test that does not count',
      'check: test-results, min-pass: 1, where: { priority: must }',
      { ...tests('TST-1 | REQ-1 | must', 'TST-2 | REQ-1 | could'), ...results('TST-1 | pass', 'TST-2 | fail') },
      'met',
    ],
    [
      'a test without a result',
      'check: test-results, min-pass: 1',
      { ...tests('TST-1 | REQ-1 | must', 'TST-2 | REQ-1 | must'), ...results('TST-1 | pass') },
      'unmet: 1 of 2 tests passed; TST-2 has no result.',
    ],
    [
      'a failure that nobody deals with',
      'check: test-results, max-unhandled-failures: 0',
      { ...tests('TST-1 | REQ-1 | must'), ...results('TST-1 | fail') },
      'unmet: TST-1 failed, and neither a change nor a known issue says what is done.',
    ],
    [
      'a failure that a change deals with',
      'check: test-results, max-unhandled-failures: 0',
      {
        ...tests('TST-1 | REQ-1 | must'),
        ...results('TST-1 | fail'),
        'docs/records/changes.yaml': '- { id: CHG-1, title: Repair it, affects: [TST-1], status: approved }\n',
      },
      'met',
    ],
  ];
  for (const [name, criterion, files, expected] of table)
    it(`judges ${name}`, () => {
      assert.equal(judged({ ...definition(criterion), ...files }), expected);
    });
});
