import assert from 'node:assert/strict';
import { outermost, pathInFolder, uriInFolder } from '../../server/lsp/uri.ts';

describe('uri', () => {
  const inside: [string, string, string | undefined][] = [
    ['file:///home/ana/product', 'file:///home/ana/product/docs/plan.md', 'docs/plan.md'],
    ['file:///home/ana/product/', 'file:///home/ana/product/plan.md', 'plan.md'],
    ['file:///home/ana/product', 'file:///home/ana/product-2/plan.md', undefined],
    ['file:///home/ana/product', 'file:///home/ana/product', undefined],
    ['file:///a%20b', 'file:///a b/%C3%A9%23%25.md', 'é#%.md'],
    ['file:///c%3A/work', 'file:///C:/work/plan.md', 'plan.md'],
    ['file:///', 'file:///plan.md', 'plan.md'],
    ['vscode-vfs://github/o/r', 'vscode-vfs://github/o/r/plan.md', 'plan.md'],
    ['file:///a', 'file:///a/100%.md', '100%.md'],
    ['file:///a', 'untitled:Untitled-1', undefined],
  ];
  for (const [folder, uri, path] of inside) {
    it(`finds ${uri} ${path === undefined ? 'outside' : 'inside'} ${folder}`, () => {
      assert.equal(pathInFolder(folder, uri), path);
    });
  }

  it('writes what it reads', () => {
    const path = 'docs/é #1 (100%)/plan.md';
    assert.equal(pathInFolder('file:///a%20b', uriInFolder('file:///a%20b', path)), path);
  });

  it('keeps the outermost folders, each once', () => {
    assert.deepEqual(outermost(['file:///a/b', 'file:///a/', 'file:///c', 'file:///a', 'file:///ab']), [
      'file:///a',
      'file:///c',
      'file:///ab',
    ]);
  });
});
