import { join } from 'node:path';
import { type Disk, realDisk } from '../../host/disk.ts';
import { type FileProblem, reasonOf } from '../../host/problem.ts';
import { createFile, replaceFile } from '../../host/write.ts';
import { exactText } from './bytes.ts';
import type { FileChange } from './draft.ts';

function writeFile(place: string, { before, after }: FileChange, disk: Disk): string | undefined {
  const bytes = Buffer.from(after, 'utf8');
  try {
    if (before === undefined) createFile(place, bytes);
    else if (exactText(disk.read(place)) === before) replaceFile(place, bytes);
    else return 'Left alone: the file changed while it was being fixed. Run "slipway fix" again.';
    return undefined;
  } catch (error) {
    return `Could not be written (${reasonOf(error)}). Make the file and its folder writable and run "slipway fix" again.`;
  }
}

/** Writes changed files below `root`, each in one step. Returns the files that could not be written. */
export function writeFiles(
  root: string,
  files: ReadonlyMap<string, FileChange>,
  disk: Disk = realDisk,
): readonly FileProblem[] {
  return [...files].flatMap(([path, change]) => {
    const message = writeFile(join(root, path), change, disk);
    return message === undefined ? [] : [{ path, message }];
  });
}
