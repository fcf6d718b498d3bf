import { assertFix, assertMarked, assertSilent } from '../../support/marked.ts';
import { type Files, passedUpTo } from '../../support/product.ts';

const rule = 'version-mismatch';
const path = 'docs/deployment/user-manual.md';

const making = (version: string, more = ''): Files => ({
  'lifecycle.yaml': `lifecycle: 1\nextends: standard\nproduct: { name: Stride One, version: ${version} }\n${more}`,
  ...passedUpTo('handoff'),
});

const page = (version: string, { status = 'in-review', title = 'User manual', about = '' } = {}): Files => ({
  [path]: `---\nstatus: ${status}\nowner: Ana\nversion: ${version}\n---\n\n# ${title}\n\n## About this product\n\n${about}\n`,
});

describe(rule, () => {
  it('marks the version of a document that is for another one', () => {
    assertMarked(rule, {
      ...making('1.3.0'),
      ...page(
        '1.1.0\n         ^^^^^ warning: This document is for version 1.1.0, but 1.3.0 is being made: the next gate, “Ready to launch”, needs one for 1.3.0. Read it again, correct what has changed, and set the version.',
      ),
    });
    assertMarked(rule, { ...making('1.3.0'), ...page('2.0.0\n         ^^^^^ for version 2.0.0') });
  });

  it('lets a patch inherit what was written for its minor version', () => {
    assertSilent(rule, { ...making('1.3.2'), ...page('1.3.0') });
    assertSilent(rule, { ...making('1.3.2'), ...page('1.3') });
    const plan = (version: string): Files => ({
      'docs/deployment/support-plan.md': `---\nstatus: in-review\nowner: Kofi\nversion: ${version}\nroles: [sales]\n---\n\n# Support plan\n`,
    });
    assertSilent(rule, { ...making('1.3.2'), ...plan('1.3.0') });
    assertMarked(rule, { ...making('1.3.2'), ...plan('1.2.0\n         ^^^^^ for version 1.2.0') });
    assertMarked(rule, {
      ...making('1.3.2', 'artifacts: { support-plan: { version-match: patch } }\n'),
      ...plan('1.3.0\n         ^^^^^ for version 1.3.0'),
    });
  });

  it('grows with distance, and judges a later version by the gate that repeats', () => {
    assertSilent(rule, { ...making('1.3.0'), ...passedUpTo('design'), ...page('1.1.0') });
    assertMarked(rule, { ...making('1.3.0'), ...passedUpTo('launch'), ...page('1.1.0\n         ^^^^^ error: This') });
    const released = { 'CHANGELOG.md': '# Changelog\n\n## [1.1.0] - 2026-04-02\n\n- First\n' };
    assertMarked(rule, {
      ...making('1.3.0'),
      ...passedUpTo('launch'),
      ...released,
      ...page('1.1.0\n         ^^^^^ warning: This'),
    });
  });

  it('leaves drafts alone, documents that need no version, and those that are one for each', () => {
    assertSilent(rule, { ...making('1.3.0'), ...page('1.1.0', { status: 'draft' }) });
    assertSilent(rule, { ...making('1.3.0'), ...page('1.1.0', { status: 'superseded' }) });
    assertSilent(rule, { ...making('1.3.0'), ...page('latest') });
    assertSilent(rule, { ...passedUpTo('handoff'), ...page('1.1.0') });
    for (const other of ['technical-specification.md', 'test-reports/0.9.0.md', 'beta/0.9.0.md'])
      assertSilent(rule, {
        ...making('1.3.0'),
        [`docs/development/${other}`]: '---\nstatus: in-review\nowner: Ana\nversion: 0.9.0\n---\n\n# Paper 0.9.0\n',
      });
  });

  it('marks another version in the title or in what the document is about', () => {
    assertMarked(rule, {
      ...making('1.3.0'),
      ...page('1.3.0', {
        title:
          'User manual for Stride One 1.1\n                             ^^^ warning: The text speaks of version 1.1, but the document is for 1.3.0: the next gate, “Ready to launch”, needs it to be right. Correct the number when the text holds for 1.3.0.',
      }),
    });
    assertMarked(rule, {
      ...making('1.3.0'),
      ...page('1.3.0', {
        about: 'This manual holds for version 1.1.0.\n                              ^^^^^ speaks of version 1.1.0',
      }),
    });
    assertMarked(rule, {
      ...making('1.3.0'),
      'docs/deployment/release-notes/1.3.0.md':
        '---\nstatus: in-review\nowner: Ana\ndate: 2026-06-15\n---\n\n# Release notes 1.2.0\n                ^^^^^ speaks of version 1.2.0, but the document is for 1.3.0\n',
    });
  });

  it('takes other numbers for what they are', () => {
    for (const about of [
      'Needs Bluetooth 5.2 and 2.4 GHz.',
      'For version 12.0 of Android.',
      'Made for Stride One 1.3 and better than Stride One 1.1.',
      '`for version 1.1`',
      '<!-- for version 1.1 -->',
      'Stride One 1.3.7 shows more.',
    ])
      assertSilent(rule, { ...making('1.3.0'), ...page('1.3.0', { about }) });
    assertSilent(rule, { ...making('1.3.0'), ...page('1.3.0', { title: 'User manual for USB 3.1' }) });
  });

  it('sets the version, and the status back where somebody agreed to the other one', () => {
    assertFix(rule, {
      title: 'Set the version to 1.3.0',
      before: { ...making('1.3.0'), ...page('1.1.0') },
      after: page('1.3.0'),
    });
    assertFix(rule, {
      title: 'Set the version to 1.3.2 and the status back',
      before: { ...making('1.3.2'), ...page('v1.1', { status: 'approved' }) },
      after: page('v1.3', { status: 'in-review' }),
    });
    assertFix(rule, {
      title: 'Set the version to 1.3.0',
      before: { ...making('1.3.0'), ...page('1.3.0', { title: 'User manual, version 1.1' }) },
      after: page('1.3.0', { title: 'User manual, version 1.3' }),
    });
  });
});
