import assert from 'node:assert/strict';
import { assertFix, assertMarked, assertSilent } from '../../support/marked.ts';
import { findingsIn, passedUpTo } from '../../support/product.ts';

const rule = 'artifact-stub';
const path = 'docs/deployment/launch-plan.md';

const shell = (status: string, body = '## Goals\n\n## Audience\n\n## Message\n'): string =>
  `---\nstatus: ${status}\nowner: marketing\nversion: 1.0.0\n---\n\n# Launch plan\n\n${body}`;

const words = (count: number): string => `${Array.from({ length: count }, (_, index) => `word${index}`).join(' ')}\n`;

describe(rule, () => {
  it('marks the status that is too high', () => {
    assertMarked(rule, {
      [path]: `
---
status: in-review
        ^^^^^^^^^ warning: This document is in review but holds next to no text. Write it, or set the status back so that nobody relies on it.
owner: marketing
version: 1.0.0
---

# Launch plan

## Goals

## Audience
`,
    });
    assertMarked(rule, {
      [path]: shell('approved').replace('status: approved', 'status: approved\n        ^^^^^^^^ approved but'),
    });
  });

  it('counts words outside comments, code, headings and front matter', () => {
    const padding = `<!-- ${words(40)} -->\n\n\`\`\`\n${words(40)}\`\`\`\n\n### ${words(40)}`;
    assert.equal(findingsIn({ [path]: shell('approved', `${padding}\n${words(29)}`) }, rule).length, 1);
    assertSilent(rule, { [path]: shell('approved', words(30)) });
    assertSilent(rule, {
      [path]: shell('approved', `| A | B |\n| - | - |\n| ${words(15).trim()} | ${words(15).trim()} |\n`),
    });
  });

  it('is the only thing said about the content of a shell', () => {
    const rules = findingsIn({ [path]: shell('approved') }).filter(finding => finding.path === path);
    assert.deepEqual(
      rules.map(finding => finding.rule),
      ['approval-missing', 'artifact-stub', 'review-overdue'],
    );
  });

  it('points at the first empty section', () => {
    const [found] = findingsIn({ [path]: shell('approved') }, rule);
    assert.equal(found?.related?.[0]?.span.start, shell('approved').indexOf('## Goals'));
  });

  it('leaves drafts, documents out of use, files of types without sections and short changelogs alone', () => {
    assertSilent(rule, { [path]: shell('draft') });
    assertSilent(rule, { [path]: shell('superseded') });
    assertSilent(rule, { [path]: shell('approved\nnot_applicable: { reason: Quiet launch, by: Ana }') });
    assertSilent(rule, { 'CHANGELOG.md': '# Changelog\n\n## 1.0.0 - 2026-06-01\n\n- First release\n' });
    assertSilent(rule, {
      'lifecycle.yaml': 'lifecycle: 1\nextends: standard\nartifacts: { launch-plan: { sections: null } }\n',
      [path]: shell('approved'),
    });
  });

  it('speaks about a draft once a passed gate needs it', () => {
    assertMarked(rule, {
      ...passedUpTo('launch'),
      [path]: shell('draft').replace(
        'status: draft',
        'status: draft\n        ^^^^^ warning: This document holds next to no text: the gate “Ready to launch”, already passed, needs it. Write it.',
      ),
    });
  });

  it('sets the status back to the lowest one', () => {
    for (const status of ['in-review', '"Released"'])
      assertFix(rule, {
        title: 'Set the status to “draft”',
        before: { [path]: shell(`${status}  # since May`) },
        after: { [path]: shell('draft  # since May') },
      });
  });
});
