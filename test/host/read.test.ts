import assert from 'node:assert/strict';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { type Disk, realDisk } from '../../server/host/disk.ts';
import { readText } from '../../server/host/read.ts';
import { tempFolder } from './tempFolder.ts';

const failing = (code: string): Disk => ({
  ...realDisk,
  read() {
    throw Object.assign(new Error(code), { code });
  },
});

describe('readText', () => {
  it('takes the byte-order mark off and remembers it', () => {
    const file = readText(tempFolder({ 'a.md': '\uFEFF# A\r\n' }), 'a.md');
    assert.deepEqual(file, { kind: 'text', decoded: { text: '# A\r\n', bom: true } });
  });

  it('says that a deleted file is gone', () => {
    assert.deepEqual(readText(tempFolder(), 'a.md'), { kind: 'gone' });
  });

  it('says that a file deleted between finding and reading is gone', () => {
    assert.deepEqual(readText(tempFolder({ 'a.md': '' }), 'a.md', failing('ENOENT')), { kind: 'gone' });
  });

  it('says why a file cannot be read', () => {
    const file = readText(tempFolder({ 'a.md': '' }), 'a.md', failing('EACCES'));
    assert.match(
      file.kind === 'unreadable' ? file.message : '',
      /cannot be read \(permission denied\).*\.slipwayignore/,
    );
  });

  it('does not read what is no regular file', () => {
    const root = tempFolder();
    mkdirSync(join(root, 'a.md'));
    assert.equal(readText(root, 'a.md').kind, 'unreadable');
  });

  it('does not read a file over 50 MB', () => {
    const disk: Disk = {
      ...realDisk,
      stat: () => ({ isFile: () => true, size: 80_000_000 }),
      read: () => assert.fail('read'),
    };
    const file = readText('/', 'a.md', disk);
    assert.match(file.kind === 'unreadable' ? file.message : '', /80 MB/);
  });
});
