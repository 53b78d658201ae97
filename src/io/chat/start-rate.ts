/** How fast calls may start; times in milliseconds on one clock. */
export interface StartRate {
  /** When the next call may start. */
  nextStart(): number;
  started(now: number): void;
  refused(startedAt: number, now: number): void;
  /** An answer came while others waited to start. */
  answered(now: number): void;
}

const WINDOW = 1000;
/** Calls a second to begin with: even a burst is spread out a little, so that its refusals tell a rate. */
const FIRST_RATE = 50;
const SHORTEST_MEASURE = 100;
const FAST_GROWTH = 0.5;
const SLOW_GROWTH = 0.0002;
const BACK_OFF = 0.03;
const LARGEST_BACK_OFF = 0.5;
/** Time without a refusal in which slow growth doubles. */
const DOUBLING = 6000;
const MOST_DOUBLINGS = 6;

/**
 * Finds the rate that an endpoint bears by its refusals, however it counts (windows, buckets, calls at once). The first
 * refusal sets the rate to what was let through in the second before; then it falls a little with each refusal that belongs
 * to the present rate, more where that did not help, and grows with each answer: fast up to what is known to be borne,
 * slowly beyond, and faster the longer nothing is refused.
 */
export function startRate(): StartRate {
  /** Starts of the last second, refused ones taken out. */
  let recent: number[] = [];
  let first: number | null = null;
  let rate = FIRST_RATE;
  let known = Number.POSITIVE_INFINITY;
  let refusedAt: number | null = null;
  /** Calls that started before may be refused for what went before the last change of the rate. */
  let settled = Number.NEGATIVE_INFINITY;
  let backOff = BACK_OFF;
  let next = Number.NEGATIVE_INFINITY;

  const forget = (now: number) => {
    recent = recent.filter((time) => time > now - WINDOW);
  };

  function measure(now: number): void {
    const elapsed = now - (first ?? now);
    const whole = elapsed > WINDOW / 2;
    const span = whole ? WINDOW : Math.max(SHORTEST_MEASURE, elapsed);
    // What filled a window keeps it full until the first of it leaves.
    if (whole) next = (recent[0] ?? now) + WINDOW;
    rate = Math.min(rate, (Math.max(1, recent.length) * 1000) / span);
    known = rate;
    settled = now + WINDOW;
  }

  function fallBack(now: number): void {
    backOff = now < settled + WINDOW ? Math.min(2 * backOff, LARGEST_BACK_OFF) : BACK_OFF;
    known = rate * (1 - BACK_OFF);
    rate *= 1 - backOff;
    settled = now + WINDOW;
  }

  return {
    nextStart: () => next,
    started: (now) => {
      first ??= now;
      forget(now);
      recent.push(now);
      next = now + 1000 / rate;
    },
    refused: (startedAt, now) => {
      forget(now);
      const at = recent.indexOf(startedAt);
      if (at >= 0) recent.splice(at, 1);
      if (refusedAt === null) measure(now);
      else if (startedAt > settled) fallBack(now);
      refusedAt = now;
      // Nearly all are refused: what is sent now only keeps the endpoint shut.
      const shut = first !== null && now > first + WINDOW && recent.length < rate / 2;
      next = Math.max(next, now + (shut ? WINDOW : 1000 / rate));
    },
    answered: (now) => {
      const quiet = refusedAt === null ? 0 : (now - refusedAt) / DOUBLING;
      const slow = rate * SLOW_GROWTH * 2 ** Math.min(MOST_DOUBLINGS, quiet);
      rate = rate < known ? Math.min(known, rate + FAST_GROWTH) : rate + slow;
    },
  };
}
