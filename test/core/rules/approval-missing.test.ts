import { assertFix, assertMarked, assertSilent } from '../../support/marked.ts';
import { passedUpTo, people } from '../../support/product.ts';

const rule = 'approval-missing';
const path = 'docs/development/technical-specification.md';

const page = (...fields: readonly string[]): string =>
  `---\n${fields.map(field => `${field}\n`).join('')}---\n\n# Title\n`;

describe(rule, () => {
  it('marks the status and names the gate and who is accountable', () => {
    assertMarked(rule, {
      ...passedUpTo('concept'),
      ...people({ engineer: 'Mei' }),
      [path]: `
---
status: approved
        ^^^^^^^^ warning: This document is approved, but does not say who approved it: the next gate, “Design agreed”, needs a name (accountable: engineer, Mei). Name who approved it, or set the status back.
owner: Mei
---

# Specification
`,
    });
  });

  it('is an error when a passed gate rests on it', () => {
    assertMarked(rule, {
      ...passedUpTo('design'),
      [path]: page('status: released').replace(
        'status: released',
        'status: released\n        ^^^^^^^^ error: is released, but',
      ),
    });
  });

  for (const approvals of [
    'approvals:',
    'approvals: []',
    'approvals: [{ by: , role: engineer }]',
    'approvals: [{ role: engineer }]',
  ])
    it(`takes “${approvals}” for none`, () => {
      assertMarked(rule, {
        [path]: `---\nstatus: approved\n        ^^^^^^^^ does not say who\nowner: Mei\n${approvals}\n---\n`,
      });
    });

  for (const approvals of [
    'approvals: [{ by: Mei }]',
    'approvals: Mei',
    'Approved by: [Mei, Ana]',
    'approvals: { by: Mei }',
  ])
    it(`is content with “${approvals}”`, () => {
      assertSilent(rule, { [path]: page('status: approved', 'owner: Mei', approvals) });
    });

  it('understands the words of the type and of the body', () => {
    assertMarked(rule, {
      'docs/development/decisions/0001-x.md':
        '---\nstatus: accepted\n        ^^^^^^^^ is approved, but\nowner: Mei\n---\n\n# X\n',
      [path]:
        '# Specification\n\n- **Status:** Approved\n              ^^^^^^^^ is approved, but\n- **Owner:** Mei\n\n## Overview\n',
    });
    assertSilent(rule, { [path]: '# Specification\n\nStatus: Approved\\\nApproved by: Mei\n' });
  });

  it('leaves documents alone that claim no agreement, are out of use, or are approved by default', () => {
    for (const status of ['draft', 'in-review', 'superseded', 'retired', 'unheard-of'])
      assertSilent(rule, { [path]: page(`status: ${status}`, 'owner: Mei') });
    assertSilent(rule, { [path]: page('status: approved', 'not_applicable: { reason: Bought, by: Mei }') });
    assertSilent(rule, { ...passedUpTo('launch'), 'CHANGELOG.md': '# Changelog\n\n## 1.0.0\n\n- First release\n' });
  });

  describe('offers', () => {
    it('to prepare an approval, whose name stays empty', () => {
      const after = page('status: approved', 'owner: Mei', 'approvals: [{ by: ‸, role: ‸, date: ‸}]');
      assertFix(rule, {
        title: 'Prepare an approval to be filled in',
        before: { [path]: page('status: approved', 'owner: Mei') },
        after: { [path]: after },
      });
      assertMarked(rule, {
        [path]: after
          .replaceAll('‸', '')
          .replace('status: approved', 'status: approved\n        ^^^^^^^^ does not say who approved it'),
      });
    });

    it('to set the status back, in the words of the type', () => {
      assertFix(rule, {
        title: 'Set the status to “in review”',
        before: { [path]: page("status: 'Signed off'", 'owner: Mei') },
        after: { [path]: page('status: in-review', 'owner: Mei') },
      });
      assertFix(rule, {
        title: 'Set the status to “proposed”',
        before: { 'docs/development/decisions/0001-x.md': page('status: accepted', 'owner: Mei') },
        after: { 'docs/development/decisions/0001-x.md': page('status: proposed', 'owner: Mei') },
      });
    });
  });
});
