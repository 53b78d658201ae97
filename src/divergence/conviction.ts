import type { Issue } from '../graph-file/index.ts';
import type { Findings } from './analyse-contest.ts';
import { CONVICTION_NATS, CONVICTION_SHARE } from './constants.ts';
import type { Standing } from './standing.ts';

/**
 * Claims that a speaker holds with more conviction than the reasons they gave for it, in nats. A claim for which they gave
 * no reason at all is not listed, and camps have no conviction of their own.
 */
export function findConviction(standing: Standing, { contest, drawn, dispute }: Findings): Issue['conviction'] {
  const { network, propositions, links } = drawn;
  return contest.parties.flatMap(({ members }, side) => {
    const [speaker] = members;
    if (members.length !== 1) return [];
    const { conviction, nats, mind } = dispute.beliefs[side]!;
    return propositions.flatMap((proposition, claim) => {
      if (Number.isNaN(mind.stated[claim]!) || !standing.view(proposition, speaker!)) return [];
      const excess = conviction[claim]!;
      const held = nats[claim]!;
      const remarkable = Math.abs(excess) >= CONVICTION_NATS && Math.abs(excess) > CONVICTION_SHARE * Math.abs(held);
      const ownReason = network.into[claim]!.some((link) =>
        links[link]!.statedBy.some((statement) => statement.speaker === speaker && statement.endorsed !== 0),
      );
      return remarkable && excess * held > 0 && ownReason ? [{ speaker: speaker!, proposition, nats: excess }] : [];
    });
  });
}
