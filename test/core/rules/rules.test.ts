import assert from 'node:assert/strict';
import { existsSync, readdirSync } from 'node:fs';
import { rules } from '../../../server/core/rules/index.ts';
import { applyFix } from '../../support/marked.ts';
import { findingsIn } from '../../support/product.ts';

const folder = 'server/core/rules';
const files = readdirSync(folder)
  .filter(name => !['index.ts', 'rule.ts'].includes(name))
  .map(name => name.replace('.ts', ''));

describe('the rules', () => {
  it('are all listed (else run npm run generate)', () => {
    assert.deepEqual(rules.map(rule => rule.id).sort(), files.sort());
  });

  for (const rule of rules) {
    describe(rule.id, () => {
      it('has a title, a reason, a page and tests of its own', () => {
        assert.match(rule.title, /^[A-Z“].*\.$/);
        assert.ok(rule.why.length > 60);
        assert.ok(existsSync(`docs/rules/${rule.id}.md`), 'run npm run generate');
        assert.ok(existsSync(`test/core/rules/${rule.id}.test.ts`));
      });

      it('is content with its good example', () => {
        assert.deepEqual(
          findingsIn(rule.examples.good, rule.id).map(finding => finding.message),
          [],
        );
      });

      it('objects to its bad example', () => {
        const found = findingsIn(rule.examples.bad, rule.id);
        assert.ok(found.length > 0);
        for (const { message, subject } of found) {
          assert.match(message, /\.$/);
          assert.notEqual(subject, '');
        }
      });

      it('has safe fixes that remove the finding, add none, and do nothing a second time', () => {
        const before = findingsIn(rule.examples.bad, rule.id);
        const safe = before.flatMap(finding => finding.fixes).find(fix => fix.safe);
        if (!safe) return;
        const fixed = applyFix(rule.examples.bad, safe);
        assert.equal(findingsIn(fixed, rule.id).length, before.length - 1);
        assert.ok(findingsIn(fixed).length < findingsIn(rule.examples.bad).length);
      });
    });
  }
});
