import assert from 'node:assert/strict';
import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { realDisk } from '../../server/host/disk.ts';
import { overlayDisk } from '../../server/host/overlayDisk.ts';
import { walk } from '../../server/host/walk.ts';
import { tempFolder } from './tempFolder.ts';

describe('overlayDisk', () => {
  it('shows changed and new files, and the folders of new ones', async () => {
    const root = tempFolder({ 'a.md': 'old', 'docs/b.md': '' });
    symlinkSync('a.md', join(root, 'link.md'));
    const contents = new Map<string, Uint8Array>();
    const disk = overlayDisk(realDisk, contents);
    contents.set(join(root, 'a.md'), Buffer.from('new'));
    contents.set(join(root, 'docs/deep/er/c.md'), Buffer.from('c'));
    const { paths, links, problems } = await walk(root, { disk });
    assert.deepEqual(paths, ['a.md', 'docs/b.md', 'docs/deep/er/c.md', 'link.md']);
    assert.deepEqual([...links], [['link.md', 'a.md']]);
    assert.deepEqual(problems, []);
    assert.equal(Buffer.from(disk.read(join(root, 'a.md'))).toString(), 'new');
    assert.equal(disk.stat(join(root, 'docs/deep/er/c.md')).size, 1);
  });
});
