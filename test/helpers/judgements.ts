import type { Stance } from '../../src/graph-file/index.ts';
import type {
  ClaimJudgement,
  DisputeJudgement,
  Judgements,
  MoveJudgement,
  RelationJudgement,
  SameJudgement,
  Words,
} from '../../src/readers/index.ts';
import type { Thread } from '../../src/thread/index.ts';

/** `[post, words, stance or stated probability]`. */
export type ClaimSketch = readonly [post: string, words: string, stance?: Stance | number];
/** `[post, words, from, type, to, strength?, endorsed?]`. */
export type RelationSketch = readonly [
  post: string,
  words: string,
  from: string,
  type: RelationJudgement['type'],
  to: string,
  strength?: RelationJudgement['strength'],
  endorsed?: RelationJudgement['endorsed'],
];
/** `[post, words, type, target?]`. */
export type MoveSketch = readonly [post: string, words: string, type: MoveJudgement['type'], target?: string];

export interface JudgementSketch {
  readonly claims?: Readonly<Record<string, ClaimSketch>>;
  readonly relations?: Readonly<Record<string, RelationSketch>>;
  readonly moves?: readonly MoveSketch[];
  /** `[a, b]` for the same, `[a, b, -1]` for opposites. */
  readonly sames?: readonly (readonly [a: string, b: string, polarity?: 1 | -1])[];
  readonly terms?: readonly (readonly [term: string, claim: string])[];
  readonly names?: readonly (readonly [claim: string, text: string])[];
  readonly disputes?: readonly Partial<DisputeJudgement>[];
}

/** Judgements whose words are found in the posts; unknown words stay outside the text (offset −1). */
export function sketchJudgements(thread: Thread, sketch: JudgementSketch): Judgements {
  const words = (post: string, text: string): Words => {
    const start = thread.posts.find(({ id }) => id === post)?.text.indexOf(text) ?? 0;
    return { post, start, end: start + text.length };
  };
  const claims = Object.entries(sketch.claims ?? {}).map(([id, [post, text, stance = 'assert']]): ClaimJudgement => {
    const said =
      typeof stance === 'number' ? ({ stance: 'assert', p: stance } as const) : ({ stance, p: null } as const);
    return { id, ...words(post, text), kind: 'fact', ...said, grounding: 'exact', rule: 'test', confidence: 1 };
  });
  const relations = Object.entries(sketch.relations ?? {}).map(
    ([id, [post, text, from, type, to, strength = 'normal', endorsed = 'holds']]): RelationJudgement => {
      return { id, ...words(post, text), from, to, type, strength, endorsed, rule: 'test' };
    },
  );
  const moves = (sketch.moves ?? []).map(([post, text, type, target], index): MoveJudgement => {
    return { id: `move${index}`, ...words(post, text), type, target: target ?? null, rule: 'test', confidence: 1 };
  });
  return {
    claims,
    relations,
    moves,
    sames: (sketch.sames ?? []).map(([a, b, polarity = 1]): SameJudgement => ({ a, b, polarity, rule: 'test' })),
    terms: (sketch.terms ?? []).map(([term, claim]) => ({ term, claim })),
    names: (sketch.names ?? []).map(([claim, text]) => ({ claim, text })),
    disputes: (sketch.disputes ?? []).map((dispute, index) => ({
      ...{ id: `dispute${index}`, claims: [], moves: [], declared: false, setAside: false, confidence: 1 },
      ...dispute,
    })),
    notices: [],
    ledger: {
      posts: { read: thread.posts.length, skipped: 0, failed: 0 },
      claims: { kept: claims.length, repaired: 0, dropped: 0 },
      requests: 0,
      tokens: { in: 0, out: 0, cached: 0 },
    },
  };
}
