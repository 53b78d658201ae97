import { createHash } from 'node:crypto';
import type { Thread, ThreadPost } from '../../../thread/index.ts';
import { countTokens } from '../make-request.ts';

/** Sentences `from` to `to` (exclusive) of a post; a post too large for one call is several of these. */
export interface UnitTurn {
  readonly post: ThreadPost;
  /** Number of the post in the thread, from 0. */
  readonly index: number;
  readonly from: number;
  readonly to: number;
}

/** What one call reads: turns that follow each other. */
export interface Unit {
  readonly turns: readonly UnitTurn[];
}

/** Source tokens that a call may hold. */
export const UNIT_TOKENS = 3000;
// From three quarters on every fourth turn ends a unit, by its content: after an insertion units soon run as before.
const FULL_ENOUGH = 0.75;
const ONE_IN = 4;
/** However short they are: labels of more turns than this run together. */
const MOST_TURNS = 60;

/**
 * Cuts a thread into units. Where a unit ends depends on the turns in it and on nothing behind it, so that an appended
 * post changes the last unit or makes a new one. Posts without words of their own are in no unit.
 */
export function planUnits(thread: Thread, most = UNIT_TOKENS): Unit[] {
  const units: Unit[] = [];
  let turns: UnitTurn[] = [];
  let filled = 0;
  const close = () => {
    if (turns.length > 0) units.push({ turns });
    turns = [];
    filled = 0;
  };
  for (const [index, post] of thread.posts.entries()) {
    if (!post.sentences.some((_, at) => isOwn(post, at))) continue;
    for (const turn of cutPost(post, index, most)) {
      const size = sizeOf(turn);
      if (filled + size > most || turns.length === MOST_TURNS) close();
      turns.push(turn);
      filled += size;
      if (filled >= most * FULL_ENOUGH && endsUnit(turn)) close();
    }
  }
  close();
  return units;
}

/** Whether a sentence is the speaker's own and can hold a claim. */
export function isOwn(post: ThreadPost, at: number): boolean {
  const sentence = post.sentences[at]!;
  return !sentence.quoted && post.blocks[sentence.block]?.kind !== 'heading';
}

/** Two halves of a unit, or null for a single sentence. */
export function halve({ turns }: Unit): readonly [Unit, Unit] | null {
  if (turns.length > 1) {
    const middle = middleOf(turns.map(sizeOf));
    return [{ turns: turns.slice(0, middle) }, { turns: turns.slice(middle) }];
  }
  const turn = turns[0]!;
  if (turn.to - turn.from < 2) return null;
  const middle = turn.from + middleOf(sentencesOf(turn).map(countTokens));
  return [{ turns: [{ ...turn, to: middle }] }, { turns: [{ ...turn, from: middle }] }];
}

/** Source tokens of a unit. */
export function sizeOfUnit({ turns }: Unit): number {
  return turns.reduce((sum, turn) => sum + sizeOf(turn), 0);
}

function sizeOf(turn: UnitTurn): number {
  return countTokens(sentencesOf(turn).join(' '));
}

function sentencesOf({ post, from, to }: UnitTurn): string[] {
  return post.sentences.slice(from, to).map(({ start, end }) => post.text.slice(start, end));
}

function cutPost(post: ThreadPost, index: number, most: number): UnitTurn[] {
  const parts: UnitTurn[] = [];
  let from = 0;
  let filled = 0;
  for (const [at, { start, end }] of post.sentences.entries()) {
    const size = countTokens(post.text.slice(start, end)) + 1;
    if (filled + size > most && at > from) {
      parts.push({ post, index, from, to: at });
      from = at;
      filled = 0;
    }
    filled += size;
  }
  return [...parts, { post, index, from, to: post.sentences.length }];
}

function endsUnit(turn: UnitTurn): boolean {
  const hash = createHash('sha256').update(sentencesOf(turn).join('\n')).digest();
  return hash.readUInt32BE(0) % ONE_IN === 0;
}

/** Index from 1 to length − 1 that splits sizes most evenly. */
function middleOf(sizes: readonly number[]): number {
  const half = sizes.reduce((sum, size) => sum + size, 0) / 2;
  let sum = 0;
  for (const [at, size] of sizes.entries()) {
    sum += size;
    if (sum >= half) return Math.min(sizes.length - 1, Math.max(1, sum - half > size / 2 ? at : at + 1));
  }
  return sizes.length - 1;
}
