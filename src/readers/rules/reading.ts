import type { Thread, ThreadPost } from '../../thread/index.ts';
import type { ClaimJudgement } from '../judgements.ts';
import { type Addressee, addresseeFinder, knownVoices } from './addressee.ts';
import { claimIdOf, findClaims, forceClaim } from './find-claims.ts';
import { buildLikeness, type Likeness } from './likeness.ts';
import { listOwnSentences, type OwnSentence } from './own-sentences.ts';

/** What all rules of one reading share: the thread's own sentences, its claims so far, and who answers whom. */
export interface Reading {
  readonly thread: Thread;
  readonly sentences: readonly OwnSentence[];
  readonly ofPost: ReadonlyMap<string, readonly OwnSentence[]>;
  readonly position: ReadonlyMap<string, number>;
  readonly claims: Map<string, ClaimJudgement>;
  readonly likeness: Likeness;
  readonly addressee: (post: ThreadPost, sentence: string) => Addressee | null;
  readonly voices: ReadonlySet<string>;
  /** Whether the source itself says what posts answer. */
  readonly repliesGiven: boolean;
  readonly answersTo: ReadonlyMap<string, readonly ThreadPost[]>;
}

export function openReading(thread: Thread): Reading {
  const sentences = listOwnSentences(thread);
  const ofPost = new Map<string, OwnSentence[]>();
  for (const sentence of sentences) {
    const list = ofPost.get(sentence.post.id);
    if (list) list.push(sentence);
    else ofPost.set(sentence.post.id, [sentence]);
  }
  const answersTo = new Map<string, ThreadPost[]>();
  for (const post of thread.posts) {
    if (post.replyTo !== null) answersTo.set(post.replyTo, [...(answersTo.get(post.replyTo) ?? []), post]);
  }
  return {
    thread,
    sentences,
    ofPost,
    position: new Map(thread.posts.map(({ id }, at) => [id, at])),
    claims: new Map(findClaims(sentences).map((claim) => [claim.id, claim])),
    likeness: buildLikeness(sentences),
    addressee: addresseeFinder(thread),
    voices: knownVoices(thread),
    repliesGiven: thread.posts.some(({ replyBy }) => replyBy === 'source'),
    answersTo,
  };
}

/** The claim that a sentence makes; a sentence that only asks becomes a claim because a move rests on it. */
export function claimOf(reading: Reading, sentence: OwnSentence, rule: string): string {
  const id = claimIdOf(sentence);
  if (!reading.claims.has(id)) reading.claims.set(id, forceClaim(sentence, rule));
  return id;
}

/** Sentences of a post that make a claim on the matter. */
export function claimSentences(reading: Reading, post: string): OwnSentence[] {
  return (reading.ofPost.get(post) ?? []).filter(
    (sentence) => reading.claims.has(claimIdOf(sentence)) && statesMatter(reading, sentence),
  );
}

/** A sentence that says something of the matter in its speaker's own name. */
export function statesMatter(reading: Reading, sentence: OwnSentence): boolean {
  return reading.claims.get(claimIdOf(sentence))?.stance !== 'reported' && sentence.matter >= 3;
}

/** "I don't see it." says too little alone, "You suggest that …" is not the speaker's view: then the next view of the paragraph, or none. */
export function viewBehind(reading: Reading, sentence: OwnSentence): OwnSentence | null {
  const post = reading.ofPost.get(sentence.post.id)!;
  const ownView = (each: OwnSentence) => each.plain.split(' ').length >= 7 && statesMatter(reading, each);
  if (ownView(sentence)) return sentence;
  const rest = post.slice(post.indexOf(sentence) + 1).filter((each) => each.block === sentence.block);
  return rest.find(ownView) ?? null;
}

/**
 * Posts of `speaker` near a post, nearest first: what it answers and what answers it, over two steps; where the source does not
 * say who answers whom, also the speaker's turns next to it.
 */
export function postsNear(reading: Reading, post: ThreadPost, speaker: string): ThreadPost[] {
  const { thread, position } = reading;
  const at = position.get(post.id)!;
  const near = new Set<ThreadPost>();
  const parent = post.replyTo === null ? null : thread.posts[position.get(post.replyTo)!]!;
  if (parent?.speaker === speaker) near.add(parent);
  const answers = reading.answersTo.get(post.id) ?? [];
  for (const answer of answers) if (answer.speaker === speaker) near.add(answer);
  if (reading.repliesGiven) {
    const above = parent?.replyTo ? thread.posts[position.get(parent.replyTo)!]! : null;
    const below = answers.flatMap(({ id }) => reading.answersTo.get(id) ?? []);
    for (const other of [above, ...below]) if (other?.speaker === speaker) near.add(other);
    return [...near];
  }
  for (const step of [-1, 1]) {
    let left = REACH;
    for (let other = at + step; other >= 0 && other < thread.posts.length && left > 0; other += step, left--) {
      if (thread.posts[other]!.speaker !== speaker) continue;
      near.add(thread.posts[other]!);
      break;
    }
  }
  return [...near];
}

const REACH = 12;
