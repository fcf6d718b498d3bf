import { assertFix, assertMarked, assertSilent } from '../../support/marked.ts';
import { passedUpTo } from '../../support/product.ts';

const rule = 'risk-category-unconsidered';
const path = 'docs/records/risks.yaml';

const risks = (...found: readonly (readonly [phase: string, category: string])[]): string =>
  found
    .map(
      ([phase, category], index) => `- { id: RISK-${index + 1}, title: A, phase: ${phase}, category: ${category} }\n`,
    )
    .join('');
const development = ['technical-feasibility', 'design-flaw', 'development-delay'].map(
  category => ['development', category] as const,
);
const deployment = ['deployment-failure', 'customer-dissatisfaction'].map(
  category => ['deployment', category] as const,
);

describe(rule, () => {
  it('names the category and the phase, at the head of the record', () => {
    assertMarked(rule, {
      [path]: `# Risks of Pulse\n^^^^^^^^^^^^^^^^ info: No risk of “Product deployment” has the category “operational-issue”, and no note says that there is none.\n${risks(...development, ...deployment)}`,
    });
  });

  it('is content with an entry or a note for each', () => {
    assertSilent(rule, { [path]: risks(...development, ...deployment, ['deployment', 'operational-issue']) });
    assertSilent(rule, { [path]: `${risks(...development, ...deployment)}# Operational issue: considered, none.\n` });
  });

  it('does not take another category, phase or word for a note', () => {
    const head = '^^^ “operational-issue”';
    for (const note of ['operational-issue: considered', 'operational-issues: none', 'operational: none'])
      assertMarked(rule, {
        [path]: `# A\n${head}\n${risks(...development, ...deployment, ['development', 'operational-issue'])}# ${note}\n`,
      });
  });

  it('is silent before the first entry, and about a phase that is complete', () => {
    assertSilent(rule, { [path]: '# Nothing yet\n[]\n' });
    assertSilent(rule, {
      ...passedUpTo('handoff'),
      [path]: risks(...deployment, ['deployment', 'operational-issue']),
    });
  });

  it('asks for what the lifecycle expects', () => {
    assertSilent(rule, {
      'lifecycle.yaml': 'lifecycle: 1\nextends: standard\nrecords: { risk-register: { expect: null } }\n',
      [path]: risks(...deployment),
    });
  });

  it('offers a risk to be filled in, or the note', () => {
    const before = `# Risks\n${risks(...development, ...deployment)}`;
    assertFix(rule, {
      title: 'Note that “operational-issue” was considered and there is none',
      before: { [path]: before },
      after: { [path]: `${before}# operational-issue: considered, none\n` },
    });
    assertFix(rule, {
      title: 'Add a risk with the category “operational-issue”',
      before: { [path]: before },
      after: {
        [path]: `${before}- id: RISK-6\n  phase: deployment\n  category: operational-issue\n  title: ‸\n  likelihood: ‸\n  impact: ‸\n  response: ‸\n  owner: ‸\n  status: ‸\n`,
      },
    });
  });
});
