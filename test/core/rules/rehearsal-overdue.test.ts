import { fingerprint } from '../../../server/core/project/fingerprint.ts';
import { assertFix, assertMarked, assertSilent } from '../../support/marked.ts';
import { type Files, projectOf } from '../../support/product.ts';

const rule = 'rehearsal-overdue';
const path = 'docs/deployment/deployment-guide.md';

const page = (fields: string, approvals = '[{ by: Lena, date: 2026-05-04 }]', status = 'approved'): Files => ({
  [path]: `---\nstatus: ${status}\nowner: operations\nversion: 1.0.0\n${fields}approvals: ${approvals}\n---\n\n# Deployment guide\n\n## Steps\n\n1. Upload the image.\n`,
});

describe(rule, () => {
  it('marks a guide that says nowhere when it was tried out', () => {
    assertMarked(rule, {
      [path]: (page('')[path] ?? '').replace(
        '# Deployment guide',
        '# Deployment guide\n^^^^^^^^^^^^^^^^^^ info: Nothing says when these steps were last tried out. Carry the steps out once, with the way back, and write the day under “rehearsed”.',
      ),
    });
    assertMarked(rule, page('rehearsed:\n^^^^^^^^^ Nothing says when\n'));
  });

  it('marks a rehearsal of more than a year ago, and one to come', () => {
    assertMarked(
      rule,
      page('rehearsed: 2025-06-14\n           ^^^^^^^^^^ last tried out on 2025-06-14, more than 12 months ago\n'),
    );
    assertSilent(rule, page('rehearsed: 2025-06-15\n'));
    assertMarked(
      rule,
      page('rehearsed: 2026-06-16\n           ^^^^^^^^^^ The rehearsal on 2026-06-16 has not taken place yet.\n'),
    );
  });

  it('marks a rehearsal of steps that were changed later', () => {
    const document = projectOf(page('')).documents.get(path);
    const now = document ? fingerprint(document) : '';
    const approvals = (content: string): string =>
      `[{ by: Lena, date: 2026-05-04, content: 5d1c0ffee007 }, { by: Lena, date: 2026-05-20, content: ${content} }]`;
    assertMarked(
      rule,
      page(
        'rehearsed: 2026-03-02\n           ^^^^^^^^^^ were last tried out on 2026-03-02 and were changed after 2026-05-04.\n',
        approvals(now),
      ),
    );
    assertMarked(
      rule,
      page('rehearsed: 2026-05-10\n           ^^^^^^^^^^ were changed after 2026-05-20.\n', approvals('0badc0ffee00')),
    );
    // When exactly the text changed between two approvals, nobody knows.
    assertSilent(rule, page('rehearsed: 2026-05-10\n', approvals(now)));
  });

  it('leaves guides alone that nobody approved, and types without such a field', () => {
    for (const status of ['draft', 'in-review', 'retired']) assertSilent(rule, page('', '[Lena]', status));
    assertSilent(rule, page('rehearsed: in spring\n'));
    assertSilent(rule, {
      'docs/deployment/user-manual.md':
        '---\nstatus: approved\nowner: Ana\nversion: 1.0.0\napprovals: [Ana]\n---\n\n# User manual\n',
    });
  });

  it('serves every type that has the field', () => {
    assertMarked(rule, {
      'lifecycle.yaml':
        'lifecycle: 1\nextends: standard\nartifacts: { runbook: { fields: { rehearsed: { type: date } } } }\n',
      'docs/deployment/runbooks/alarm.md':
        '---\nstatus: released\nowner: Lena\nversion: 1.0.0\napprovals: [Lena]\n---\n\n# Alarm\n^^^^^^^ Nothing says\n',
    });
  });

  it('leaves the day to people', () => {
    assertFix(rule, {
      title: 'Add “rehearsed” to be filled in',
      before: page(''),
      after: { [path]: (page('')[path] ?? '').replace('\n---\n\n#', '\nrehearsed: ‸\n---\n\n#') },
    });
  });
});
