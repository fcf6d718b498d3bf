import assert from 'node:assert/strict';
import { assertFix, assertMarked, assertSilent } from '../../support/marked.ts';
import { findingsIn, plainDefinition } from '../../support/product.ts';

const rule = 'front-matter-field';
const risks = 'docs/records/risks.yaml';
const milestones = 'docs/records/milestones.yaml';
const brief = 'docs/development/product-brief.md';
const front = '---\nstatus: draft\nowner: product-manager\n---\n\n# Product brief\n';

describe(`${rule} in records`, () => {
  it('reports values of the wrong kind, at their place', () => {
    assertMarked(rule, {
      [milestones]: `
- id: MIL-1
  title: Beta
  phase: developing
         ^^^^^^^^^^ warning: “developing” is no valid value for “phase” of MIL-1
  kind: party
        ^^^^^ it must be gate, build, beta
  planned: 31/02/2026
           ^^^^^^^^^^ it must be a date such as 2026-06-15
  expected: 2026-02-31
            ^^^^^^^^^^ it must be a date
  owner: Mei
- { id: MIL-2, title: Gate, phase: development, kind: gate, gate: lunch, planned: 2026-05-01, owner: Mei }
                                                                  ^^^^^ it must be a gate of the lifecycle
`,
    });
  });

  it('reports wrong parts of objects and items of lists', () => {
    assertMarked(rule, {
      'docs/records/metrics.yaml': `
- id: MET-1
  title: Defects
  phase: development
  category: quality
  unit: count
  better: less
          ^^^^ it must be higher, lower or within
  target: { max: few }
                 ^^^ “few” is no valid value for “max” of MET-1: it must be a number
  source: x
  owner: Ravi
  measured:
    - { date: yesterday, value: 4 }
              ^^^^^^^^^ “date” of MET-1
    - { date: 2026-05-01, value: some }
                                 ^^^^ “value” of MET-1
`,
      'docs/records/training.yaml': `
- { id: TRN-1, title: x, phase: development, audience: [sales, pilots], topic: tool, status: planned, due: 2026-07-01 }
                                                               ^^^^^^ it must be a role of the lifecycle
`,
    });
  });

  it('judges values after those on which they depend', () => {
    const entry = (phase: string): string =>
      `- { name: Git, phase: ${phase}, category: version-control, owner: Mei, use: all }\n`;
    assertSilent(rule, { 'docs/records/tools.yaml': entry('development') });
    assertSilent(rule, { 'docs/records/tools.yaml': entry('both') });
    const [finding] = findingsIn({ 'docs/records/tools.yaml': entry('deployment') }, rule);
    assert.match(finding?.message ?? '', /“category”: it must be deployment-automation/);
    assert.equal(finding?.phase, 'deployment');
  });

  it('reports what is missing once for each entry', () => {
    assertMarked(rule, {
      [milestones]: `
- id: MIL-1
      ^^^^^ warning: MIL-1 has no “title” and “planned”. Gates and reports look for it.
  phase: development
  kind: beta
  planned: ""
  owner: Mei
- title: Beta
  ^^^^^^^^^^^ Beta has no “id”
  phase: development
  kind: beta
  planned: 2026-05-01
  owner: Mei
- id: MIL-3
  title: Ship
  phase: deployment
  kind: ship
  planned:
  ^^^^^^^ MIL-3 has no “planned”. Never edited after approval; move
  owner: Mei
`,
    });
  });

  it('asks for what another field demands, and not before', () => {
    const gate = (rest: string): string =>
      `- { id: MIL-1, title: x, phase: development, kind: ${rest}, planned: 2026-05-01, owner: Mei }\n`;
    assertSilent(rule, { [milestones]: gate('beta') });
    assertMarked(rule, { [milestones]: `${gate('gate')}        ^^^^^ MIL-1 has no “gate”\n` });
  });

  it('leaves to other rules what they ask for', () => {
    assertSilent(rule, {
      [risks]: '- { id: RISK-1, title: Late, phase: development, status: open }\n',
      'docs/records/changes.yaml':
        '- { id: CHG-1, title: x, phase: deployment, kind: fix, class: normal, status: deployed, date: 2026-05-01 }\n',
      'docs/records/stakeholders.yaml':
        '- { role: end-user, phase: deployment }\n- { role: sales, phase: deployment }\n',
    });
  });

  it('reports a derived value that does not follow', () => {
    assertMarked(rule, {
      [risks]: `
- { id: RISK-1, title: Late, phase: development, status: open, likelihood: 3, impact: 4, score: 9, level: high }
                                                                                                ^ “9” is no valid value for “score” of RISK-1: it must be 12, which follows from the other fields
- { id: RISK-2, title: Late, phase: development, status: open, likelihood: 3, impact: 4, score: 12 }
- { id: RISK-3, title: Late, phase: development, status: open, likelihood: 3, score: 9 }
`,
    });
  });

  it('is silent about what cannot be read', () => {
    assertSilent(rule, { [milestones]: '- id: MIL-1\n  title: "Beta\n' });
  });

  it('reports a missing column of a table once, and empty cells in their row', () => {
    assertMarked(rule, {
      [brief]: `
${front}
## Milestones

| ID | Title | Phase | Planned | Owner |
  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ warning: This table has no column for “kind”. Gates and reports read the rows by their columns.
| --- | --- | --- | --- | --- |
| MIL-1 | Beta | development | 31/02 | Mei |
                               ^^^^^ “31/02” is no valid value for “planned” of MIL-1
| MIL-2 | Ship | deployment | | Mei |
  ^^^^^ MIL-2 has no “planned”
`,
    });
  });

  it('asks for nothing in a changelog', () => {
    assertSilent(rule, { 'CHANGELOG.md': '# Changelog\n\n## 1.0.0 - 2026-05-04\n\n- CHG-1: Sync\n' });
  });

  it('judges own kinds in all their forms', () => {
    const definition = `${plainDefinition}items: { DEV: { title: Deviation } }
records:
  deviations:
    title: Deviations
    path: quality/deviations.yaml
    need: optional
    declares: [DEV]
    table-in: [product-brief]
    fields:
      id: { type: id, required: true }
      closed: { type: date, aliases: [done] }
      reason: { required: { closed: { present: true } } }
`;
    assertMarked(rule, {
      'lifecycle.yaml': definition,
      'quality/deviations/may.yaml': `
- id: DEV-1
  done: soon
        ^^^^ “soon” is no valid value for “closed” of DEV-1
  reason: x
- id: DEV-2
      ^^^^^ DEV-2 has no “reason”
  done: 2026-05-01
`,
    });
    assertMarked(rule, {
      'lifecycle.yaml': definition,
      [brief]: `
${front}
| Deviation | Closed |
  ^^^^^^^^^^^^^^^^^^ no column for “reason”
| - | - |
| DEV-1 | soon |
          ^^^^ “closed” of DEV-1
`,
    });
  });

  describe('fixes', () => {
    it('add the missing fields and wait for a person', () => {
      assertFix(rule, {
        title: 'Add “title”',
        before: {
          [milestones]:
            '- id: MIL-1 # first\n  phase: development\n  kind: beta\n  planned:\n  owner: Mei\n- { id: MIL-2, phase: development, title: x, kind: beta, planned: 2026-05-01, owner: Mei }\n',
        },
        after: {
          [milestones]:
            '- id: MIL-1 # first\n  phase: development\n  kind: beta\n  planned:\n  owner: Mei\n  title: ‸\n- { id: MIL-2, phase: development, title: x, kind: beta, planned: 2026-05-01, owner: Mei }\n',
        },
      });
    });

    it('change a word that only differs in spelling, safely', () => {
      const entry = (kind: string): string =>
        `- { id: MIL-1, title: x, phase: development, kind: ${kind}, planned: 2026-05-01, owner: Mei } # y\n`;
      assertFix(rule, {
        title: 'Change to “end-of-support”',
        before: { [milestones]: entry('End of support') },
        after: { [milestones]: entry('end-of-support') },
        safe: true,
      });
    });

    it('change the cell of a table', () => {
      const table = (kind: string): string =>
        `${front}\n| Milestone | Title | Kind | Phase | Planned | Owner |\n| - | - | - | - | - | - |\n| MIL-1 | x | ${kind} | development | 2026-05-01 | Mei |\n`;
      assertFix(rule, {
        title: 'Change to “beta”',
        before: { [brief]: table('Beta') },
        after: { [brief]: table('beta') },
        safe: true,
      });
    });
  });
});

describe('front-matter-unknown in records', () => {
  it('reports a misspelt field of an entry, and leaves other keys alone', () => {
    assertMarked('front-matter-unknown', {
      [risks]: `
- id: RISK-1
  mitigaton: Order early
  ^^^^^^^^^ hint: No rule and no gate reads the field “mitigaton”. Did you mean “mitigation”?
  ticket: 4711
- { id: RISK-2, mitigation: x, mitigaton: y }
`,
    });
  });

  it('renames it', () => {
    assertFix('front-matter-unknown', {
      title: 'Rename to “mitigation”',
      before: { [risks]: '- id: RISK-1 # x\n  mitigaton: Order early\n' },
      after: { [risks]: '- id: RISK-1 # x\n  mitigation: Order early\n' },
    });
  });
});
