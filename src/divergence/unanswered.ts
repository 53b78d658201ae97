import { contentId } from '../graph/index.ts';
import type { Claim, Move, MoveType, Unanswered } from '../graph-file/index.ts';
import type { Findings } from './analyse-contest.ts';
import { comparable } from './belief/rank.ts';
import type { Centrality } from './centrality.ts';
import { MAX_OPEN } from './constants.ts';
import type { Exchanges } from './exchanges.ts';
import { MOST_QUOTES } from './quoted-sides.ts';
import type { Standing } from './standing.ts';

/** Claims of one side whose acceptance would move the other, and that nobody takes up; largest closure first. */
export function listUnanswered(
  standing: Standing,
  findings: readonly Findings[],
  isTakenUp: (claims: readonly Claim[]) => boolean,
): readonly Unanswered[] {
  const found = new Map<string, Unanswered>();
  for (const { contest, drawn, scores } of findings)
    for (const { item, stated, plain, verdict } of scores) {
      if (verdict !== 'unanswered') continue;
      const proposition = drawn.propositions[item.index]!;
      const [speaking, silent] = stated[0] ? ([0, 1] as const) : ([1, 0] as const);
      const by = contest.parties[speaking].members.find((member) => standing.view(proposition, member))!;
      const notBy = contest.parties[silent].members;
      const claims = standing.claimsOf(proposition, by);
      if (isTakenUp(claims)) continue;
      const open = openPoint(proposition, by, notBy, plain[silent], claims);
      const known = found.get(open.id);
      if (!known) found.set(open.id, open);
      else {
        const speakers = [...new Set([...known.notBy, ...notBy])].sort();
        found.set(open.id, { ...known, notBy: speakers, closes: Math.max(known.closes!, plain[silent]) });
      }
    }
  return [...found.values()].sort((a, b) => comparable(b.closes!) - comparable(a.closes!) || (a.id < b.id ? -1 : 1));
}

/** An open point in a speaker's words; `closes` null where nothing is computed. */
export function openPoint(
  proposition: string,
  by: string,
  notBy: readonly string[],
  closes: number | null,
  claims: readonly Claim[],
): Unanswered {
  const quoted = claims.slice(0, MOST_QUOTES).map(({ id }) => id);
  return { id: contentId('q', proposition, by), proposition, by, notBy: [...notBy].sort(), closes, claims: quoted };
}

const ASKS: ReadonlySet<MoveType> = new Set(['clarify', 'crux', 'bet']);

/** Claims that their speaker put up for an answer in so many words (question, bet, "our crux is …") and that nobody answered. */
export function listUnmet(standing: Standing, exchanges: Exchanges, centrality: Centrality): readonly Unanswered[] {
  const found = new Map<string, Unanswered>();
  for (const move of standing.graph.moves.values()) {
    if (!ASKS.has(move.type) || isAnswered(standing, exchanges, move)) continue;
    const claims = claimsBehind(standing, move);
    const [lead] = claims;
    if (!lead) continue;
    const addressed = exchanges.speakerOf(exchanges.answers.get(move.post) ?? '');
    const notBy = addressed === undefined || addressed === move.speaker ? [] : [addressed];
    const open = openPoint(lead.proposition, move.speaker, notBy, null, claims);
    if (!found.has(open.id)) found.set(open.id, open);
  }
  return mostCentral([...found.values()], centrality);
}

/** The most central of open points that have no closure; ties keep the given order. */
export function mostCentral(open: readonly Unanswered[], centrality: Centrality): readonly Unanswered[] {
  const size = ({ proposition }: Unanswered) => comparable(centrality(proposition));
  return [...open].sort((a, b) => size(b) - size(a)).slice(0, MAX_OPEN);
}

function isAnswered(standing: Standing, { answeredBy }: Exchanges, move: Move): boolean {
  if ((answeredBy.get(move.post) ?? []).length > 0) return true;
  const targets = [move.post, ...standing.claimsAt(move.post, move.start, move.end).map(({ id }) => id)];
  return targets.some((target) => standing.movesOn(target).some(({ speaker }) => speaker !== move.speaker));
}

/** The speaker's own claims in the words of a move, otherwise the claim that stands last before it in the post. */
export function claimsBehind(standing: Standing, { post, start, end, speaker }: Move): readonly Claim[] {
  const own = (claims: readonly Claim[]) =>
    claims.filter((claim) => claim.speaker === speaker && claim.stance !== 'reported');
  const shared = own(standing.claimsAt(post, start, end));
  if (shared.length > 0) return shared;
  return own(standing.claimsAt(post, 0, start)).slice(-1);
}
