import type { MarkdownParser } from '../host/markdownParser.ts';
import type { FolderFiles } from './files.ts';
import { createFolder, type Folder } from './folder.ts';
import type { Log } from './log.ts';
import { type OpenDocuments, openInFolder } from './openDocuments.ts';
import { folderUri, outermost, pathInFolder } from './uri.ts';

/** The folders of the workspace. One that lies in another is part of that one. */
export interface WorkspaceFolders {
  all(): readonly Folder[];
  /** Opens folders, by URI, and closes others; those that stay keep what they know. */
  change(added: readonly string[], removed: readonly string[]): void;
  /** The folder in which a file lies, and the file's path in it. */
  find(uri: string): { readonly folder: Folder; readonly path: string } | undefined;
}

/** What the server needs from the machine it runs on. */
export interface Host {
  readonly parser: MarkdownParser;
  /** The files of a folder; undefined when this host cannot read it. */
  openFolder(uri: string): FolderFiles | undefined;
  /** The local day as an ISO date. */
  today(): string;
}

/** A workspace without folders. */
export function createWorkspaceFolders(host: Host, documents: OpenDocuments, log: Log): WorkspaceFolders {
  const announced = new Set<string>();
  let folders: readonly Folder[] = [];

  function open(uri: string): Folder | undefined {
    const files = host.openFolder(uri);
    if (files === undefined) {
      log.warn(`The folder ${uri} is not on this machine's disk, so it is not checked.`);
      return undefined;
    }
    return createFolder(uri, {
      files,
      open: openInFolder(documents, uri),
      parser: host.parser,
      onProblem: (path, message) => log.warn(`${path}: ${message}`),
      onFault: log.fault,
    });
  }

  return {
    all: () => folders,
    change(added, removed) {
      for (const uri of removed) announced.delete(folderUri(uri));
      for (const uri of added) announced.add(folderUri(uri));
      folders = outermost([...announced]).flatMap(uri => folders.find(folder => folder.uri === uri) ?? open(uri) ?? []);
    },
    find(uri) {
      for (const folder of folders) {
        const path = pathInFolder(folder.uri, uri);
        if (path !== undefined) return { folder, path };
      }
      return undefined;
    },
  };
}
