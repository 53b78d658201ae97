import { setTimeout as wait } from 'node:timers/promises';

/** Time and chance, passed in so that tests need not wait: milliseconds on a steady clock, wall-clock milliseconds, and numbers from 0 to below 1. */
export interface Clock {
  now(): number;
  wallTime(): number;
  /** Rejects when the signal is aborted. */
  sleep(milliseconds: number, signal: AbortSignal): Promise<void>;
  random(): number;
}

export const systemClock: Clock = {
  now: () => performance.now(),
  wallTime: () => Date.now(),
  sleep: (milliseconds, signal) => wait(Math.max(0, milliseconds), undefined, { signal }),
  random: () => Math.random(),
};
