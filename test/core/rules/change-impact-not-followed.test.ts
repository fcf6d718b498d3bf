import { fingerprint } from '../../../server/core/project/fingerprint.ts';
import { assertFix, assertMarked, assertSilent } from '../../support/marked.ts';
import { projectOf } from '../../support/product.ts';

const rule = 'change-impact-not-followed';
const path = 'docs/records/changes.yaml';
const plan = 'docs/deployment/support-plan.md';

const change = (affects: string, status = 'verified', more = ''): string =>
  `- { id: CHG-3, title: A, status: ${status}, date: 2026-05-20, affects: ${affects}${more} }\n`;
const under = (text: string, word: string, message: string): string =>
  `${text}${' '.repeat(text.indexOf(word))}${'^'.repeat(word.length)} ${message}\n`;
const document = (fields: string, body = '# Support plan\n\nBy Kofi.\n'): string => `---\n${fields}---\n\n${body}`;
const old = document(
  'status: approved\nowner: Kofi\napprovals: [{ by: Kofi, date: 2026-03-02 }]\nreviewed: 2026-03-20\n',
);

describe(rule, () => {
  it('names the document and the day since which nobody touched it', () => {
    assertMarked(rule, {
      [plan]: old,
      [path]: under(
        change('support-plan'),
        'support-plan',
        'warning: CHG-3 of 2026-05-20 affects the support plan, which nobody has approved or reviewed since 2026-03-20.',
      ),
    });
  });

  it('puts the items of one document together', () => {
    const requirements = document(
      'status: approved\nowner: Ana\napprovals: [{ by: Ana, date: 2026-02-10 }]\n',
      '# Requirements\n\n## Functional requirements\n\n### REQ-2: Pairing\n\n### REQ-4: Sleep\n',
    );
    assertMarked(rule, {
      'docs/development/requirements.md': requirements,
      [path]: under(change('[REQ-2, REQ-4]'), 'REQ-2', 'affects REQ-2 and REQ-4 in the requirements, which nobody has'),
    });
  });

  it('takes an approval or a review after the change, or shortly before, for an edit', () => {
    for (const day of ['2026-06-01', '2026-05-20', '2026-05-06'])
      assertSilent(rule, { [plan]: old.replace('2026-03-20', day), [path]: change('support-plan') });
    assertMarked(rule, {
      [plan]: old.replace('2026-03-20', '2026-05-05'),
      [path]: under(change('support-plan'), 'support-plan', 'since 2026-05-05'),
    });
    assertMarked(rule, {
      'lifecycle.yaml':
        'lifecycle: 1\nextends: standard\nrecords: { change-log: { limits: { edited-ahead-within: null } } }\n',
      [plan]: old.replace('2026-03-20', '2026-05-19'),
      [path]: under(change('support-plan'), 'support-plan', 'since 2026-05-19'),
    });
  });

  it('is silent without evidence: no day, a draft, a text that changed', () => {
    for (const fields of ['status: approved\nowner: Kofi\n', 'status: draft\nowner: Kofi\nreviewed: 2026-01-01\n'])
      assertSilent(rule, { [plan]: document(fields), [path]: change('support-plan') });
    assertSilent(rule, {
      [plan]: old.replace('2026-03-02', '2026-03-02, content: 000000000000'),
      [path]: change('support-plan'),
    });
    assertSilent(rule, { [path]: change('[support-plan, REQ-9, nothing]') });
  });

  it('compares with what a gate kept', () => {
    const gates = (print: string) => ({
      'docs/records/gates.yaml': `- { gate: concept, date: 2026-04-01, decision: go, by: [{ name: Ana, role: sponsor }], baseline: { fingerprints: { ${plan}: "${print}" } } }\n`,
    });
    const [artifact] = projectOf({ [plan]: old }).artifacts;
    const print = artifact ? fingerprint(artifact.document) : '';
    assertMarked(rule, {
      ...gates(print),
      [plan]: old,
      [path]: under(change('support-plan'), 'support-plan', 'since 2026-03-20'),
    });
    assertSilent(rule, { ...gates('000000000000'), [plan]: old, [path]: change('support-plan') });
  });

  it('asks only of changes that are made, and of nothing that was checked', () => {
    for (const status of ['proposed', 'approved', 'rejected', 'rolled-back'])
      assertSilent(rule, { [plan]: old, [path]: change('support-plan', status) });
    assertSilent(rule, { [plan]: old, [path]: change('support-plan', 'verified', ', checked: [support-plan]') });
  });

  it('looks at every document of a type', () => {
    const designs = (second: string) => ({
      'docs/development/design/a.md': old,
      'docs/development/design/b.md': old.replace('2026-03-20', second),
    });
    assertSilent(rule, { ...designs('2026-05-21'), [path]: change('design-document') });
    assertMarked(rule, {
      ...designs('2026-04-01'),
      [path]: under(change('design-document'), 'design-document', 'since 2026-04-01'),
    });
  });

  it('offers the note that it was checked', () => {
    assertFix(rule, {
      title: 'Note that support-plan was checked and needs no edit',
      before: { [plan]: old, [path]: change('support-plan', 'verified', ', checked: ux-design') },
      after: { [path]: change('support-plan', 'verified', ', checked: [ux-design, support-plan]') },
    });
  });
});
