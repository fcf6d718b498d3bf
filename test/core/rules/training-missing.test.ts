import { assertFix, assertMarked, assertSilent } from '../../support/marked.ts';
import { type Files, passedUpTo } from '../../support/product.ts';

const rule = 'training-missing';
const path = 'docs/deployment/support-plan.md';
const log = 'docs/records/training.yaml';

const base: Files = {
  'lifecycle.yaml': 'lifecycle: 1\nextends: standard\nproduct: { version: 2.1.0 }\n',
  ...passedUpTo('handoff'),
};

const training = (id: string, audience: string, version: string, status = 'done'): string =>
  `- { id: ${id}, title: Faults, phase: deployment, audience: [${audience}], topic: troubleshooting, version: ${version}, done: 2026-06-05, people: [Kofi], status: ${status} }\n`;

const page = (roles: string, status = 'in-review'): Files => ({
  [path]: `---\nstatus: ${status}\nowner: Kofi\nversion: 2.1.0\nroles: ${roles}\n---\n\n# Support plan\n`,
});

describe(rule, () => {
  it('marks a role of the support plan that nobody trained', () => {
    assertMarked(rule, {
      ...base,
      [log]: training('TRN-3', 'customer-support', '2.0.0'),
      [path]: `
---
status: in-review
owner: Kofi
version: 2.1.0
roles: [customer-support, it-support]
                          ^^^^^^^^^^ warning: No finished training for IT support is recorded for 2.x: the next gate, “Ready to launch”, needs one for every role that the support plan names.
---

# Support plan
`,
    });
  });

  it('says what is planned, and what was for an earlier version', () => {
    assertMarked(rule, {
      ...base,
      [log]:
        training('TRN-3', 'help desk', '1.4.0') +
        training('TRN-4', 'it-support', '2.1.0', 'planned') +
        training('TRN-5', 'sales', '2.1.0', 'cancelled'),
      [path]: `
---
status: in-review
owner: Kofi
version: 2.1.0
roles:
  - customer-support
    ^^^^^^^^^^^^^^^^ TRN-3 was for 1.4.0.
  - it-support
    ^^^^^^^^^^ TRN-4 has not taken place yet.
  - sales
    ^^^^^ the support plan names.
---

# Support plan
`,
    });
  });

  it('grows with distance', () => {
    const files: Files = { ...page('[it-support]'), [log]: training('TRN-3', 'sales', '2.0.0') };
    assertSilent(rule, { ...base, ...passedUpTo('design'), ...files });
    assertMarked(rule, {
      ...base,
      ...passedUpTo('launch'),
      ...files,
      [path]: (files[path] ?? '').replace('[it-support]', '[it-support]\n        ^^^^^^^^^^ error: No finished'),
    });
  });

  it('is silent while the record or the plan is missing, or the plan is a draft', () => {
    assertSilent(rule, { ...base, ...page('[it-support]') });
    assertSilent(rule, { ...base, [log]: training('TRN-3', 'sales', '2.0.0') });
    assertSilent(rule, { ...base, ...page('[it-support]', 'draft'), [log]: training('TRN-3', 'sales', '2.0.0') });
  });

  it('accepts any finished training for this major version, and one for all', () => {
    assertSilent(rule, {
      ...base,
      ...page('[it-support, Help desk]'),
      [log]: training('TRN-3', 'it-support, customer-support', '2.0.0'),
    });
    assertSilent(rule, { ...base, ...page('[it-support]'), [log]: training('TRN-3', 'it-support', '') });
  });

  it('plans a training after the starter, and leaves day and title to people', () => {
    const before = `- id: TRN-3\n  title: Faults\n  phase: deployment\n  audience: [sales]\n  status: done\n`;
    assertFix(rule, {
      title: 'Plan a training for it-support',
      before: { ...base, ...page('[it-support]'), [log]: before },
      after: {
        [log]: `${before}- id: TRN-4\n  phase: deployment\n  audience: [it-support]\n  topic: troubleshooting\n  version: 2.1.0\n  status: planned\n  title: ‸\n  due: ‸\n`,
      },
    });
  });

  it('takes the role out of the list', () => {
    const own = { ...base, [log]: training('TRN-3', 'customer-support', '2.0.0') };
    assertFix(rule, {
      title: 'Take it-support out of the list',
      before: { ...own, ...page('[it-support, customer-support]') },
      after: page('[customer-support]'),
    });
    assertFix(rule, {
      title: 'Take it-support out of the list',
      before: { ...own, ...page('\n  - customer-support\n  - it-support # by day') },
      after: page('\n  - customer-support'),
    });
  });
});
