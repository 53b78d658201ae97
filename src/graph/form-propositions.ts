import type { Claim, Proposition, View } from '../graph-file/index.ts';
import type { NameJudgement } from '../readers/index.ts';
import { locate } from '../thread/index.ts';
import { contentId } from './content-id.ts';
import type { Membership } from './join-same-claims.ts';
import type { PlacedClaim } from './place-claims.ts';
import { negateStance, viewOf } from './scales.ts';

/** A claim's proposition and whether the claim says it (1) or its negation (−1). */
export interface Sided {
  readonly proposition: string;
  readonly polarity: 1 | -1;
}

export interface Formed {
  readonly claims: ReadonlyMap<string, Claim>;
  readonly propositions: ReadonlyMap<string, Proposition>;
  /** By the reader's id of a claim. */
  readonly sides: ReadonlyMap<string, Sided & { readonly claim: string }>;
}

/** Turns groups of claims into propositions with the views that their speakers state; the latest claim of a speaker wins. */
export function formPropositions(
  placed: ReadonlyMap<string, PlacedClaim>,
  memberships: readonly Membership[],
  names: readonly NameJudgement[],
): Formed {
  const groups = Map.groupBy(placed.values(), ({ rank }) => memberships[rank]!.group);
  const namesByClaim = Map.groupBy(names, ({ claim }) => claim);
  const claims = new Map<string, Claim>();
  const propositions = new Map<string, Proposition>();
  const sides = new Map<string, Sided & { claim: string }>();
  for (const members of groups.values()) {
    const { text, anchor } = wordProposition(members, namesByClaim);
    const id = contentId('p', ...members.map((member) => member.id).sort());
    const upright = memberships[anchor.rank]!.polarity;
    const group = members.map((member) => {
      const polarity = memberships[member.rank]!.polarity === upright ? 1 : -1;
      const claim = toClaim(member, id, polarity);
      sides.set(member.judgement.id, { proposition: id, polarity, claim: claim.id });
      return claim;
    });
    propositions.set(id, { id, text, claims: group.map((claim) => claim.id), views: collectViews(group) });
    for (const claim of group) claims.set(claim.id, claim);
  }
  // Groups run by their first claim; claims of the file run as they stand in the thread.
  const order = [...placed.values()].map(({ id }) => [id, claims.get(id)!] as const);
  return { claims: new Map(order), propositions, sides };
}

/** The reader's wording of the first named member, otherwise the longest member's own words; that member's side is +1. */
function wordProposition(
  members: readonly PlacedClaim[],
  names: ReadonlyMap<string, readonly NameJudgement[]>,
): { readonly text: string; readonly anchor: PlacedClaim } {
  for (const member of members) {
    const texts = (names.get(member.judgement.id) ?? []).map((name) => name.text.trim()).filter(Boolean);
    if (texts.length > 0) return { text: texts.sort()[0]!, anchor: member };
  }
  const length = ({ judgement }: PlacedClaim) => judgement.end - judgement.start;
  const anchor = members.reduce((longest, member) => (length(member) > length(longest) ? member : longest));
  return { text: anchor.post.text.slice(anchor.judgement.start, anchor.judgement.end), anchor };
}

function toClaim({ id, post, judgement }: PlacedClaim, proposition: string, polarity: 1 | -1): Claim {
  const { start, end, kind, stance, p, grounding, rule, confidence } = judgement;
  return {
    ...{ id, post: post.id, speaker: post.speaker, start, end, text: post.text.slice(start, end) },
    ...locate(post, start, end),
    ...{ kind, stance, p, proposition, polarity, grounding, rule, confidence },
  };
}

function collectViews(claims: readonly Claim[]): View[] {
  const views = new Map<string, View>();
  for (const { id, speaker, stance, p, polarity } of claims) {
    const value = viewOf(stance, p);
    if (value === null) continue;
    views.delete(speaker);
    views.set(speaker, {
      speaker,
      stance: polarity === 1 ? stance : negateStance(stance),
      value: value * polarity + 0,
      claim: id,
    });
  }
  return [...views.values()].sort((a, b) => (a.speaker < b.speaker ? -1 : 1));
}
