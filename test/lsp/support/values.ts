import type { Finding } from '../../../server/core/rules/rule.ts';
import { lineIndex } from '../../../server/core/text/lineIndex.ts';
import { type ClientFeatures, clientFeatures } from '../../../server/lsp/clientFeatures.ts';
import type { FileView } from '../../../server/lsp/convert.ts';

/** Files of the folder `file:///w`; those in `open` are open at the given version. */
export const viewOf = (files: Record<string, string>, open: Record<string, number> = {}): FileView => ({
  uriOf: path => `file:///w/${path}`,
  versionOf: path => open[path] ?? null,
  textOf: path => files[path] ?? '',
  linesOf: path => lineIndex(files[path] ?? ''),
});

/** A finding on `words` in the file at `path`. */
export function findingOn(words: string, path: string, text: string, more: Partial<Finding> = {}): Finding {
  const start = text.indexOf(words);
  return {
    rule: 'placeholder-left',
    severity: 'warning',
    path,
    span: { start, end: start + words.length },
    message: 'A placeholder is left.',
    subject: words,
    fixes: [],
    ...more,
  };
}

/** A client that announces nothing, and one that announces all that the server can use. */
export const plainClient: ClientFeatures = clientFeatures({});
export const fullCapabilities = {
  workspace: {
    configuration: true,
    workspaceFolders: true,
    didChangeConfiguration: { dynamicRegistration: true },
    didChangeWatchedFiles: { dynamicRegistration: true },
    workspaceEdit: {
      documentChanges: true,
      resourceOperations: ['create', 'rename', 'delete'],
      snippetEditSupport: true,
    },
  },
  window: { workDoneProgress: true },
  textDocument: {
    publishDiagnostics: {
      relatedInformation: true,
      versionSupport: true,
      codeDescriptionSupport: true,
      dataSupport: true,
    },
  },
} satisfies Parameters<typeof clientFeatures>[0];
export const fullClient: ClientFeatures = clientFeatures(fullCapabilities);
