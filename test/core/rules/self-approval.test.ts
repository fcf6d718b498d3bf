import { assertMarked, assertSilent } from '../../support/marked.ts';
import { passedUpTo } from '../../support/product.ts';

const rule = 'self-approval';
const path = 'docs/development/test-plan.md';

const team = (people: readonly string[]): Record<string, string> => ({
  'docs/records/stakeholders.yaml': `- role: engineer\n  phase: development\n  people: [Mei]\n- role: qa-tester\n  phase: development\n  people: [{ name: Ravi, handle: '@ravi' }]\n${people.map(name => `- { role: ${name === 'Noor' ? 'qa-tester' : 'designer'}, phase: development, people: [${name}] }\n`).join('')}`,
});

const page = (authors: string, approvals: string, status = 'approved'): string =>
  `---\nstatus: ${status}\nowner: qa-tester\n${authors}approvals: ${approvals}\n---\n\n# Test plan\n`;

describe(rule, () => {
  it('marks the approval of the only author and says who else could approve', () => {
    assertMarked(rule, {
      ...team(['Noor']),
      ...passedUpTo('verification'),
      [path]: `
---
status: approved
owner: qa-tester
authors: [Ravi]
approvals:
  - { by: Ravi, date: 2026-05-05 }
          ^^^^ warning: Ravi wrote this document and is the only one who approved it: the gate “Product verified”, already passed, needs a second pair of eyes. Let Noor approve it as well.
---

# Test plan
`,
    });
  });

  it('asks for a deputy where nobody else holds the role', () => {
    assertMarked(rule, {
      ...team(['Tom']),
      [path]: page('authors: Ravi\n', '["@ravi"]\n            ^^^^^^^ Nobody else is QA tester: name a deputy'),
    });
  });

  it('weighs as much as the lifecycle says', () => {
    const independent = (word: string): Record<string, string> => ({
      ...team(['Tom']),
      'lifecycle.yaml': `lifecycle: 1\nextends: standard\nindependence: ${word}\n`,
    });
    assertMarked(rule, {
      ...independent('required'),
      [path]: page('authors: [Ravi]\n', '[Ravi]\n            ^^^^ error: Ravi wrote'),
    });
    assertSilent(rule, { ...independent('off'), [path]: page('authors: [Ravi]\n', '[Ravi]') });
  });

  it('is content with a second author or approver', () => {
    assertSilent(rule, { ...team(['Tom']), [path]: page('authors: [Ravi, Mei]\n', '[Ravi]') });
    assertSilent(rule, { ...team(['Tom']), [path]: page('authors: [Ravi]\n', '[Ravi, Mei]') });
    assertSilent(rule, { ...team(['Tom']), [path]: page('authors: [Mei]\n', '[Ravi]') });
  });

  it('leaves small teams alone, unknown authors, and what is not approved', () => {
    assertSilent(rule, { ...team([]), [path]: page('authors: [Ravi]\n', '[Ravi]') });
    assertSilent(rule, { [path]: page('authors: [Ravi]\n', '[Ravi]') });
    assertSilent(rule, { ...team(['Tom']), [path]: page('', '[Ravi]') });
    assertSilent(rule, { ...team(['Tom']), [path]: page('authors: [Ravi]\n', '[Ravi]', 'in-review') });
  });
});
