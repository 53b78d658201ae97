import type { Move, MoveType } from '../graph-file/index.ts';
import type { GoldRelationType } from './gold.ts';
import { type Ground, linesOf, toFirstCapture } from './ground.ts';
import { countMatched } from './matching.ts';
import type { Said } from './said.ts';
import { sharesOf } from './shares.ts';

interface MoveMeasures {
  readonly move_p: number | null;
  readonly move_r: number | null;
  readonly move_f1: number | null;
  readonly aimed_f1: number | null;
}

type Answer = 'agrees' | 'yields' | 'opposes' | 'clarifies';

const ANSWER_OF_MOVE: Partial<Record<MoveType, Answer>> = {
  agree: 'agrees',
  partial: 'yields',
  concede: 'yields',
  cond_agree: 'yields',
  disagree: 'opposes',
  undercut: 'opposes',
  correct: 'opposes',
  clarify: 'clarifies',
  restate: 'clarifies',
};
const ANSWER_OF_GOLD: Partial<Record<GoldRelationType, Answer>> = {
  agree: 'agrees',
  partly_agree: 'yields',
  concede: 'yields',
  attack: 'opposes',
  undercut: 'opposes',
  clarify: 'clarifies',
};

/**
 * Moves that answer somebody: relations of a gold between claims of two authors, seen as what the later one does to the other.
 * A move is right if its kind and its words are (`aimed_f1`: and if it is aimed at the post that was answered), one to one.
 */
export function measureMoves(ground: Ground, said: Said): MoveMeasures {
  const gold = listGoldMoves(ground, said);
  const byWords = new Map<string, number[]>();
  for (const [at, { words, answer }] of gold.entries()) {
    const key = `${words} ${answer}`;
    const there = byWords.get(key);
    if (there) there.push(at);
    else byWords.set(key, [at]);
  }
  const moves = ground.file.moves.filter(({ type }) => ANSWER_OF_MOVE[type]);
  const edges = moves.map(({ id, type }) =>
    (said.byMove.get(id) ?? []).flatMap((words) => byWords.get(`${words} ${ANSWER_OF_MOVE[type]}`) ?? []),
  );
  const aimed = edges.map((found, at) => found.filter((each) => isAimed(ground, moves[at]!, gold[each]!.targets)));
  const { precision, recall, f1 } = sharesOf(countMatched(edges), moves.length, gold.length);
  return {
    move_p: precision,
    move_r: recall,
    move_f1: f1,
    aimed_f1: sharesOf(countMatched(aimed), moves.length, gold.length).f1,
  };
}

interface GoldMove {
  readonly words: number;
  readonly answer: Answer;
  /** Lines of the claims that are answered. */
  readonly targets: Set<number>;
}

/** One move for each claim and kind of answer, whatever the number of claims that it answers. */
function listGoldMoves({ gold }: Ground, { numberOf, stretches }: Said): GoldMove[] {
  const moves = new Map<string, GoldMove>();
  for (const { from, to, type } of gold.relations) {
    const answer = ANSWER_OF_GOLD[type];
    const [words, target] = [numberOf.get(from)!, numberOf.get(to)!];
    if (!answer || gold.claims[words]!.author === gold.claims[target]!.author) continue;
    const key = `${words} ${answer}`;
    const move = moves.get(key) ?? { words, answer, targets: new Set() };
    for (const line of stretches[target]!.lines) move.targets.add(line);
    moves.set(key, move);
  }
  return [...moves.values()];
}

function isAimed(ground: Ground, { target }: Move, lines: ReadonlySet<number>): boolean {
  const post = target === null ? undefined : ground.posts.get(postOf(ground, target));
  if (!post) return false;
  const own = toFirstCapture(ground, linesOf(ground, post.source));
  return [...lines].some((line) => own.has(line));
}

function postOf({ claims }: Ground, target: string): string {
  return claims.get(target)?.post ?? target;
}
