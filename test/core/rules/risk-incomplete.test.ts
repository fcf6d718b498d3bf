import { assertFix, assertMarked, assertSilent } from '../../support/marked.ts';
import { passedUpTo } from '../../support/product.ts';

const rule = 'risk-incomplete';
const path = 'docs/records/risks.yaml';

const risk = (id: string, ...fields: readonly string[]): string =>
  [
    `- id: ${id}`,
    'title: It may be late',
    'phase: deployment',
    'status: mitigating',
    'review_by: 2026-07-01',
    ...fields,
  ]
    .join('\n  ')
    .concat('\n');
const rated = ['category: supply', 'likelihood: 2', 'impact: 3', 'response: reduce', 'mitigation: Two suppliers'];

describe(rule, () => {
  it('names all that an entry lacks, in one finding', () => {
    assertMarked(rule, {
      [path]: risk('RISK-7', ...rated).replace(
        'RISK-7',
        'RISK-7\n      ^^^^^^ warning: RISK-7 has no owner, so nobody watches it.',
      ),
    });
    assertMarked(rule, {
      [path]: risk('RISK-7', 'owner: Lena').replace(
        'RISK-7',
        'RISK-7\n      ^^^^^^ RISK-7 has no category, likelihood, impact or response, so it cannot be weighed against others.',
      ),
    });
  });

  it('marks a field that is there and blank', () => {
    assertMarked(rule, { [path]: risk('RISK-7', ...rated, 'owner: \n  ^^^^^ has no owner') });
  });

  it('names the gate that asks for it', () => {
    assertMarked(rule, {
      [path]: risk('RISK-7', ...rated)
        .replace('deployment', 'development')
        .replace('supply', 'scope')
        .replace('RISK-7', 'RISK-7\n      ^^^^^^ nobody watches it. The next gate, “Concept agreed”, asks for it.'),
    });
  });

  it('asks for the rating that is left of a risk that is closed or accepted', () => {
    assertMarked(rule, {
      [path]: risk('RISK-7', ...rated, 'owner: Lena')
        .replace('mitigating', 'closed')
        .replace('RISK-7', 'RISK-7\n      ^^^^^^ has no residual, so it cannot be weighed'),
    });
    assertSilent(rule, {
      [path]: risk('RISK-7', ...rated, 'owner: Lena', 'residual: { likelihood: 1, impact: 3 }').replace(
        'mitigating',
        'accepted',
      ),
    });
  });

  it('leaves complete risks, accepted high ones and completed phases alone', () => {
    assertSilent(rule, { [path]: risk('RISK-7', ...rated, 'owner: Lena') });
    assertSilent(rule, {
      [path]: risk(
        'RISK-7',
        'category: supply',
        'likelihood: 5',
        'impact: 5',
        'response: accept',
        'owner: Lena',
      ).replace('mitigating', 'accepted'),
    });
    const early = risk('RISK-7', ...rated).replace('deployment', 'development');
    assertSilent(rule, { ...passedUpTo('handoff'), [path]: early });
  });

  it('goes by what the lifecycle requires, in any kind that declares risks', () => {
    const own = (required: boolean): string =>
      `lifecycle: 1\nextends: standard\nrecords:\n  risk-register: null\n  hazards:\n    title: Hazards\n    path: hazards.yaml\n    declares: [RISK]\n    fields: { id: { type: id, kinds: [RISK], required: true }, owner: { type: person, required: ${required} } }\n`;
    assertMarked(rule, {
      'lifecycle.yaml': own(true),
      'hazards.yaml': '- { id: RISK-1 }\n        ^^^^^^ RISK-1 has no owner\n',
    });
    assertSilent(rule, { 'lifecycle.yaml': own(false), 'hazards.yaml': '- { id: RISK-1 }\n' });
  });

  it('says once what a table has no column for', () => {
    assertMarked(rule, {
      'docs/development/product-brief.md': `# Brief

## Risks

| Risk | Likelihood | Impact | Category | Status |
  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ This table of risks has no column for response and owner. Add them,
| --- | --- | --- | --- | --- |
| RISK-1 | 2 | 3 | scope | open |
| RISK-2 |  | 3 | scope | open |
  ^^^^^^ RISK-2 has no likelihood
`,
    });
  });

  it('offers to add the fields, left empty, in either style', () => {
    assertFix(rule, {
      title: 'Add “owner”',
      before: { [path]: `# Risks\n${risk('RISK-7', ...rated)}# End\n` },
      after: { [path]: `# Risks\n${risk('RISK-7', ...rated).trimEnd()}\n  owner: ‸\n# End\n` },
    });
    const flow = '- { id: RISK-7, title: Late, phase: deployment, category: supply, impact: 3, response: accept }\n';
    assertFix(rule, {
      title: 'Add “likelihood” and “owner”',
      before: { [path]: flow },
      after: { [path]: flow.replace(' }', ', likelihood: ‸, owner: ‸ }') },
    });
  });
});
