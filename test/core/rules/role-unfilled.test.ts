import { assertFix, assertMarked, assertSilent } from '../../support/marked.ts';
import { passedUpTo, people } from '../../support/product.ts';

const rule = 'role-unfilled';
const path = 'docs/records/stakeholders.yaml';
const held =
  '- { role: product-manager, phase: both, people: [{ name: Ana }] }\n- { role: engineer, phase: development, people: [{ name: Mei }] }\n';

describe(rule, () => {
  it('marks a role that the next gate needs and that nobody holds', () => {
    assertMarked(rule, {
      [path]: `
- { role: sponsor, phase: both, people: [{ name: Sara }] }
- role: product-manager
  phase: both
  people: []
  ^^^^^^ info: Nobody holds the role product manager: the next gate, “Concept agreed”, needs the market research, and nobody answers for it. Name somebody, also if one person holds several roles.
- { role: marketing, phase: deployment, people: [] }
`,
    });
  });

  it('speaks at the head of the record of a role that it does not name', () => {
    assertMarked(rule, {
      ...passedUpTo('concept'),
      [path]: `
# Who is who.
^^^^^^^^^^^^^ Nobody holds the role QA tester: the next gate, “Design agreed”, needs the test plan, and nobody answers for it
${held}`,
      'lifecycle.yaml': 'lifecycle: 1\nextends: standard\nartifacts: { test-plan: { required-by: design } }\n',
    });
  });

  it('asks for those who decide, all of them or any', () => {
    assertSilent(rule, people({ 'product-manager': 'Ana' }));
    assertMarked(rule, {
      ...passedUpTo('verification'),
      [path]: `
${held}- { role: qa-tester, phase: development, people: [Ravi] }
- { role: customer-support, phase: deployment, people: [Kofi] }
- { role: operations, phase: deployment, people: [] }
                                         ^^^^^^ the next gate, “Handed over to deployment”, is decided by it
`,
    });
  });

  it('is content with one of several roles that may answer or accept', () => {
    assertSilent(rule, {
      ...passedUpTo('concept'),
      ...people({ 'product-manager': 'Ana', engineer: 'Mei' }),
    });
  });

  it('marks an outside role that nobody speaks for, once its phase is near', () => {
    const entry = '- { role: end-user, phase: deployment, people: [] }\n';
    assertSilent(rule, { [path]: `${held}${entry}` });
    assertMarked(rule, {
      'lifecycle.yaml':
        'lifecycle: 1\nextends: standard\nhorizon: launch\nartifacts: null\ngates: { handoff: { decided-by: null, exit: null }, launch: { decided-by: null, exit: null }, verification: { decided-by: null } }\n',
      [path]: `
${held}- { role: end-user, phase: deployment, people: [] }
    ^^^^^^^^^^^^^^ Nobody speaks for the role end user
- { role: customer, phase: deployment, people: [], represented_by: product-manager }
`,
    });
  });

  it('is silent without a record', () => {
    assertSilent(rule, passedUpTo('concept'));
    assertSilent(rule, { [path]: '[]\n' });
  });

  it('makes room for a name', () => {
    assertFix(rule, {
      title: 'Name who is product-manager',
      before: { [path]: '- role: product-manager\n  phase: both\n  people: []\n' },
      after: { [path]: '- role: product-manager\n  phase: both\n  people: [{ name: ‸}]\n' },
    });
    assertFix(rule, {
      title: 'Name who is product-manager',
      before: { [path]: '- role: sponsor\n  phase: both\n  people: [Sara]\n' },
      after: {
        [path]:
          '- role: sponsor\n  phase: both\n  people: [Sara]\n- role: product-manager\n  phase: both\n  people: ‸\n',
      },
    });
  });
});
