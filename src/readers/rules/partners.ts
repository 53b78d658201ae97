import type { ThreadPost } from '../../thread/index.ts';
import type { AimedMove } from './aim-moves.ts';
import { type DisputeField, grants, OWN_VIEW } from './dispute-field.ts';
import type { OwnSentence } from './own-sentences.ts';
import { type Reading, statesMatter } from './reading.ts';

/** How sure a guessed turn start must be before two turns beside it may stand against each other for their place alone. */
const SURE_TURN = 0.62;
const ANSWER_REACH = 6;
const NAME_REACH = 40;

/** Somebody whom a declared crux may divide its speaker from. */
export interface Partner {
  readonly speaker: string;
  /** Likeness that this speaker's words need: more where only their place in the thread speaks for them. */
  readonly floor: number;
}

/** Likeness needed of somebody who answers or is answered, and of somebody who merely stands next in line. */
export interface Floors {
  readonly answering: number;
  readonly neighbour: number;
}

/** Whom a declared crux may divide its speaker from: who is answered, who answers, and, where no replies are known, who stands next to it. */
export function partnersOf(reading: Reading, { to, sentence }: AimedMove, floors: Floors): Partner[] {
  const { post } = sentence;
  const { thread, position, voices } = reading;
  const found = new Map<string, number>();
  if (to) found.set(to.speaker, floors.answering);
  for (const { speaker } of reading.answersTo.get(post.id) ?? []) found.set(speaker, floors.answering);
  if (voices.size === 2) for (const id of voices) found.set(id, floors.answering);
  if (!reading.repliesGiven) {
    const at = position.get(post.id)!;
    // Two turns on in guessed turns is likely the same person again.
    const steps = thread.turns === 'given' ? [1, -1, 2] : [1, -1];
    for (const near of steps.map((step) => thread.posts[at + step]))
      if (near && !found.has(near.speaker) && sureBetween(reading, post, near))
        found.set(near.speaker, floors.neighbour);
  }
  found.delete(post.speaker);
  return [...found].map(([speaker, floor]) => ({ speaker, floor }));
}

/** The first view in a post that is known to answer: what words do not show, the turn itself does. */
export function firstAnswer(field: DisputeField, post: ThreadPost): OwnSentence[] {
  const { reading } = field;
  const at = reading.position.get(post.id)!;
  for (const next of reading.thread.posts.slice(at + 1, at + 1 + ANSWER_REACH)) {
    // An answer that goes point by point has not answered what it does not quote.
    if (!answersWhole(reading, next, post) || next.startConfidence < SURE_TURN || next.quotes.length > 0) continue;
    const candidates = (reading.ofPost.get(next.id) ?? []).filter(
      (each) => statesMatter(reading, each) && !grants(field, each),
    );
    const view = candidates.find((each) => OWN_VIEW.test(each.plain)) ?? candidates[0];
    if (view) return [view];
  }
  return [];
}

/** By reply, by turn of two voices, or by calling the speaker by name after the speaker's last post. */
function answersWhole(reading: Reading, next: ThreadPost, post: ThreadPost): boolean {
  const to = next.speaker === post.speaker ? null : reading.addressee(next, '');
  if (!to || to.post === post.id) return to !== null;
  if (to.by !== 'name' || to.speaker !== post.speaker) return false;
  const at = reading.position.get(next.id)!;
  const before = reading.thread.posts.slice(Math.max(0, at - NAME_REACH), at);
  return before.findLast(({ speaker }) => speaker === post.speaker) === post;
}

/** Neither of two neighbouring turns starts at a place that may be made up. */
function sureBetween(reading: Reading, a: ThreadPost, b: ThreadPost): boolean {
  const [from, to] = [a, b].map(({ id }) => reading.position.get(id)!).sort((x, y) => x - y) as [number, number];
  return reading.thread.posts.slice(from + 1, to + 1).every(({ startConfidence }) => startConfidence >= SURE_TURN);
}
