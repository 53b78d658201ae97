import type { Relation } from '../graph-file/index.ts';
import type { GoldRelationType } from './gold.ts';
import type { Ground } from './ground.ts';
import { countMatched } from './matching.ts';
import type { Said } from './said.ts';
import { sharesOf } from './shares.ts';

interface RelationMeasures {
  readonly relation_p: number | null;
  readonly relation_r: number | null;
  readonly relation_f1: number | null;
  readonly link_f1: number | null;
}

const ARGUED: ReadonlySet<GoldRelationType> = new Set(['support', 'attack', 'undercut']);

/**
 * Support, attack and undercut between claims, one to one: both ends must be the same words; `link_f1` asks for the ends and
 * their direction only. A relation between propositions stands for all pairs of their claims.
 */
export function measureRelations(ground: Ground, said: Said): RelationMeasures {
  const gold = ground.gold.relations.filter(({ type }) => ARGUED.has(type));
  const typed = new Map<string, number[]>();
  const linked = new Map<string, number[]>();
  for (const [at, { from, to, type }] of gold.entries()) {
    const key = `${said.numberOf.get(from)} ${said.numberOf.get(to)}`;
    add(typed, `${key} ${type}`, at);
    add(linked, key, at);
  }
  const ends = endFinder(ground, said);
  const pairs = ground.file.relations.map((relation) => listPairs(relation, ends));
  const lookUp = (index: ReadonlyMap<string, readonly number[]>, key: (pair: EndPair) => string) =>
    countMatched(pairs.map((found) => found.flatMap((pair) => index.get(key(pair)) ?? [])));
  const count = ground.file.relations.length;
  const full = sharesOf(
    lookUp(typed, ({ from, to, type }) => `${from} ${to} ${type}`),
    count,
    gold.length,
  );
  const link = sharesOf(
    lookUp(linked, ({ from, to }) => `${from} ${to}`),
    count,
    gold.length,
  );
  return { relation_p: full.precision, relation_r: full.recall, relation_f1: full.f1, link_f1: link.f1 };
}

interface End {
  readonly gold: number;
  readonly polarity: number;
}

interface Ends {
  readonly from: readonly End[];
  readonly to: readonly End[];
}

interface EndPair {
  readonly from: number;
  readonly to: number;
  readonly type: GoldRelationType | null;
}

function add(index: Map<string, number[]>, key: string, item: number): void {
  const there = index.get(key);
  if (there) there.push(item);
  else index.set(key, [item]);
}

/** The gold claims that either end of a relation may stand for; who undercuts a relation is aimed at both its ends. */
function endFinder({ file, claims }: Ground, { byClaim }: Said): (relation: Relation) => Ends {
  const ends = new Map<string, readonly End[]>();
  for (const { id, claims: members } of file.propositions) {
    const found = members.flatMap((member) =>
      (byClaim.get(member) ?? []).map((gold) => ({ gold, polarity: claims.get(member)!.polarity })),
    );
    ends.set(id, [...new Map(found.map((end) => [`${end.gold} ${end.polarity}`, end])).values()]);
  }
  const relations = new Map(file.relations.map((relation) => [relation.id, relation]));
  const of = (proposition: string) => ends.get(proposition) ?? [];
  return ({ type, from, to }) => {
    const target = type === 'undercuts' ? relations.get(to) : undefined;
    return { from: of(from), to: target ? [...of(target.from), ...of(target.to)] : of(to) };
  };
}

/** Pairs of gold claims that a relation may stand for; polarity turns a support of the opposite into an attack. */
function listPairs(relation: Relation, ends: (relation: Relation) => Ends): EndPair[] {
  const { from, to } = ends(relation);
  const sign = relation.premise * relation.conclusion * (relation.type === 'attacks' ? -1 : 1);
  return from.flatMap((a) =>
    to.map((b) => ({ from: a.gold, to: b.gold, type: typeOf(relation, sign * a.polarity * b.polarity) })),
  );
}

function typeOf({ type }: Relation, sign: number): GoldRelationType | null {
  if (type === 'undercuts') return 'undercut';
  if (type !== 'supports' && type !== 'attacks') return null;
  return sign > 0 ? 'support' : 'attack';
}
