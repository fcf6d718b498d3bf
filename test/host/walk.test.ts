import assert from 'node:assert/strict';
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Disk, realDisk } from '../../server/host/disk.ts';
import { walk } from '../../server/host/walk.ts';
import { tempFolder } from './tempFolder.ts';

/** Names of files; each is made empty, or holds the text after it. */
const cases: readonly { name: string; files: Record<string, string>; root?: string; expected: string[] }[] = [
  {
    name: 'gives files of all folders, sorted, with forward slashes',
    files: { 'b.md': '', 'a/z.md': '', 'a.md': '', 'a/b/c.txt': '' },
    expected: ['a.md', 'a/b/c.txt', 'a/z.md', 'b.md'],
  },
  {
    name: 'never enters .git and node_modules, but other hidden folders',
    files: { '.git/x.md': '', 'a/node_modules/p/README.md': '', '.github/SECURITY.md': '' },
    expected: ['.github/SECURITY.md'],
  },
  {
    name: 'leaves out a submodule marker',
    files: { 'sub/.git': 'gitdir: ../.git/modules/sub', 'sub/a.md': '' },
    expected: ['sub/a.md'],
  },
  {
    name: 'honours .gitignore outside git',
    files: { '.gitignore': 'out/\n*.tmp.md\n', 'out/a.md': '', 'b/c.tmp.md': '', 'b/c.md': '' },
    expected: ['.gitignore', 'b/c.md'],
  },
  {
    name: 'reads ignore files with CRLF and a byte-order mark',
    files: { '.gitignore': '\uFEFFout/\r\nb.md\r\n', 'out/a.md': '', 'b.md': '', 'c.md': '' },
    expected: ['.gitignore', 'c.md'],
  },
  {
    name: 'reads a nested ignore file relative to its folder, after the outer one',
    files: {
      '.gitignore': '*.md\n',
      'a/.gitignore': '!keep.md\n/b/\n',
      'a/keep.md': '',
      'a/drop.md': '',
      'a/b/keep.md': '',
      'c/b/x.txt': '',
    },
    expected: ['.gitignore', 'a/.gitignore', 'a/keep.md', 'c/b/x.txt'],
  },
  {
    name: 'lets .slipwayignore leave out more',
    files: { '.slipwayignore': 'vendor/\n', 'vendor/a.md': '', 'a.md': '' },
    expected: ['.slipwayignore', 'a.md'],
  },
  {
    name: 'lets .slipwayignore take a folder back that git ignores',
    files: { '.gitignore': 'docs/generated/\n', '.slipwayignore': '!docs/generated/\n', 'docs/generated/x/a.md': '' },
    expected: ['.gitignore', '.slipwayignore', 'docs/generated/x/a.md'],
  },
  {
    name: 'lets a nested file take a folder back, with all that is in it',
    files: {
      '.gitignore': 'generated/\n',
      'docs/.slipwayignore': '!generated/\n',
      'docs/generated/x/a.md': '',
      'generated/b.md': '',
    },
    expected: ['.gitignore', 'docs/.slipwayignore', 'docs/generated/x/a.md'],
  },
  {
    name: 'compares letter case',
    files: { '.gitignore': 'out/\n', 'Out/a.md': '' },
    expected: ['.gitignore', 'Out/a.md'],
  },
  {
    name: 'honours ignore files above the root, up to the top of the repository',
    files: {
      '.gitignore': 'never.md\n',
      'repo/.git/HEAD': '',
      'repo/.gitignore': 'docs/out/\n',
      'repo/docs/out/a.md': '',
      'repo/docs/never.md': '',
    },
    root: 'repo/docs',
    expected: ['never.md'],
  },
  {
    name: 'walks a root that the repository ignores',
    files: { '.git/HEAD': '', '.gitignore': 'build/\n', 'build/out/a.md': '' },
    root: 'build/out',
    expected: ['a.md'],
  },
];

describe('walk', () => {
  for (const { name, files, root, expected } of cases) {
    it(name, async () => {
      const { paths, problems } = await walk(join(tempFolder(files), root ?? ''));
      assert.deepEqual(paths, expected);
      assert.deepEqual(problems, []);
    });
  }

  it('follows symbolic links to files inside the root only, and no circles', async () => {
    const root = tempFolder({ 'a.md': '', 'in/b.md': '' });
    const outside = tempFolder({ 'secret.md': '' });
    symlinkSync('a.md', join(root, 'link.md'));
    symlinkSync(join(outside, 'secret.md'), join(root, 'leak.md'));
    symlinkSync('.', join(root, 'in', 'self'));
    symlinkSync('..', join(root, 'in', 'up'));
    symlinkSync('two.md', join(root, 'one.md'));
    symlinkSync('one.md', join(root, 'two.md'));
    symlinkSync('nowhere.md', join(root, 'dangling.md'));
    const { paths, links, problems } = await walk(root);
    assert.deepEqual(paths, ['a.md', 'in/b.md', 'link.md']);
    assert.deepEqual([...links], [['link.md', 'a.md']]);
    assert.deepEqual(problems, []);
  });

  it('reports a folder that cannot be read and goes on', async () => {
    const root = tempFolder({ 'a/x.md': '', 'b/y.md': '' });
    const disk: Disk = {
      ...realDisk,
      entries(folder) {
        if (folder.endsWith('a/')) throw Object.assign(new Error('EACCES'), { code: 'EACCES' });
        return realDisk.entries(folder);
      },
    };
    const { paths, problems } = await walk(root, { disk });
    assert.deepEqual(paths, ['b/y.md']);
    assert.equal(problems.length, 1);
    assert.equal(problems[0]?.path, 'a');
    assert.match(problems[0]?.message ?? '', /cannot be read \(permission denied\)/);
  });

  it('reports an ignore file that cannot be read', async () => {
    const root = tempFolder({ '.gitignore': 'a.md', 'a.md': '' });
    const disk: Disk = {
      ...realDisk,
      read() {
        throw Object.assign(new Error('EACCES'), { code: 'EACCES' });
      },
    };
    const { paths, problems } = await walk(root, { disk });
    assert.deepEqual(paths, ['.gitignore', 'a.md']);
    assert.deepEqual(
      problems.map(({ path }) => path),
      ['.gitignore'],
    );
  });

  it('leaves out a pattern that could take for ever to match', async () => {
    const deep = `${'a/'.repeat(90)}c.md`;
    const root = tempFolder({ '.gitignore': `${'**/a/'.repeat(12)}b\nskip.md\n`, [deep]: '', 'skip.md': '' });
    const { paths, problems } = await walk(root);
    assert.deepEqual(paths, ['.gitignore', deep]);
    assert.match(problems[0]?.message ?? '', /is left out/);
  });

  it('stops at a bounded depth and says so', async () => {
    const root = tempFolder({ [`${'d/'.repeat(120)}x.md`]: '', 'a.md': '' });
    const { paths, problems } = await walk(root);
    assert.deepEqual(paths, ['a.md']);
    assert.match(problems[0]?.message ?? '', /nested more than 100 deep/);
  });

  it('says so when the root cannot be read', async () => {
    const { problems } = await walk(join(tempFolder(), 'nowhere'));
    assert.deepEqual(
      problems.map(({ path }) => path),
      ['.'],
    );
  });

  it('survives a folder in the place of an ignore file', async () => {
    const root = tempFolder({ 'a.md': '' });
    mkdirSync(join(root, '.gitignore'));
    assert.deepEqual(await walk(root), { paths: ['a.md'], links: new Map(), problems: [] });
  });

  it('reports a name that is not UTF-8, where the system allows one', async () => {
    const root = tempFolder({ 'a.md': '', 'odd\uFFFD.md': '' });
    try {
      writeFileSync(Buffer.concat([Buffer.from(join(root, 'caf')), Buffer.from([0xe9])]), '');
    } catch {
      return; // This file system knows only Unicode.
    }
    const { paths, problems } = await walk(root);
    assert.deepEqual(paths, ['a.md', 'odd\uFFFD.md']);
    assert.match(problems[0]?.message ?? '', /not UTF-8/);
  });

  it('stops when it is aborted', async () => {
    const root = tempFolder({ 'a.md': '' });
    await assert.rejects(walk(root, { signal: AbortSignal.abort(new Error('enough')) }), /enough/);
  });
});
