import assert from 'node:assert/strict';
import { assertFix, assertMarked, assertSilent, fixTitles } from '../../support/marked.ts';
import { type Files, findingsIn, passedUpTo } from '../../support/product.ts';

const rule = 'handoff-incomplete';
const path = 'docs/development/handoff.md';

const specification = (status = 'approved'): Files => ({
  'docs/development/technical-specification.md': `---\nstatus: ${status}\nowner: engineer\nversion: 1.0.0\napprovals: [{ by: Mei, role: engineer }]\n---\n\n# Technical specification\n`,
});

const report = (results: string, issues: string): Files => ({
  'docs/development/test-plan.md':
    '---\nstatus: approved\nowner: qa-tester\napprovals: [Ravi]\n---\n\n# Test plan\n\n## Test cases\n\n| Test | Verifies |\n|---|---|\n| TST-9 | REQ-1 |\n',
  'docs/development/test-reports/1.0.0.md': `---\nstatus: approved\nowner: qa-tester\nversion: 1.0.0\napprovals: [Ravi]\n---\n\n# Test report 1.0.0\n\n## Results\n\n| Test | Result |\n|---|---|\n${results}\n## Failures and known issues\n\n${issues}\n`,
});

const base: Files = {
  'lifecycle.yaml': 'lifecycle: 1\nextends: standard\nproduct: { version: 1.0.0 }\n',
  ...passedUpTo('verification'),
};

const accepted = 'approvals: [{ by: Lena, role: operations }]\n';
const table = (rows: string): string =>
  `## What is handed over\n\n| Item | Document | Version | Received by |\n|---|---|---|---|\n${rows}`;

const page = (body: string, fields = accepted, status = 'in-review'): Files => ({
  [path]: `---\nstatus: ${status}\nowner: Ana\nversion: 1.0.0\n${fields}---\n\n# Handoff\n\n${body}`,
});

const messages = (files: Files): readonly string[] => findingsIn(files, rule).map(({ message }) => message);

describe(rule, () => {
  it('tells all that is missing in one finding', () => {
    assertMarked(rule, {
      ...base,
      ...specification(),
      [path]: `
---
status: in-review
owner: Ana
version: 1.0.0
---

# Handoff of the first version
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ warning: The handoff is incomplete: the technical specification is listed as 0.9.0, and 1.0.0 was approved; 2 rows have nobody under “Received by”; 1 box is not ticked, and nothing says why; nobody on the receiving side has accepted it (operations or customer support). This is what the next gate, “Handed over to deployment”, rests on: complete it together with those who receive it.

${table('| Technical specification | [Specification](technical-specification.md) | 0.9.0 | |\n| Keys | In the safe | 1.0.0 | |\n')}
## Checks

- [ ] The keys were moved.
- [x] The builds are there.
`,
    });
  });

  it('shows each place', () => {
    const [found] = findingsIn(
      {
        ...base,
        ...specification(),
        ...page(`${table('| Keys | In the safe | | |\n')}\n## Acceptance\n\nNot yet.\n`, ''),
      },
      rule,
    );
    assert.deepEqual(
      found?.related?.map(({ message }) => message),
      [
        'The technical specification is not listed.',
        '1 row has nobody under “Received by”.',
        'Nobody on the receiving side has accepted it (operations or customer support).',
      ],
    );
  });

  it('finds a document by its link or by its name', () => {
    for (const row of [
      '| Parts | [All of them](technical-specification.md#overview) | 1.0 | Lena |',
      '| Technical Specification | In the drawer | v1.0.0 | Lena |',
    ])
      assertSilent(rule, { ...base, ...specification(), ...page(table(`${row}\n`)) });
    assert.match(
      messages({ ...base, ...specification(), ...page(table('| Parts | [Parts](parts.md) | 1.0.0 | Lena |\n')) })[0] ??
        '',
      /the technical specification is not listed/,
    );
  });

  it('asks for the report of this version and for its known issues', () => {
    const row = '| Test report | [Report](test-reports/1.0.0.md) | 1.0.0 | Kofi |\n';
    const issues = '| Known issues | [Issues](test-reports/1.0.0.md#failures-and-known-issues) | 1.0.0 | Kofi |\n';
    const known = { ...base, ...report('| TST-9 | pass |\n', '- The daily total is late after midnight.') };
    assert.match(
      messages({ ...known, ...page(table('| Keys | Safe | | Lena |\n')) })[0] ?? '',
      /the test report is not listed; the known issues of the test report are not listed\./,
    );
    assert.match(
      messages({ ...known, ...page(table(row)) })[0] ?? '',
      /: the known issues of the test report are not listed\./,
    );
    assertSilent(rule, { ...known, ...page(table(row + issues)) });
    assertSilent(rule, { ...known, ...page(table(`${row}| Known issues | On the board | | Kofi |\n`)) });
    assertSilent(rule, { ...base, ...report('| TST-9 | pass |\n', 'None known.'), ...page(table(row)) });
    assert.equal(messages({ ...base, ...report('| TST-9 | fail |\n', 'None.'), ...page(table(row)) }).length, 1);
  });

  it('asks for no document that is not agreed to', () => {
    assertSilent(rule, { ...base, ...specification('in-review'), ...page(table('| Keys | Safe | | Lena |\n')) });
  });

  it('counts an acceptance by any receiving role, for the text as it is', () => {
    const rows = table('| Keys | Safe | | Lena |\n');
    assertSilent(rule, { ...base, ...page(rows, 'approvals: [{ by: Kofi, role: customer-support }]\n') });
    for (const fields of [
      '',
      'approvals: [{ by: Ana, role: product-manager }]\n',
      'approvals: [{ by: Lena, role: operations, content: 5d1c0ffee007 }]\n',
    ])
      assert.match(
        messages({ ...base, ...page(rows, fields) })[0] ?? '',
        /: nobody on the receiving side has accepted it/,
      );
  });

  it('takes a reason for a box that is not ticked', () => {
    const checks = (item: string): string => `${table('| Keys | Safe | | Lena |\n')}\n## Checks\n\n- [ ] ${item}\n`;
    assertSilent(rule, { ...base, ...page(checks('The keys were moved. Reason: the safe comes in June.')) });
    assertSilent(rule, { ...base, ...page(checks('The keys were moved – the safe comes in June.')) });
    assert.equal(messages({ ...base, ...page(checks('The keys were moved.')) }).length, 1);
  });

  it('grows with distance, and speaks once deployment has begun', () => {
    const body = table('| Keys | Safe | | |\n');
    const sold = {
      'docs/records/changes.yaml':
        '- { id: CHG-5, title: Pilot, phase: deployment, kind: scope, class: normal, status: deployed, date: 2026-06-03 }\n',
    };
    const severities = (files: Files): readonly string[] => findingsIn(files, rule).map(({ severity }) => severity);
    assert.deepEqual(severities({ ...base, ...passedUpTo('handoff'), ...page(body) }), ['error']);
    assert.deepEqual(severities({ ...base, ...passedUpTo('concept'), ...page(body) }), []);
    assert.deepEqual(severities({ ...base, ...passedUpTo('concept'), ...sold, ...page(body) }), ['warning']);
    assert.deepEqual(severities({ ...base, ...page(body, accepted, 'draft') }), []);
    assert.deepEqual(severities({ ...base, ...sold, ...page(body, accepted, 'draft') }), ['warning']);
  });

  it('leaves the handoff of another version and other documents alone', () => {
    const body = table('| Keys | Safe | | |\n');
    assertSilent(rule, { ...base, [path]: page(body)[path]?.replace('version: 1.0.0', 'version: 0.9.0') ?? '' });
    assertSilent(rule, { ...base, ...page(body, accepted, 'superseded') });
    assertSilent(rule, { ...base, [path]: page(`\`\`\`\n${body}\`\`\`\n`)[path] ?? '' });
  });

  it('works for an own lifecycle', () => {
    assertMarked(rule, {
      'lifecycle.yaml':
        'lifecycle: 1\nphases: { build: { title: Build, exit-gate: over }, run: { title: Run, entry-gate: over } }\nroles: { ops: { title: Operators } }\nstatuses: { draft: {}, ready: {}, agreed: { agreed: true } }\ngates: { over: { title: Over, phase: build, exit: { yes: { check: approval, of: parcel, roles: [ops], say: It is taken. } } } }\nartifacts: { parcel: { title: Parcel, phase: build, path: parcel.md, sections: { list: { heading: Parts, form: table, columns: [Part, Taken by], cells: { Taken by: { type: person } } } } } }\n',
      'parcel.md': `
---
type: parcel
status: ready
---

# Parcel
^^^^^^^^ 1 row has nobody under “Taken by”; nobody on the receiving side has accepted it (operators)

## Parts

| Part | Taken by |
|---|---|
| Pump | |
`,
    });
  });

  it('adds rows and corrects versions, and leaves receiving to people', () => {
    assertFix(rule, {
      title: 'List Technical specification',
      before: { ...base, ...specification(), ...page(table('| Keys | Safe | | Lena |\n')) },
      after: page(
        table(
          '| Keys | Safe | | Lena |\n| Technical specification | [Technical specification](technical-specification.md) | 1.0.0 | ‸ |\n',
        ),
      ),
    });
    assertFix(rule, {
      title: 'List the technical specification as 1.0.0',
      before: { ...base, ...specification(), ...page(table('| Technical specification | Drawer | 0.9 | Lena |\n')) },
      after: page(table('| Technical specification | Drawer | 1.0.0 | Lena |\n')),
    });
    assert.deepEqual(fixTitles(rule, { ...base, ...page(table('| Keys | Safe | | |\n'), '') }), []);
  });
});
