import { basename, dirname, resolve } from 'node:path';
import type { Disk, Entry } from './disk.ts';

const newEntry = (name: string, kind: 'file' | 'folder'): Entry => ({
  name,
  isFile: () => kind === 'file',
  isDirectory: () => kind === 'folder',
  isSymbolicLink: () => false,
});

/**
 * A disk as it would be with some files written: `contents` by absolute path, which may grow later. Files that are new
 * bring their folders with them.
 */
export function overlayDisk(disk: Disk, contents: ReadonlyMap<string, Uint8Array>): Disk {
  const realEntries = (folder: string): readonly Entry[] => {
    try {
      return disk.entries(folder);
    } catch (error) {
      if (newEntries(resolve(folder)).length > 0) return [];
      throw error;
    }
  };

  /** What the contents add to a folder: files in it, and the folders on the way to deeper ones. */
  const newEntries = (folder: string): Entry[] => {
    const found = new Map<string, Entry>();
    for (const path of contents.keys()) {
      let child = path;
      while (dirname(child) !== folder && dirname(child) !== child) child = dirname(child);
      if (dirname(child) !== folder || child === folder) continue;
      const name = basename(child);
      found.set(name, newEntry(name, child === path ? 'file' : 'folder'));
    }
    return [...found.values()];
  };

  return {
    entries(folder) {
      const real = realEntries(folder);
      const known = new Set(real.map(({ name }) => name));
      return [...real, ...newEntries(resolve(folder)).filter(({ name }) => !known.has(name))];
    },
    stat(path) {
      const bytes = contents.get(path);
      return bytes ? { isFile: () => true, size: bytes.length } : disk.stat(path);
    },
    realPath(path) {
      try {
        return disk.realPath(path);
      } catch (error) {
        if (contents.has(path)) return path;
        throw error;
      }
    },
    read: path => contents.get(path) ?? disk.read(path),
  };
}
