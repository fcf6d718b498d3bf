import {
  type Connection,
  DidChangeWatchedFilesNotification,
  FileChangeType,
  type FileEvent,
  WatchKind,
} from 'vscode-languageserver';
import type { WorkspaceFolders } from './workspaceFolders.ts';

/**
 * Asks the client to tell of changes on disk: of every change of a file that may be checked or that says what to leave
 * out, and of the coming and going of any other file or folder, because links may lead to it.
 */
export async function watchFiles(connection: Connection): Promise<void> {
  await connection.client.register(DidChangeWatchedFilesNotification.type, {
    watchers: [
      { globPattern: '**/{*.md,*.markdown,*.yaml,*.yml,package.json}' },
      { globPattern: '**/{.gitignore,.slipwayignore}' },
      { globPattern: '**/*', kind: WatchKind.Create | WatchKind.Delete },
    ],
  });
}

/** Notes which files must be looked at again. Returns whether any of them lies in the workspace. */
export function takeFileEvents(events: readonly FileEvent[], folders: WorkspaceFolders): boolean {
  let isConcerned = false;
  for (const { uri, type } of events) {
    const place = folders.find(uri);
    if (place === undefined || isOutside(place.path)) continue;
    isConcerned = true;
    place.folder.fileChanged(place.path);
    if (type !== FileChangeType.Changed || isIgnoreFile(place.path)) place.folder.filesMoved();
  }
  return isConcerned;
}

/** Inside what is never walked: git writes there all the time. */
const isOutside = (path: string): boolean => /(?:^|\/)(?:\.git|node_modules)\//.test(path);

const isIgnoreFile = (path: string): boolean => /(?:^|\/)\.(?:git|slipway)ignore$/.test(path);
