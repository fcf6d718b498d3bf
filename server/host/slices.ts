import { setImmediate } from 'node:timers/promises';

const sliceMilliseconds = 15;

/**
 * Cuts long work into slices, so that a server stays responsive and an abort is seen. Call the returned function
 * often: it is nearly free within a slice, and yields to other work at the end of one. Rejects with the signal's
 * reason once that is aborted.
 */
export function sliced(signal: AbortSignal | undefined): () => Promise<void> | undefined {
  let end = performance.now() + sliceMilliseconds;
  const pause = async (): Promise<void> => {
    await setImmediate();
    signal?.throwIfAborted();
    end = performance.now() + sliceMilliseconds;
  };
  return () => {
    signal?.throwIfAborted();
    return performance.now() < end ? undefined : pause();
  };
}
