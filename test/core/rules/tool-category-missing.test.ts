import { assertFix, assertMarked, assertSilent } from '../../support/marked.ts';
import { passedUpTo } from '../../support/product.ts';

const rule = 'tool-category-missing';
const path = 'docs/records/tools.yaml';

const tool = (category: string, phase = 'development'): string =>
  `- { name: ${category}, phase: ${phase}, category: ${category}, owner: Mei, use: Work }\n`;
const forDevelopment = ['development-environment', 'version-control', 'design-software']
  .map(name => tool(name))
  .join('');

describe(rule, () => {
  it('marks the record once for each kind of tool that a near phase lacks', () => {
    assertMarked(rule, {
      [path]: `
# What we work with.
^^^^^^^^^^^^^^^^^^^^ info: “Product development” has no tool with the category “version-control”. Register what is used for it, or note in a comment “version-control: none” when nothing is.
^^^^^^^^^^^^^^^^^^^^ “design-software”
${tool('development-environment')}`,
    });
  });

  it('asks for the tools of a phase once its gates are near', () => {
    assertSilent(rule, { [path]: forDevelopment });
    assertMarked(rule, {
      ...passedUpTo('handoff'),
      [path]:
        `${forDevelopment}${tool('deployment-automation', 'deployment')}${tool('support-platform', 'deployment')}`.replace(
          '\n',
          '\n'.concat(
            '^'.repeat(tool('development-environment').length - 1),
            ' “Product deployment” has no tool with the category “monitoring”\n',
          ),
        ),
    });
  });

  it('counts tools of both phases, tables and notes', () => {
    assertSilent(rule, {
      [path]: `${tool('development-environment', 'both')}${tool('version-control')}# design-software: none, there is no screen.\n`,
    });
  });

  it('is silent without a record, in an empty one, and for records with a rule of their own', () => {
    assertSilent(rule, {});
    assertSilent(rule, { [path]: '[]\n' });
    assertSilent(rule, { 'docs/records/risks.yaml': '- { id: RISK-1, phase: development, category: scope }\n' });
    assertSilent(rule, {
      'docs/records/resources.yaml': '- { phase: development, area: design, unit: currency, planned: 1, owner: Tom }\n',
    });
  });

  it('serves own kinds of record with expectations', () => {
    assertMarked(rule, {
      'lifecycle.yaml':
        'lifecycle: 1\nextends: standard\nrecords:\n  labs: { title: Laboratories, path: docs/labs.yaml, need: optional, entry: laboratory, fields: { phase: { type: phase }, field: { type: string } }, expect: { field: field, by: phase, values: { development: [radio] } } }\n',
      'docs/labs.yaml': `
- { phase: development, field: safety }
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ “Product development” has no laboratory with the field “radio”
`,
    });
  });

  it('adds an entry to be filled in', () => {
    const before = forDevelopment.replace(tool('design-software'), '');
    assertFix(rule, {
      title: 'Add a tool with the category “design-software”',
      before: { [path]: before },
      after: {
        [path]: `${before}- phase: development\n  category: design-software\n  name: ‸\n  owner: ‸\n  use: ‸\n`,
      },
    });
  });
});
