import type { BeliefNetwork } from './belief-network.ts';
import { fromLogOdds, toLogOdds } from './log-odds.ts';
import { type Pull, reasonsFor } from './strength.ts';

/**
 * What one speaker (or camp) said: `stated[c]` in (−1, 1) or NaN where nothing was said, `weights[e]` = endorsement
 * times signed weight of each link in nats, `force[k]` how far each undercut counts for them (1 unless they said otherwise).
 */
export interface Mind extends Pull {
  readonly stated: ArrayLike<number>;
}

/** A mind made to reproduce what it said. `reading` capped: reasons beyond the stated strength are slack. */
export interface Belief {
  readonly mind: Mind;
  /** x(c): stated, or inferred from the accepted reasons. Inferred strengths carry influence and are never shown. */
  readonly strength: Float64Array;
  /** Log-odds of `strength`. */
  readonly nats: Float64Array;
  /** u(c): conviction beyond the stated reasons, in nats; 0 where nothing was stated. */
  readonly conviction: Float64Array;
  /** 1 or −1 where the reasons exceed the stated strength in its own direction, otherwise 0. */
  readonly spare: Int8Array;
}

export type Reading = 'plain' | 'capped';

/** Abduction (crux-and-labels 1.3): finds the conviction behind every stated view, so that the mind's factual world is what it said. */
export function believe(network: BeliefNetwork, mind: Mind): Belief {
  const { size } = network;
  const strength = new Float64Array(size);
  const nats = new Float64Array(size);
  const conviction = new Float64Array(size);
  const spare = new Int8Array(size);
  for (const claim of network.order) {
    const view = mind.stated[claim]!;
    const stated = !Number.isNaN(view);
    const reasons = reasonsFor(network, mind, strength, claim, stated);
    nats[claim] = stated ? toLogOdds(view) : reasons;
    strength[claim] = stated ? view : fromLogOdds(reasons);
    if (!stated) continue;
    conviction[claim] = nats[claim]! - reasons;
    // A view of exactly 0 has no direction, so it has no spare reasons either; this keeps negation harmless.
    if (view > 0 && reasons > nats[claim]!) spare[claim] = 1;
    if (view < 0 && reasons < nats[claim]!) spare[claim] = -1;
  }
  return { mind, strength, nats, conviction, spare };
}

/** Log-odds of a claim whose reasons have become `reasons`, everything else in the mind unchanged. */
export function predict(belief: Belief, claim: number, reasons: number, reading: Reading): number {
  if (reading === 'capped') {
    if (belief.spare[claim] === 1) return Math.min(belief.nats[claim]!, reasons);
    if (belief.spare[claim] === -1) return Math.max(belief.nats[claim]!, reasons);
  }
  return reasons + belief.conviction[claim]!;
}
