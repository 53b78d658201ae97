import type { Clock } from '../../src/io/index.ts';

/** A clock whose time passes only while somebody sleeps, as fast as the processor allows; chance is seeded. */
export interface VirtualTime extends Clock {
  /** Lets time pass until the work is done; gives its result. */
  run<T>(work: Promise<T>): Promise<T>;
}

interface Sleeper {
  readonly until: number;
  readonly wake: () => void;
}

export function virtualTime(): VirtualTime {
  const sleepers: Sleeper[] = [];
  let now = 0;
  let seed = 1;
  return {
    now: () => now,
    wallTime: () => now,
    random: () => {
      seed = (seed * 16_807) % 2_147_483_647;
      return seed / 2_147_483_647;
    },
    sleep: (milliseconds, signal) =>
      new Promise((wake, reject) => {
        signal.throwIfAborted();
        signal.addEventListener('abort', () => reject(signal.reason), { once: true });
        sleepers.push({ until: now + Math.max(0, milliseconds), wake });
      }),
    run: async (work) => {
      let done = false;
      const ended = work.finally(() => {
        done = true;
      });
      ended.catch(() => undefined);
      for (;;) {
        for (let turn = 0; turn < 3; turn += 1) await new Promise((resolve) => setImmediate(resolve));
        if (done) return ended;
        sleepers.sort((a, b) => a.until - b.until);
        const next = sleepers.shift();
        if (next === undefined) throw new Error('all wait, and nobody sleeps');
        now = next.until;
        next.wake();
      }
    },
  };
}
