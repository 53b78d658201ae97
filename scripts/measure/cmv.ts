// Claim spans and links in threads of Change My View, by the embedded reader and by rules of thumb, counted thread by thread.
import type { GraphFile } from '../../src/index.ts';
import { findFolded, splitSentences } from '../../src/text/index.ts';
import { type AnnotatedThread, analyzeThread, type Span, spanMover } from './annotated-threads.ts';
import { countSame, isSame } from './spans.ts';

/** How many spans were predicted, how many there are, how many of them are the same. */
export interface SpanCount {
  readonly matched: number;
  readonly predicted: number;
  readonly gold: number;
}

/** Gold links that are named, and links named that are gold links; `thumb` is what a rule of thumb gets right with gold claims. */
export interface LinkCount {
  readonly gold: number;
  readonly found: number;
  readonly named: number;
  readonly right: number;
  readonly thumb: number;
}

export interface CmvCounts {
  readonly claims: SpanCount;
  readonly sentences: SpanCount;
  readonly across: LinkCount;
  readonly inside: LinkCount;
  /** Links between posts of which the source gives the right parent. */
  readonly parents: { readonly right: number };
}

interface Link {
  readonly from: Span;
  readonly to: Span;
}

export async function countThread(thread: AnnotatedThread): Promise<CmvCounts> {
  const file = await analyzeThread(thread);
  const move = spanMover(thread, file);
  const claims = file.claims.filter(({ stance }) => stance !== 'reported').map(move);
  const sentences = thread.posts.flatMap(({ id, text }) => splitSentences(text).map((span) => ({ post: id, ...span })));
  const byId = new Map(thread.claims.map((claim) => [claim.id, claim]));
  const gold = thread.relations.flatMap(({ from, to }): Link[] => {
    const [a, b] = [byId.get(from), byId.get(to)];
    return a && b ? [{ from: a, to: b }] : [];
  });
  const named = listLinks(file).map(({ from, to }) => ({ from: move(from), to: move(to) }));
  const isInside = ({ from, to }: Link) => from.post === to.post;
  const across = gold.filter((link) => !isInside(link));
  const inside = gold.filter(isInside);
  const parentOf = new Map(thread.posts.map(({ id, reply_to }) => [id, reply_to]));
  return {
    claims: countSpans(claims, thread.claims),
    sentences: countSpans(sentences, thread.claims),
    across: {
      ...countLinks(
        named.filter((link) => !isInside(link)),
        across,
      ),
      thumb: across.filter(({ from, to }) => quotedClaim(thread, from) === to).length,
    },
    inside: {
      ...countLinks(named.filter(isInside), inside),
      thumb: inside.filter(({ from, to }) => claimBefore(thread, from) === to).length,
    },
    parents: { right: across.filter(({ from, to }) => parentOf.get(from.post) === to.post).length },
  };
}

/** Sums of the counts of several threads. */
export function addCounts(counts: readonly CmvCounts[]): CmvCounts {
  const add = <T extends object>(parts: readonly T[]): T =>
    Object.fromEntries(
      Object.keys(parts[0]!).map((key) => [
        key,
        parts.reduce((sum, part) => sum + (part[key as keyof T] as number), 0),
      ]),
    ) as T;
  return {
    claims: add(counts.map(({ claims }) => claims)),
    sentences: add(counts.map(({ sentences }) => sentences)),
    across: add(counts.map(({ across }) => across)),
    inside: add(counts.map(({ inside }) => inside)),
    parents: add(counts.map(({ parents }) => parents)),
  };
}

function countSpans(predicted: readonly Span[], gold: readonly Span[]): SpanCount {
  return { matched: countSame(predicted, gold), predicted: predicted.length, gold: gold.length };
}

/** Links that the graph names: moves with a claim as their target, and relations between claims. */
function listLinks({ claims, moves, relations, propositions }: GraphFile): Link[] {
  const byId = new Map(claims.map((claim) => [claim.id, claim]));
  const members = new Map(propositions.map(({ id, claims: ids }) => [id, ids.map((each) => byId.get(each)!)]));
  const aimed = moves.flatMap((move): Link[] => {
    const to = byId.get(move.target ?? '');
    return to ? [{ from: move, to }] : [];
  });
  const argued = relations.flatMap(({ from, to }) =>
    (members.get(from) ?? []).flatMap((a) => (members.get(to) ?? []).map((b): Link => ({ from: a, to: b }))),
  );
  return [...aimed, ...argued];
}

/** Links have no direction here: which end supports the other is another question. */
function countLinks(named: readonly Link[], gold: readonly Link[]): Omit<LinkCount, 'thumb'> {
  const fits = (a: Link, b: Link) =>
    (isSame(a.from, b.from) && isSame(a.to, b.to)) || (isSame(a.from, b.to) && isSame(a.to, b.from));
  return {
    gold: gold.length,
    found: gold.filter((link) => named.some((each) => fits(each, link))).length,
    named: named.length,
    right: named.filter((each) => gold.some((link) => fits(each, link))).length,
  };
}

/** The claim of the parent that the last line quoted before a claim comes from, else the parent's first claim. */
function quotedClaim({ posts, claims }: AnnotatedThread, from: Span): Span | undefined {
  const { text, reply_to } = posts.find(({ id }) => id === from.post)!;
  const parent = posts.find(({ id }) => id === reply_to);
  const theirs = claims.filter(({ post }) => post === reply_to).sort((a, b) => a.start - b.start);
  const quote = [...text.slice(0, from.start).matchAll(/^>(.*)$/gm)].at(-1)?.[1];
  const place = parent && quote ? findFolded(parent.text, quote) : null;
  return theirs.find(({ start, end }) => place && start < place.end && place.start < end) ?? theirs[0];
}

/** The nearest claim (not premise) that stands before in the same post. */
function claimBefore({ claims }: AnnotatedThread, from: Span): Span | undefined {
  const before = claims.filter(({ post, start, kind }) => post === from.post && start < from.start && kind === 'claim');
  return before.sort((a, b) => b.start - a.start)[0];
}
