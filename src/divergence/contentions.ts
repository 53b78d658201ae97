import { contentId } from '../graph/index.ts';
import type { CruxSide } from '../graph-file/index.ts';
import { attacksBetween } from './attacks-between.ts';
import { comparable } from './belief/rank.ts';
import type { Centrality } from './centrality.ts';
import { MAX_CONTENTIONS } from './constants.ts';
import type { Markings } from './declared.ts';
import type { Exchanges } from './exchanges.ts';
import { joinContentions } from './join-contentions.ts';
import { MOST_QUOTES, sideInOwnWords } from './quoted-sides.ts';
import type { Unranked } from './record-crux.ts';
import type { Standing } from './standing.ts';

/** A point on which speakers visibly part although nothing says how it bears on a conclusion. */
export interface Contention {
  readonly item: string;
  readonly question: string;
  readonly sides: readonly CruxSide[];
  /** 0..1: how plainly they part. */
  readonly strength: number;
  /** Propositions that it is about. */
  readonly about: readonly string[];
  /** What the reader said beyond the graph; null where the graph alone shows the contention. */
  readonly marks: { readonly declared: boolean; readonly setAside: boolean; readonly moves: readonly string[] } | null;
}

/**
 * Points of contention, most telling first: declared ones, then strength of the disagreement times centrality; what a
 * participant sets aside comes last. They carry no score and no closure.
 */
export function listContentions(
  standing: Standing,
  exchanges: Exchanges,
  markings: Markings,
  centrality: Centrality,
): readonly Unranked[] {
  const opposed = opposedViews(standing);
  const covered = new Map(opposed.map(({ item, sides }) => [item, new Set(sides.map(({ speaker }) => speaker))]));
  const attacks = attacksBetween(standing, exchanges).filter(({ about, sides }) => {
    const speakers = covered.get(about[0]!);
    return !speakers || !sides.every(({ speaker }) => speakers.has(speaker));
  });
  const ranked = joinContentions([...opposed, ...attacks, ...disputes(standing)]).map((contention) => {
    const claims = contention.sides.flatMap((side) => side.claims.map((id) => standing.graph.claims.get(id)!));
    const ids = [contention.item];
    const declared = contention.marks?.declared || markings.declaring(ids, claims).length > 0;
    return {
      crux: record(contention, declared, markings.shown(ids, claims, speakersOf(contention))),
      aside: contention.marks?.setAside || (!declared && markings.setsAside(ids, claims)),
      size: comparable(contention.strength * Math.max(...contention.about.map(centrality))),
    };
  });
  ranked.sort(
    (a, b) => Number(a.aside) - Number(b.aside) || Number(b.crux.declared) - Number(a.crux.declared) || b.size - a.size,
  );
  return ranked.map(({ crux }) => crux).slice(0, MAX_CONTENTIONS);
}

const speakersOf = ({ sides }: Contention) => new Set(sides.map(({ speaker }) => speaker));

function record(
  { item, question, sides, marks }: Contention,
  declared: boolean,
  shown: readonly { readonly id: string }[],
): Unranked {
  return {
    id: contentId('x', 'contention', item, ...sides.flatMap(({ claims }) => claims)),
    issue: null,
    item,
    kind: 'contention',
    question,
    settledBy: null,
    declared,
    score: null,
    closes: null,
    waypoints: [],
    sides: [...sides],
    moves: [...new Set([...(marks?.moves ?? []), ...shown.map(({ id }) => id)])],
    origin: null,
    divided: false,
    band: null,
  };
}

/** Propositions on which two speakers state views of opposite sign. */
function opposedViews({ graph, claimsOf }: Standing): Contention[] {
  return [...graph.propositions.values()].flatMap(({ id, text, views }) => {
    const signed = views.filter(({ value }) => value !== 0);
    const high = signed.reduce((best, { value }) => Math.max(best, value), 0);
    const low = signed.reduce((best, { value }) => Math.min(best, value), 0);
    if (high === 0 || low === 0) return [];
    const sides = signed.map(({ speaker, stance, value }) => {
      const claims = claimsOf(id, speaker).slice(0, MOST_QUOTES);
      return { speaker, camp: null, stance, value, claims: claims.map((claim) => claim.id) };
    });
    return [{ item: id, question: text, sides, strength: (high - low) / 2, about: [id], marks: null }];
  });
}

/** Disputes that the reader saw; each side is the claims of one speaker. */
function disputes(standing: Standing): Contention[] {
  const { graph } = standing;
  return graph.disputes.map(({ claims, moves, declared, setAside, confidence }) => {
    const quoted = claims.map((id) => graph.claims.get(id)!);
    const item = quoted[0]!.proposition;
    const sides = [...Map.groupBy(quoted, ({ speaker }) => speaker).values()].map((said) =>
      sideInOwnWords(standing, null, said),
    );
    return {
      item,
      question: graph.propositions.get(item)!.text,
      sides,
      strength: confidence,
      about: quoted.map(({ proposition }) => proposition),
      marks: { declared, setAside, moves },
    };
  });
}
