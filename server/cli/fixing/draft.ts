import { join } from 'node:path';
import type { Plan } from '../../core/fixes/plan.ts';
import type { Change } from '../../core/rules/rule.ts';
import { type Disk, realDisk } from '../../host/disk.ts';
import { overlayDisk } from '../../host/overlayDisk.ts';
import type { FileProblem } from '../../host/problem.ts';
import { editText, exactText } from './bytes.ts';

/** A file as it was and as it will be; texts with their byte-order mark. */
export interface FileChange {
  /** Undefined for a new file. */
  readonly before: string | undefined;
  readonly after: string;
}

/** Changes to a workspace that are not written yet. */
export interface Draft {
  /** The disk as it will be. */
  readonly disk: Disk;
  readonly files: ReadonlyMap<string, FileChange>;
  /** Files that a fix wanted to change and cannot. */
  readonly problems: ReadonlyMap<string, FileProblem>;
  isPossible(change: Change): boolean;
  apply(plan: Plan): void;
}

const notExact =
  'Left alone: the file is not clean UTF-8, so writing it would change more than the fix. Save it as UTF-8 first.';

/** An empty draft for the workspace at `root`. */
export function createDraft(root: string, base: Disk = realDisk): Draft {
  const contents = new Map<string, Uint8Array>();
  const files = new Map<string, FileChange>();
  const problems = new Map<string, FileProblem>();
  const disk = overlayDisk(base, contents);

  const read = (path: string): string | undefined => {
    const known = files.get(path);
    if (known) return known.after;
    try {
      return exactText(disk.read(join(root, path)));
    } catch {
      return undefined;
    }
  };
  const exists = (path: string): boolean => {
    try {
      disk.stat(join(root, path));
      return true;
    } catch {
      return false;
    }
  };
  const store = (path: string, before: string | undefined, after: string): void => {
    files.set(path, { before: files.has(path) ? files.get(path)?.before : before, after });
    contents.set(join(root, path), Buffer.from(after, 'utf8'));
  };

  return {
    disk,
    files,
    problems,
    isPossible({ kind, path }) {
      if (kind === 'create') return !exists(path);
      if (problems.has(path)) return false;
      if (read(path) !== undefined) return true;
      problems.set(path, { path, message: notExact });
      return false;
    },
    apply({ edits, created }) {
      for (const [path, list] of edits) {
        const before = read(path);
        if (before !== undefined) store(path, before, editText(before, list));
      }
      for (const [path, text] of created) store(path, undefined, text);
    },
  };
}
