import { contentId } from '../graph/index.ts';
import type { Crux, CruxKind, Relation } from '../graph-file/index.ts';
import { type ComputedCrux, type Findings, idOfItem } from './analyse-contest.ts';
import type { Origins } from './belief/origin.ts';
import type { Item } from './belief/suppose.ts';
import type { Verdict } from './belief/verdict.ts';
import type { Markings } from './declared.ts';
import type { Standing } from './standing.ts';

/** A crux of the graph file, before its rank among all is known. */
export type Unranked = Omit<Crux, 'rank'>;

/** Writes a computed crux down for the graph file; `issue` is the issue's id. */
export function recordCrux(
  standing: Standing,
  markings: Markings,
  findings: Findings,
  crux: ComputedCrux,
  issue: string,
): Unranked {
  const { score, sides, waypoints, divided } = crux;
  const item = idOfItem(findings.drawn, score.item);
  const relation = standing.graph.relations.get(item);
  const quoted = sides.flatMap(({ claims }) => claims.map((id) => standing.graph.claims.get(id)!));
  const members = standing.graph.propositions.get(item)?.claims.map((id) => standing.graph.claims.get(id)!) ?? [];
  const claims = [...new Set([...quoted, ...members])];
  const speakers = new Set(sides.map(({ speaker }) => speaker));
  return {
    id: contentId('x', issue, item),
    issue,
    item,
    kind: kindOf(score.item, score.verdict),
    question: relation ? askBearing(standing, relation) : standing.graph.propositions.get(item)!.text,
    settledBy: null,
    declared: markings.declaring([item], claims).length > 0,
    score: score.score,
    closes: Object.fromEntries(
      sides.map(({ speaker, party }) => [speaker, { plain: score.plain[party], capped: score.capped[party] }]),
    ),
    waypoints: [...waypoints],
    sides: sides.map(({ party: _, ...side }) => side),
    moves: markings.shown([item], claims, speakers).map(({ id }) => id),
    origin: shareOf(findings.origins, score.item),
    divided,
    band: null,
  };
}

function kindOf({ kind }: Item, verdict: Verdict): CruxKind {
  if (kind !== 'claim') return 'bearing';
  if (verdict === 'double' || verdict === 'overdetermined') return verdict;
  return 'one-sided';
}

/** Question for an inference, in the words of its ends; only what somebody said stands between quotation marks. */
export function askBearing({ graph }: Standing, { from, to, type, premise }: Relation): string {
  const told = (id: string) => {
    const { text = '', claims = [] } = graph.propositions.get(id) ?? {};
    return claims.some((claim) => graph.claims.get(claim)?.text === text) ? `“${text}”` : `[${text}]`;
  };
  const reason = `${premise === 1 ? '' : 'the denial of '}${told(from)}`;
  const target = graph.relations.get(to);
  const conclusion = told(target?.to ?? to);
  if (type === 'undercuts') return `Does ${reason} take away the force of ${told(target?.from ?? '')}?`;
  return `How far does ${reason} count ${type === 'attacks' ? 'against' : 'for'} ${conclusion}?`;
}

function shareOf(origins: Origins, { kind, index }: Item): number {
  const shares = kind === 'claim' ? origins.conviction : kind === 'link' ? origins.links : origins.undercuts;
  return shares[index]!;
}
