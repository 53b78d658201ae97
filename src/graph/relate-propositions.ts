import type { Relation } from '../graph-file/index.ts';
import type { RelationJudgement } from '../readers/index.ts';
import type { ConditionalAgreement } from './conditional-agreements.ts';
import type { Formed } from './form-propositions.ts';
import type { Losses } from './losses.ts';
import { mergeRelations, type StatedRelation } from './merge-relations.ts';
import type { Ground } from './own-words.ts';
import { ENDORSEMENTS, WEIGHTS } from './scales.ts';

export interface Related {
  readonly relations: ReadonlyMap<string, Relation>;
  /** The relation that a judgement of a relation went into. */
  readonly byJudgement: ReadonlyMap<string, string>;
}

/**
 * Relations between propositions, with polarity normalised: negating a conclusion turns support into attack, negating a
 * reason shows in `premise`. `requires` (to only if from) belongs to who set it; undercuts may target undercuts.
 */
export function relatePropositions(
  formed: Formed,
  judgements: readonly RelationJudgement[],
  conditions: readonly ConditionalAgreement[],
  ground: Ground,
  losses: Losses,
): Related {
  const direct: StatedRelation[] = [];
  const cuts: (Omit<StatedRelation, 'to'> & { readonly target: string })[] = [];
  const seen = new Set<string>();
  const agreed = new Set(conditions.map(({ speaker, on }) => `${speaker} ${on}`));
  for (const judgement of judgements) {
    if (seen.has(judgement.id)) continue;
    seen.add(judgement.id);
    const footing = ground.find(judgement);
    const from = formed.sides.get(judgement.from);
    const to = formed.sides.get(judgement.to);
    if (typeof footing === 'string') losses.count('relation', judgement.post, footing);
    else if (!from || (!to && judgement.type !== 'undercuts')) losses.count('relation', judgement.post, 'dangling');
    else if (judgement.type === 'undercuts') {
      cuts.push({
        ...sayings(judgement),
        ...footing,
        from: from.proposition,
        premise: from.polarity,
        target: judgement.to,
      });
    } else if (from.proposition === to!.proposition) losses.count('relation', judgement.post, 'circular');
    else {
      const owned = judgement.type === 'requires';
      const strong = owned && agreed.has(`${footing.post.speaker} ${to!.proposition}`);
      direct.push({
        ...sayings(judgement),
        ...footing,
        ...normalise(judgement.type, to!.polarity),
        from: from.proposition,
        to: to!.proposition,
        premise: from.polarity,
        owner: owned ? footing.post.speaker : null,
        weight: strong ? WEIGHTS.strong : WEIGHTS[judgement.strength],
      });
    }
  }
  direct.push(...unstatedConditions(direct, conditions));
  return addUndercuts(mergeRelations(direct), cuts, losses);
}

function sayings({ id, type, strength, endorsed, start, end }: RelationJudgement) {
  const weight = WEIGHTS[strength];
  return {
    judgement: id,
    type,
    conclusion: 1,
    weight,
    endorsed: ENDORSEMENTS[endorsed],
    owner: null,
    start,
    end,
  } as const;
}

function normalise(type: Relation['type'], polarity: 1 | -1): Pick<StatedRelation, 'type' | 'conclusion'> {
  if (type === 'supports' || type === 'attacks')
    return { type: (type === 'supports') === (polarity === 1) ? 'supports' : 'attacks', conclusion: 1 };
  return { type, conclusion: polarity };
}

/** Conditions that a speaker set by a move alone become relations too, unless one was stated. */
function unstatedConditions(
  direct: readonly StatedRelation[],
  conditions: readonly ConditionalAgreement[],
): StatedRelation[] {
  const stated = new Set(direct.filter(({ type }) => type === 'requires').map(({ owner, to }) => `${owner} ${to}`));
  return conditions.flatMap(({ speaker, on, polarity, hinge, footing, move, start, end }) => {
    if (hinge === null || stated.has(`${speaker} ${on}`)) return [];
    const shape = { type: 'requires', weight: WEIGHTS.strong, endorsed: 1, owner: speaker } as const;
    const ends = { from: hinge.proposition, to: on, premise: hinge.polarity, conclusion: polarity } as const;
    return [{ judgement: `move ${move}`, ...shape, ...ends, ...footing, start, end }];
  });
}

/** Undercuts find their relation by the judgement that stated it; those of undercuts are resolved after their target. */
function addUndercuts(
  base: ReturnType<typeof mergeRelations>,
  cuts: readonly (Omit<StatedRelation, 'to'> & { readonly target: string })[],
  losses: Losses,
): Related {
  const relations = new Map(base.relations.map((relation) => [relation.id, relation]));
  const byJudgement = new Map(base.byJudgement);
  let waiting = cuts;
  while (waiting.length > 0) {
    const ready = waiting.filter(({ target }) => byJudgement.has(target));
    if (ready.length === 0) break;
    const merged = mergeRelations(ready.map((cut) => ({ ...cut, to: byJudgement.get(cut.target)! })));
    for (const relation of merged.relations) relations.set(relation.id, relation);
    for (const [judgement, relation] of merged.byJudgement) byJudgement.set(judgement, relation);
    waiting = waiting.filter(({ judgement }) => !byJudgement.has(judgement));
  }
  for (const { post } of waiting) losses.count('relation', post.id, 'dangling');
  return { relations, byJudgement };
}
