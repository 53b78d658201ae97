import type { MoveType } from '../../graph-file/index.ts';
import { MOVE_CUES } from './move-cues.ts';
import type { OwnSentence } from './own-sentences.ts';
import { isLimited } from './take-back.ts';
import { OFFER, offersToYield } from './yield-cues.ts';

/** A move as its words show it, before anybody asks what it is aimed at. */
export interface SeenMove {
  readonly type: MoveType;
  readonly rule: string;
  readonly confidence: number;
  readonly sentence: OwnSentence;
  /** Where in the sentence the cue stands; 0 where no single place shows the move. */
  readonly cueAt: number;
}

/** At most one move of a type per sentence: the first cue that matches. Agreement that a "but" takes back becomes partial. */
export function findMoves(sentences: readonly OwnSentence[]): SeenMove[] {
  const moves: SeenMove[] = [];
  for (const [index, sentence] of sentences.entries()) {
    const seen = new Set<MoveType>();
    for (const { move, rule, confidence, pattern, unless } of MOVE_CUES) {
      if (seen.has(move) || (move === 'crux' && seen.has('scope'))) continue;
      const cue = pattern.exec(sentence.plain);
      if (!cue || unless?.test(sentence.plain)) continue;
      seen.add(move);
      moves.push({ type: move, rule, confidence, sentence, cueAt: cue.index });
    }
    if (!seen.has('crux') && !seen.has('scope') && !seen.has('cond_agree') && yields(sentences, index))
      moves.push({ type: 'crux', rule: OFFER, confidence: 0.8, sentence, cueAt: 0 });
    settleAgreement(moves, seen, sentences[index + 1]);
    if (seen.has('disagree') && sentence.plain.endsWith(':')) moves.push(...announced(sentences, index));
  }
  return moves;
}

/** The sentence before counts only where it stands in the same paragraph. */
function yields(sentences: readonly OwnSentence[], index: number): boolean {
  const sentence = sentences[index]!;
  const before = sentences[index - 1];
  const sameBlock = before?.post === sentence.post && before.block === sentence.block;
  return offersToYield(sentence.plain, sameBlock ? before.plain : null);
}

/**
 * "Points I disagree with:" makes the first sentence of each paragraph of the list a disagreement; where a quote follows
 * instead, the sentence behind the quote.
 */
function announced(sentences: readonly OwnSentence[], index: number): SeenMove[] {
  const { post, block } = sentences[index]!;
  const isQuote = (at: number) => {
    const span = post.blocks[at];
    return (
      span && (span.kind === 'quote' || post.quotes.some(({ start, end }) => start <= span.start && span.end <= end))
    );
  };
  const found: SeenMove[] = [];
  let last = block;
  for (let at = index + 1; at < sentences.length && sentences[at]!.post === post; at++) {
    const sentence = sentences[at]!;
    if (sentence.block === last || post.blocks[sentence.block]?.kind === 'footnote') continue;
    const behindQuote = isQuote(sentence.block - 1);
    if (behindQuote && last !== block) break;
    found.push({ type: 'disagree', rule: 'announced-disagreement', confidence: 0.8, sentence, cueAt: 0 });
    if (behindQuote) break;
    last = sentence.block;
  }
  return found;
}

const WHOLE = /\b(?:fully|totally|completely|entirely|whole-?heartedly|absolutely) (?:[\w']+ )?agree\b/;
const STARTS_TAKING_BACK = /^(?:but|however|though|yet|still)\b/;

function settleAgreement(moves: SeenMove[], seen: Set<MoveType>, next: OwnSentence | undefined): void {
  const at = moves.findLastIndex(({ type }) => type === 'agree');
  const agreement = moves[at];
  if (!seen.has('agree') || !agreement) return;
  const { sentence } = agreement;
  if (seen.has('cond_agree') || seen.has('partial')) {
    moves.splice(at, 1);
    return;
  }
  const sameBlock = next && next.post === sentence.post && next.block === sentence.block;
  if (
    isLimited(sentence.plain, agreement.cueAt) ||
    (sameBlock && STARTS_TAKING_BACK.test(next.plain) && !WHOLE.test(sentence.plain))
  )
    moves[at] = { ...agreement, type: 'partial', rule: `${agreement.rule}-but` };
}
