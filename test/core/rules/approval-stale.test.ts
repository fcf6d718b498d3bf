import assert from 'node:assert/strict';
import { fingerprint } from '../../../server/core/project/fingerprint.ts';
import { assertFix, assertMarked, assertSilent } from '../../support/marked.ts';
import { passedUpTo, people, projectOf } from '../../support/product.ts';

const rule = 'approval-stale';
const path = 'docs/development/requirements.md';

const page = (content: string, body: string, status = 'approved'): string =>
  `---\nstatus: ${status}\nowner: Ana\napprovals:\n  - { by: Ana, role: product-manager, date: 2026-03-02, content: ${content} }\n---\n\n${body}`;

const body = '# Requirements\n\n## Functional requirements\n\n### REQ-1: Sleep\n\nShows how long somebody slept.\n';

/** The fingerprint that an approval of this body has. */
function approved(text: string): string {
  const document = projectOf({ [path]: page('none', text) }).documents.get(path);
  return document ? fingerprint(document) : '';
}

describe(rule, () => {
  it('marks the fingerprint and says who agreed to what is gone', () => {
    assertMarked(rule, {
      ...passedUpTo('concept'),
      ...people({ 'product-manager': 'Ana' }),
      [path]: `
---
status: approved
owner: Ana
approvals:
  - { by: Ana, date: 2026-03-02, content: 5d1c0ffee007 }
                                          ^^^^^^^^^^^^ warning: The text changed after Ana approved it on 2026-03-02, so the approval no longer counts: the gate “Concept agreed”, already passed, needs a new one (accountable: product manager, Ana). Ask for it, or set the status back.
---

${body}`,
    });
  });

  it('speaks when the body changed by a word', () => {
    const [before, after] = body.split(/(?<=Shows how) long/);
    const content = approved(body);
    assertSilent(rule, { [path]: page(content, body) });
    assertMarked(rule, {
      [path]: page(content, `${before} deeply${after}`).replace(
        `${content} }`,
        `${content} }\n${' '.repeat(65)}${'^'.repeat(12)} changed after Ana`,
      ),
    });
  });

  it('does not count front matter, comments and white space', () => {
    const content = approved(body);
    assertSilent(rule, { [path]: page(content, body).replace('owner: Ana', 'owner: Tom') });
    assertSilent(rule, { [path]: page(content, `${body}\n<!-- Read again in June. -->\n\n`) });
    assertSilent(rule, { [path]: page(content, body.replace('Shows how long', 'Shows\nhow   long')) });
  });

  it('is content when the newest of several approvals fits', () => {
    assertSilent(rule, {
      [path]: page('5d1c0ffee007', body).replace(
        'approvals:\n',
        `approvals:\n  - { by: Tom, content: ${approved(body)} }\n`,
      ),
    });
  });

  it('leaves approvals without a fingerprint, drafts and documents out of use alone', () => {
    assertSilent(rule, { [path]: page('5d1c0ffee007', body).replace(', content: 5d1c0ffee007', '') });
    for (const status of ['draft', 'in-review', 'superseded'])
      assertSilent(rule, { [path]: page('5d1c0ffee007', body, status) });
  });

  it('leaves a YAML file alone, whose approvals are part of its text', () => {
    assertSilent(rule, {
      'lifecycle.yaml': 'lifecycle: 1\nextends: standard\nartifacts: { runbook: { path: "docs/{slug}.yaml" } }\n',
      'docs/alarm.yaml': 'status: approved\nowner: Lena\napprovals:\n  - { by: Lena, content: 5d1c0ffee007 }\n',
    });
  });

  it('sets the status back', () => {
    assertFix(rule, {
      title: 'Set the status to “in review”',
      before: { [path]: page('5d1c0ffee007', body) },
      after: { [path]: page('5d1c0ffee007', body, 'in-review') },
    });
  });

  it('asks for a new approval in a comment, which changes no fingerprint', () => {
    const title = 'Ask for a new approval in a comment';
    const request = '\n\n<!-- Approval requested from product manager (Ana): the text changed after 2026-03-02. -->';
    const before = { ...people({ 'product-manager': 'Ana' }), [path]: page('5d1c0ffee007', body) };
    const after = page('5d1c0ffee007', body).replace('\n---\n\n#', `\n---${request}\n\n#`);
    assertFix(rule, { title, before, after: { [path]: after } });
    assert.equal(approved(body), approved(`${request}\n\n${body}`));
  });
});
