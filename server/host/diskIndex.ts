import { join } from 'node:path';
import { type PathIndex, pathIndex } from '../core/engine.ts';
import { type Disk, realDisk } from './disk.ts';

/**
 * The index of a workspace on disk. Beside the walked paths it knows what the walker left out: a link to a generated
 * file that git ignores is not broken. Names are compared letter by letter, on every system. What the disk says is
 * remembered for the life of the index.
 */
export function diskIndex(root: string, paths: readonly string[], disk: Disk = realDisk): PathIndex {
  const listed = pathIndex(paths);
  const listings = new Map<string, ReadonlySet<string>>();

  const namesIn = (folder: string): ReadonlySet<string> => {
    const known = listings.get(folder);
    if (known) return known;
    let names: ReadonlySet<string>;
    try {
      names = new Set(disk.entries(join(root, folder)).map(entry => entry.name));
    } catch {
      names = new Set();
    }
    listings.set(folder, names);
    return names;
  };

  const onDisk = (path: string): boolean => {
    const names = path.replace(/\/$/, '').split('/');
    return names.every((name, depth) => namesIn(names.slice(0, depth).join('/')).has(name));
  };

  return { ...listed, has: path => listed.has(path) || onDisk(path) };
}
