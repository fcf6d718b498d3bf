import { type Connection, type InitializeParams, TextDocuments, type WorkspaceFolder } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { initializeResult } from './capabilities.ts';
import { findingsIn } from './checkedFile.ts';
import { type ClientFeatures, clientFeatures } from './clientFeatures.ts';
import { codeActionsFor } from './codeActions.ts';
import { createConfiguration } from './configuration.ts';
import { createFirstProgress } from './firstProgress.ts';
import type { Folder } from './folder.ts';
import { createGateReview } from './gateReview.ts';
import { createLog } from './log.ts';
import { createNewDocument } from './newDocument.ts';
import { runPass } from './pass.ts';
import { createProductAt } from './productAt.ts';
import type { ProductCheck } from './productCheck.ts';
import {
  checkWorkspaceRequest,
  gateReviewRequest,
  newDocumentRequest,
  statusChanged,
  statusRequest,
} from './protocol.ts';
import { createPublisher } from './publisher.ts';
import { createScheduler, type Pace, type Turn } from './scheduler.ts';
import { createStatusBoard } from './statusBoard.ts';
import { takeFileEvents, watchFiles } from './watchedFiles.ts';
import { createWorkspaceFolders, type Host } from './workspaceFolders.ts';

/** A language server at work on one connection. */
export interface Session {
  /** Resolves when no check is due or going on. */
  settled(): Promise<void>;
}

/** Milliseconds to wait for more of the same before a check. */
const delays = { typing: 150, burst: 30, none: 0 };

/** Serves the connection; the caller lets it listen afterwards. Faults go to the client's log and end nothing. Tests give a `pace`. */
export function startSession(connection: Connection, host: Host, pace?: Pace): Session {
  const log = createLog(connection);
  const documents = new TextDocuments(TextDocument);
  const folders = createWorkspaceFolders(host, documents, log);
  let client: ClientFeatures = clientFeatures({});
  const configuration = createConfiguration(connection, () => client, log.warn);
  const progress = createFirstProgress(connection, () => client.progress);
  const publisher = createPublisher(params => log.watch(connection.sendDiagnostics(params)));
  const board = createStatusBoard(report => log.watch(connection.sendNotification(statusChanged, report)));
  const scheduler = createScheduler(check, log.fault, pace);

  let configured: Promise<void> = Promise.resolve();

  async function check(turn: Turn): Promise<void> {
    await configured;
    await progress.begin();
    const products = await runPass(turn, {
      folders: folders.all(),
      settingsOf: configuration.of,
      today: host.today(),
      client,
      publisher,
      onProgress: progress.report,
    });
    if (products === undefined) return;
    progress.end();
    board.show(products);
  }

  function checksOf(folder: Folder): readonly ProductCheck[] {
    const settings = configuration.of(folder);
    return folder.checks(settings, settings.asOf ?? host.today());
  }

  function configure(): void {
    configured = configuration.pull(folders.all()).catch(log.fault);
    scheduler.request(delays.none);
  }

  async function checkEverything(): Promise<void> {
    for (const folder of folders.all()) folder.everythingChanged();
    scheduler.request(delays.none);
    await scheduler.settled();
  }

  connection.onInitialize(params => {
    client = clientFeatures(params.capabilities);
    configuration.take(params.initializationOptions);
    folders.change(foldersIn(params), []);
    return initializeResult;
  });

  connection.onInitialized(() => {
    connection.console.info(`Slipway reads Markdown with ${host.parser.name}.`);
    if (client.watching) log.watch(watchFiles(connection));
    log.watch(configuration.watch());
    if (client.folderEvents) {
      connection.workspace.onDidChangeWorkspaceFolders(({ added, removed }) => {
        folders.change(urisOf(added), urisOf(removed));
        configure();
      });
    }
    configure();
  });

  connection.onDidChangeConfiguration(({ settings }) => {
    if (client.configuration) configure();
    else {
      configuration.take(settings);
      scheduler.request(delays.none);
    }
  });

  connection.onDidChangeWatchedFiles(({ changes }) => {
    if (takeFileEvents(changes, folders)) scheduler.request(delays.burst);
  });

  documents.onDidChangeContent(({ document }) => {
    if (folders.find(document.uri) !== undefined) scheduler.request(delays.typing);
  });
  documents.onDidOpen(({ document }) => noteOpenedOrClosed(document.uri));
  documents.onDidClose(({ document }) => {
    if (noteOpenedOrClosed(document.uri)) scheduler.request(delays.burst);
  });
  documents.onDidSave(({ document }) => {
    const place = folders.find(document.uri);
    if (place === undefined) return;
    if (!client.watching) place.folder.everythingChanged();
    scheduler.request(delays.none);
  });

  function noteOpenedOrClosed(uri: string): boolean {
    const place = folders.find(uri);
    place?.folder.documentOpenedOrClosed(place.path);
    return place !== undefined;
  }

  connection.onCodeAction(params => {
    const place = folders.find(params.textDocument.uri);
    if (place === undefined) return [];
    const { folder, path } = place;
    return codeActionsFor(params, findingsIn(checksOf(folder), path), folder.files, client);
  });

  connection.onRequest(statusRequest, () => board.report);
  connection.onRequest(checkWorkspaceRequest, checkEverything);
  const productAt = createProductAt(folders, checksOf);
  connection.onRequest(newDocumentRequest, createNewDocument(productAt));
  connection.onRequest(gateReviewRequest, createGateReview(productAt));
  connection.onShutdown(() => scheduler.stop());

  documents.listen(connection);
  return { settled: scheduler.settled };
}

/** The folders that the client opens; older clients name one root. */
function foldersIn({ workspaceFolders, rootUri }: InitializeParams): readonly string[] {
  if (workspaceFolders) return urisOf(workspaceFolders);
  return rootUri ? [rootUri] : [];
}

const urisOf = (folders: readonly WorkspaceFolder[]): string[] => folders.map(({ uri }) => uri);
