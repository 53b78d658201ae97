import type { Claim, CruxSide, Relation, RelationStatement } from '../graph-file/index.ts';
import type { Contention } from './contentions.ts';
import type { Exchanges } from './exchanges.ts';
import { readHeldInPart } from './held-in-part.ts';
import { sideInOwnWords, wordsOnBearing } from './quoted-sides.ts';
import { askBearing } from './record-crux.ts';
import { isReason, type Standing } from './standing.ts';

type HeldInPart = ReturnType<typeof readHeldInPart>;

/** Attacks and undercuts that one speaker states against what another holds: the attacked words against the attacking ones. */
export function attacksBetween(standing: Standing, exchanges: Exchanges): Contention[] {
  const heldInPart = readHeldInPart(standing);
  return [...standing.graph.relations.values()].flatMap((relation) =>
    relation.statedBy.flatMap((statement, index) => {
      const repeats = relation.statedBy.findIndex(({ speaker }) => speaker === statement.speaker) < index;
      if (repeats) return [];
      return relation.type === 'undercuts'
        ? undercut(standing, exchanges, relation, statement)
        : attack(standing, exchanges, relation, statement, heldInPart);
    }),
  );
}

function attack(
  standing: Standing,
  exchanges: Exchanges,
  relation: Relation,
  { speaker, endorsed, post, start, end }: RelationStatement,
  heldInPart: HeldInPart,
): Contention[] {
  const against = (relation.type === 'attacks' ? -1 : 1) * Math.sign(endorsed);
  if (!isReason(relation) || relation.type === 'requires' || against === 0) return [];
  const { views, text } = standing.graph.propositions.get(relation.to)!;
  const own = standing.view(relation.to, speaker);
  const holders = views.filter((view) => view.speaker !== speaker && view.value * against < 0);
  // Who takes a claim on in part may set what is held back against it.
  if (own && own.value * against < 0 && !heldInPart(relation.to, speaker)) return [];
  const holder = addressee(
    exchanges,
    post,
    holders.map((view) => view.speaker),
  );
  const attacker = standing.claimsOf(relation.from, speaker);
  const words = attacker.length > 0 ? attacker : ownClaimsAt(standing, speaker, post, start, end);
  if (holder === null || words.length === 0) return [];
  const sides = [
    sideInOwnWords(standing, relation.to, standing.claimsOf(relation.to, holder)),
    sideInOwnWords(standing, relation.from, words),
  ];
  return [contention(relation, text, sides, relation.to)];
}

function undercut(
  standing: Standing,
  exchanges: Exchanges,
  relation: Relation,
  { speaker, endorsed, post }: RelationStatement,
): Contention[] {
  const target = standing.graph.relations.get(relation.to);
  if (!target || endorsed <= 0) return [];
  const drawn = target.statedBy.filter((statement) => statement.speaker !== speaker && statement.endorsed > 0);
  const holder = addressee(
    exchanges,
    post,
    drawn.map((statement) => statement.speaker),
  );
  const attacker = standing.claimsOf(relation.from, speaker);
  const attacked = holder === null ? [] : wordsOnBearing(standing, target, holder);
  if (holder === null || attacked.length === 0 || attacker.length === 0) return [];
  const sides = [sideInOwnWords(standing, target.from, attacked), sideInOwnWords(standing, relation.from, attacker)];
  return [contention(relation, askBearing(standing, relation), sides, target.from)];
}

function contention(relation: Relation, question: string, sides: readonly CruxSide[], about: string): Contention {
  const held = sides.reduce((sum, { value }) => sum + Math.abs(value), 0) / sides.length;
  const strength = (Math.min(relation.weight, 2) / 2) * held;
  return { item: relation.id, question, sides, strength, about: [about, relation.from], marks: null };
}

/** Whom a post speaks against: the holder whose post it answers, otherwise the first holder. */
function addressee({ answers, speakerOf }: Exchanges, post: string, holders: readonly string[]): string | null {
  const answered = speakerOf(answers.get(post) ?? '');
  return holders.find((holder) => holder === answered) ?? holders[0] ?? null;
}

function ownClaimsAt(standing: Standing, speaker: string, post: string, start: number, end: number): readonly Claim[] {
  return standing
    .claimsAt(post, start, end)
    .filter((claim) => claim.speaker === speaker && claim.stance !== 'reported');
}
