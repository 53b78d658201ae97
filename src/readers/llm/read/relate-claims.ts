import type { RelationJudgement, Words } from '../../judgements.ts';
import {
  isInference,
  type PlacedClaim,
  type PlacedLabels,
  type PlacedMove,
  type PlacedPart,
  type Target,
} from './place-labels.ts';
import type { LinkLabel } from './read-reply.ts';
import type { ClaimFinder } from './references.ts';

type Inference = Extract<Target, { readonly from: unknown }>;

/** Relations of a thread, what a move's target became, and how many links led nowhere. */
export interface Related {
  readonly relations: readonly RelationJudgement[];
  readonly targetOf: (move: PlacedMove) => string | null;
  readonly lost: number;
}

const WEIGHED: Readonly<Record<LinkLabel['w'], Pick<RelationJudgement, 'strength' | 'endorsed'>>> = {
  strong: { strength: 'strong', endorsed: 'holds' },
  normal: { strength: 'normal', endorsed: 'holds' },
  weak: { strength: 'weak', endorsed: 'holds' },
  outweighed: { strength: 'normal', endorsed: 'weak' },
  denied: { strength: 'normal', endorsed: 'denies' },
  reversed: { strength: 'normal', endorsed: 'reverses' },
};

/**
 * Links between claims first, then claims that are set against somebody's sentence by no link, then what is said of
 * inferences: one that nobody stated is stated by whoever denies it. `speakers`: who wrote a post.
 */
export function relateClaims(
  labels: readonly PlacedLabels[],
  finder: ClaimFinder,
  speakers: ReadonlyMap<string, string>,
): Related {
  const relations = new Map<string, RelationJudgement>();
  let lost = 0;
  const add = (relation: Omit<RelationJudgement, 'id' | 'rule'>): string => {
    const { post, start, from, to, type } = relation;
    const id = `lr:${post}:${start}:${from}>${to}:${type}`;
    if (!relations.has(id)) relations.set(id, { ...relation, id, rule: 'llm' });
    return id;
  };
  const link = (claim: PlacedClaim, target: Target, rel: LinkLabel['rel'], w: LinkLabel['w']): void => {
    const from = claim.judgement.id;
    const to = target && !('post' in target || 'from' in target) ? finder.find(target) : null;
    if (to === null || to === from) lost++;
    else add({ ...wordsOf(claim.judgement), from, to, type: rel, ...WEIGHED[w] });
  };
  const claims = labels.flatMap((label) => label.claims);
  for (const claim of claims)
    for (const { to, rel, w } of claim.links) if (!isInference(to) && rel !== 'undercuts') link(claim, to, rel, w);

  const speakerOf = (claim: string) => speakers.get(finder.postOf(claim) ?? '');
  const linked = new Set([...relations.values()].map(({ from, to }) => `${from}>${to}`));
  const setAgainst = ({ claim: { judgement, as }, to }: PlacedPart): void => {
    const from = judgement.id;
    const other = finder.find(to);
    if (other === null) lost++;
    // Words that somebody quotes are whose they are. A claim that takes a position on the sentence, or is linked to it, says
    // already how it stands to it.
    else if (
      speakerOf(other) !== speakerOf(from) &&
      !linked.has(`${from}>${other}`) &&
      (as === null || finder.find(as) !== other)
    )
      add({ ...wordsOf(judgement), from, to: other, type: 'attacks', strength: 'weak', endorsed: 'holds' });
  };
  for (const part of labels.flatMap((label) => label.parts)) setAgainst(part);

  const stated = new Map<string, RelationJudgement>();
  for (const relation of relations.values()) {
    const key = `${relation.from}>${relation.to}`;
    if (!stated.has(key)) stated.set(key, relation);
  }
  const denied = { strength: 'normal', endorsed: 'denies' } as const;
  const inference = (target: Inference, words: Words, denies: boolean): string | null => {
    const [from, to] = [finder.find(target.from), finder.find(target.to)];
    if (from === null || to === null || from === to) return null;
    const known = stated.get(`${from}>${to}`);
    if (known && !denies) return known.id;
    const id = add({ ...wordsOf(words), from, to, type: known?.type ?? 'supports', ...denied });
    if (!known) stated.set(`${from}>${to}`, relations.get(id)!);
    return known?.id ?? id;
  };
  for (const claim of claims)
    for (const { to, rel, w } of claim.links) {
      if (!isInference(to) && rel !== 'undercuts') continue;
      const target =
        isInference(to) && (rel === 'undercuts' || rel === 'attacks') ? inference(to, claim.judgement, false) : null;
      if (target === null) lost++;
      else add({ ...wordsOf(claim.judgement), from: claim.judgement.id, to: target, type: 'undercuts', ...WEIGHED[w] });
    }
  const statedBetween = ({ from, to }: Inference): string | null =>
    stated.get(`${finder.find(from)}>${finder.find(to)}`)?.id ?? null;
  const targets = new Map<PlacedMove, string | null>();
  for (const move of labels.flatMap((label) => label.moves)) {
    const { to, judgement } = move;
    if (!isInference(to)) continue;
    const denies = judgement.type === 'undercut' || judgement.type === 'disagree';
    // Who asks about an inference, or says it back, states none.
    targets.set(move, denies ? inference(to, judgement, true) : statedBetween(to));
  }
  return { relations: [...relations.values()], targetOf: (move) => targets.get(move) ?? null, lost };
}

function wordsOf({ post, start, end }: Words): Words {
  return { post, start, end };
}
