import type { Clock } from './clock.ts';
import { startRate } from './start-rate.ts';

/** A call's place among those under way; exactly one of its functions is called, once. */
export interface Place {
  /** The endpoint refused the call for coming too soon. */
  refused(): void;
  /** No answer came within the deadline. */
  late(): void;
  /** The call is over; `headroom` says whether an answer came, and well within its deadline. */
  leave(headroom: boolean): void;
}

/** Lets calls in, at most as many at once, and no faster, than the endpoint has been seen to bear. */
export interface CallGate {
  /** Waits for a place behind the others, or before them for a call that was refused; rejects with the signal's reason when it is aborted first. */
  enter(signal: AbortSignal, refusedBefore: boolean): Promise<Place>;
  /** Lets nobody in before this time on the clock. */
  closeUntil(time: number): void;
}

const START = 8;
const NEVER = new AbortController().signal;

/**
 * A gate for 1 to `most` calls at once. The number rises with each answer that comes with headroom and falls with each that
 * comes too late; from the first refusal on calls start evenly, at a rate that is found out (startRate).
 */
export function callGate(most: number, clock: Clock): CallGate {
  const queue: (() => void)[] = [];
  const rate = startRate();
  let limit = Math.min(START, most);
  let inside = 0;
  let opensAt = Number.NEGATIVE_INFINITY;
  let waking = false;

  function letIn(): void {
    while (inside < limit && queue.length > 0) {
      const now = clock.now();
      const next = Math.max(opensAt, rate.nextStart());
      if (next > now) {
        wakeAt(next);
        return;
      }
      inside += 1;
      rate.started(now);
      queue.shift()!();
    }
  }

  function wakeAt(time: number): void {
    if (waking) return;
    waking = true;
    void clock.sleep(time - clock.now(), NEVER).then(() => {
      waking = false;
      letIn();
    });
  }

  function place(startedAt: number): Place {
    const free = (note: () => void) => {
      note();
      inside -= 1;
      letIn();
    };
    return {
      refused: () => free(() => rate.refused(startedAt, clock.now())),
      late: () =>
        free(() => {
          limit = Math.max(1, limit - 1);
        }),
      leave: (headroom) =>
        free(() => {
          if (!headroom) return;
          // What nobody waits for has not been tried.
          if (queue.length > 0 || inside >= limit) limit = Math.min(most, limit + 1);
          if (queue.length > 0) rate.answered(clock.now());
        }),
    };
  }

  return {
    enter: (signal, refusedBefore) =>
      new Promise((resolve, reject) => {
        signal.throwIfAborted();
        const giveUp = () => {
          queue.splice(queue.indexOf(enter), 1);
          reject(signal.reason);
        };
        const enter = () => {
          signal.removeEventListener('abort', giveUp);
          resolve(place(clock.now()));
        };
        signal.addEventListener('abort', giveUp, { once: true });
        if (refusedBefore) queue.unshift(enter);
        else queue.push(enter);
        letIn();
      }),
    closeUntil: (time) => {
      opensAt = Math.max(opensAt, time);
    },
  };
}
