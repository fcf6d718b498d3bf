import { assertFix, assertMarked, assertSilent } from '../../support/marked.ts';

const rule = 'feedback-closed-early';
const path = 'docs/records/feedback.yaml';
const changes = 'docs/records/changes.yaml';

const feedback = (status: string, by = 'CHG-4'): string =>
  `- id: FB-6\n  date: 2026-05-14\n  summary: Drops\n  resolved_by: ${by}\n  status: ${status}\n`;
const change = (id: string, status: string): string => `- { id: ${id}, title: Gauge, status: ${status} }\n`;
const under = '          ^^^^^^^^ ';

describe(rule, () => {
  it('names the change that is not delivered', () => {
    assertMarked(rule, {
      [path]: `${feedback('resolved')}${under}info: FB-6 is resolved by CHG-4, which is only implemented: whoever said it still has the problem.\n`,
      [changes]: change('CHG-4', 'implemented'),
    });
    assertMarked(rule, {
      [path]: `${feedback('resolved', '[CHG-4, CHG-5, CHG-6]')}${under}is resolved by CHG-4 and CHG-6, which are not deployed\n`,
      [changes]: change('CHG-4', 'approved') + change('CHG-5', 'verified') + change('CHG-6', 'rolled-back'),
    });
  });

  it('is content once the change is delivered, and with feedback that is still open', () => {
    for (const status of ['deployed', 'verified', ''])
      assertSilent(rule, { [path]: feedback('resolved'), [changes]: change('CHG-4', status) });
    assertSilent(rule, { [path]: feedback('planned'), [changes]: change('CHG-4', 'approved') });
  });

  it('leaves to other rules what does not exist or was rejected', () => {
    assertSilent(rule, { [path]: feedback('resolved') });
    assertSilent(rule, { [path]: feedback('resolved'), [changes]: change('CHG-4', 'rejected') });
  });

  it('reads changes that only a changelog lists', () => {
    const changelog = (heading: string) => ({ 'CHANGELOG.md': `# Changelog\n\n## ${heading}\n\n- CHG-4 Gauge\n` });
    assertSilent(rule, { [path]: feedback('resolved'), ...changelog('0.9.0 - 2026-05-20') });
    assertMarked(rule, {
      [path]: `${feedback('resolved')}${under}which is not deployed\n`,
      ...changelog('Unreleased'),
    });
  });

  it('offers to keep it planned', () => {
    assertFix(rule, {
      title: 'Set the status to “planned”',
      before: { [path]: feedback('resolved'), [changes]: change('CHG-4', 'approved') },
      after: { [path]: feedback('planned') },
    });
  });
});
