import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { rules } from '../../../server/core/rules/index.ts';
import type { Fix } from '../../../server/core/rules/rule.ts';
import { applyFix, withCrlf } from '../../support/marked.ts';
import { type Files, findingsIn, plainDefinition } from '../../support/product.ts';

const folder = 'server/core/rules';
const files = readdirSync(folder)
  .filter(name => !['index.ts', 'rule.ts'].includes(name))
  .map(name => name.replace('.ts', ''));

/** A finding without its place, which edits may move. */
const keys = (product: Files): readonly string[] =>
  findingsIn(product)
    .map(({ rule, path, subject, message }) => [rule, path, subject, message].join('\n'))
    .sort();

const fixesIn = (product: Files, rule: string): readonly Fix[] =>
  findingsIn(product, rule).flatMap(finding => finding.fixes);

describe('the rules', () => {
  it('are all listed (else run npm run generate)', () => {
    assert.deepEqual(rules.map(rule => rule.id).sort(), files.sort());
  });

  for (const rule of rules) {
    describe(rule.id, () => {
      it('has a title, a reason, a page and tests of its own', () => {
        assert.match(rule.title, /^[A-Z“].*\.$/);
        assert.ok(rule.why.length > 60);
        assert.ok(readFileSync(`docs/rules/${rule.id}.md`, 'utf8').includes(rule.why), 'run npm run generate');
        assert.ok(existsSync(`test/core/rules/${rule.id}.test.ts`));
      });

      it('is content with its good example', () => {
        for (const good of [rule.examples.good, withCrlf(rule.examples.good)])
          assert.deepEqual(
            findingsIn(good, rule.id).map(finding => finding.message),
            [],
          );
      });

      it('objects to its bad example, in sentences', () => {
        for (const bad of [rule.examples.bad, withCrlf(rule.examples.bad)]) {
          const found = findingsIn(bad, rule.id);
          assert.ok(found.length > 0);
          for (const { message, subject } of found) {
            assert.match(message, /^[A-Z“`].*[.?]$/);
            assert.ok(message.length < 400, message);
            assert.doesNotMatch(message, /undefined|\bnull\b|\.\.|[,;:]{2}| {2}| [.,;:]/);
            assert.notEqual(subject, '');
          }
        }
      });

      it('has fixes that change something within the files, each with a title of its own', () => {
        for (const { fixes, path } of findingsIn(rule.examples.bad, rule.id)) {
          assert.deepEqual(
            [...new Set(fixes.map(fix => fix.title))],
            fixes.map(fix => fix.title),
            path,
          );
          for (const { title, changes } of fixes) {
            assert.match(title, /^[A-Z].*[^.]$/);
            assert.ok(changes.length > 0, title);
            for (const change of changes) {
              if (change.kind === 'create') continue;
              const length = (rule.examples.bad[change.path] ?? plainDefinition).length;
              assert.ok(
                change.edits.every(({ span }) => 0 <= span.start && span.start <= span.end && span.end <= length),
              );
            }
          }
        }
      });

      const safe = fixesIn(rule.examples.bad, rule.id).filter(fix => fix.safe);
      if (safe.length > 0)
        it('has safe fixes that remove the finding, add none, and are not offered again', () => {
          for (const fix of safe) {
            const before = keys(rule.examples.bad);
            const fixed = applyFix(rule.examples.bad, fix);
            const after = keys(fixed);
            assert.equal(after.length, before.length - 1);
            assert.deepEqual(
              after.filter(key => !before.includes(key)),
              [],
            );
            assert.ok(!fixesIn(fixed, rule.id).some(other => other.title === fix.title));
          }
        });
    });
  }
});
