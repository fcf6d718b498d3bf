import assert from 'node:assert/strict';
import { join } from 'node:path';
import { ConfigurationRequest, WorkDoneProgress } from 'vscode-languageserver';
import { diskFiles } from '../../server/lsp/files.ts';
import { checkWorkspaceRequest, type StatusReport, statusChanged, statusRequest } from '../../server/lsp/protocol.ts';
import type { TestClient } from './support/client.ts';
import { useFixture } from './support/fixture.ts';
import { fullCapabilities } from './support/values.ts';
import { smallLifecycle } from './support/workspace.ts';

describe('session', () => {
  const { folderWith, connect } = useFixture();
  const todo = '# Note\n\nTBD\n';
  const statusOf = (client: TestClient): Promise<StatusReport> => client.connection.sendRequest(statusRequest);

  it('serves several roots, and hears of roots that come and go', async () => {
    const [one, two] = [folderWith({ 'notes/a.md': todo }), folderWith({ 'notes/b.md': todo })];
    const client = await connect([one]);
    await client.foldersChanged([two.root], []);
    await client.settle();
    assert.deepEqual(client.findings(two.uri('notes/b.md')), ['placeholder-left 2:0']);
    assert.deepEqual(
      (await statusOf(client)).products.map(({ definitionUri }) => definitionUri),
      [one.uri('lifecycle.yaml'), two.uri('lifecycle.yaml')],
    );
    await client.foldersChanged([], [one.root]);
    await client.settle();
    assert.deepEqual(client.findings(one.uri('notes/a.md')), []);
    assert.deepEqual(client.findings(two.uri('notes/b.md')), ['placeholder-left 2:0']);
  });

  it('takes a root inside another as a part of that one', async () => {
    const outer = folderWith({ 'inner/lifecycle.yaml': smallLifecycle, 'inner/notes/a.md': todo });
    const client = await connect([outer]);
    await client.foldersChanged([join(outer.root, 'inner')], []);
    await client.settle();
    assert.equal(client.published.length, 1);
    assert.equal((await statusOf(client)).products.length, 2);
  });

  it('keeps the documents of a product inside another apart', async () => {
    const inner = smallLifecycle.replace('path: notes/{slug}.md', 'path: essays/{slug}.md');
    const folder = folderWith({ 'inner/lifecycle.yaml': inner, 'inner/notes/a.md': todo, 'inner/essays/b.md': todo });
    const client = await connect([folder]);
    assert.deepEqual(
      client.published.map(({ uri }) => uri),
      [folder.uri('inner/essays/b.md')],
    );
  });

  it('uses the configured day and horizon, and hears of changes', async () => {
    const folder = folderWith({});
    const client = await connect([folder], { settings: { asOf: '2027-01-02', horizon: 'review' } });
    assert.equal((await statusOf(client)).products[0]?.asOf, '2027-01-02');
    assert.equal(client.diagnostics(folder.uri('lifecycle.yaml'))[0]?.code, 'artifact-missing');
    await client.configure({ asOf: '', horizon: null });
    await client.settle();
    assert.equal((await statusOf(client)).products[0]?.asOf, '2026-06-15');
    assert.deepEqual(client.diagnostics(folder.uri('lifecycle.yaml')), []);
  });

  it('waits for the configuration before the first check', async () => {
    const days: (string | undefined)[] = [];
    await connect([folderWith({})], {
      listen(connection) {
        connection.onRequest(ConfigurationRequest.type, async () => {
          await new Promise(resolve => setTimeout(resolve, 50));
          return [{ asOf: '2027-01-02' }];
        });
        connection.onNotification(statusChanged, ({ products }: StatusReport) => void days.push(products[0]?.asOf));
      },
    });
    assert.deepEqual(days, ['2027-01-02']);
  });

  it('says what is wrong in the configuration, once, and goes on without it', async () => {
    const client = await connect([folderWith({})], { settings: { asOf: 'soon', horizon: 'sunset' } });
    await client.configure({ asOf: 'soon', horizon: 'sunset' });
    await client.settle();
    assert.equal((await statusOf(client)).products[0]?.asOf, '2026-06-15');
    const said = client.log.join('\n');
    assert.equal(said.match(/slipway\.asOf/g)?.length, 1);
    assert.equal(said.match(/"sunset", which is no gate/g)?.length, 1);
  });

  it('takes the configuration that a client sends which cannot be asked', async () => {
    const { configuration: _, ...workspace } = fullCapabilities.workspace;
    const capabilities = { ...fullCapabilities, workspace };
    const initializationOptions = { slipway: { asOf: '2027-01-02' } };
    const client = await connect([folderWith({})], { capabilities, initializationOptions });
    assert.equal((await statusOf(client)).products[0]?.asOf, '2027-01-02');
    await client.configure({ asOf: '2027-03-04' });
    await client.settle();
    assert.equal((await statusOf(client)).products[0]?.asOf, '2027-03-04');
  });

  it('tells when the status changes, and only then', async () => {
    const folder = folderWith({ 'notes/a.md': todo });
    const client = await connect([folder]);
    const told: StatusReport[] = [];
    client.connection.onNotification(statusChanged, (report: StatusReport) => void told.push(report));
    await client.open(folder.uri('notes/a.md'), todo);
    await client.settle();
    assert.equal(told.length, 0);
    await client.edit(folder.uri('notes/a.md'), '# Note\n');
    await client.settle();
    assert.equal(told.length, 1);
    assert.deepEqual(told[0], await statusOf(client));
    assert.equal(told[0]?.products[0]?.counts.warning, 0);
  });

  it('checks everything again when asked', async () => {
    const folder = folderWith({ 'notes/a.md': '# Note\n' });
    const client = await connect([folder]);
    folder.write('notes/a.md', todo);
    await client.connection.sendRequest(checkWorkspaceRequest);
    assert.deepEqual(client.findings(folder.uri('notes/a.md')), ['placeholder-left 2:0']);
  });

  it('shows progress during the first check', async () => {
    const folder = folderWith({ 'notes/a.md': todo, 'notes/b.md': todo });
    const kinds: string[] = [];
    const client = await connect([folder], {
      listen: connection =>
        connection.onRequest('window/workDoneProgress/create', ({ token }) => {
          connection.onProgress(WorkDoneProgress.type, token, ({ kind }) => void kinds.push(kind));
        }),
    });
    await client.connection.sendRequest(checkWorkspaceRequest);
    assert.equal(kinds[0], 'begin');
    assert.equal(kinds.at(-1), 'end');
    assert.equal(kinds.filter(kind => kind === 'begin').length, 1);
  });

  it('says which parser reads Markdown', async () => {
    const client = await connect([folderWith({})]);
    assert.match(client.log.join('\n'), /reads Markdown with (satteri|remark)/);
  });

  it('logs a fault and goes on', async () => {
    const folder = folderWith({ 'notes/a.md': todo });
    let failures = 1;
    const client = await connect([folder], {
      host: {
        openFolder(uri) {
          const files = diskFiles(uri);
          return (
            files && {
              ...files,
              walk(signal) {
                if (failures-- > 0) throw new Error('the disk melted');
                return files.walk(signal);
              },
            }
          );
        },
      },
    });
    assert.match(client.log.join('\n'), /the disk melted/);
    await client.connection.sendRequest(checkWorkspaceRequest);
    assert.deepEqual(client.findings(folder.uri('notes/a.md')), ['placeholder-left 2:0']);
  });

  it('says that it cannot read a folder which is not on the disk', async () => {
    const client = await connect([]);
    await client.connection.sendNotification('workspace/didChangeWorkspaceFolders', {
      event: { added: [{ uri: 'vscode-vfs://github/a/b', name: 'b' }], removed: [] },
    });
    await client.settle();
    assert.match(client.log.join('\n'), /vscode-vfs:\/\/github\/a\/b is not on this machine/);
  });
});
