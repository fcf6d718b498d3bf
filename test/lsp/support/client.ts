import { PassThrough } from 'node:stream';
import { pathToFileURL } from 'node:url';
import {
  type ClientCapabilities,
  type CodeAction,
  CodeActionRequest,
  Command,
  ConfigurationRequest,
  createConnection,
  createProtocolConnection,
  type Diagnostic,
  DidChangeConfigurationNotification,
  DidChangeTextDocumentNotification,
  DidChangeWatchedFilesNotification,
  DidChangeWorkspaceFoldersNotification,
  DidCloseTextDocumentNotification,
  DidOpenTextDocumentNotification,
  DidSaveTextDocumentNotification,
  type FileChangeType,
  InitializedNotification,
  InitializeRequest,
  type InitializeResult,
  LogMessageNotification,
  type ProtocolConnection,
  PublishDiagnosticsNotification,
  type PublishDiagnosticsParams,
  type Range,
  type Registration,
  RegistrationRequest,
  ShutdownRequest,
  StreamMessageReader,
  StreamMessageWriter,
  WorkDoneProgressCreateRequest,
} from 'vscode-languageserver/node';
import { loadMarkdownParser } from '../../../server/host/markdownParser.ts';
import { diskFiles } from '../../../server/lsp/files.ts';
import { statusRequest } from '../../../server/lsp/protocol.ts';
import type { Pace } from '../../../server/lsp/scheduler.ts';
import { startSession } from '../../../server/lsp/session.ts';
import type { Host } from '../../../server/lsp/workspaceFolders.ts';
import { fullCapabilities } from './values.ts';

export interface ClientOptions {
  /** Absolute folders. */
  readonly folders: readonly string[];
  readonly capabilities?: ClientCapabilities;
  readonly initializationOptions?: unknown;
  /** What `slipway` holds when the server asks. */
  readonly settings?: unknown;
  readonly host?: Partial<Host>;
  readonly pace?: Pace;
  /** Replaces handlers of the client, before it says hello. */
  listen?(connection: ProtocolConnection): void;
}

/** An editor without windows: it speaks to a server in the same process over a pair of streams. */
export interface TestClient {
  readonly initialized: InitializeResult;
  readonly connection: ProtocolConnection;
  /** In the order in which they came. */
  readonly published: PublishDiagnosticsParams[];
  readonly log: string[];
  readonly registrations: Registration[];
  /** The newest findings of a file, each as `rule line:column`, lines and columns from 0. */
  findings(uri: string): string[];
  diagnostics(uri: string): readonly Diagnostic[];
  open(uri: string, text: string): Promise<void>;
  /** Replaces a part of an open document, or all of it. */
  edit(uri: string, text: string, range?: Range): Promise<void>;
  save(uri: string): Promise<void>;
  close(uri: string): Promise<void>;
  filesChanged(type: FileChangeType, ...uris: string[]): Promise<void>;
  foldersChanged(added: readonly string[], removed: readonly string[]): Promise<void>;
  configure(settings: unknown): Promise<void>;
  actions(uri: string, range: Range, only?: string[], diagnostics?: Diagnostic[]): Promise<CodeAction[]>;
  /** Resolves when the server has handled everything and has nothing left to do. */
  settle(): Promise<void>;
  stop(): Promise<void>;
}

/** Starts a server and a client for it, and lets the client say hello. */
export async function startClient(options: ClientOptions): Promise<TestClient> {
  const toServer = new PassThrough();
  const toClient = new PassThrough();
  const server = createConnection(new StreamMessageReader(toServer), new StreamMessageWriter(toClient));
  const host: Host = {
    parser: await loadMarkdownParser(),
    openFolder: diskFiles,
    today: () => '2026-06-15',
    ...options.host,
  };
  const session = startSession(server, host, options.pace);
  server.listen();
  const connection = createProtocolConnection(new StreamMessageReader(toClient), new StreamMessageWriter(toServer));
  const client = recordingClient(connection, options, () => session.settled());
  options.listen?.(connection);
  connection.listen();
  const initialized = await connection.sendRequest(InitializeRequest.type, {
    processId: null,
    rootUri: null,
    capabilities: options.capabilities ?? fullCapabilities,
    workspaceFolders: workspaceFolders(options.folders),
    initializationOptions: options.initializationOptions,
  });
  await connection.sendNotification(InitializedNotification.type, {});
  return { ...client, initialized };
}

const workspaceFolders = (folders: readonly string[]) =>
  folders.map(folder => ({ uri: pathToFileURL(folder).href, name: folder }));

function recordingClient(
  connection: ProtocolConnection,
  options: ClientOptions,
  settled: () => Promise<void>,
): Omit<TestClient, 'initialized'> {
  const published: PublishDiagnosticsParams[] = [];
  const log: string[] = [];
  const registrations: Registration[] = [];
  const versions = new Map<string, number>();
  let settings = options.settings;

  connection.onNotification(PublishDiagnosticsNotification.type, params => void published.push(params));
  connection.onNotification(LogMessageNotification.type, ({ message }) => void log.push(message));
  connection.onRequest(RegistrationRequest.type, params => void registrations.push(...params.registrations));
  connection.onRequest(ConfigurationRequest.type, ({ items }) => items.map(() => settings ?? null));
  connection.onRequest(WorkDoneProgressCreateRequest.type, () => {});

  const diagnostics = (uri: string) => published.findLast(params => params.uri === uri)?.diagnostics ?? [];

  return {
    connection,
    published,
    log,
    registrations,
    diagnostics,
    findings: uri => diagnostics(uri).map(({ code, range }) => `${code} ${range.start.line}:${range.start.character}`),
    async open(uri, text) {
      versions.set(uri, 1);
      const textDocument = { uri, languageId: 'markdown', version: 1, text };
      await connection.sendNotification(DidOpenTextDocumentNotification.type, { textDocument });
    },
    async edit(uri, text, range) {
      const version = (versions.get(uri) ?? 0) + 1;
      versions.set(uri, version);
      await connection.sendNotification(DidChangeTextDocumentNotification.type, {
        textDocument: { uri, version },
        contentChanges: [range ? { range, text } : { text }],
      });
    },
    save: uri => connection.sendNotification(DidSaveTextDocumentNotification.type, { textDocument: { uri } }),
    close: uri => connection.sendNotification(DidCloseTextDocumentNotification.type, { textDocument: { uri } }),
    filesChanged: (type, ...uris) =>
      connection.sendNotification(DidChangeWatchedFilesNotification.type, {
        changes: uris.map(uri => ({ uri, type })),
      }),
    foldersChanged: (added, removed) =>
      connection.sendNotification(DidChangeWorkspaceFoldersNotification.type, {
        event: { added: workspaceFolders(added), removed: workspaceFolders(removed) },
      }),
    async configure(changed) {
      settings = changed;
      await connection.sendNotification(DidChangeConfigurationNotification.type, { settings: { slipway: changed } });
    },
    async actions(uri, range, only, context = []) {
      const answer = await connection.sendRequest(CodeActionRequest.type, {
        textDocument: { uri },
        range,
        context: { diagnostics: context, ...(only ? { only } : {}) },
      });
      return (answer ?? []).filter((action): action is CodeAction => !Command.is(action));
    },
    async settle() {
      await connection.sendRequest(statusRequest);
      await settled();
      await connection.sendRequest(statusRequest);
    },
    async stop() {
      await connection.sendRequest(ShutdownRequest.type);
      connection.dispose();
    },
  };
}
