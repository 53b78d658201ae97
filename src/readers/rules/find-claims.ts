import type { ClaimKind, Stance } from '../../graph-file/index.ts';
import type { ClaimJudgement } from '../judgements.ts';
import type { OwnSentence } from './own-sentences.ts';

const FEWEST_WORDS = 6;
const MOST_WORDS = 60;

/** Words that make a sentence more than narration: stance verbs, modals, comparatives, negations, reasons. */
const CLAIMS_SOMETHING =
  /\b(?:think|believe|claim|argue|suspect|expect|predict|guess|doubt|agree|disagree|feel like|seems?|appears?|would|should|could|can|can't|cannot|may|might|must|will|won't|ought|need|needs|more|less|better|worse|safer|easier|harder|most|best|worst|not|n't|never|no|because|since|therefore|so that|good|bad|wrong|right|true|false|important|likely|unlikely|is|are|isn't|aren't|mean|means|makes|requires?|causes?|leads?|depends?)\b|n't\b/;

const SUPPOSES = /^(?:now )?(?:suppose|imagine|picture|let's say|say we)\b/;

const ONLY_TALK =
  /^(?:suppose|imagine|say (?:we|you|i)\b|let's say|consider\b|so i (?:create|make|train|build|take)|i (?:create|make|train|pre-?train|build|take|run|give)\b|thanks|thank you|let me explain|let me know|edit:|p\.?s\.?|see (?:my|the|also)|here(?:'s| is| are) |happy to |on a meta note|before i|i'm going to|i'll (?:try|start|go)|to (?:make sure|be clear)|for what it's worth|my answer is (?:yes|no)\.?$|i have a few (?:claims|points|questions)|i think (?:[\w']+ ){1,6}(?:is|are) best (?:explained|shown|seen))/;

/** Claims of a thread: declarative sentences that put something forward, with kind and stance read from cues only. */
export function findClaims(sentences: readonly OwnSentence[]): ClaimJudgement[] {
  const claims: ClaimJudgement[] = [];
  let supposed: string | null = null;
  for (const sentence of sentences) {
    const paragraph = `${sentence.post.id} ${sentence.block}`;
    // What is true in a thought experiment is not claimed of the world.
    if (SUPPOSES.test(sentence.plain)) supposed = paragraph;
    if (paragraph === supposed) continue;
    const claim = toClaim(sentence);
    if (claim) claims.push(claim);
  }
  return claims;
}

/** Id of the claim that a sentence makes, should it make one. */
export function claimIdOf(sentence: { readonly post: { readonly id: string }; readonly start: number }): string {
  return `c:${sentence.post.id}:${sentence.start}`;
}

/** The sentence as a claim whatever its form: for words that a move points to although they ask rather than state. */
export function forceClaim(sentence: OwnSentence, rule: string): ClaimJudgement {
  const { post, start, end, plain } = sentence;
  const stance = plain.endsWith('?') || /\?\)?$/.test(plain) ? 'unsure' : stanceOf(plain);
  const base = { post: post.id, start, end, grounding: 'exact' as const, p: probabilityOf(plain) };
  return { ...base, id: claimIdOf(sentence), kind: kindOf(plain), stance, rule, confidence: 0.6 };
}

function toClaim(sentence: OwnSentence): ClaimJudgement | null {
  const { plain, post } = sentence;
  if (post.state !== 'ok' && post.text.length < 20) return null;
  const count = plain.split(' ').length;
  if (count < FEWEST_WORDS || count > MOST_WORDS || /\?["')]*$/.test(plain)) return null;
  if (ONLY_TALK.test(plain) || !CLAIMS_SOMETHING.test(plain) || plain.endsWith(':')) return null;
  if (sentence.matter < 2) return null;
  const claim = { ...forceClaim(sentence, 'claim-sentence'), confidence: 0.7 };
  // Saying the other's view back is not holding it.
  return SAYS_BACK.test(plain) ? { ...claim, stance: 'reported', rule: 'says-back' } : claim;
}

const SAYS_BACK =
  /\byou(?:'re| are)(?: also)? (?:saying|claiming|arguing|suggesting|thinking|assuming)\b|\b(?:the way you|as i understand you|if i understand you|your (?:view|claim|position|argument) (?:is|seems)|so you (?:think|believe|want|mean)|you (?:[\w']+ )?(?:think|believe|claim|say|argue|expect|suggest|want|seem to))\b/;

const HEDGED =
  /\b(?:i think|i guess|i suspect|i feel|in my opinion|imo|imho|my (?:best |current )?(?:guess|sense|impression|feeling)|probably|perhaps|maybe|possibly|might|may|could be|seems?|seemingly|apparently|likely|unlikely|i(?:'d| would) (?:guess|say|expect|argue)|tentative(?:ly)?|somewhat|arguably|presumably|plausibl[ey]|it's possible|to some extent)\b/;
const UNSURE =
  /\b(?:i(?:'m| am) (?:not (?:very |really |at all )?(?:sure|certain|confident)|unsure|uncertain|ambivalent|torn|undecided)|i (?:don't|do not) know|not obvious to me|hard to (?:say|tell)|no (?:strong|clear) (?:view|opinion)s?)\b/;

function stanceOf(plain: string): Stance {
  if (UNSURE.test(plain)) return 'unsure';
  return HEDGED.test(plain) ? 'hedge' : 'assert';
}

function probabilityOf(plain: string): number | null {
  const stated = /\b(\d{1,3}(?:\.\d+)?) ?(?:%|percent) (?:chance|likely|probability|sure|confident)\b/.exec(plain);
  const value = stated ? Number(stated[1]) / 100 : Number.NaN;
  return value >= 0 && value <= 1 ? value : null;
}

function kindOf(plain: string): ClaimKind {
  if (/\bby ["']?[\w -]{2,50}["']?,? (?:i|we) mean\b|\bmeans? (?:that|by)\b|\bdefin(?:e|ed|ition)\b/.test(plain))
    return 'definition';
  if (/\b(?:should|shouldn't|ought|must|have to|let's|need to|had better)\b/.test(plain)) return 'policy';
  if (
    /\b(?:will|won't|going to|expect|predict|forecast|by 20\d\d|next (?:year|decade)|in the (?:future|long run))\b/.test(
      plain,
    )
  )
    return 'forecast';
  if (
    /\b(?:good|bad|better|worse|best|worst|important|prefer|worth|matters?|unfair|fair|wrong|right|valuable|desirable|acceptable)\b/.test(
      plain,
    )
  )
    return 'value';
  return 'fact';
}
