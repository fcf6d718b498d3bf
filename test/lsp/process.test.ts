import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath, pathToFileURL } from 'node:url';
import {
  createProtocolConnection,
  ExitNotification,
  InitializedNotification,
  InitializeRequest,
  IPCMessageReader,
  IPCMessageWriter,
  LogMessageNotification,
  type ProtocolConnection,
  PublishDiagnosticsNotification,
  type PublishDiagnosticsParams,
  ShutdownRequest,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver/node';
import { useFixture } from './support/fixture.ts';

const entry = fileURLToPath(new URL('../../server/main.node.ts', import.meta.url));

const running = new Set<ChildProcess>();

function startServer(argument: string): ChildProcess {
  const ipc = argument === '--node-ipc' ? (['ipc'] as const) : [];
  const server = spawn(process.execPath, ['--import', 'tsx', entry, argument], {
    stdio: ['pipe', 'pipe', 'pipe', ...ipc],
  });
  running.add(server);
  server.once('exit', () => running.delete(server));
  return server;
}

const exitOf = async (server: ChildProcess): Promise<unknown> => {
  const [code] = server.exitCode === null ? await once(server, 'exit') : [server.exitCode];
  return code;
};

function connectTo(server: ChildProcess, argument: string): ProtocolConnection {
  if (argument === '--node-ipc') {
    return createProtocolConnection(new IPCMessageReader(server), new IPCMessageWriter(server));
  }
  assert.ok(server.stdout && server.stdin);
  return createProtocolConnection(new StreamMessageReader(server.stdout), new StreamMessageWriter(server.stdin));
}

/** Says hello for a folder, and resolves with the first findings that the server publishes. */
async function firstFindings(connection: ProtocolConnection, root: string): Promise<PublishDiagnosticsParams> {
  const first = new Promise<PublishDiagnosticsParams>(resolve => {
    connection.onNotification(PublishDiagnosticsNotification.type, resolve);
  });
  connection.listen();
  const workspaceFolders = [{ uri: pathToFileURL(root).href, name: 'test' }];
  await connection.sendRequest(InitializeRequest.type, {
    processId: process.pid,
    rootUri: null,
    capabilities: {},
    workspaceFolders,
  });
  await connection.sendNotification(InitializedNotification.type, {});
  return first;
}

describe('the server as a process', () => {
  const { folderWith } = useFixture();
  afterEach(() => {
    for (const server of running) server.kill('SIGKILL');
  });

  for (const argument of ['--stdio', '--node-ipc']) {
    it(`speaks over ${argument}, and ends when told so`, async () => {
      const folder = folderWith({ 'notes/a.md': '# Note\n\nTBD\n' });
      const server = startServer(argument);
      const connection = connectTo(server, argument);
      const log: string[] = [];
      connection.onNotification(LogMessageNotification.type, ({ message }) => void log.push(message));
      const { uri, diagnostics } = await firstFindings(connection, folder.root);
      assert.equal(uri, folder.uri('notes/a.md'));
      assert.equal(diagnostics[0]?.code, 'placeholder-left');
      assert.match(log.join('\n'), /reads Markdown with/);
      await connection.sendRequest(ShutdownRequest.type);
      await connection.sendNotification(ExitNotification.type);
      assert.equal(await exitOf(server), 0);
      connection.dispose();
    });
  }

  it('ends when its input closes', async () => {
    const folder = folderWith({ 'notes/a.md': '# Note\n\nTBD\n' });
    const server = startServer('--stdio');
    const connection = connectTo(server, '--stdio');
    await firstFindings(connection, folder.root);
    server.stdin?.end();
    assert.equal(await exitOf(server), 1);
    connection.dispose();
  });

  if (process.platform !== 'win32') {
    it('ends when it is told to terminate', async () => {
      const folder = folderWith({ 'notes/a.md': '# Note\n\nTBD\n' });
      const server = startServer('--stdio');
      const connection = connectTo(server, '--stdio');
      await firstFindings(connection, folder.root);
      server.kill('SIGTERM');
      assert.equal(await exitOf(server), 0);
      connection.dispose();
    });
  }

  it('ends when the channel to its parent closes', async () => {
    const folder = folderWith({ 'notes/a.md': '# Note\n\nTBD\n' });
    const server = startServer('--node-ipc');
    const connection = connectTo(server, '--node-ipc');
    await firstFindings(connection, folder.root);
    server.disconnect();
    assert.equal(await exitOf(server), 0);
    connection.dispose();
  });

  it('says how to start it when it was not told how to talk', async () => {
    const server = startServer('--help');
    let said = '';
    server.stderr?.on('data', chunk => {
      said += chunk;
    });
    assert.equal(await exitOf(server), 2);
    assert.match(said, /--stdio or --node-ipc/);
  });
});
