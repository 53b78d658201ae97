import type { Notice } from '../errors/index.ts';
import type { ClaimKind, Ledger, MoveType, RelationType, Stance } from '../graph-file/index.ts';

/** Place of the words that a judgement rests on: UTF-16 offsets in the text of post `post`. */
export interface Words {
  readonly post: string;
  readonly start: number;
  readonly end: number;
}

/** A claim as somebody uttered it: a whole sentence or clause, verbatim. The speaker is the post's speaker. */
export interface ClaimJudgement extends Words {
  readonly id: string;
  readonly kind: ClaimKind;
  readonly stance: Stance;
  /** A stated probability, 0..1. */
  readonly p: number | null;
  readonly grounding: 'exact' | 'repaired';
  /** The words inside the claim's sentence that the reader cited for it, which tell claims of one sentence apart. */
  readonly cited?: Pick<Words, 'start' | 'end'>;
  readonly rule: string;
  readonly confidence: number;
}

/** A dialogue move; `target` is the id of a post, claim or relation judgement. */
export interface MoveJudgement extends Words {
  readonly id: string;
  readonly type: MoveType;
  readonly target: string | null;
  readonly rule: string;
  readonly confidence: number;
}

/** A relation that a speaker states between two claims (`to` is a relation's id for `undercuts`). */
export interface RelationJudgement extends Words {
  readonly id: string;
  readonly from: string;
  readonly to: string;
  readonly type: RelationType;
  readonly strength: 'weak' | 'normal' | 'strong';
  /** How the speaker of the words stands to the inference. */
  readonly endorsed: 'holds' | 'weak' | 'denies' | 'reverses';
  readonly rule: string;
}

/** Two claims say the same (`polarity` 1) or opposite things (−1). */
export interface SameJudgement {
  readonly a: string;
  readonly b: string;
  readonly polarity: 1 | -1;
  readonly rule: string;
}

/** A sense that a claim gives to a term. */
export interface TermJudgement {
  readonly term: string;
  readonly claim: string;
}

/** A canonical wording for the proposition that a claim belongs to. */
export interface NameJudgement {
  readonly claim: string;
  readonly text: string;
}

/**
 * A point on which two speakers are seen to part, without knowing how it bears on a conclusion: claims of two speakers or
 * more and the moves that show it. The embedded reader yields these; they rank as contentions and never get a closure.
 */
export interface DisputeJudgement {
  readonly id: string;
  readonly claims: readonly string[];
  readonly moves: readonly string[];
  /** A participant says that the discussion turns on this. */
  readonly declared: boolean;
  /** A participant sets it aside. */
  readonly setAside: boolean;
  readonly confidence: number;
}

/** All that a reader says of a thread; everything in it points to exact words. */
export interface Judgements {
  readonly claims: readonly ClaimJudgement[];
  readonly moves: readonly MoveJudgement[];
  readonly relations: readonly RelationJudgement[];
  readonly sames: readonly SameJudgement[];
  readonly terms: readonly TermJudgement[];
  readonly names: readonly NameJudgement[];
  readonly disputes: readonly DisputeJudgement[];
  readonly notices: readonly Notice[];
  readonly ledger: Ledger;
}
