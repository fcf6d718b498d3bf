import assert from 'node:assert/strict';
import { assertFix, assertMarked, assertSilent, fixTitles } from '../../support/marked.ts';
import { people } from '../../support/product.ts';

const rule = 'owner-unknown';
const path = 'docs/development/ux-design.md';
const risks = 'docs/records/risks.yaml';
const team = {
  'docs/records/stakeholders.yaml':
    '- { role: designer, phase: development, people: [{ name: Tom, handle: "@tom" }] }\n- { role: qa-tester, phase: development, people: [Ravi Menon] }\n',
};

const page = (fields: string, status = 'in-review'): string =>
  `---\nstatus: ${status}\n${fields}\n---\n\n# User experience\n`;

describe(rule, () => {
  it('marks an owner whom no record knows', () => {
    assertMarked(rule, {
      ...team,
      [path]: `
---
status: in-review
owner: '@ghost'
       ^^^^^^^^ info: “@ghost” is neither a role nor a person in the stakeholders record, so nobody can be asked about “owner”. Name somebody who is known there, or add the person.
---

# User experience
`,
    });
  });

  it('marks an approver, a risk owner and whoever has to meet a condition', () => {
    assertMarked(rule, {
      ...team,
      [path]: `
---
status: approved
owner: Tom
approvals:
  - { by: Zoe, role: designer, date: 2026-03-02 }
          ^^^ “Zoe” is neither
---

# User experience
`,
      [risks]: `
- id: RISK-4
  phase: development
  owner: '@jo'
         ^^^^^ RISK-4 names this person under “owner”
`,
      'docs/records/gates.yaml': `
- gate: concept
  decision: conditional-go
  date: 2026-02-12
  by: [{ name: Tom, role: sponsor }]
  conditions:
    - { text: Ask ten more people, owner: Lou, due: 2026-09-01 }
                                          ^^^ “Lou” is neither
`,
    });
  });

  it('knows people by name, handle and address, and roles by any of their words', () => {
    for (const owner of [
      'Tom',
      'tom',
      '"@tom"',
      'Tom <tom@example.org>',
      'Ravi  Menon',
      'Tom and Ravi Menon',
      'QA',
      'Designer',
    ])
      assertSilent(rule, { ...team, [path]: page(`owner: ${owner}`) });
  });

  it('names only those of several people who are unknown', () => {
    assertMarked(rule, {
      ...team,
      [path]: `
---
status: in-review
owner: Tom, Zoe and Lou
       ^^^^^^^^^^^^^^^^ “Zoe and Lou” is neither
---

# User experience
`,
    });
  });

  it('is silent without a record, for drafts, placeholders, and people who only took part', () => {
    assertSilent(rule, { [path]: page('owner: Zoe') });
    assertSilent(rule, { ...people({}), [path]: page('owner: Zoe') });
    assertSilent(rule, { ...team, [path]: page('owner: Zoe', 'draft') });
    assertSilent(rule, { ...team, [path]: page('owner: TBD') });
    assertSilent(rule, { ...team, [path]: page('owner: Tom\nauthors: [Zoe]') });
    assertSilent(rule, {
      ...team,
      'docs/records/training.yaml':
        '- { id: TRN-1, title: Bench, phase: development, audience: [engineer], topic: tool, trainer: The maker, done: 2026-02-25, people: [Zoe], status: done }\n',
    });
  });

  it('judges the people of own record kinds', () => {
    assertMarked(rule, {
      'lifecycle.yaml':
        'lifecycle: 1\nextends: standard\nrecords:\n  suppliers: { title: Suppliers, path: docs/suppliers.yaml, need: optional, fields: { name: { type: string }, buyer: { type: person, required: true } } }\n',
      ...team,
      'docs/suppliers.yaml': `
- name: Strap maker
  buyer: Zoe
         ^^^ “Zoe” is neither
`,
    });
  });

  it('changes the name to one that is known', () => {
    assertFix(rule, {
      title: 'Change to “Tom”',
      before: { ...team, [path]: page('owner: Thom') },
      after: { [path]: page('owner: Tom') },
    });
    assert.deepEqual(fixTitles(rule, { ...team, [path]: page('owner: Rawi') })[0], 'Change to “Tom”');
  });

  it('adds the person, with the cursor on what nobody knows', () => {
    const before = '- role: designer\n  phase: development\n  people: [Tom]\n';
    assertFix(rule, {
      title: 'Add @zoe to the stakeholders record',
      before: { 'docs/records/stakeholders.yaml': before, [path]: page('owner: "@zoe"') },
      after: {
        'docs/records/stakeholders.yaml': `${before}- people: [{ name: , handle: "@zoe" }]\n  role: ‸\n  phase: ‸\n`,
      },
    });
  });
});
