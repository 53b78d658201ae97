import type { Notice } from '../../../errors/index.ts';
import type { MoveType, Stance } from '../../../graph-file/index.ts';
import type { Judgements } from '../../judgements.ts';

/** What explicit words of a sentence say, as the embedded reader sees them. */
export interface Cues {
  /** Why a move of this type is at odds with the sentence's words, null where it is not. */
  againstMove(post: string, start: number, move: MoveType): string | null;
  /** The same for a stance; `answers`: it is taken towards somebody else's claim. */
  againstStance(post: string, start: number, stance: Stance, answers: boolean): string | null;
}

const SURE = 0.8;
const TAKING: ReadonlySet<MoveType> = new Set(['agree', 'partial', 'concede', 'cond_agree']);
const DENYING: ReadonlySet<MoveType> = new Set(['disagree', 'undercut', 'correct', 'partial']);

/** Reads the cues of a thread out of the embedded reader's judgements; only cues that it calls reliable count. */
export function readCues({ claims, moves }: Judgements): Cues {
  const movesAt = new Map<string, Set<MoveType>>();
  for (const { post, start, type, confidence } of moves) {
    if (confidence < SURE) continue;
    const key = `${post} ${start}`;
    movesAt.set(key, (movesAt.get(key) ?? new Set()).add(type));
  }
  const claimsAt = new Map(claims.map((claim) => [`${claim.post} ${claim.start}`, claim]));
  const cued = (post: string, start: number, wanted: ReadonlySet<MoveType>) =>
    [...(movesAt.get(`${post} ${start}`) ?? [])].some((type) => wanted.has(type));
  const only = (post: string, start: number, one: ReadonlySet<MoveType>, other: ReadonlySet<MoveType>) =>
    cued(post, start, one) && !cued(post, start, other);
  return {
    againstMove(post, start, move) {
      if ((move === 'agree' || move === 'concede') && only(post, start, DENYING, TAKING))
        return 'words of disagreement';
      if (move === 'disagree' && only(post, start, TAKING, DENYING)) return 'words of agreement';
      return null;
    },
    againstStance(post, start, stance, answers) {
      const holds = stance === 'assert' || stance === 'hedge';
      const denies = stance === 'reject' || stance === 'doubt';
      const claim = claimsAt.get(`${post} ${start}`);
      if (holds && claim?.rule === 'says-back') return 'words that report the view of somebody else';
      if (stance === 'assert' && claim?.stance === 'unsure') return 'words of doubt';
      if (answers && holds && only(post, start, DENYING, TAKING)) return 'words of disagreement';
      if (answers && denies && only(post, start, TAKING, DENYING)) return 'words of agreement';
      return null;
    },
  };
}

/** The notice for a label that is at odds with its words. */
export function tellContradiction(post: string, words: string, label: string, cue: string): Notice {
  const shown = words.replace(/\s+/g, ' ');
  const cut = shown.length > 60 ? `${shown.slice(0, 57).toWellFormed()}...` : shown;
  return { rule: 'check', post, text: `Labelled ${label} against ${cue}: “${cut}”` };
}
