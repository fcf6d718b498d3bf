import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import fc from 'fast-check';
import { type Check, startCheck } from '../../server/core/check.ts';
import type { Document } from '../../server/core/parse/model.ts';
import type { Project } from '../../server/core/project/model.ts';
import type { Finding } from '../../server/core/rules/rule.ts';
import { type Files, parsed, projectOf } from '../support/product.ts';

const root = 'examples/stride-one';
const sample: Files = Object.fromEntries(
  readdirSync(root, { recursive: true, withFileTypes: true })
    .filter(item => item.isFile())
    .map(item => {
      const path = join(item.parentPath, item.name);
      return [relative(root, path), readFileSync(path, 'utf8')];
    }),
);

/** Snapshots of one product that share the documents which did not change, as the language server has them. */
function snapshots(): (files: Files) => Project {
  const known = new Map<string, { readonly text: string; readonly document: Document }>();
  return files =>
    projectOf(files, undefined, (path, text) => {
      const old = known.get(path);
      if (old?.text === text) return old.document;
      const document = parsed(path, text);
      known.set(path, { text, document });
      return document;
    });
}

const findingsOf = (check: Check): readonly Finding[] => check.paths.flatMap(path => check.findingsOf(path));

/** Judges the sample, then again after each edit, taking over what holds. Returns what each check judged anew. */
function judgedAfter(...edits: readonly ((files: Files) => Files)[]): readonly Check['judged'][] {
  const snapshot = snapshots();
  let files = sample;
  let check = startCheck(snapshot(files));
  findingsOf(check);
  return edits.map(edit => {
    files = edit(files);
    const project = snapshot(files);
    check = startCheck(project, check.found);
    const found = findingsOf(check);
    assert.deepEqual(found, findingsOf(startCheck(project)), 'the same findings as a check from scratch');
    return { ...check.judged };
  });
}

const change =
  (path: string, from: string | RegExp, to: string) =>
  (files: Files): Files => {
    const before = files[path] ?? '';
    const after = before.replace(from, to);
    assert.notEqual(after, before, `${path} has ${from}`);
    return { ...files, [path]: after };
  };

describe('a check after a change', () => {
  const manual = 'docs/deployment/user-manual.md';
  const all = { local: 22, wide: 22, records: 10 };

  it('judges nothing anew when nothing changed', () => {
    assert.deepEqual(
      judgedAfter(files => files),
      [{ local: 0, wide: 0, records: 0 }],
    );
  });

  it('judges one document when its prose changed', () => {
    const [judged] = judgedAfter(change(manual, 'The watch counts all day', 'The watch counts the whole day'));
    assert.deepEqual(judged, { local: 1, wide: 1, records: 0 });
  });

  it('looks at the others again, as far as they look at documents, when a heading changed', () => {
    const [judged] = judgedAfter(change(manual, '## Getting help', '## Help'));
    assert.deepEqual(judged, { ...all, local: 1 });
  });

  it('judges everything again when a record changed', () => {
    const [judged] = judgedAfter(change('docs/records/risks.yaml', 'likelihood: 3', 'likelihood: 4'));
    assert.deepEqual(judged, all);
  });

  it('judges everything again when the definition changed', () => {
    const [judged] = judgedAfter(change('lifecycle.yaml', 'version: 1.0.0', 'version: 1.0.1'));
    assert.deepEqual(judged, all);
  });

  it('finds the same as a check from scratch, whatever is edited', () => {
    const edit = fc.record({
      path: fc.constantFrom(...Object.keys(sample).filter(path => path !== 'lifecycle.yaml')),
      at: fc.double({ min: 0, max: 1, noNaN: true }),
      cut: fc.nat({ max: 40 }),
      text: fc.constantFrom(
        'word ',
        '\n\nA paragraph.\n\n',
        '\n## Rollback\n',
        ' REQ-2 ',
        '\n- REQ-77: New\n',
        'TODO',
        '[x](missing.md)',
        '\nstatus: draft\n',
        '- [ ] box\n',
        '',
      ),
    });
    fc.assert(
      fc.property(fc.array(edit, { minLength: 1, maxLength: 4 }), edits => {
        judgedAfter(
          ...edits.map(({ path, at, cut, text }) => (files: Files): Files => {
            const before = files[path] ?? '';
            const start = Math.floor(at * before.length);
            return { ...files, [path]: before.slice(0, start) + text + before.slice(start + cut) };
          }),
        );
      }),
      { numRuns: 20 },
    );
  });
});
