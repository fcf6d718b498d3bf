import assert from 'node:assert/strict';
import { createScheduler, type Pace, type Turn } from '../../server/lsp/scheduler.ts';

/** A clock that stands still until the test moves it. */
function handClock() {
  let now = 0;
  let timers: { due: number; action: () => void }[] = [];
  let breaths = 0;
  const pace: Pace = {
    now: () => now,
    after(delay, action) {
      const timer = { due: now + delay, action };
      timers.push(timer);
      return () => {
        timers = timers.filter(other => other !== timer);
      };
    },
    breathe() {
      breaths += 1;
      return Promise.resolve();
    },
  };
  return {
    pace,
    breaths: () => breaths,
    async move(milliseconds: number) {
      now += milliseconds;
      const due = timers.filter(timer => timer.due <= now);
      timers = timers.filter(timer => timer.due > now);
      for (const { action } of due) action();
      await new Promise(resolve => setImmediate(resolve));
    },
  };
}

const fail = (error: unknown) => {
  throw error;
};

describe('scheduler', () => {
  it('runs one pass for a burst of requests, after the last of them', async () => {
    const clock = handClock();
    let passes = 0;
    const scheduler = createScheduler(async () => void passes++, fail, clock.pace);
    scheduler.request(150);
    await clock.move(100);
    scheduler.request(150);
    await clock.move(100);
    assert.equal(passes, 0);
    await clock.move(50);
    assert.equal(passes, 1);
    await clock.move(1000);
    assert.equal(passes, 1);
  });

  it('lets no stream of requests put a pass off for more than a second', async () => {
    const clock = handClock();
    let passes = 0;
    const scheduler = createScheduler(async () => void passes++, fail, clock.pace);
    for (let time = 0; time < 1000; time += 100) {
      scheduler.request(150);
      await clock.move(100);
    }
    assert.equal(passes, 1);
  });

  it('cancels the pass going on, and runs the next only when that one has returned', async () => {
    const clock = handClock();
    const log: string[] = [];
    const turns: Turn[] = [];
    let release = () => {};
    const scheduler = createScheduler(
      async turn => {
        const name = String.fromCharCode(97 + turns.push(turn) - 1);
        log.push(`${name} begins`);
        await new Promise<void>(resolve => {
          release = resolve;
        });
        log.push(`${name} ${turn.signal.aborted ? 'cancelled' : 'ends'}`);
      },
      fail,
      clock.pace,
    );
    scheduler.request(0);
    await clock.move(0);
    scheduler.request(0);
    assert.equal(turns[0]?.signal.aborted, true);
    await clock.move(0);
    assert.deepEqual(log, ['a begins']);
    release();
    await clock.move(0);
    release();
    await clock.move(0);
    assert.deepEqual(log, ['a begins', 'a cancelled', 'b begins', 'b ends']);
  });

  it('skips a pass that was replaced before it began', async () => {
    const clock = handClock();
    const passes: Turn[] = [];
    let release = () => {};
    const scheduler = createScheduler(
      async turn => {
        passes.push(turn);
        if (passes.length === 1) await new Promise<void>(resolve => (release = resolve));
      },
      fail,
      clock.pace,
    );
    for (let request = 0; request < 4; request++) {
      scheduler.request(0);
      await clock.move(0);
    }
    release();
    await scheduler.settled();
    assert.equal(passes.length, 2);
    assert.equal(passes[1]?.signal.aborted, false);
  });

  it('breathes once a slice of time is used up, and stops when cancelled', async () => {
    const clock = handClock();
    const answers: boolean[] = [];
    const scheduler = createScheduler(
      async turn => {
        answers.push(await turn.goOn());
        clock.move(20);
        answers.push(await turn.goOn());
        answers.push(await turn.goOn());
        scheduler.request(1000);
        answers.push(await turn.goOn());
      },
      fail,
      clock.pace,
    );
    scheduler.request(0);
    await clock.move(0);
    assert.deepEqual(answers, [true, true, true, false]);
    assert.equal(clock.breaths(), 1);
  });

  it('settles after the newest pass, also when it fails', async () => {
    const clock = handClock();
    const errors: unknown[] = [];
    const scheduler = createScheduler(
      () => Promise.reject(new Error('broken')),
      error => errors.push(error),
      clock.pace,
    );
    await scheduler.settled();
    scheduler.request(10);
    const settled = scheduler.settled();
    await clock.move(10);
    await settled;
    assert.match(String(errors[0]), /broken/);
  });

  it('does nothing after it was stopped', async () => {
    const clock = handClock();
    let passes = 0;
    const scheduler = createScheduler(async () => void passes++, fail, clock.pace);
    scheduler.request(10);
    const settled = scheduler.settled();
    scheduler.stop();
    await settled;
    scheduler.request(0);
    await clock.move(100);
    assert.equal(passes, 0);
  });
});
