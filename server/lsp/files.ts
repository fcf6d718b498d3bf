import { fileURLToPath } from 'node:url';
import type { PathIndex } from '../core/engine.ts';
import type { LifecycleSources } from '../core/lifecycle/load.ts';
import { diskIndex } from '../host/diskIndex.ts';
import { type FileText, readText } from '../host/read.ts';
import { diskSources } from '../host/sources.ts';
import { type Walk, walk } from '../host/walk.ts';

/** The files of one workspace folder. All paths are relative to it, with forward slashes. */
export interface FolderFiles {
  /** Every file that is not ignored. Rejects only when the signal is aborted. */
  walk(signal: AbortSignal): Promise<Walk>;
  /** Indexes these paths and whatever else lies in the folder. */
  index(paths: readonly string[]): PathIndex;
  read(path: string): FileText;
  /** Where definitions are found, as they are on disk. */
  readonly sources: LifecycleSources;
}

/** The files of a folder on disk; undefined when the URI names something else, such as a virtual folder. */
export function diskFiles(folderUri: string): FolderFiles | undefined {
  const root = diskPath(folderUri);
  if (root === undefined) return undefined;
  return {
    walk: signal => walk(root, { signal }),
    index: paths => diskIndex(root, paths),
    read: path => readText(root, path),
    sources: diskSources(root),
  };
}

function diskPath(uri: string): string | undefined {
  try {
    return fileURLToPath(uri);
  } catch {
    return undefined;
  }
}
