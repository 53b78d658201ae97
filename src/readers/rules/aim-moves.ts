import type { MoveType, Quote } from '../../graph-file/index.ts';
import type { MoveJudgement } from '../judgements.ts';
import { TAKES_ON } from '../takes-on.ts';
import type { Addressee } from './addressee.ts';
import { claimIdOf } from './find-claims.ts';
import type { SeenMove } from './find-moves.ts';
import { countMatter } from './matter.ts';
import type { OwnSentence } from './own-sentences.ts';
import { quotedInside } from './quoted-inside.ts';
import { claimOf, claimSentences, postsNear, type Reading, statesMatter } from './reading.ts';

/** A move with what it is aimed at. */
export interface AimedMove extends SeenMove {
  readonly id: string;
  readonly to: Addressee | null;
  /** Claim of somebody else that the move answers; null where only the post or nothing is certain. */
  readonly targetClaim: string | null;
  readonly by: 'quote' | 'content' | null;
}

const ANSWERS: ReadonlySet<MoveType> = new Set([
  'agree',
  'partial',
  'concede',
  'cond_agree',
  'disagree',
  'undercut',
  'correct',
  'clarify',
]);

const AGREES_WITH_SOMEBODY =
  /\bagree(?:d|s|ment)? (?:\w+ ){0,2}with (?!you\b|your|this|that|the\b|these|those|it\b|most|much|some|all\b|both|everything|what|much|parts?\b|a\b|an\b)/i;

/** Likeness that a claim of the addressee needs to be taken for what a move answers: high, for a wrong match puts words in a mouth. */
const ALIKE = 0.33;
/** Likeness that what is agreed needs to a claim quoted right before. */
const ALIKE_AT_ALL = 0.1;
/** Characters within which a cue opens a sentence. */
const OPENING = 20;

export function aimMoves(reading: Reading, moves: readonly SeenMove[]): AimedMove[] {
  const names = new Set(moves.filter(({ type }) => type === 'crux').map(({ sentence }) => sentence));
  return moves.map((move) => {
    const { sentence, type } = move;
    const id = `m:${sentence.post.id}:${sentence.start}:${type}`;
    const to = reading.addressee(sentence.post, sentence.text);
    if (!ANSWERS.has(type)) return { ...move, id, to, targetClaim: null, by: null };
    const quoted = quotedClaim(reading, sentence);
    if (quoted && !agreesElsewhere(reading, move, quoted.claim) && !(TAKES_ON.has(type) && names.has(sentence)))
      return { ...move, id, to: quoted.to, targetClaim: quoted.claim, by: 'quote' };
    const inside = quotedInside(reading, sentence, move.cueAt, to?.speaker ?? null);
    if (inside && !names.has(sentence)) {
      const { speaker, id: quotedPost } = inside.post;
      const spoken: Addressee = { speaker, post: quotedPost, by: 'reply' };
      return { ...move, id, to: spoken, targetClaim: claimOf(reading, inside, 'quoted'), by: 'quote' };
    }
    // "I agree." says nothing of what is agreed, and "I agree that this is our crux" is no shared ground.
    if (TAKES_ON.has(type) && (countMatter(agreedContent(sentence.text)) < 3 || names.has(sentence)))
      return { ...move, id, to: null, targetClaim: null, by: null };
    // "I agree with Ann's comment" agrees with Ann, whoever is answered; and who speaks of "this post" may agree with anybody.
    if (TAKES_ON.has(type) && to?.by !== 'name' && (AGREES_WITH_SOMEBODY.test(sentence.text) || to?.by === 'the-post'))
      return { ...move, id, to: null, targetClaim: null, by: null };
    const alike = to ? (alikeClaim(reading, sentence, to) ?? onlyClaim(reading, move, to)) : null;
    return { ...move, id, to, targetClaim: alike, by: alike ? 'content' : null };
  });
}

/** "But I agree that …", behind a quote of something else: what is agreed says so itself. */
function agreesElsewhere(reading: Reading, { type, sentence }: SeenMove, claim: string): boolean {
  if (!TAKES_ON.has(type)) return false;
  const content = agreedContent(sentence.text).trim();
  const pointsBack = /^(?:this|that|it|these|those|you|all|most|much|some)\b/i.test(content);
  if (content === sentence.text || pointsBack || countMatter(content) < 3) return false;
  const { post, start, end } = reading.claims.get(claim)!;
  const words = reading.thread.posts[reading.position.get(post)!]!.text.slice(start, end);
  return reading.likeness(content, words) < ALIKE_AT_ALL;
}

export function toMoveJudgement({ id, type, rule, confidence, sentence, targetClaim, to }: AimedMove): MoveJudgement {
  const { post, start, end } = sentence;
  return { id, type, post: post.id, start, end, target: targetClaim ?? to?.post ?? null, rule, confidence };
}

/** The claim in the passage quoted right before a sentence. */
function quotedClaim(reading: Reading, sentence: OwnSentence): { claim: string; to: Addressee } | null {
  const quote = quoteBefore(sentence);
  if (!quote?.of) return null;
  const { of } = quote;
  const origin = reading.thread.posts[reading.position.get(of.post)!]!;
  if (origin.speaker === sentence.post.speaker) return null;
  const inside = (reading.ofPost.get(of.post) ?? []).filter(({ start, end }) => start < of.end && of.start < end);
  const stated = inside.filter((candidate) => reading.claims.has(claimIdOf(candidate)));
  const chosen = mostAlike(reading, sentence.text, stated) ?? inside[0];
  if (!chosen) return null;
  const to: Addressee = { speaker: origin.speaker, post: origin.id, by: 'reply' };
  return { claim: claimOf(reading, chosen, 'quoted'), to };
}

/** The quote that a sentence stands directly behind: no other paragraph of the post lies between. */
export function quoteBefore(sentence: OwnSentence): Quote | null {
  const { post, block } = sentence;
  const before = post.blocks[block - 1];
  if (!before) return null;
  return post.quotes.find((quote) => quote.start <= before.start && before.end <= quote.end) ?? null;
}

function mostAlike(reading: Reading, text: string, candidates: readonly OwnSentence[]): OwnSentence | null {
  let best: OwnSentence | null = null;
  let bestScore = -1;
  for (const candidate of candidates) {
    const score = reading.likeness(text, candidate.text);
    if (score > bestScore) [best, bestScore] = [candidate, score];
  }
  return best;
}

/** Who opens by disagreeing with a post that makes one claim disagrees with that claim. */
function onlyClaim(reading: Reading, { rule, sentence, cueAt }: SeenMove, to: Addressee): string | null {
  if (rule !== 'i-disagree' || sentence.at > 0 || cueAt > OPENING || to.post === null) return null;
  const said = reading.ofPost.get(to.post) ?? [];
  const [only, ...more] = said.filter((each) => reading.claims.has(claimIdOf(each)) || each.plain.endsWith('?'));
  return only && more.length === 0 && statesMatter(reading, only) ? claimIdOf(only) : null;
}

function alikeClaim(reading: Reading, sentence: OwnSentence, to: Addressee): string | null {
  const at = reading.position.get(sentence.post.id)!;
  const earlier = postsNear(reading, sentence.post, to.speaker).filter(({ id }) => reading.position.get(id)! < at);
  const candidates = earlier.flatMap(({ id }) => claimSentences(reading, id));
  const content = agreedContent(sentence.text);
  const best = mostAlike(reading, content, candidates);
  return best && reading.likeness(content, best.text) >= ALIKE ? claimIdOf(best) : null;
}

/** What is agreed or denied, without "I fully agree with you that" and without what a "but" adds. */
export function agreedContent(text: string): string {
  const from =
    /\b(?:agree(?:d)?(?: in (?:part|principle|a sense))?(?: with (?:you|[A-Z]\w+))?(?: here)?,? (?:that|on|about|with)|right (?:that|about)|(?:think|believe|doubt) that)\b/i.exec(
      text,
    );
  const rest = from ? text.slice(from.index + from[0].length) : text;
  const but = /[,;:.] (?:but|however|though|although|except)\b/i.exec(rest);
  return but && but.index > 20 ? rest.slice(0, but.index) : rest;
}
