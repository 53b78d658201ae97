import type { MoveType } from '../graph-file/index.ts';

/** Moves by which a speaker takes a claim of somebody else on, wholly, in part or under a condition. */
export const TAKES_ON: ReadonlySet<MoveType> = new Set(['agree', 'partial', 'concede', 'cond_agree']);
