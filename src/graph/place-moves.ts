import type { Move } from '../graph-file/index.ts';
import type { MoveJudgement } from '../readers/index.ts';
import { locate } from '../thread/index.ts';
import { contentId } from './content-id.ts';
import type { Losses } from './losses.ts';
import type { Ground } from './own-words.ts';

export interface PlacedMoves {
  readonly moves: ReadonlyMap<string, Move>;
  /** The move of the file that a judgement became. */
  readonly byJudgement: ReadonlyMap<string, string>;
}

/** Moves on the speaker's own words (restatements may quote), in thread order; `targets` maps a judged target to the file's id. */
export function placeMoves(
  threadId: string,
  judgements: readonly MoveJudgement[],
  targets: (judged: string) => string | null,
  ground: Ground,
  losses: Losses,
): PlacedMoves {
  const byJudgement = new Map<string, string>();
  const placed: { readonly order: number; readonly move: Move }[] = [];
  for (const judgement of judgements) {
    const footing = judgement.type === 'restate' ? ground.findQuotable(judgement) : ground.find(judgement);
    if (typeof footing === 'string') {
      losses.count('move', judgement.post, footing);
      continue;
    }
    const { post, order } = footing;
    const { type, start, end, rule, confidence } = judgement;
    const target = judgement.target === null ? null : targets(judgement.target);
    const id = contentId('m', threadId, post.id, type, start, end, target);
    const words = { post: post.id, speaker: post.speaker, start, end, ...locate(post, start, end) };
    byJudgement.set(judgement.id, id);
    placed.push({ order, move: { id, type, ...words, target, confidence, rule } });
  }
  placed.sort((a, b) => a.order - b.order || compareMoves(a.move, b.move));
  const moves = new Map<string, Move>();
  for (const { move } of placed) if (!moves.has(move.id)) moves.set(move.id, move);
  return { moves, byJudgement };
}

function compareMoves(a: Move, b: Move): number {
  return a.start - b.start || a.end - b.end || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0) || b.confidence - a.confidence;
}
