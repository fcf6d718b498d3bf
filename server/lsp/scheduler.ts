/** One pass over the workspace; between two steps of it, the pass asks whether to go on. */
export interface Turn {
  /** Aborted once a newer request has made this pass pointless. */
  readonly signal: AbortSignal;
  /** Lets waiting messages in when the slice of time is used up. Resolves to false when the pass must stop. */
  goOn(): Promise<boolean>;
}

export interface Scheduler {
  /**
   * Cancels the pass going on and asks for a new one in `delay` milliseconds. Further requests move it, but never
   * beyond a bound, so that a stream of changes cannot put it off for ever.
   */
  request(delay: number): void;
  /** Resolves as soon as no pass is due or going on. */
  settled(): Promise<void>;
  /** Cancels everything; later requests do nothing. */
  stop(): void;
}

/** What the scheduler needs from its surroundings, so that tests can lead it step by step. */
export interface Pace {
  /** Milliseconds from any origin. */
  now(): number;
  /** Calls `action` after `delay` milliseconds, unless the returned function is called before. */
  after(delay: number, action: () => void): () => void;
  /** Resolves after the event loop has handled what is waiting. */
  breathe(): Promise<void>;
}

const sliceLength = 12;
const longestDelay = 1000;

const realPace: Pace = {
  now: () => performance.now(),
  after(delay, action) {
    const timer = setTimeout(action, delay);
    return () => clearTimeout(timer);
  },
  breathe: () => new Promise(resolve => setImmediate(resolve)),
};

/**
 * Runs passes one after the other, the newest request only. An error in a pass goes to `onError` and ends that pass.
 */
export function createScheduler(
  pass: (turn: Turn) => Promise<void>,
  onError: (error: unknown) => void,
  pace: Pace = realPace,
): Scheduler {
  let current: AbortController | undefined;
  let running: Promise<void> = Promise.resolve();
  let firstRequest: number | undefined;
  let cancelTimer: (() => void) | undefined;
  let waiting: (() => void)[] = [];
  let stopped = false;

  const isIdle = () => current === undefined && cancelTimer === undefined;
  const releaseWaiting = () => {
    const released = waiting;
    waiting = [];
    for (const release of released) release();
  };

  async function run(own: AbortController): Promise<void> {
    try {
      if (!own.signal.aborted) await pass(turnOf(own.signal, pace));
    } catch (error) {
      onError(error);
    }
    if (current === own) current = undefined;
    if (isIdle()) releaseWaiting();
  }

  function start(): void {
    cancelTimer = undefined;
    firstRequest = undefined;
    const own = new AbortController();
    current = own;
    running = running.then(() => run(own));
  }

  function cancel(): void {
    cancelTimer?.();
    cancelTimer = undefined;
    current?.abort();
    current = undefined;
  }

  return {
    request(delay) {
      if (stopped) return;
      cancel();
      const now = pace.now();
      firstRequest ??= now;
      cancelTimer = pace.after(Math.max(0, Math.min(delay, firstRequest + longestDelay - now)), start);
    },
    settled: () => (isIdle() ? Promise.resolve() : new Promise(resolve => waiting.push(resolve))),
    stop() {
      stopped = true;
      cancel();
      releaseWaiting();
    },
  };
}

function turnOf(signal: AbortSignal, pace: Pace): Turn {
  let sliceStart = pace.now();
  return {
    signal,
    async goOn() {
      if (!signal.aborted && pace.now() - sliceStart >= sliceLength) {
        await pace.breathe();
        sliceStart = pace.now();
      }
      return !signal.aborted;
    },
  };
}
