import assert from 'node:assert/strict';
import { diskIndex } from '../../server/host/diskIndex.ts';
import { tempFolder } from './tempFolder.ts';

describe('diskIndex', () => {
  const cases: readonly [path: string, expected: boolean][] = [
    ['docs/a.md', true],
    ['docs', true],
    ['out/built.html', true],
    ['out', true],
    ['out/', true],
    ['out/Built.html', false],
    ['Out/built.html', false],
    ['out/nothing.html', false],
    ['docs/a.md/b', false],
    ['../outside.md', false],
    ['out/../out/built.html', false],
  ];
  const root = tempFolder({ 'docs/a.md': '', 'out/built.html': '' });
  const index = diskIndex(root, ['docs/a.md']);
  for (const [path, expected] of cases) {
    it(`${expected ? 'has' : 'does not have'} ${path}`, () => assert.equal(index.has(path), expected));
  }

  it('lists only what was walked', () => {
    assert.deepEqual(index.paths, ['docs/a.md']);
    assert.equal(index.hasInOtherCase('DOCS/a.md'), 'docs/a.md');
  });
});
