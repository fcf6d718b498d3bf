import assert from 'node:assert/strict';
import { lstatSync, mkdirSync, readdirSync, readFileSync, statSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { createFile, replaceFile } from '../../server/host/write.ts';
import { tempFolder } from './tempFolder.ts';

describe('write', () => {
  it('replaces a file, keeps its mode and leaves nothing behind', () => {
    const root = tempFolder();
    const file = join(root, 'a.md');
    createFile(file, Buffer.from('old'));
    const { mode } = statSync(file);
    replaceFile(file, Buffer.from('new'));
    assert.equal(readFileSync(file, 'utf8'), 'new');
    assert.equal(statSync(file).mode, mode);
    assert.deepEqual(readdirSync(root), ['a.md']);
  });

  it('writes through a symbolic link and keeps it', () => {
    const root = tempFolder({ 'a.md': 'old' });
    symlinkSync('a.md', join(root, 'link.md'));
    replaceFile(join(root, 'link.md'), Buffer.from('new'));
    assert.equal(readFileSync(join(root, 'a.md'), 'utf8'), 'new');
    assert.ok(lstatSync(join(root, 'link.md')).isSymbolicLink());
  });

  it('leaves everything as it was when it fails', () => {
    const root = tempFolder();
    mkdirSync(join(root, 'a.md'));
    assert.throws(() => replaceFile(join(root, 'a.md'), Buffer.from('new')));
    assert.deepEqual(readdirSync(root), ['a.md']);
  });

  it('makes folders for a new file and never replaces one', () => {
    const root = tempFolder();
    createFile(join(root, 'x/y/a.md'), Buffer.from('1'));
    assert.throws(() => createFile(join(root, 'x/y/a.md'), Buffer.from('2')), { code: 'EEXIST' });
    assert.equal(readFileSync(join(root, 'x/y/a.md'), 'utf8'), '1');
  });
});
