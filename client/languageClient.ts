import type { ExtensionContext } from 'vscode';
import { LanguageClient, type LanguageClientOptions, State, TransportKind } from 'vscode-languageclient/node';
import {
  checkWorkspaceRequest,
  type NewDocumentParams,
  type NewDocumentResult,
  newDocumentRequest,
  type StatusReport,
  statusChanged,
  statusRequest,
} from '../server/lsp/protocol.ts';
import type { StatusStore } from './statusStore.ts';

/** The language server as the rest of the client knows it. */
export interface Server {
  /** Rejects when the server cannot be started. */
  start(): Promise<void>;
  restart(): Promise<void>;
  stop(): Promise<void>;
  showLog(): void;
  /** Checks everything again; resolves when done. */
  checkWorkspace(): Promise<void>;
  /** The skeleton of a new document. Rejects with a message for people when the lifecycle has no such type. */
  newDocument(params: NewDocumentParams): Promise<NewDocumentResult>;
}

const options: LanguageClientOptions = {
  documentSelector: [
    { scheme: 'file', language: 'markdown' },
    { scheme: 'file', language: 'yaml' },
  ],
  outputChannelName: 'Slipway',
};

/** Wires the server to the store: every report it sends, and whether it runs. */
export function createServer(context: ExtensionContext, store: StatusStore): Server {
  const module = context.asAbsolutePath('dist/server.cjs');
  const client = new LanguageClient('slipway', 'Slipway', { module, transport: TransportKind.ipc }, options);
  client.onNotification(statusChanged, (report: StatusReport) => store.setReport(report));
  client.onDidChangeState(({ newState }) => {
    store.setServer(newState === State.Running ? 'running' : newState === State.Starting ? 'starting' : 'failed');
    if (newState === State.Running) void firstReport(client, store);
  });
  return {
    start: () => client.start(),
    restart: () => client.restart(),
    stop: () => (client.needsStop() ? client.stop() : Promise.resolve()),
    showLog: () => client.outputChannel.show(),
    checkWorkspace: () => client.sendRequest<void>(checkWorkspaceRequest),
    newDocument: params => client.sendRequest<NewDocumentResult>(newDocumentRequest, params),
  };
}

async function firstReport(client: LanguageClient, store: StatusStore): Promise<void> {
  try {
    store.setReport(await client.sendRequest<StatusReport>(statusRequest));
  } catch (error) {
    client.error('The status could not be read.', error, false);
  }
}
