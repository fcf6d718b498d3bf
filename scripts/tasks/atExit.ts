import { mkdtempSync, rmSync } from 'node:fs';
import { constants, tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * Runs `cleanup`, which must be synchronous, when this process ends: by itself, by Ctrl+C or by another signal that can
 * be caught. The function that it returns calls that off.
 */
export function atExit(cleanup: () => void): () => void {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.off(signal, endBy).on(signal, endBy);
  process.on('exit', cleanup);
  return () => process.off('exit', cleanup);
}

const endBy = (signal: NodeJS.Signals): never => process.exit(128 + constants.signals[signal]);

/** A throwaway folder; `remove` deletes it with all that is in it. */
export interface TemporaryFolder {
  readonly path: string;
  remove(): void;
}

/** Makes a folder that lives no longer than this process. */
export function temporaryFolder(prefix: string): TemporaryFolder {
  const path = mkdtempSync(join(tmpdir(), prefix));
  const deleteAll = () => rmSync(path, { recursive: true, force: true, maxRetries: 5 });
  const callOff = atExit(deleteAll);
  return {
    path,
    remove() {
      deleteAll();
      callOff();
    },
  };
}
