import type { Usage } from '../../readers/index.ts';
import type { Capabilities } from './capabilities.ts';
import type { Clock } from './clock.ts';
import { learnRefusal } from './learn.ts';
import { nextStep } from './next-step.ts';
import type { Completion } from './read-completion.ts';
import type { Trouble } from './read-trouble.ts';

/** One try: what came of it and the names of the fields that were sent. */
export interface Attempt {
  readonly outcome: Completion | Trouble;
  readonly sent: readonly string[];
}

/** What it takes to try; `retries` after faults. */
export interface Attempts {
  readonly clock: Clock;
  readonly retries: number;
  readonly signal: AbortSignal;
  readonly closed: { until: number };
  capabilities(): Capabilities;
  learn(learned: Capabilities): void;
  attempt(used: Capabilities, timeout: number): Promise<Attempt>;
}

/** Where a call stands, changed as it goes on: milliseconds left of deadline and patience, times it failed and was told to come later, tokens spent. */
export interface Standing {
  left: number;
  patience: number;
  faults: number;
  refusals: number;
  spent: Usage | null;
}

/** How a stay among the calls under way ended: with a reply, or with a wait in milliseconds that a rate limit asks for. */
export type Stay = { readonly end: Completion['reply']; readonly late: boolean } | { readonly wait: number };

const FIRST_REASONING_ROOM = 4096;
const LARGEST_REASONING_ROOM = 65_536;

/** Tries until there is an answer, a failure that stays, or a rate limit; refused fields are left out from then on and room is made for reasoning. */
export async function stayInside(call: Attempts, standing: Standing): Promise<Stay> {
  const { clock, signal } = call;
  for (;;) {
    const used = call.capabilities();
    const began = clock.now();
    const { outcome, sent } = await call.attempt(used, standing.left);
    standing.left -= clock.now() - began;
    const learned = 'reply' in outcome ? learnRoom(outcome, used) : learnTrouble(outcome, used, sent);
    if ('reply' in outcome) standing.spent = add(standing.spent, outcome.reply.usage);
    if (learned !== null && standing.left > 0) {
      call.learn(learned);
      continue;
    }
    if ('reply' in outcome) return { end: { ...outcome.reply, usage: standing.spent }, late: false };

    if (outcome.next === 'later') standing.refusals += 1;
    else standing.faults += 1;
    const step = nextStep(outcome, { ...standing, retries: call.retries, random: clock.random() });
    if (step?.from === 'patience') return { wait: step.wait };
    if (step === null) {
      if (outcome.next === 'later' && outcome.wait !== null) call.closed.until = clock.now() + outcome.wait;
      return { end: { ...outcome.failure, usage: standing.spent }, late: outcome.failure.kind === 'deadline' };
    }
    await clock.sleep(step.wait, signal);
    standing.left -= step.wait;
  }
}

function learnTrouble({ refusal }: Trouble, used: Capabilities, sent: readonly string[]): Capabilities | null {
  return refusal && learnRefusal(used, sent, refusal);
}

/** An answer cut off while the model was still thinking wants more room. */
function learnRoom({ reply, reasoning }: Completion, used: Capabilities): Capabilities | null {
  if (reply.ok || reply.kind !== 'length' || reasoning === 0) return null;
  if (used.reasoningRoom >= LARGEST_REASONING_ROOM) return null;
  const room = Math.max(FIRST_REASONING_ROOM, 2 * reasoning, 2 * used.reasoningRoom);
  return { ...used, reasoningRoom: Math.min(LARGEST_REASONING_ROOM, room) };
}

function add(a: Usage | null, b: Usage | null): Usage | null {
  if (a === null || b === null) return a ?? b;
  return { in: a.in + b.in, out: a.out + b.out, cached: a.cached + b.cached };
}
