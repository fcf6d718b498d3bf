import type { ChildProcess } from 'node:child_process';
import { atExit } from '../../../scripts/tasks/atExit.ts';

/** Ends with this process a child that was started with `detached`, and all of its own children. */
export const endWithThisProcess = (child: ChildProcess): (() => void) => atExit(() => signalGroup(child, 'SIGKILL'));

/** Ends a child that was started with `detached`, and all of its own children, by force after five seconds. */
export async function endGroup(child: ChildProcess): Promise<void> {
  if (child.exitCode === null && child.signalCode === null) {
    const gone = new Promise(done => child.once('exit', done));
    signalGroup(child, 'SIGTERM');
    const timer = setTimeout(() => signalGroup(child, 'SIGKILL'), 5_000);
    await gone;
    clearTimeout(timer);
  }
  signalGroup(child, 'SIGKILL'); // An extension host can outlive the server that started it.
}

function signalGroup({ pid }: ChildProcess, signal: NodeJS.Signals): void {
  if (pid === undefined) return;
  try {
    process.kill(-pid, signal);
  } catch {
    // No process of the group is left.
  }
}
