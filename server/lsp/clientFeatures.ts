import type { ClientCapabilities } from 'vscode-languageserver';

/** What the client can do, as far as the server asks. */
export interface ClientFeatures {
  readonly configuration: boolean;
  readonly configurationRegistration: boolean;
  readonly folderEvents: boolean;
  readonly watching: boolean;
  readonly progress: boolean;
  readonly documentChanges: boolean;
  readonly createFiles: boolean;
  readonly snippetEdits: boolean;
  readonly relatedInformation: boolean;
  readonly codeDescription: boolean;
  readonly diagnosticData: boolean;
}

/** Reads the announced capabilities; what is not announced is taken as absent. */
export function clientFeatures({ workspace, window, textDocument }: ClientCapabilities): ClientFeatures {
  const edits = workspace?.workspaceEdit;
  const diagnostics = textDocument?.publishDiagnostics;
  return {
    configuration: workspace?.configuration === true,
    configurationRegistration: workspace?.didChangeConfiguration?.dynamicRegistration === true,
    folderEvents: workspace?.workspaceFolders === true,
    watching: workspace?.didChangeWatchedFiles?.dynamicRegistration === true,
    progress: window?.workDoneProgress === true,
    documentChanges: edits?.documentChanges === true,
    createFiles: edits?.documentChanges === true && edits.resourceOperations?.includes('create') === true,
    snippetEdits: edits?.documentChanges === true && edits.snippetEditSupport === true,
    relatedInformation: diagnostics?.relatedInformation === true,
    codeDescription: diagnostics?.codeDescriptionSupport === true,
    diagnosticData: diagnostics?.dataSupport === true,
  };
}
