import type { Context } from './context.ts';

/** A line on the terminal that tells how far long work is. */
export interface Progress {
  update(done: number, all: number): void;
  /** Takes the line away. */
  clear(): void;
}

const silent: Progress = { update() {}, clear() {} };
const firstAfterMilliseconds = 400;
const everyMilliseconds = 100;
const eraseLine = '\r\u001b[K';

/**
 * A progress line on the standard error output: only on a terminal, and only once the work has taken a while. `now` is
 * in milliseconds.
 */
export function createProgress(
  { stderr }: Context,
  quiet: boolean,
  now: () => number = () => performance.now(),
): Progress {
  if (quiet || !stderr.isTerminal) return silent;
  let next = now() + firstAfterMilliseconds;
  let shown = false;
  return {
    update(done, all) {
      if (now() < next) return;
      next = now() + everyMilliseconds;
      shown = true;
      stderr.write(`${eraseLine}Reading documents: ${done} of ${all}`);
    },
    clear() {
      if (shown) stderr.write(eraseLine);
      shown = false;
    },
  };
}
