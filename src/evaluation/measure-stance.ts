import type { Gold, GoldPost, GoldRelationType, ReplyStance } from './gold.ts';
import { hasPart, isKnown } from './gold.ts';
import { type Ground, linesOf, listLines, toFirstCapture } from './ground.ts';
import { type LabelPair, macroF1 } from './macro-f1.ts';
import { stanceFinder, stanceOfSign } from './reply-stance.ts';

const SIGN_OF_GOLD: Partial<Record<GoldRelationType, number>> = {
  support: 1,
  agree: 1,
  partly_agree: 1,
  concede: 1,
  attack: -1,
  undercut: -1,
};

/** Macro-F1 of agree, disagree and neutral over replies and what they answer, as far as the gold tells; null without any. */
export function measureStance(ground: Ground): { readonly stance_f1: number | null } {
  return { stance_f1: macroF1(listStancePairs(ground)) };
}

/**
 * Pairs of two authors' posts that the gold ties by a reply or a relation, with the stance that it names or else shows by its
 * relations, and the stance that the graph shows.
 */
function listStancePairs(ground: Ground): LabelPair<ReplyStance>[] {
  const { gold } = ground;
  const posts = new Map(gold.posts.map((post) => [post.id, post]));
  const pairs = signPairs(gold);
  for (const { id, reply_to } of gold.posts) if (reply_to !== null) addSign(pairs, id, reply_to, 0);
  const stanceOf = stanceFinder(ground.file);
  const postAt = postFinder(ground);
  return [...pairs.values()].flatMap(({ reply: from, parent: to, sign }) => {
    const [reply, parent] = [posts.get(from)!, posts.get(to)!];
    if (!isPair(reply, parent)) return [];
    const said = reply.reply_to === parent.id ? reply.stance : null;
    if (said === null && !hasPart(gold, 'relations')) return [];
    const [a, b] = [postAt(reply), postAt(parent)];
    const predicted = a !== null && b !== null ? stanceOf(a, b) : 'neutral';
    return [{ gold: said ?? stanceOfSign(sign), predicted }];
  });
}

function isPair(reply: GoldPost, parent: GoldPost): boolean {
  const counts = (post: GoldPost) => !post.chrome && post.duplicate_of === null && isKnown(post.author);
  return counts(reply) && counts(parent) && reply.author !== parent.author;
}

interface SignedPair {
  readonly reply: string;
  readonly parent: string;
  readonly sign: number;
}

function addSign(pairs: Map<string, SignedPair>, reply: string, parent: string, sign: number): void {
  const key = JSON.stringify([reply, parent]);
  pairs.set(key, { reply, parent, sign: (pairs.get(key)?.sign ?? 0) + sign });
}

/** Sum of what the claims of a post do to the claims of an earlier one. */
function signPairs({ claims, relations, posts }: Gold): Map<string, SignedPair> {
  const order = new Map(posts.map(({ id }, at) => [id, at]));
  const homes = new Map(claims.map(({ id, post }) => [id, post]));
  const pairs = new Map<string, SignedPair>();
  for (const { from, to, type } of relations) {
    const [a, b] = [homes.get(from) ?? null, homes.get(to) ?? null];
    const sign = SIGN_OF_GOLD[type];
    if (a === null || b === null || sign === undefined || order.get(a)! <= order.get(b)!) continue;
    addSign(pairs, a, b, sign);
  }
  return pairs;
}

/** Finds the post of the graph that holds most lines of a gold post. */
function postFinder(ground: Ground): (post: GoldPost) => string | null {
  const holder = new Map<number, string>();
  for (const { id, source } of ground.file.posts)
    for (const line of toFirstCapture(ground, linesOf(ground, source))) if (!holder.has(line)) holder.set(line, id);
  return ({ first_line, last_line }) => {
    const held = new Map<string, number>();
    for (const line of toFirstCapture(ground, listLines(ground.lines, first_line, last_line))) {
      const id = holder.get(line);
      if (id !== undefined) held.set(id, (held.get(id) ?? 0) + 1);
    }
    let best: string | null = null;
    for (const [id, lines] of held) if (best === null || lines > held.get(best)!) best = id;
    return best;
  };
}
