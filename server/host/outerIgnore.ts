import { dirname, join, relative, sep } from 'node:path';
import type { Disk } from './disk.ts';
import { type IgnoreRules, readIgnoreFiles } from './ignoreRules.ts';
import type { FileProblem } from './problem.ts';

function exists(disk: Disk, path: string): boolean {
  try {
    disk.stat(path);
    return true;
  } catch {
    return false;
  }
}

/** The folders above `root` up to the top of its git repository, outermost first; none outside git. */
function foldersAbove(disk: Disk, root: string): string[] {
  const folders: string[] = [];
  for (let folder = root; ; folder = dirname(folder)) {
    if (folder !== root) folders.unshift(folder);
    if (exists(disk, join(folder, '.git'))) return folders;
    if (dirname(folder) === folder) return [];
  }
}

/**
 * The ignore files above the root that belong to the same git repository. One that leaves out the root itself has no
 * say: whoever names a folder wants it checked.
 */
export function outerIgnoreRules(disk: Disk, root: string, problems: FileProblem[]): IgnoreRules {
  const levels = foldersAbove(disk, root).map(folder => {
    const above = `${relative(folder, root).split(sep).join('/')}/`;
    return readIgnoreFiles(disk, folder, { prefix: '', above }, problems);
  });
  return levels.filter(level => level !== undefined).filter(level => !level.rules.test(level.above).ignored);
}
