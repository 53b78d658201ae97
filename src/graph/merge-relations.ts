import type { Relation, RelationStatement } from '../graph-file/index.ts';
import { locate } from '../thread/index.ts';
import { contentId } from './content-id.ts';
import type { Footing } from './own-words.ts';

type Type = Relation['type'];

/** One statement of a relation between propositions (or, for undercuts, against a relation), polarity already normalised. */
export interface StatedRelation extends Footing {
  readonly judgement: string;
  readonly from: string;
  readonly to: string;
  readonly type: Type;
  readonly premise: 1 | -1;
  readonly conclusion: 1 | -1;
  readonly weight: number;
  readonly endorsed: number;
  readonly owner: string | null;
  readonly start: number;
  readonly end: number;
}

/** Relations in order of their first statement, and the relation that each judgement went into. */
export interface Merged {
  readonly relations: readonly Relation[];
  readonly byJudgement: ReadonlyMap<string, string>;
}

/**
 * One relation per (from, to, type, owner); supporting and attacking are one inference whose direction its heaviest
 * holder sets, so that who states it the other way round endorses it negatively ("a feature, not a bug").
 */
export function mergeRelations(stated: readonly StatedRelation[]): Merged {
  const ordered = [...stated].sort(compareStatements);
  const groups = Map.groupBy(ordered, ({ from, to, type, owner }) => JSON.stringify([from, to, family(type), owner]));
  const byJudgement = new Map<string, string>();
  const relations = [...groups.values()].map((group) => {
    const relation = mergeGroup(group);
    for (const { judgement } of group) byJudgement.set(judgement, relation.id);
    return relation;
  });
  return { relations, byJudgement };
}

function family(type: Type): Type {
  return type === 'attacks' ? 'supports' : type;
}

function mergeGroup(group: readonly StatedRelation[]): Relation {
  const holders = group.filter(({ endorsed }) => endorsed > 0);
  const counted = holders.length > 0 ? holders : group;
  const lead = counted.reduce((best, next) => (next.weight > best.weight ? next : best));
  const { from, to, type, premise, conclusion, owner } = lead;
  const statedBy = group.map((statement): RelationStatement => {
    const { post, start, end, endorsed } = statement;
    const sameWay = direction(statement) === direction(lead) ? 1 : -1;
    const words = { post: post.id, start, end, ...locate(post, start, end) };
    return { speaker: post.speaker, endorsed: endorsed * sameWay + 0, ...words };
  });
  const id = contentId('r', from, to, type, owner);
  return { id, from, to, type, weight: lead.weight, owner, statedBy, premise, conclusion, feedback: false };
}

/** Whether a growing `from` lifts or lowers `to`. */
function direction({ type, premise, conclusion }: StatedRelation): number {
  return (type === 'attacks' ? -1 : 1) * premise * conclusion;
}

function compareStatements(a: StatedRelation, b: StatedRelation): number {
  return (
    a.order - b.order ||
    a.start - b.start ||
    a.end - b.end ||
    (a.type < b.type ? -1 : a.type > b.type ? 1 : 0) ||
    b.weight - a.weight ||
    b.endorsed - a.endorsed ||
    b.premise - a.premise ||
    b.conclusion - a.conclusion ||
    (a.judgement < b.judgement ? -1 : 1)
  );
}
