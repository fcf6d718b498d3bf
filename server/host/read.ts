import { join } from 'node:path';
import { type Decoded, decodeText } from '../core/parse/decode.ts';
import { type Disk, realDisk } from './disk.ts';
import { isGone, reasonOf } from './problem.ts';

/** What reading a file gives: its text, nothing because it is gone, or why it cannot be read. */
export type FileText =
  | { readonly kind: 'text'; readonly decoded: Decoded }
  | { readonly kind: 'gone' }
  | { readonly kind: 'unreadable'; readonly message: string };

const megabyte = 1_000_000;
const mostBytes = 50 * megabyte;

/**
 * Reads one file of the workspace at `root`. A file that was deleted since it was found is `gone`. Files over 50 MB
 * and what is no regular file (a pipe would block for ever) are not read at all.
 */
export function readText(root: string, path: string, disk: Disk = realDisk): FileText {
  const place = join(root, path);
  try {
    const stats = disk.stat(place);
    if (!stats.isFile()) return unreadable('This is not a regular file, so it was not read.');
    if (stats.size > mostBytes) return tooLarge(stats.size);
    return { kind: 'text', decoded: decodeText(disk.read(place)) };
  } catch (error) {
    if (isGone(error)) return { kind: 'gone' };
    return unreadable(
      `This file cannot be read (${reasonOf(error)}), so it was not checked. Make it readable, or name it in .slipwayignore.`,
    );
  }
}

const unreadable = (message: string): FileText => ({ kind: 'unreadable', message });

function tooLarge(bytes: number): FileText {
  const size = Math.round(bytes / megabyte);
  return unreadable(
    `This file has ${size} MB and was not read: ${mostBytes / megabyte} MB is the most. Split it, or name it in .slipwayignore.`,
  );
}
