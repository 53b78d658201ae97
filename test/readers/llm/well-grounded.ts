import { expect } from 'vitest';
import { buildClaimGraph } from '../../../src/graph/index.ts';
import type { Judgements } from '../../../src/readers/index.ts';
import type { Thread } from '../../../src/thread/index.ts';

/** Holds judgements to what no answer may break: every place is a sentence of the thread, every id leads somewhere. */
export function expectWellGrounded(thread: Thread, judgements: Judgements): void {
  const sentences = new Map(
    thread.posts.flatMap(({ id, sentences }) =>
      sentences.map((one) => [`${id} ${one.start} ${one.end}`, one] as const),
    ),
  );
  const claims = new Set(judgements.claims.map(({ id }) => id));
  const relations = new Set(judgements.relations.map(({ id }) => id));
  const posts = new Set(thread.posts.map(({ id }) => id));
  const place = ({ post, start, end }: { post: string; start: number; end: number }) =>
    sentences.get(`${post} ${start} ${end}`);
  expect(claims.size).toBe(judgements.claims.length);
  for (const claim of judgements.claims) {
    expect(place(claim)).toBeDefined();
    if (place(claim)!.quoted) expect(claim.stance).toBe('reported');
  }
  for (const move of judgements.moves) {
    expect(place(move)).toBeDefined();
    if (place(move)!.quoted) expect(move.type).toBe('restate');
    expect(move.target === null || [claims, relations, posts].some((ids) => ids.has(move.target!))).toBe(true);
  }
  for (const relation of judgements.relations) {
    expect(place(relation)).toMatchObject({ quoted: false });
    expect(claims.has(relation.from)).toBe(true);
    expect((relation.type === 'undercuts' ? relations : claims).has(relation.to)).toBe(true);
  }
  for (const { a, b } of judgements.sames) expect(claims.has(a) && claims.has(b)).toBe(true);
  for (const { claim } of [...judgements.names, ...judgements.terms]) expect(claims.has(claim)).toBe(true);
  for (const { post } of judgements.notices) expect(post === null || posts.has(post)).toBe(true);
  expect(buildClaimGraph(thread, judgements).dropped).toMatchObject({ claims: 0, moves: 0 });
}
