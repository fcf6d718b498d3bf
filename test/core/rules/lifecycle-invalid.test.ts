import assert from 'node:assert/strict';
import { assertFix, assertMarked, assertSilent } from '../../support/marked.ts';
import { findingsIn } from '../../support/product.ts';

const rule = 'lifecycle-invalid';

describe(rule, () => {
  it('marks a name that leads nowhere and suggests the nearest one', () => {
    assertMarked(rule, {
      'lifecycle.yaml': `
lifecycle: 1
extends: standard
horizon: lunch
         ^^^^^ error: Did you mean \`launch\`?
`,
    });
    assertFix(rule, {
      title: 'Change to `launch`',
      before: { 'lifecycle.yaml': 'lifecycle: 1\nextends: standard\nhorizon: lunch # soon\n' },
      after: { 'lifecycle.yaml': 'lifecycle: 1\nextends: standard\nhorizon: launch # soon\n' },
    });
  });

  it('leaves the rest of the definition in force', () => {
    const rules = new Set(
      findingsIn({ 'lifecycle.yaml': 'lifecycle: 1\nextends: standard\nhorizon: lunch\n' }).map(({ rule: id }) => id),
    );
    assert.deepEqual(rules, new Set(['lifecycle-invalid', 'artifact-missing']));
  });

  for (const text of ['- a list\n', '', 'lifecycle: 2\n', 'lifecycle: [\n', '\t', 'lifecycle: 1\nextends: nowhere\n'])
    it(`says something about ${JSON.stringify(text)} and nothing else`, () => {
      const found = findingsIn({
        'lifecycle.yaml': text,
        'docs/deployment/roadmap.md': '---\nstatus: Done\n---\n\nTBD\n',
      });
      assert.ok(found.length > 0);
      assert.deepEqual([...new Set(found.map(finding => finding.rule))], [rule]);
      for (const { path, span } of found) {
        assert.equal(path, 'lifecycle.yaml');
        assert.ok(0 <= span.start && span.start <= span.end && span.end <= text.length);
      }
    });

  it('points into the file that is extended', () => {
    assertMarked(rule, {
      'lifecycle.yaml': 'lifecycle: 1\nextends: ./ours.yaml\n',
      'ours.yaml': 'lifecycle: 1\nextends: standard\nhorizon: lunch\n         ^^^^^ Did you mean `launch`?\n',
    });
  });

  it('is content with a sound definition', () => {
    assertSilent(rule, {});
    assertSilent(rule, {
      'lifecycle.yaml': 'lifecycle: 1\nextends: standard\nhorizon: launch\nproduct: { name: Stride }\n',
    });
  });
});
