import { describe, expect, it } from 'vitest';
import { scoreThread } from '../../src/evaluation/index.ts';
import type { GraphFile } from '../../src/graph-file/index.ts';
import { goldClaims, ROOF, ROOF_TEXT, roofGold, roofGraph } from './roof-dispute.ts';

function figures(file: GraphFile, gold: Readonly<Record<string, unknown>>, text: string | null = ROOF_TEXT) {
  return scoreThread('roof', file, [roofGold(gold)], text).figures;
}

const BY_LINE = goldClaims({ a: ['p1', 'Ann', 1], b: ['p2', 'Bo', 3], c: ['p4', 'Cy', 6] });

describe('claims', () => {
  it('are the same where a half of their lines is, one to one', () => {
    const six = figures(roofGraph(), { claims: BY_LINE });
    expect(six).toMatchObject({ claim_p: 3 / 6, claim_r: 1, claim_f1: 2 / 3 });
    const twice = [...BY_LINE, { id: 'd', post: 'p1', author: 'Ann', line: 1 }];
    expect(figures(roofGraph(), { claims: twice })).toMatchObject({ claim_p: 3 / 6, claim_r: 3 / 4 });
  });

  it('that span lines need half of all lines that either has', () => {
    const wide = (last_line: number) => ({ claims: [{ id: 'a', post: 'p2', author: 'Bo', line: 3, last_line }] });
    const file = roofGraph({ claims: [ROOF.claims[2]] });
    expect(figures(file, wide(4)).claim_r).toBe(1);
    expect(figures(file, wide(5)).claim_r).toBe(0);
  });

  it('are compared by their characters where the gold says their words', () => {
    const file = roofGraph({ claims: [ROOF.claims[2]] });
    // "it will not hold, the beams are wet" has 35 characters, its parts 16 and 17.
    const gold = (text: string) => ({ claims: goldClaims({ a: ['p2', 'Bo', 3, text] }) });
    expect(figures(file, gold('it will not hold, the beams are wet')).claim_r).toBe(1);
    expect(figures(file, gold('it will not hold')).claim_r).toBe(0);
    expect(figures(file, gold('will not hold, the')).claim_r).toBe(1);
    expect(figures(file, gold('I disagree,')).claim_r).toBe(0);
  });

  it('are found by their words although quotation marks and case differ', () => {
    const file = roofGraph({ claims: [ROOF.claims[2]] });
    const gold = { claims: goldClaims({ a: ['p2', 'Bo', 3, '“It will NOT hold — the beams are wet”'] }) };
    expect(figures(file, gold).claim_r).toBe(1);
  });

  it('count as found in a later capture too', () => {
    const text = `${ROOF_TEXT}\n${ROOF_TEXT.split('\n')[0]}`;
    const posts = [...roofGold().posts, { id: 'x', author: 'Ann', first_line: 7, last_line: 7, duplicate_of: 'p1' }];
    const gold = { lines: 7, posts, claims: goldClaims({ a: ['x', 'Ann', 7] }) };
    expect(figures(roofGraph({ claims: [ROOF.claims[0]] }), gold, text).claim_f1).toBe(1);
  });

  it('are not measured where the annotator did not go through them', () => {
    const gold = { annotated: ['posts', 'cruxes'], claims: BY_LINE };
    expect(figures(roofGraph(), gold)).toMatchObject({ post_f1: 1, claim_f1: null, relation_f1: null, agr_r: null });
    expect(figures(roofGraph(), {})).toMatchObject({ claim_p: 0, claim_r: null, claim_f1: 0 });
  });
});

describe('relations', () => {
  const words = [{ post: 4, words: 'Nobody' }] as const;
  const gold = (type: string) => ({ claims: BY_LINE, relations: [{ from: 'b', to: 'a', type }] });

  it('need both ends and their type; links need the ends only', () => {
    const file = roofGraph({ relations: [{ id: 'r', from: 'WET', to: 'HOLD', type: 'attacks', words }] });
    expect(figures(file, gold('attack'))).toMatchObject({ relation_p: 1, relation_r: 1, relation_f1: 1, link_f1: 1 });
    expect(figures(file, gold('support'))).toMatchObject({ relation_f1: 0, link_f1: 1 });
    const back = roofGraph({ relations: [{ id: 'r', from: 'HOLD', to: 'WET', type: 'attacks', words }] });
    expect(figures(back, gold('attack'))).toMatchObject({ relation_f1: 0, link_f1: 0 });
  });

  it('turn into their opposite where the negation of an end is meant', () => {
    const file = roofGraph({ relations: [{ id: 'r', from: 'WET', to: 'HOLD', type: 'supports', words }] });
    const negated = {
      ...file,
      relations: file.relations.map((relation) => ({ ...relation, conclusion: -1 as const })),
    };
    expect(figures(negated, gold('attack')).relation_f1).toBe(1);
    const denying = {
      ...negated,
      claims: file.claims.map((claim) => (claim.id === 'hold' ? { ...claim, polarity: -1 as const } : claim)),
    };
    expect(figures(denying, gold('support')).relation_f1).toBe(1);
  });

  it('that undercut are aimed at the ends of what they undercut', () => {
    const file = roofGraph({
      relations: [
        { id: 'r', from: 'WET', to: 'HOLD', type: 'attacks', words },
        { id: 'u', from: 'UNSEEN', to: 'r', type: 'undercuts', words },
      ],
    });
    const relations = [
      { from: 'b', to: 'a', type: 'attack' },
      { from: 'c', to: 'b', type: 'undercut' },
    ];
    expect(figures(file, { claims: BY_LINE, relations })).toMatchObject({ relation_p: 1, relation_r: 1, link_f1: 1 });
  });

  it('of agreement and question are moves, not relations', () => {
    const relations = [
      { from: 'b', to: 'a', type: 'question' },
      { from: 'c', to: 'a', type: 'agree' },
    ];
    expect(figures(roofGraph(), { claims: BY_LINE, relations })).toMatchObject({ relation_f1: null, move_r: 0 });
  });
});

describe('moves', () => {
  const claims = goldClaims({
    hold: ['p1', 'Ann', 1],
    wet: ['p2', 'Bo', 3],
    leak: ['p2', 'Bo', 4],
    leaks: ['p3', 'Ann', 5],
    why: ['p1', 'Ann', 2],
  });
  const relations = [
    { from: 'wet', to: 'hold', type: 'attack' },
    { from: 'leaks', to: 'leak', type: 'agree' },
    { from: 'why', to: 'hold', type: 'attack' },
  ];
  const move = (type: 'disagree' | 'partial' | 'agree' | 'assert', post: number, words: string, target?: string) => ({
    id: `${type}${post}`,
    type,
    post,
    words,
    ...(target && { target }),
  });

  it('are what the gold’s relations between two authors do, by kind and words', () => {
    const found = [
      move('disagree', 2, 'I disagree', 'hold'),
      move('partial', 3, 'I agree', 'leak'),
      move('assert', 1, 'The roof'),
    ];
    // Of the two answering moves one is right; the gold has two between different authors.
    expect(figures(roofGraph({ moves: found }), { claims, relations })).toMatchObject({
      move_p: 1 / 2,
      move_r: 1 / 2,
      move_f1: 1 / 2,
      aimed_f1: 1 / 2,
    });
  });

  it('are aimed right if their target lies in the post that was answered', () => {
    const gold = { claims, relations };
    const aimed = (target?: string) => figures(roofGraph({ moves: [move('agree', 3, 'I agree', target)] }), gold);
    expect(aimed('leak')).toMatchObject({ move_p: 1, move_r: 1 / 2, aimed_f1: 2 / 3 });
    expect(aimed('p2').aimed_f1).toBeCloseTo(2 / 3, 12);
    expect(aimed('hold')).toMatchObject({ move_p: 1, aimed_f1: 0 });
    expect(aimed()).toMatchObject({ move_p: 1, aimed_f1: 0 });
  });
});

describe('the stance of replies', () => {
  const disagree = { id: 'm1', type: 'disagree', post: 2, words: 'I disagree' } as const;
  const agree = { id: 'm2', type: 'agree', post: 3, words: 'I agree', target: 'leak' } as const;

  it('is read off moves, of which those without a target go to what is answered', () => {
    const posts = roofGold().posts.map((post) => ({
      ...post,
      stance: { p2: 'disagree', p3: 'agree' }[post.id] ?? null,
    }));
    const gold = { annotated: ['posts'], posts };
    // p4 has no stance and no relations are annotated, so that two pairs remain.
    expect(figures(roofGraph({ moves: [disagree, agree] }), gold).stance_f1).toBe(1);
    // Without the agreement: disagree 1, agree 0, neutral 0.
    expect(figures(roofGraph({ moves: [disagree] }), gold).stance_f1).toBeCloseTo(1 / 3, 12);
  });

  it('follows from relations where the gold names none', () => {
    const claims = goldClaims({ hold: ['p1', 'Ann', 1], wet: ['p2', 'Bo', 3], unseen: ['p4', 'Cy', 6] });
    const relations = [{ from: 'wet', to: 'hold', type: 'attack' }];
    // p2→p1 disagree, p3→p2 and p4→p2 neutral.
    expect(figures(roofGraph({ moves: [disagree] }), { claims, relations }).stance_f1).toBe(1);
    const support = { id: 'r', from: 'UNSEEN', to: 'WET', words: [{ post: 4, words: 'Nobody' }] };
    // p4→p2 is now taken for agreement: disagree 1, neutral 2/3, agree 0.
    const figure = figures(roofGraph({ moves: [disagree], relations: [support] }), { claims, relations }).stance_f1;
    expect(figure).toBeCloseTo((1 + 2 / 3 + 0) / 3, 12);
  });

  it('is null where the gold ties no posts of two authors', () => {
    const posts = roofGold().posts.map((post) => ({ ...post, reply_to: null }));
    expect(figures(roofGraph({ moves: [disagree] }), { posts }).stance_f1).toBeNull();
  });
});
