import type { Trouble } from './read-trouble.ts';

/** What is known when a step is decided: milliseconds left of the call's deadline and patience, how often it failed and was told to come later, and a number from 0 to below 1 for spreading calls. */
export interface Crossroads {
  readonly left: number;
  readonly patience: number;
  readonly faults: number;
  readonly refusals: number;
  readonly retries: number;
  readonly random: number;
}

/** How long to wait before the next attempt and what that is taken from; null: give up. */
export type Step = { readonly wait: number; readonly from: 'deadline' | 'patience' } | null;

const FIRST_WAIT = 500;
const LONGEST_WAIT = 8000;
const SHORTEST_ASKED_WAIT = 100;

/** Decides after a trouble: a fault is retried while retries and deadline last, a rate limit as long as the call has patience, never sooner than the server asks. */
export function nextStep({ next, wait: asked }: Trouble, at: Crossroads): Step {
  const { left, patience, faults, refusals, retries, random } = at;
  if (next === 'later') {
    const wait = asked === null ? backOff(refusals, random) : spread(asked, random);
    return wait <= patience ? { wait, from: 'patience' } : null;
  }
  if (next !== 'again' || faults > retries) return null;
  const wait = asked === null ? backOff(faults, random) : spread(asked, random);
  return wait < left ? { wait, from: 'deadline' } : null;
}

/** Doubles from half a second to eight; a quarter is left to chance, so that calls refused together do not come back together. */
function backOff(times: number, random: number): number {
  return Math.min(LONGEST_WAIT, FIRST_WAIT * 2 ** (times - 1)) * (1 - random / 4);
}

function spread(asked: number, random: number): number {
  const wait = Math.max(asked, SHORTEST_ASKED_WAIT);
  return wait + (random * Math.min(wait, 1000)) / 2;
}
