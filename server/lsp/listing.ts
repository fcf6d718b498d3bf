import { definitionPaths, type PathIndex } from '../core/engine.ts';
import type { Walk } from '../host/walk.ts';
import type { FolderFiles } from './files.ts';
import type { OpenInFolder } from './openDocuments.ts';

/** Which files a folder has. */
export interface Listing {
  readonly index: PathIndex;
  readonly walked: ReadonlySet<string>;
  /** Symbolic links and the files behind them. */
  readonly links: ReadonlyMap<string, string>;
  /** Paths of the definition files. */
  readonly definitions: readonly string[];
}

/** Knows which files a folder has, as of its last look. */
export interface Lister {
  known(): Listing | undefined;
  /** The next refresh must look again. */
  outdate(): void;
  /** Looks again where that is needed; undefined when the signal is aborted. */
  refresh(signal: AbortSignal): Promise<Listing | undefined>;
}

/** A lister that has not looked yet. `onProblem` hears what cannot be read, each time. */
export function createLister(
  files: FolderFiles,
  open: OpenInFolder,
  onProblem: (path: string, message: string) => void,
): Lister {
  let known: Listing | undefined;
  let outdatings = 0;
  let seen = -1;

  return {
    known: () => known,
    outdate() {
      outdatings += 1;
    },
    async refresh(signal) {
      if (known !== undefined && seen === outdatings) return known;
      const looking = outdatings;
      const walked = await walkUnlessAborted(files, signal);
      if (walked === undefined) return undefined;
      for (const { path, message } of walked.problems) onProblem(path, message);
      known = listingOf(walked, files, open);
      seen = looking;
      return known;
    },
  };
}

/** The files on disk and those that exist only in the editor so far. */
function listingOf({ paths, links }: Walk, files: FolderFiles, open: OpenInFolder): Listing {
  const walked = new Set(paths);
  // An open file that the walk left out although the disk has it is an ignored one.
  const unsaved = open.paths().filter(path => !walked.has(path) && files.read(path).kind === 'gone');
  const index = files.index([...paths, ...unsaved]);
  return { index, walked, links, definitions: definitionPaths(index) };
}

async function walkUnlessAborted(files: FolderFiles, signal: AbortSignal): Promise<Walk | undefined> {
  try {
    return await files.walk(signal);
  } catch (error) {
    if (signal.aborted) return undefined;
    throw error;
  }
}
