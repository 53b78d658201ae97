import type { Ground } from './ground.ts';
import { type Stretch, sameWords, stretchFinder } from './overlap.ts';

/** Claims and moves of a graph against the claims of a gold: who means which. */
export interface Said {
  /** Gold claims by id: their number in `gold.claims`. */
  readonly numberOf: ReadonlyMap<string, number>;
  readonly stretches: readonly Stretch[];
  /** For each claim of the graph, by id, the numbers of the gold claims that are the same words. */
  readonly byClaim: ReadonlyMap<string, readonly number[]>;
  /** The same for moves. */
  readonly byMove: ReadonlyMap<string, readonly number[]>;
}

/** Lays the graph's words over the gold's: by characters if the gold quotes its claims, else by lines. */
export function compareWords(ground: Ground): Said {
  const { gold, file, posts } = ground;
  const find = stretchFinder(ground);
  const quoted = gold.claims.some(({ text }) => text !== undefined);
  const stretches = gold.claims.map(({ line, last_line, text }) => find(line, last_line ?? line, text ?? null));
  const lay = (items: readonly PlacedWords[], wordsOf: (item: PlacedWords) => string) => {
    const found = items.map((item) =>
      find(item.firstLine ?? 1, item.lastLine ?? item.firstLine ?? 0, quoted ? wordsOf(item) : null),
    );
    const same = sameWords(found, stretches);
    return new Map(items.map(({ id }, at) => [id, same[at]!]));
  };
  const wordsOf = ({ post, start, end }: PlacedWords) => posts.get(post)!.text.slice(start, end);
  return {
    numberOf: new Map(gold.claims.map(({ id }, at) => [id, at])),
    stretches,
    byClaim: lay(file.claims, wordsOf),
    byMove: lay(file.moves, wordsOf),
  };
}

interface PlacedWords {
  readonly id: string;
  readonly post: string;
  readonly start: number;
  readonly end: number;
  readonly firstLine: number | null;
  readonly lastLine: number | null;
}
