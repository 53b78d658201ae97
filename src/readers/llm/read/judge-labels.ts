import type { Notice } from '../../../errors/index.ts';
import type { ThreadPost } from '../../../thread/index.ts';
import type { ClaimJudgement, MoveJudgement, SameJudgement } from '../../judgements.ts';
import { type Cues, tellContradiction } from './cross-check.ts';
import { isInference, type PlacedClaim, type PlacedLabels, type PlacedMove } from './place-labels.ts';
import type { ClaimFinder, Reference } from './references.ts';

/** A label that its own words speak against is worth no more than a guess. */
const DOUBTED = 0.5;

/** Placed labels as judgements. */
export interface Judged {
  readonly claims: readonly ClaimJudgement[];
  readonly moves: readonly MoveJudgement[];
  readonly sames: readonly SameJudgement[];
  readonly notices: readonly Notice[];
}

/** Resolves what labels point to. Labels at odds with explicit words are marked and told, not changed. */
export function judgeLabels(
  posts: readonly ThreadPost[],
  labels: readonly PlacedLabels[],
  finder: ClaimFinder,
  inferenceOf: (move: PlacedMove) => string | null,
  cues: Cues,
): Judged {
  const postById = new Map(posts.map((post) => [post.id, post]));
  const placed = labels.flatMap(({ claims }) => claims);
  const postOfClaim = new Map(placed.map(({ judgement }) => [judgement.id, judgement.post]));
  const speakerOf = (reference: Reference) =>
    'place' in reference
      ? posts[reference.place.index]!.speaker
      : postById.get(postOfClaim.get(reference.claim)!)!.speaker;
  const sames: SameJudgement[] = [];
  const notices: Notice[] = [];
  const judge = <T extends ClaimJudgement | MoveJudgement>(judgement: T, label: string, cue: string | null): T => {
    if (cue === null) return judgement;
    const { post, start, end } = judgement;
    notices.push(tellContradiction(post, postById.get(post)!.text.slice(start, end), label, cue));
    return { ...judgement, rule: 'llm-check', confidence: DOUBTED };
  };
  const claims = placed.map(({ judgement, as, stance }: PlacedClaim) => {
    const { id, post, start } = judgement;
    const other = as ? finder.find(as) : null;
    const polarity = stance === 'reject' || stance === 'doubt' ? -1 : 1;
    if (other !== null && other !== id) sames.push({ a: id, b: other, polarity, rule: 'llm' });
    const answers = as !== null && speakerOf(as) !== postById.get(post)!.speaker;
    return judge(judgement, stance, cues.againstStance(post, start, stance, answers));
  });
  const targetOf = (move: PlacedMove): string | null => {
    const { to, judgement } = move;
    if (to === null) return postById.get(judgement.post)!.replyTo;
    if ('post' in to) return to.post;
    return isInference(to) ? inferenceOf(move) : finder.find(to);
  };
  const moves = labels.flatMap((label) =>
    label.moves.map((move) => {
      const { post, start, type } = move.judgement;
      return judge({ ...move.judgement, target: targetOf(move) }, type, cues.againstMove(post, start, type));
    }),
  );
  return { claims, moves, sames, notices };
}
