import assert from 'node:assert/strict';
import type { Change, Finding, Fix } from '../../server/core/rules/rule.ts';
import { safeChanges } from '../../server/lsp/safeFixes.ts';
import { findingOn } from './support/values.ts';

/** A fix that makes one edit in `a.md`, or in several files. */
const fix = (start: number, end: number, text: string, safe = true, paths = ['a.md']): Fix => ({
  title: text,
  safe,
  changes: paths.map(path => ({ kind: 'edit', path, edits: [{ span: { start, end }, text }] })),
});
const creation = (path: string): Fix => ({ title: path, safe: true, changes: [{ kind: 'create', path, text: path }] });
const findingsWith = (...lists: Fix[][]): Finding[] => lists.map(fixes => findingOn('x', 'a.md', 'x', { fixes }));
/** Each change as `path: texts`. */
const said = (changes: readonly Change[]) =>
  changes.map(change =>
    change.kind === 'create' ? `+${change.path}` : `${change.path}: ${change.edits.map(edit => edit.text).join(' ')}`,
  );

describe('safe fixes', () => {
  const cases: [string, Finding[], string[]][] = [
    ['none for findings without any', findingsWith([], [fix(0, 1, 'unsafe', false)]), []],
    [
      'the first safe one of a finding',
      findingsWith([fix(0, 1, 'a', false), fix(0, 1, 'b'), fix(5, 6, 'c')]),
      ['a.md: b'],
    ],
    ['one change a file, in the order of the text', findingsWith([fix(5, 6, 'b')], [fix(0, 1, 'a')]), ['a.md: a b']],
    [
      'not one that overlaps an earlier one',
      findingsWith([fix(0, 4, 'a')], [fix(3, 5, 'b')], [fix(4, 5, 'c')]),
      ['a.md: a c'],
    ],
    ['not a second insertion at one place', findingsWith([fix(2, 2, 'a')], [fix(2, 2, 'b')]), ['a.md: a']],
    [
      'not a half of a fix',
      findingsWith(
        [fix(0, 1, 'a')],
        [fix(0, 1, 'b', true, ['b.md', 'a.md'])],
        [fix(3, 4, 'c', true, ['b.md', 'a.md'])],
      ),
      ['a.md: a c', 'b.md: c'],
    ],
    [
      'each new file once',
      findingsWith([creation('n.md')], [creation('n.md')], [creation('m.md')]),
      ['+n.md', '+m.md'],
    ],
  ];
  for (const [name, findings, expected] of cases) {
    it(`take ${name}`, () => assert.deepEqual(said(safeChanges(findings)), expected));
  }
});
