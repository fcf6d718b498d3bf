import assert from 'node:assert/strict';
import { assertFix, assertMarked, assertSilent, fixTitles } from '../../support/marked.ts';

const rule = 'id-unknown';
const path = 'docs/development/requirements.md';
const ux = 'docs/development/ux-design.md';

const requirements = (...ids: readonly string[]): string =>
  `---\nstatus: draft\nowner: Ana\n---\n\n# Requirements\n\n## Functional requirements\n${ids.map(id => `\n### ${id}: Text\n`).join('')}`;

const page = (body: string, status = 'draft'): string =>
  `---\nstatus: ${status}\nowner: Tom\n---\n\n# Screens\n\n${body}\n`;

describe(rule, () => {
  it('marks the first mention in a file and counts the others', () => {
    assertMarked(rule, {
      [path]: requirements('REQ-1', 'REQ-12'),
      [ux]: page(`Covers REQ-1 and REQ-99.
                 ^^^^^^ error: The requirement REQ-99 is declared nowhere (named 3 times in this file). Correct the id, or declare the requirement.

See REQ-99, and again REQ-099.`),
    });
  });

  it('reads front matter, records and covers-comments', () => {
    assertMarked(rule, {
      [path]: requirements('REQ-1'),
      [ux]: '---\nstatus: draft\nowner: Tom\ncovers: { Flows: [REQ-3] }\n                  ^^^^^ REQ-3 is declared nowhere\n---\n\n# Screens\n\n<!-- covers: REQ-4 -->\n             ^^^^^ REQ-4 is declared nowhere\n',
      'docs/records/risks.yaml':
        '- id: RISK-1\n  mitigation: [REQ-5]\n               ^^^^^ REQ-5 is declared nowhere\n',
    });
  });

  it('says nothing as long as no document could declare the id', () => {
    assertSilent(rule, { [ux]: page('Covers REQ-99 and RISK-3.') });
  });

  it('leaves code, ordinary comments, addresses and the ids of other systems alone', () => {
    assertSilent(rule, {
      [path]: requirements('REQ-1'),
      [ux]: page(
        'Run `REQ-99`, see [the ticket](https://example.org/REQ-98) or <https://example.org/REQ-97>, JIRA-5, XREQ-5, REQ-1-2.\n\n<!-- REQ-96? -->',
      ),
    });
  });

  it('leaves documents out of use alone, whose ids may be gone', () => {
    for (const status of ['superseded', 'retired'])
      assertSilent(rule, { [path]: requirements('REQ-1'), [ux]: page('Covers REQ-99.', status) });
  });

  it('knows a decision by its file name', () => {
    assertSilent(rule, {
      'docs/development/decisions/0007-ble.md': '# Bluetooth\n',
      [ux]: page('After ADR-7 and ADR-0007.'),
    });
  });

  describe('offers', () => {
    it('the ids that are a slip away, the nearest first', () => {
      assert.deepEqual(
        fixTitles(rule, { [path]: requirements('REQ-1', 'REQ-12', 'REQ-22', 'REQ-345'), [ux]: page('Covers REQ-21.') }),
        ['Change to REQ-1', 'Change to REQ-22', 'Change to REQ-12', `Declare the requirement REQ-21 in ${path}`],
      );
      assert.deepEqual(fixTitles(rule, { [path]: requirements('REQ-12345'), [ux]: page('Covers REQ-6.') }), [
        `Declare the requirement REQ-6 in ${path}`,
      ]);
    });

    it('to change all mentions in the file', () => {
      assertFix(rule, {
        title: 'Change to REQ-12',
        before: { [path]: requirements('REQ-12'), [ux]: page('REQ-13 is here. `REQ-13` is not.\n\nREQ-013 is.') },
        after: { [ux]: page('REQ-12 is here. `REQ-13` is not.\n\nREQ-12 is.') },
      });
    });

    it('to declare it under a heading after the last one', () => {
      assertFix(rule, {
        title: `Declare the requirement REQ-21 in ${path}`,
        before: { [path]: requirements('REQ-1'), [ux]: page('Covers REQ-21.') },
        after: { [path]: `${requirements('REQ-1').trimEnd()}\n\n### REQ-21: ‸\n` },
      });
    });

    it('to declare it in a list, with the marks of its neighbours', () => {
      const research = 'docs/development/market-research.md';
      const needs = (more: string): string =>
        page(`## Customer needs\n\n1. **NEED-1** — I want to sleep,\n   and well.\n${more}\nText.`);
      assertFix(rule, {
        title: `Declare the need NEED-4 in ${research}`,
        before: { [research]: needs(''), [ux]: page('For NEED-4.') },
        after: { [research]: needs('1. **NEED-4** — ‸\n') },
      });
    });

    it('to declare it as the first of its kind, in the form of its section', () => {
      const plan = 'docs/development/test-plan.md';
      assertFix(rule, {
        title: `Declare the test TST-4 in ${plan}`,
        before: { [plan]: page('## Test cases\n\nSoon.'), [ux]: page('See TST-4.') },
        after: { [plan]: page('## Test cases\n\nSoon.\n\n| Test | Verifies |\n| --- | --- |\n| TST-4 | ‸ |') },
      });
      const research = 'docs/development/market-research.md';
      assertFix(rule, {
        title: `Declare the need NEED-4 in ${research}`,
        before: { [research]: page('## Customer needs\n\nSoon.'), [ux]: page('For NEED-4.') },
        after: { [research]: page('## Customer needs\n\nSoon.\n\n- **NEED-4**: ‸') },
      });
      assertFix(rule, {
        title: `Declare the requirement REQ-4 in ${path}`,
        before: { [path]: page('## Functional requirements\n\nSoon.'), [ux]: page('For REQ-4.') },
        after: { [path]: page('## Functional requirements\n\nSoon.\n\n### REQ-4: ‸') },
      });
    });

    it('to declare it in a record', () => {
      const risks = 'docs/records/risks.yaml';
      const text = '- id: RISK-1\n  title: Late\n';
      assertFix(rule, {
        title: `Declare the risk RISK-5 in ${risks}`,
        before: { [risks]: text, [ux]: page('See RISK-5.') },
        after: { [risks]: `${text}- id: RISK-5\n${riskFields.map(name => `  ${name}: ‸\n`).join('')}` },
      });
    });
  });
});

/** What a risk must say. */
const riskFields = ['title', 'phase', 'category', 'likelihood', 'impact', 'response', 'owner', 'status'];
