import type { Notice } from '../errors/index.ts';
import type { ReaderStamp } from '../graph-file/index.ts';
import type { Thread, TurnGuesser } from '../thread/index.ts';
import type { Judgements, Words } from './judgements.ts';

/** A crux as found, to be looked at again or to be worded: the very words on its sides. */
export interface CruxInWords {
  readonly id: string;
  /** `cited`: what is meant where a sentence makes several claims. */
  readonly words: readonly (Words & { readonly speaker: string; readonly cited?: Pick<Words, 'start' | 'end'> })[];
  /** Who holds (yes) and who denies (no) what the item says, where both are stated: a question must be asked that way round. */
  readonly views?: ReadonlyMap<string, 'yes' | 'no'>;
}

/** A claim that speakers are seen to share, to be looked at again: how it is told, and the words of each. */
export interface SharedInWords extends CruxInWords {
  readonly says: string;
  readonly how: 'shared' | 'denied' | 'in part' | 'on a condition' | 'granted';
}

/** Speakers who share a claim as it is told, and those who go along with a part of it. */
export interface Sharers {
  readonly whole: ReadonlySet<string>;
  readonly part: ReadonlySet<string>;
}

export interface Naming {
  readonly id: string;
  readonly question: string;
  readonly settledBy: string | null;
}

/** Requests and tokens of one reading, and all that it has to tell. */
export interface Account {
  readonly requests: number;
  readonly tokens: { readonly in: number; readonly out: number; readonly cached: number };
  readonly notices: readonly Notice[];
}

/** Reads a thread into judgements. Readers never throw for one post's sake: what they could not do is in `notices` and `ledger`. */
export interface Reader extends TurnGuesser {
  readonly stamp: ReaderStamp;
  /** What the reading has cost and lost in all its stages, where a reader keeps count. */
  account?(): Account;
  read(thread: Thread): Promise<Judgements>;
  /** Claims of different parts that say the same; returns the judgements with `sames` and `names` completed. */
  reconcile(thread: Thread, judgements: Judgements): Promise<Judgements>;
  /** Ids of the items that an independent second look confirms; a missing id is not confirmed. */
  review(thread: Thread, judgements: Judgements, items: readonly CruxInWords[]): Promise<ReadonlySet<string>>;
  /** Who shares each item by an independent second look, by the item's id; readers that have none leave it out. */
  confirmShared?(
    thread: Thread,
    judgements: Judgements,
    items: readonly SharedInWords[],
  ): Promise<ReadonlyMap<string, Sharers>>;
  /** Words cruxes as neutral questions; it never picks or ranks them. */
  name(thread: Thread, judgements: Judgements, items: readonly CruxInWords[]): Promise<readonly Naming[]>;
}

/** A second look that confirms all speakers, where none is wanted. */
export function everybodyShares(items: readonly SharedInWords[]): ReadonlyMap<string, Sharers> {
  return new Map(items.map(({ id, words }) => [id, everybody(words)]));
}

/** All speakers of an item, wholly. */
export function everybody(words: SharedInWords['words']): Sharers {
  return { whole: new Set(words.map(({ speaker }) => speaker)), part: new Set() };
}
