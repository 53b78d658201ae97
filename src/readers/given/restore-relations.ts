import { type Notice, SourceError } from '../../errors/index.ts';
import type { GraphFile, Relation, RelationStatement } from '../../graph-file/index.ts';
import type { RelationJudgement, Words } from '../judgements.ts';
import type { Members } from './members.ts';

type Strength = RelationJudgement['strength'];
type Endorsed = RelationJudgement['endorsed'];

const STRENGTHS: readonly (readonly [Strength, number])[] = [
  ['weak', 0.5],
  ['normal', 1],
  ['strong', 2],
];
const ENDORSEMENTS: readonly (readonly [Endorsed, number])[] = [
  ['holds', 1],
  ['weak', 0.5],
  ['denies', 0],
  ['reverses', -1],
];
const FLIPPED = { supports: 'attacks', attacks: 'supports' } as const;

/**
 * One judgement per statement of a relation, between the claims that lie nearest to its words; the first keeps the
 * relation's id. Numbers off the scales are rounded and told. Throws a SourceError where a relation has no claim to
 * stand on, or words of another speaker than it says.
 */
export function restoreRelations(
  file: GraphFile,
  members: Members,
): { readonly relations: readonly RelationJudgement[]; readonly notices: readonly Notice[] } {
  const relations: RelationJudgement[] = [];
  const notices: Notice[] = [];
  const speakers = new Map(file.posts.map(({ id, speaker }) => [id, speaker]));
  for (const relation of file.relations) {
    const { id, type, weight } = relation;
    const what = `relation ${id}`;
    if (weight === 0) {
      notices.push(tell('given-weight', null, `Relation ${id} has weight 0 and was left out.`));
      continue;
    }
    const [strength, scaled] = nearest(STRENGTHS, weight);
    if (scaled !== weight)
      notices.push(tell('given-weight', null, `Weight ${weight} of relation ${id} counts as ${scaled}.`));
    const statements = relation.statedBy.length > 0 ? relation.statedBy : [standing(relation, members, notices)];
    for (const [at, statement] of statements.entries()) {
      const { post, start, end, speaker } = statement;
      if (speakers.get(post) !== speaker) {
        throw new SourceError(
          `${file.thread.source}: ${what} is stated by ${speaker} in post ${post}, which is by ${speakers.get(post)}`,
          'A speaker states a relation only in their own posts: correct `speaker` or `post`.',
        );
      }
      const { endorsed, turned } = wordEndorsement(statement, relation, members, notices);
      const premise = turned === 'premise' ? minus(relation.premise) : relation.premise;
      const conclusion = turned === 'conclusion' ? minus(relation.conclusion) : relation.conclusion;
      const to = type === 'undercuts' ? relation.to : members.standIn(relation.to, conclusion, statement, what).id;
      relations.push({
        id: at === 0 ? id : `${id}/${at + 1}`,
        from: members.standIn(relation.from, premise, statement, what).id,
        to,
        type: turned === 'type' ? FLIPPED[type as keyof typeof FLIPPED] : type,
        strength: turned ? 'weak' : strength,
        endorsed,
        rule: 'given',
        ...{ post, start, end },
      });
    }
    if (relation.owner !== null && statements.every(({ speaker }) => speaker !== relation.owner)) {
      const text = `Relation ${id} belongs to those who state it, not to ${relation.owner}.`;
      notices.push(tell('given-owner', null, text));
    }
  }
  return { relations, notices };
}

/** A relation without a statement stands on the words of its reason, held by who said them. */
function standing(
  relation: Relation,
  members: Members,
  notices: Notice[],
): Words & Pick<RelationStatement, 'speaker' | 'endorsed'> {
  const anywhere = { post: '', start: 0, end: 0 };
  const { id, post, speaker, start, end } = members.standIn(
    relation.from,
    relation.premise,
    anywhere,
    `relation ${relation.id}`,
  );
  notices.push(tell('given-statement', post, `Relation ${relation.id} cites no words; it stands on claim ${id}.`));
  return { post, start, end, speaker, endorsed: 1 };
}

/** How a statement's endorsement is worded, and what of the relation is turned round for it. */
interface Wording {
  readonly endorsed: Endorsed;
  readonly turned: 'type' | 'premise' | 'conclusion' | null;
}

/** −½ is a weak statement of the opposite: by the other type or, where a type has none, by a claim that says the opposite. */
function wordEndorsement(
  { endorsed, post }: { readonly endorsed: number; readonly post: string },
  { id, type, from, to, premise, conclusion }: Relation,
  members: Members,
  notices: Notice[],
): Wording {
  const says = (proposition: string, polarity: 1 | -1) =>
    members.groups.get(proposition)?.some((claim) => claim.polarity === polarity) ?? false;
  if (endorsed === -0.5) {
    if (type === 'supports' || type === 'attacks') return { endorsed: 'weak', turned: 'type' };
    if (says(from, minus(premise))) return { endorsed: 'weak', turned: 'premise' };
    if (type !== 'undercuts' && says(to, minus(conclusion))) return { endorsed: 'weak', turned: 'conclusion' };
  }
  const [word, scaled] = nearest(ENDORSEMENTS, endorsed);
  if (scaled !== endorsed) {
    notices.push(tell('given-endorsement', post, `Endorsement ${endorsed} of relation ${id} counts as ${scaled}.`));
  }
  return { endorsed: word, turned: null };
}

const minus = (polarity: 1 | -1) => (polarity === 1 ? -1 : 1);

function nearest<T>(scale: readonly (readonly [T, number])[], value: number): readonly [T, number] {
  return scale.reduce((best, step) => (Math.abs(step[1] - value) < Math.abs(best[1] - value) ? step : best));
}

function tell(rule: string, post: string | null, text: string): Notice {
  return { rule, post, text };
}
