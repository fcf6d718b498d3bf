import { assertFix, assertMarked, assertSilent } from '../../support/marked.ts';
import type { Files } from '../../support/product.ts';

const rule = 'review-overdue';
const path = 'docs/development/development-plan.md';

const page = (fields: string, status = 'approved'): Files => ({
  [path]: `---\nstatus: ${status}\nowner: engineer\n${fields}approvals: [Mei]\n---\n\n# Development plan\n`,
});

describe(rule, () => {
  it('marks a review whose day has passed', () => {
    assertMarked(rule, {
      [path]: `
---
status: approved
owner: engineer
reviewed: 2026-03-14
          ^^^^^^^^^^ info: This document was last reviewed on 2026-03-14, and is to be reviewed every 3 months: it was due on 2026-06-14. Read it again and say so, or set its status back.
approvals: [Mei]
---

# Development plan
`,
    });
  });

  it('weighs more after twice the interval', () => {
    const marked = page(
      'reviewed: 2025-12-14\n          ^^^^^^^^^^ warning: This document was last reviewed on 2025-12-14\n',
    );
    assertMarked(rule, marked);
    assertMarked(rule, page('reviewed: 2025-12-15\n          ^^^^^^^^^^ info: This document was last\n'));
  });

  it('waits until the day is over', () => {
    assertSilent(rule, page('reviewed: 2026-03-15\n'));
    assertSilent(rule, page('reviewed: 2026-03-14\n'), '2026-06-14');
  });

  it('marks a review that nobody dated, and one to come', () => {
    assertMarked(rule, {
      [path]:
        '---\nstatus: approved\nowner: engineer\napprovals: [Mei]\n---\n\n# Development plan\n^^^^^^^^^^^^^^^^^^ info: This document is to be reviewed every 3 months, and nothing says when it last was.\n',
    });
    assertMarked(
      rule,
      page(
        'reviewed: 2026-06-16\n          ^^^^^^^^^^ info: This document says that it was reviewed on 2026-06-16, which has not come yet.\n',
      ),
    );
  });

  it('follows the interval of the document', () => {
    assertSilent(rule, page('reviewed: 2026-01-01\nreview_every: 6 months\n'));
    assertMarked(
      rule,
      page('reviewed: 2026-05-01\n          ^^^^^^^^^^ every month: it was due on 2026-06-01\nreview_every: 1 month\n'),
    );
    // That the field is missing is said by another rule.
    assertSilent(rule, page('review_every: 1 month\n'));
  });

  it('leaves documents alone that nobody approved, that have no interval, or whose date is unreadable', () => {
    for (const status of ['draft', 'in-review', 'retired']) assertSilent(rule, page('reviewed: 2025-01-01\n', status));
    assertSilent(rule, page('reviewed: last week\n'));
    assertSilent(rule, {
      'docs/development/prototypes/strap.md':
        '---\nstatus: approved\nowner: designer\napprovals: [Tom]\n---\n\n# Strap\n',
    });
    assertSilent(rule, { 'CHANGELOG.md': '# Changelog\n\n## [1.0.0] - 2020-01-01\n\n- First\n' });
  });

  it('marks open risks that nobody looked at again', () => {
    assertMarked(rule, {
      'docs/records/risks.yaml': `
- { id: RISK-1, phase: development, status: mitigating, review_by: 2026-06-14 }
                                                                   ^^^^^^^^^^ info: RISK-1 was to be looked at again by 2026-06-14. See whether it still stands as it is written, and set the next day.
- { id: RISK-2, phase: development, status: open }
        ^^^^^^ Nothing says when somebody looks at RISK-2 again. Write the day under “review_by”.
- { id: RISK-3, phase: development, status: closed, review_by: 2026-06-14 }
- { id: RISK-4, phase: development, status: open, review_by: 2026-06-15 }
- { id: RISK-5, phase: development, status: open, review_by: soon }
`,
    });
  });

  it('marks documents that are kept elsewhere and were not looked at', () => {
    assertMarked(rule, {
      'lifecycle.yaml': `
lifecycle: 1
extends: standard
provided-by:
  user-manual:
    url: https://example.org/manual
    checked: 2025-11-01
    ^^^^^^^ info: “User manual” is kept elsewhere and was last reviewed on 2025-11-01, and is to be reviewed every 6 months: it was due on 2026-05-01. Look at it there, and write the day under “checked”.
  support-guide: { url: https://example.org/guide }
  ^^^^^^^^^^^^^ nothing says when it last was
  launch-plan: { url: https://example.org/plan, checked: 2026-06-01 }
  release-notes: { url: https://example.org/notes }
`,
    });
  });

  it('lets a person say that it is still true', () => {
    assertFix(rule, {
      title: 'I have read it and it is true: set “reviewed” to 2026-06-15',
      before: page('reviewed: 2026-01-14\n'),
      after: page('reviewed: 2026-06-15\n'),
    });
    assertFix(rule, {
      title: 'Set the status to “in review”',
      before: page('reviewed: 2026-01-14\n'),
      after: page('reviewed: 2026-01-14\n', 'in-review'),
    });
  });
});
