import type { TextDocument } from 'vscode-languageserver-textdocument';
import { pathInFolder } from './uri.ts';

/** The documents that are open in the editor; their text overrides what is on disk. */
export interface OpenDocuments {
  get(uri: string): TextDocument | undefined;
  all(): readonly TextDocument[];
}

/** The open documents of one folder, by path. */
export interface OpenInFolder {
  get(path: string): TextDocument | undefined;
  paths(): readonly string[];
  /** Must be called when a document was opened or closed. */
  refresh(): void;
}

/** Looks at the open documents of one folder. */
export function openInFolder(documents: OpenDocuments, folderUri: string): OpenInFolder {
  let uris: ReadonlyMap<string, string> | undefined;

  const byPath = (): ReadonlyMap<string, string> => {
    uris ??= new Map(
      documents.all().flatMap(({ uri }) => {
        const path = pathInFolder(folderUri, uri);
        return path === undefined ? [] : [[path, uri]];
      }),
    );
    return uris;
  };

  return {
    get(path) {
      const uri = byPath().get(path);
      return uri === undefined ? undefined : documents.get(uri);
    },
    paths: () => [...byPath().keys()],
    refresh() {
      uris = undefined;
    },
  };
}
