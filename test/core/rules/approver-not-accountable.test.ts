import assert from 'node:assert/strict';
import { assertMarked, assertSilent } from '../../support/marked.ts';
import { findingsIn, passedUpTo, people } from '../../support/product.ts';

const rule = 'approver-not-accountable';
const path = 'docs/deployment/support-plan.md';
const team = people({ designer: 'Tom', 'customer-support': 'Kofi', operations: 'Lena' });

const page = (approvals: string, status = 'approved'): string =>
  `---\nstatus: ${status}\nowner: Kofi\nversion: 1.0.0\nroles: [customer-support]\napprovals: ${approvals}\n---\n\n# Support plan\n`;

describe(rule, () => {
  it('marks the role of an approver who does not answer for the document', () => {
    assertMarked(rule, {
      ...team,
      [path]: `
---
status: approved
owner: Kofi
version: 1.0.0
roles: [customer-support]
approvals:
  - { by: Tom, role: designer, date: 2026-06-02 }
                     ^^^^^^^^ warning: Tom (designer) approved this document, but does not answer for it: the gate “Ready to launch” needs an approval by customer support (Kofi).
---

# Support plan
`,
    });
  });

  it('shows where the record says who could approve', () => {
    const [found] = findingsIn({ ...team, [path]: page('[{ by: Tom, role: designer }]') }, rule);
    assert.deepEqual(
      found?.related?.map(({ path: where, message }) => `${where}: ${message}`),
      ['docs/records/stakeholders.yaml: Who holds the role customer support is said here.'],
    );
  });

  it('knows the roles of an approver who names none', () => {
    assertMarked(rule, {
      ...team,
      [path]: page(
        '[Tom, Lena]\n            ^^^ Tom (designer) and Lena (operations) approved this document, but none of them answers for it',
      ),
    });
    assertSilent(rule, { ...team, [path]: page('[Tom, Kofi]') });
  });

  it('does not believe a role that the record gives to others', () => {
    assertMarked(rule, {
      ...team,
      [path]: page(
        '[{ by: Tom, role: customer-support }]\n                             ^^^^^^^^^^^^^^^^ Tom (designer) approved',
      ),
    });
  });

  it('believes the role of somebody the record does not know, or when it knows nobody', () => {
    assertSilent(rule, { ...team, [path]: page('[{ by: Zoe, role: customer-support }]') });
    assertSilent(rule, { [path]: page('[{ by: Tom, role: support }]') });
    assertSilent(rule, { [path]: page('[Tom]') });
  });

  it('is content with one of several, and with further roles that may approve', () => {
    assertSilent(rule, {
      ...team,
      [path]: page('[{ by: Tom, role: designer }, { by: Kofi, role: customer-support }]'),
    });
    assertSilent(rule, {
      ...passedUpTo('verification'),
      'docs/development/handoff.md':
        '---\nstatus: approved\nowner: Ana\nversion: 1.0.0\napprovals: [{ by: Lena, role: operations }]\n---\n\n# Handoff\n',
    });
  });

  it('follows the RACI map', () => {
    const raci = {
      'docs/records/stakeholders.yaml':
        'roles:\n  - { role: designer, phase: both, people: [Tom] }\nraci:\n  support-plan: { A: designer }\n',
    };
    assertSilent(rule, { ...raci, [path]: page('[{ by: Tom, role: designer }]') });
    assertMarked(rule, {
      ...raci,
      [path]: page(
        '[{ by: Kofi, role: customer-support }]\n                              ^^^^^^^^^^^^^^^^ needs an approval by designer (Tom)',
      ),
    });
  });

  it('leaves documents alone that claim no agreement', () => {
    for (const status of ['draft', 'in-review', 'superseded'])
      assertSilent(rule, { ...team, [path]: page('[{ by: Tom, role: designer }]', status) });
    assertSilent(rule, { ...team, [path]: page('') });
  });
});
