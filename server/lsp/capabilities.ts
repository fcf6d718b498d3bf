import { type InitializeResult, TextDocumentSyncKind } from 'vscode-languageserver';
import { codeActionKinds } from './codeActions.ts';

/**
 * What the server offers. It publishes findings by itself and takes no requests for diagnostics: a client that is told
 * of workspace diagnostics would ask again every two seconds.
 */
export const initializeResult: InitializeResult = {
  serverInfo: { name: 'Slipway' },
  capabilities: {
    positionEncoding: 'utf-16',
    textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental, save: { includeText: false } },
    codeActionProvider: { codeActionKinds: [...codeActionKinds] },
    workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
  },
};
