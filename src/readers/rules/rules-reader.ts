import type { Notice } from '../../errors/index.ts';
import type { Thread } from '../../thread/index.ts';
import type { Judgements } from '../judgements.ts';
import type { Reader } from '../reader.ts';
import { TAKES_ON } from '../takes-on.ts';
import { type AimedMove, aimMoves, toMoveJudgement } from './aim-moves.ts';
import { findDisputes } from './find-disputes.ts';
import { findMoves } from './find-moves.ts';
import { findRelations } from './find-relations.ts';
import { findSames } from './find-sames.ts';
import { guessTurns } from './guess-turns.ts';
import { claimOf, claimSentences, openReading, type Reading } from './reading.ts';

/** Version of the rules; it changes when their answers may change. */
export const RULES_VERSION = '1';

/**
 * The embedded reader: cues and structure, no model, no network. It labels only where a cue is reliable, and says of itself
 * what it cannot do.
 */
export function rulesReader(): Reader {
  return {
    stamp: { name: 'rules', model: null, version: RULES_VERSION },
    guessTurns: async (paragraphs, declaredPosts) => guessTurns(paragraphs, declaredPosts),
    read: async (thread) => readByRules(thread),
    reconcile: async (_thread, judgements) => judgements,
    review: async (_thread, _judgements, items) => new Set(items.map(({ id }) => id)),
    name: async () => [],
  };
}

function readByRules(thread: Thread): Judgements {
  const reading = openReading(thread);
  const moves = aimMoves(reading, findMoves(reading.sentences));
  const disputes = findDisputes(reading, moves);
  const relations = findRelations(reading, moves);
  for (const move of moves) carryClaim(reading, move);
  putUpLastQuestions(reading, moves);
  const claims = [...reading.claims.values()].sort(
    (a, b) => reading.position.get(a.post)! - reading.position.get(b.post)! || a.start - b.start,
  );
  const read = thread.posts.filter(({ text }) => text !== '').length;
  return {
    claims,
    moves: moves.map(toMoveJudgement),
    relations,
    sames: findSames(reading),
    terms: [],
    names: [],
    disputes,
    notices: limitsOf(thread),
    ledger: {
      posts: { read, skipped: thread.posts.length - read, failed: 0 },
      claims: { kept: claims.length, repaired: 0, dropped: 0 },
      requests: 0,
      tokens: { in: 0, out: 0, cached: 0 },
    },
  };
}

/** Agreement and its kin take on a claim: their words stand as a claim of the speaker. */
function carryClaim(reading: Reading, { type, sentence }: AimedMove): void {
  if (TAKES_ON.has(type) && sentence.plain.split(' ').length >= 6) claimOf(reading, sentence, `${type}-words`);
}

/** A question that is all a thread's last post says stands open: its words are put up as such. */
function putUpLastQuestions(reading: Reading, moves: readonly AimedMove[]): void {
  const last = reading.thread.posts.findLast(({ text }) => text !== '');
  if (!last || claimSentences(reading, last.id).length > 0) return;
  for (const { type, sentence } of moves)
    if (type === 'clarify' && sentence.post === last && sentence.matter >= 3)
      claimOf(reading, sentence, 'open-question');
}

function limitsOf(thread: Thread): Notice[] {
  const text =
    'Read by rules: only what explicit words show is labelled. Disagreement that no cue word marks is not seen, claims in other words are not merged, and no closure is computed.';
  const notices: Notice[] = [{ rule: 'rules-reader-limits', post: null, text }];
  if (thread.turns === 'inferred' && thread.posts.length > 1) {
    const sure =
      thread.posts.slice(1).reduce((sum, { startConfidence }) => sum + startConfidence, 0) / (thread.posts.length - 1);
    const share = Math.round(sure * 100);
    notices.push({
      rule: 'turns-confidence',
      post: null,
      text: `Turn starts are guessed with ${share}% mean confidence.`,
    });
  }
  return notices;
}
