import assert from 'node:assert/strict';
import { accountableText } from '../../../server/core/project/people.ts';
import { assertFix, assertMarked, assertSilent } from '../../support/marked.ts';
import { projectOf } from '../../support/product.ts';

const rule = 'raci-accountable';
const path = 'docs/records/stakeholders.yaml';
const roles = 'roles:\n  - { role: marketing, phase: deployment, people: [{ name: Noor }] }\n';

describe(rule, () => {
  it('marks several accountable roles', () => {
    assertMarked(rule, {
      [path]: `
${roles}raci:
  launch-plan: { A: [marketing, sales], R: marketing }
                    ^^^^^^^^^^^^^^^^^^ warning: The RACI map makes marketing and sales accountable for the launch plan: when two answer, each waits for the other. Keep one under “A”; the others may be responsible.
  roadmap:
    accountable: Product manager, sponsor
                 ^^^^^^^^^^^^^^^^^^^^^^^^ makes product manager and sponsor accountable
`,
    });
  });

  it('marks an artifact without an accountable role', () => {
    assertMarked(rule, {
      [path]: `
${roles}raci:
  launch-plan: { R: marketing }
  ^^^^^^^^^^^ The RACI map makes nobody accountable for the launch plan, so nobody can approve it. Name one role under “A”.
  roadmap: { A: , R: sales }
  ^^^^^^^ makes nobody accountable
  user-manual: { A: Zoe }
                    ^^^ makes “Zoe”, which is no role of the lifecycle, accountable for the user manual
`,
    });
  });

  it('is content with one role each, whatever it is called, and without a map', () => {
    assertSilent(rule, {
      [path]: `raci:\n  launch-plan: { A: PMM }\n  user-manual: { A: [product-manager], R: [technical-writer, designer] }\n${roles}`,
    });
    assertSilent(rule, { [path]: '- { role: marketing, phase: deployment, people: [{ name: Noor }] }\n' });
    assertSilent(rule, { 'docs/records/risks.yaml': 'raci: { launch-plan: { A: [marketing, sales] } }\n' });
  });

  it('decides who answers for an artifact', () => {
    const files = (raci: string): Record<string, string> => ({
      [path]: `${roles}raci: { user-manual: { A: ${raci} } }\n`,
    });
    const textOf = (raci: string): string => accountableText(projectOf(files(raci)), 'user-manual');
    assert.equal(textOf('marketing'), 'accountable: marketing, Noor');
    assert.equal(textOf('[marketing, sales]'), 'accountable: product manager, a role that nobody holds yet');
    assert.equal(accountableText(projectOf(files('marketing')), 'launch-plan'), 'accountable: marketing, Noor');
  });

  it('keeps one of several', () => {
    assertFix(rule, {
      title: 'Keep sales as accountable',
      before: { [path]: `${roles}raci:\n  launch-plan: { A: [marketing, sales], R: sales }\n` },
      after: { [path]: `${roles}raci:\n  launch-plan: { A: sales, R: sales }\n` },
    });
  });

  it('makes room for the role', () => {
    assertFix(rule, {
      title: 'Add “A” to be filled in',
      before: { [path]: `${roles}raci:\n  launch-plan:\n    R: sales\n` },
      after: { [path]: `${roles}raci:\n  launch-plan:\n    R: sales\n    A: ‸\n` },
    });
  });
});
