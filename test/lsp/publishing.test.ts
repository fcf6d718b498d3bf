import assert from 'node:assert/strict';
import { FileChangeType } from 'vscode-languageserver';
import type { StatusReport } from '../../server/lsp/protocol.ts';
import { statusRequest } from '../../server/lsp/protocol.ts';
import { useFixture } from './support/fixture.ts';
import { fullCapabilities } from './support/values.ts';
import { smallLifecycle } from './support/workspace.ts';

describe('publishing', () => {
  const { folderWith, connect } = useFixture();
  const todo = '# Note\n\nTBD\n';
  const done = '# Note\n\nDone.\n';

  it('speaks of files that are not open, without a version', async () => {
    const folder = folderWith({ 'notes/a.md': todo, 'notes/b.md': done, 'other/c.md': todo });
    const client = await connect([folder]);
    assert.deepEqual(
      client.published.map(({ uri, version }) => [uri, version]),
      [[folder.uri('notes/a.md'), undefined]],
    );
    assert.deepEqual(client.findings(folder.uri('notes/a.md')), ['placeholder-left 2:0']);
  });

  it('follows a document while it is open, and goes back to the disk when it is closed', async () => {
    const folder = folderWith({ 'notes/a.md': todo });
    const uri = folder.uri('notes/a.md');
    const client = await connect([folder]);

    await client.open(uri, todo);
    await client.settle();
    assert.equal(client.published.length, 1);

    await client.edit(uri, 'x\n', { start: { line: 1, character: 0 }, end: { line: 1, character: 0 } });
    await client.settle();
    assert.deepEqual(client.findings(uri), ['placeholder-left 3:0']);
    assert.equal(client.published.at(-1)?.version, 2);

    await client.edit(uri, done);
    await client.settle();
    assert.deepEqual(client.published.at(-1), { uri, version: 3, diagnostics: [] });

    await client.close(uri);
    await client.settle();
    assert.deepEqual(client.findings(uri), ['placeholder-left 2:0']);
    assert.equal(client.published.at(-1)?.version, undefined);
  });

  it('reads a document anew that is closed and opened again with another text', async () => {
    const folder = folderWith({ 'notes/a.md': done });
    const uri = folder.uri('notes/a.md');
    const client = await connect([folder]);
    await client.open(uri, done);
    await client.settle();
    await client.close(uri);
    await client.open(uri, todo);
    await client.settle();
    assert.deepEqual(client.findings(uri), ['placeholder-left 2:0']);
  });

  it('says only what changed', async () => {
    const folder = folderWith({ 'notes/a.md': todo, 'notes/b.md': todo });
    const client = await connect([folder]);
    await client.open(folder.uri('notes/a.md'), todo);
    await client.edit(folder.uri('notes/a.md'), done);
    await client.settle();
    await client.edit(folder.uri('notes/a.md'), `${done}\n`);
    await client.settle();
    const news = client.published.slice(2).map(({ uri, diagnostics }) => [uri, diagnostics.length]);
    assert.deepEqual(news, [[folder.uri('notes/a.md'), 0]]);
  });

  it('checks a new file before it is saved, and forgets it when it is closed unsaved', async () => {
    const folder = folderWith({ 'notes/a.md': '# Note\n\n[b](b.md)\n' });
    const client = await connect([folder]);
    assert.deepEqual(client.findings(folder.uri('notes/a.md')), ['link-broken 2:4']);
    await client.open(folder.uri('notes/b.md'), todo);
    await client.settle();
    assert.deepEqual(client.findings(folder.uri('notes/b.md')), ['placeholder-left 2:0']);
    assert.deepEqual(client.findings(folder.uri('notes/a.md')), []);
    await client.close(folder.uri('notes/b.md'));
    await client.settle();
    assert.deepEqual(client.findings(folder.uri('notes/b.md')), []);
    assert.deepEqual(client.findings(folder.uri('notes/a.md')), ['link-broken 2:4']);
  });

  it('leaves ignored files alone, also when they are open', async () => {
    const folder = folderWith({ '.gitignore': 'notes/\n', 'notes/a.md': todo });
    const client = await connect([folder]);
    await client.open(folder.uri('notes/a.md'), todo);
    await client.settle();
    assert.deepEqual(client.published, []);
    folder.write('.gitignore', '');
    await client.filesChanged(FileChangeType.Changed, folder.uri('.gitignore'));
    await client.settle();
    assert.deepEqual(client.findings(folder.uri('notes/a.md')), ['placeholder-left 2:0']);
  });

  it('hears of files that come, change and go', async () => {
    const folder = folderWith({ 'notes/a.md': '# Note\n\n![](../images/a.png)\n' });
    const client = await connect([folder]);
    const [a, b] = [folder.uri('notes/a.md'), folder.uri('notes/more/b.md')];
    assert.deepEqual(client.findings(a), ['link-broken 2:4']);

    folder.write('images/a.png', '');
    await client.filesChanged(FileChangeType.Created, folder.uri('images/a.png'));
    await client.settle();
    assert.deepEqual(client.findings(a), []);

    folder.write('notes/a.md', todo);
    await client.filesChanged(FileChangeType.Changed, a);
    await client.settle();
    assert.deepEqual(client.findings(a), ['placeholder-left 2:0']);

    folder.remove('notes');
    await client.filesChanged(FileChangeType.Deleted, folder.uri('notes'));
    await client.settle();
    assert.deepEqual(client.findings(a), []);
    assert.deepEqual(client.findings(b), []);
  });

  it('checks again what a definition governs, saved or not, and what it extends', async () => {
    const folder = folderWith({
      'lifecycle.yaml': 'lifecycle: 1\nextends: ./base.yaml\n',
      'base.yaml': smallLifecycle,
      'notes/a.md': todo,
    });
    const client = await connect([folder]);
    const uri = folder.uri('notes/a.md');
    assert.deepEqual(client.findings(uri), ['placeholder-left 2:0']);

    const quiet = 'lifecycle: 1\nextends: ./base.yaml\nrules: { placeholder-left: off }\n';
    await client.open(folder.uri('lifecycle.yaml'), quiet);
    await client.settle();
    assert.deepEqual(client.findings(uri), []);
    await client.close(folder.uri('lifecycle.yaml'));
    await client.settle();
    assert.deepEqual(client.findings(uri), ['placeholder-left 2:0']);

    folder.write('base.yaml', smallLifecycle.replace('path: notes/', 'path: elsewhere/'));
    await client.filesChanged(FileChangeType.Changed, folder.uri('base.yaml'));
    await client.settle();
    assert.deepEqual(client.findings(uri), []);
  });

  it('says once what is wrong in a file that two definitions extend', async () => {
    const extending = 'lifecycle: 1\nextends: ../base.yaml\n';
    const folder = folderWith({
      'lifecycle.yaml': smallLifecycle,
      'base.yaml': smallLifecycle.replace('need: optional', 'need: sometimes'),
      'a/lifecycle.yaml': extending,
      'b/lifecycle.yaml': extending,
    });
    const client = await connect([folder]);
    assert.deepEqual(client.findings(folder.uri('base.yaml')), ['lifecycle-invalid 15:10']);
  });

  it('says what is wrong with a definition, and goes on when it is mended', async () => {
    const folder = folderWith({ 'lifecycle.yaml': '- a list\n', 'notes/a.md': todo });
    const client = await connect([folder]);
    const definition = folder.uri('lifecycle.yaml');
    assert.equal(client.diagnostics(definition)[0]?.code, 'lifecycle-invalid');
    await client.open(definition, '- a list\n');
    await client.edit(definition, smallLifecycle);
    await client.settle();
    assert.deepEqual(client.findings(definition), []);
    assert.deepEqual(client.findings(folder.uri('notes/a.md')), ['placeholder-left 2:0']);
  });

  it('forgets a product when its definition goes', async () => {
    const folder = folderWith({ 'notes/a.md': todo });
    const client = await connect([folder]);
    folder.remove('lifecycle.yaml');
    await client.filesChanged(FileChangeType.Deleted, folder.uri('lifecycle.yaml'));
    await client.settle();
    assert.deepEqual(client.findings(folder.uri('notes/a.md')), []);
    const report: StatusReport = await client.connection.sendRequest(statusRequest);
    assert.deepEqual(report, { products: [], complete: true });
  });

  it('reads the folder again on a save when the client cannot watch it', async () => {
    const folder = folderWith({ 'notes/a.md': done, 'notes/b.md': todo });
    const { didChangeWatchedFiles: _, ...workspace } = fullCapabilities.workspace;
    const client = await connect([folder], { capabilities: { ...fullCapabilities, workspace } });
    assert.deepEqual(
      client.registrations.map(({ method }) => method),
      ['workspace/didChangeConfiguration'],
    );
    await client.open(folder.uri('notes/a.md'), done);
    folder.write('notes/b.md', done);
    folder.write('notes/c.md', todo);
    await client.save(folder.uri('notes/a.md'));
    await client.settle();
    assert.deepEqual(client.findings(folder.uri('notes/b.md')), []);
    assert.deepEqual(client.findings(folder.uri('notes/c.md')), ['placeholder-left 2:0']);
  });

  it('counts lines and columns as editors do', async () => {
    const folder = folderWith({ 'notes/a.md': '\uFEFF# Note\r\n\r\n😀 TBD\r\n' });
    const client = await connect([folder]);
    assert.deepEqual(client.findings(folder.uri('notes/a.md')), ['placeholder-left 2:3']);
  });

  it('publishes by itself and takes no requests for diagnostics', async () => {
    const client = await connect([folderWith({})]);
    assert.equal(client.initialized.capabilities.diagnosticProvider, undefined);
    assert.deepEqual(client.initialized.capabilities.textDocumentSync, {
      openClose: true,
      change: 2,
      save: { includeText: false },
    });
  });
});
