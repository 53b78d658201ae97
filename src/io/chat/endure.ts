import type { ChatFailure } from '../../readers/index.ts';
import type { CallGate } from './call-gate.ts';
import type { Clock } from './clock.ts';
import type { Completion } from './read-completion.ts';
import { type Attempts, type Stay, stayInside } from './stay-inside.ts';

/** What carries a call through; times in milliseconds. */
export interface Endurance extends Attempts {
  readonly gate: CallGate;
  readonly clock: Clock;
  readonly deadline: number;
  readonly patience: number;
  readonly signal: AbortSignal;
  /** When the endpoint takes calls again after it sent everybody away, on the clock. */
  readonly closed: { until: number };
}

/** A shorter wait smooths the flow of calls, and only the refused call waits; a longer one closes the endpoint to all. */
const CLOSING_WAIT = 5000;

/** Carries a call through rate limits to an answer or to the failure that ends it. Rejects only when the signal is aborted while it waits. */
export async function endure(call: Endurance): Promise<Completion['reply']> {
  const { gate, clock, signal, closed } = call;
  const standing = { left: call.deadline, patience: call.patience, faults: 0, refusals: 0, spent: null };
  for (;;) {
    const place = await gate.enter(signal, standing.refusals > 0);
    const began = clock.now();
    let stay: Stay = { end: CLOSED, late: false };
    try {
      if (closed.until - clock.now() <= standing.patience) stay = await stayInside(call, standing);
    } catch (error) {
      place.leave(false);
      throw error;
    }
    if ('end' in stay) {
      const took = clock.now() - began;
      if (stay.late) place.late();
      else place.leave(stay.end.ok && took < call.deadline / 4);
      return stay.end;
    }
    standing.patience -= stay.wait;
    if (stay.wait >= CLOSING_WAIT) gate.closeUntil(clock.now() + stay.wait);
    place.refused();
    await clock.sleep(stay.wait, signal);
  }
}

const CLOSED: ChatFailure = {
  ok: false,
  kind: 'rate-limit',
  detail: 'The server asks to wait for longer than this run is willing to.',
  retryable: true,
  usage: null,
};
