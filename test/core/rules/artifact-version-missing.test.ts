import assert from 'node:assert/strict';
import { assertFix, assertMarked, assertSilent } from '../../support/marked.ts';
import { type Files, findingsIn, passedUpTo, people } from '../../support/product.ts';

const rule = 'artifact-version-missing';
const making = (version: string): string => `lifecycle: 1\nextends: standard\nproduct: { version: ${version} }\n`;
const notes = (version: string, status = 'released'): Files => ({
  [`docs/deployment/release-notes/${version}.md`]: `---\nstatus: ${status}\nowner: product-manager\ndate: 2026-05-04\n---\n\n# Release notes ${version}\n`,
});
const near = passedUpTo('handoff');
const severities = (files: Files): readonly string[] =>
  findingsIn(files, rule).map(({ severity, gate }) => `${severity} ${gate}`);

describe(rule, () => {
  it('marks a type that has files for other versions only', () => {
    assertMarked(rule, {
      ...near,
      ...people({ 'product-manager': 'Ana' }),
      ...notes('1.1.0'),
      ...notes('1.2.0'),
      'lifecycle.yaml': `
lifecycle: 1
extends: standard
         ^^^^^^^^ warning: Release notes for 1.3.0 are missing (found: 1.1.0 and 1.2.0): the next gate, “Ready to launch”, needs them (accountable: product manager, Ana). Tells users of one version
product: { version: 1.3.0 }
`,
    });
  });

  it('is content with one for this version, whatever its status', () => {
    assertSilent(rule, { ...near, 'lifecycle.yaml': making('1.3.0'), ...notes('1.2.0'), ...notes('1.3.0', 'draft') });
  });

  it('leaves a type without any file to the rule for that', () => {
    assertSilent(rule, { ...near, 'lifecycle.yaml': making('1.3.0') });
    assertSilent(rule, { ...near, 'lifecycle.yaml': making('1.3.0'), ...notes('1.2.0', 'retired') });
  });

  it('takes the version from the changelog, and is silent when nobody knows it', () => {
    assert.deepEqual(
      severities({ ...near, ...notes('1.2.0'), 'CHANGELOG.md': '# Changelog\n\n## [1.3.0] - 2026-06-01\n\n- More\n' }),
      ['warning launch'],
    );
    assertSilent(rule, { ...near, ...notes('1.2.0') });
  });

  it('grows with distance', () => {
    const files = { 'lifecycle.yaml': making('1.3.0'), ...notes('1.2.0', 'approved') };
    assert.deepEqual(severities({ ...files, ...passedUpTo('design') }), []);
    assert.deepEqual(severities({ ...files, ...passedUpTo('launch') }), ['error launch']);
  });

  it('judges a later version by the gate that repeats', () => {
    const launched = (entry: string): Files => ({
      'docs/records/gates.yaml': `${near['docs/records/gates.yaml']}- { gate: launch, date: 2026-05-01, decision: go${entry} }\n`,
    });
    const files = { 'lifecycle.yaml': making('1.3.0'), ...notes('1.2.0') };
    assert.deepEqual(severities({ ...files, ...launched(', version: 1.2.0') }), ['warning release']);
    assert.deepEqual(severities({ ...files, ...launched(', version: 1.3.0') }), ['error launch']);
    assert.deepEqual(
      severities({ ...files, ...launched(''), 'CHANGELOG.md': '# Changelog\n\n## [1.2.0] - 2026-05-03\n\n- More\n' }),
      ['warning release'],
    );
    // What a complete phase handed over is not asked for again.
    const handoff = {
      'docs/development/handoff.md':
        '---\nstatus: approved\nowner: Ana\nversion: 1.2.0\napprovals: [Ana]\n---\n\n# Handoff\n',
    };
    assert.deepEqual(
      severities({ 'lifecycle.yaml': making('1.3.0'), ...handoff, ...launched(', version: 1.2.0') }),
      [],
    );
  });

  it('leaves waived types, types kept elsewhere and optional ones alone', () => {
    for (const setting of [
      'waive: { release-notes: { reason: None, by: Ana } }',
      'provided-by: { release-notes: { url: https://example.org } }',
      'artifacts: { release-notes: { need: optional } }',
    ])
      assertSilent(rule, { ...near, ...notes('1.2.0'), 'lifecycle.yaml': `${making('1.3.0')}${setting}\n` });
    const recommended = { 'lifecycle.yaml': `${making('1.3.0')}artifacts: { release-notes: { need: recommended } }\n` };
    assert.deepEqual(severities({ ...near, ...notes('1.2.0'), ...recommended }), ['info launch']);
  });

  it('creates the file with what the changelog says, without ids', () => {
    assertFix(rule, {
      title: 'Create docs/deployment/release-notes/1.3.0.md',
      before: {
        ...near,
        'lifecycle.yaml': making('1.3.0'),
        ...notes('1.2.0'),
        'docs/records/changes.yaml': '- { id: CHG-4, title: Gauge }\n',
        'CHANGELOG.md':
          '# Changelog\n\n## [1.3.0]\n\n### Added\n\n- Sleep stages,\n  all night (CHG-4).\n- Export\n\n### Fixed\n\n- Nights no longer go missing (see the manual)\n\n### Security\n\n- Keys\n\n## [1.2.0] - 2026-05-04\n\n### Added\n\n- Old\n',
      },
      after: {
        'docs/deployment/release-notes/1.3.0.md': `---
type: release-notes
status: draft
owner: product-manager
version: 1.3.0
date: 2026-06-15
---

# Release notes 1.3.0

## Highlights

- Sleep stages, all night.
- Export

## Fixes

- Nights no longer go missing (see the manual)

## Changes to know about

<!-- Anything that behaves differently or needs action; write 'None' when true. -->
‸
## Known issues

<!-- What still goes wrong and how to live with it; write 'None known' when true. -->
‸`,
      },
    });
  });

  it('creates an empty one where the changelog says nothing, and none that is there', () => {
    const before = { ...near, 'lifecycle.yaml': making('1.3.0'), ...notes('1.2.0') };
    const created = findingsIn(before, rule)[0]?.fixes[0];
    assert.equal(created?.byName, true);
    const handoff = {
      'docs/development/handoff.md':
        '---\nstatus: approved\nowner: Ana\nversion: 1.2.0\napprovals: [Ana]\n---\n\n# Handoff\n',
    };
    assert.deepEqual(
      findingsIn({ ...passedUpTo('verification'), ...handoff, 'lifecycle.yaml': making('1.3.0') }, rule).flatMap(
        ({ fixes }) => fixes.map(({ title }) => title),
      ),
      ['Declare “handoff-checklist” not applicable'],
    );
  });
});
