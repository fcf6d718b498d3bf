import { readdirSync, readFileSync, realpathSync, statSync } from 'node:fs';

/** What lies in a folder, before a symbolic link is followed. */
export interface Entry {
  readonly name: string;
  isFile(): boolean;
  isDirectory(): boolean;
  isSymbolicLink(): boolean;
}

/**
 * The calls that reading a workspace makes to the disk, by absolute path; each throws as `node:fs` does. They are
 * synchronous because that costs a fraction of the CPU of the asynchronous ones for many small files; whoever calls
 * them yields between files. Tests replace single ones.
 */
export interface Disk {
  entries(folder: string): readonly Entry[];
  /** Follows symbolic links; `size` is in bytes. */
  stat(path: string): { isFile(): boolean; readonly size: number };
  realPath(path: string): string;
  read(path: string): Uint8Array;
}

/** The disk of this machine. */
export const realDisk: Disk = {
  entries: folder => readdirSync(folder, { withFileTypes: true }),
  stat: path => statSync(path),
  realPath: path => realpathSync(path),
  read: path => readFileSync(path),
};
