import assert from 'node:assert/strict';
import { assertMarked, assertSilent } from '../../support/marked.ts';
import { findingsIn, passedUpTo } from '../../support/product.ts';

const rule = 'document-unreadable';

describe(rule, () => {
  it('marks the place in a broken record', () => {
    assertMarked(rule, {
      'docs/records/risks.yaml': '- id: RISK-1\n  title: "Battery\n         ^ error: This quote is never closed\n',
    });
  });

  it('marks a file that is no text, or far too large', () => {
    const found = findingsIn({ 'docs/a.md': 'PNG\0\0', 'docs/b.md': `# B\n\n${'word '.repeat(250_000)}` }, rule);
    assert.deepEqual(
      found.map(({ path, severity }) => `${path} ${severity}`),
      ['docs/a.md error', 'docs/b.md error'],
    );
    assert.match(found[0]?.message ?? '', /zero byte/);
    assert.match(found[1]?.message ?? '', /split it/i);
  });

  it('is the only thing said about a file, even when a passed gate needs it', () => {
    for (const text of ['PNG\0', `${'word '.repeat(250_000)}`, `${'>'.repeat(5000)} deep`]) {
      const found = findingsIn({
        ...passedUpTo('launch'),
        'docs/deployment/user-manual.md': text,
        'CHANGELOG.md': text,
      });
      const paths = new Set(['docs/deployment/user-manual.md', 'CHANGELOG.md']);
      assert.deepEqual(
        found
          .filter(({ path, subject }) => paths.has(path) || ['user-manual', 'changelog'].includes(subject))
          .map(finding => finding.rule),
        [rule, rule],
      );
    }
  });

  it('leaves everything else to be checked', () => {
    const found = findingsIn({
      'docs/records/risks.yaml': '- id: RISK-1\n  title: "Battery\n',
      'docs/deployment/roadmap.md': '---\nstatus: draft\nowner: Ana\nversion: 1.0.0\n---\n\nTBD\n',
    });
    assert.ok(found.some(finding => finding.rule === 'placeholder-left'));
  });

  it('leaves front matter and the definition to rules of their own', () => {
    assertSilent(rule, { 'docs/deployment/roadmap.md': '---\nstatus: "draft\n---\n\n# Roadmap\n' });
    assertSilent(rule, { 'lifecycle.yaml': 'lifecycle: [\n' });
  });

  it('leaves YAML alone that the lifecycle does not govern', () => {
    assertSilent(rule, { 'ci/build.yaml': 'a: "b\n' });
  });
});
