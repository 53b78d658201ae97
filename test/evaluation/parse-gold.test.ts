import { describe, expect, it } from 'vitest';
import { SourceError } from '../../src/errors/index.ts';
import { parseGold } from '../../src/evaluation/index.ts';
import { goldClaims, goldText, roofGold } from './roof-dispute.ts';

function refusal(text: string): string {
  try {
    parseGold(text, 'x.json');
  } catch (error) {
    if (error instanceof SourceError) return error.message;
    throw error;
  }
  return 'accepted';
}

describe('a gold annotation', () => {
  it('may leave out what it has nothing to say on, and carry keys that nobody measures', () => {
    const gold = roofGold({ conventions: 'as usual', cruxes: [{ gist: 'x', sides: [{ author: 'Ann', lines: [1] }] }] });
    expect(gold.relations).toEqual([]);
    expect(gold.annotated).toEqual(['posts', 'claims', 'relations', 'cruxes', 'agreements']);
    expect(gold.cruxes).toEqual([{ explicit: false, lines: [], sides: [{ author: 'Ann', lines: [1] }] }]);
    expect(gold.posts[0]).toMatchObject({ reply_to: null, chrome: false, stance: null });
  });

  it('takes an author or a parent that is missing or null for unknown', () => {
    const gold = roofGold({ posts: [{ id: 'p1', first_line: 1, last_line: 6, author: null }] });
    expect(gold.posts[0]).toMatchObject({ author: null, reply_to: null, duplicate_of: null });
  });

  it('keeps the candidates that the analyst keeps', () => {
    const [a, b] = goldClaims({ a: ['p1', 'Ann', 1], b: ['p2', 'Bo', 3] });
    const gold = roofGold({
      claims: [
        { ...a, keep: true },
        { ...b, keep: false },
      ],
    });
    expect(gold.claims.map(({ id }) => id)).toEqual(['a']);
  });

  it('drops candidates that are undecided as long as claims are not annotated', () => {
    const claims = goldClaims({ a: ['p1', 'Ann', 1] }).map((claim) => ({ ...claim, keep: null }));
    expect(roofGold({ annotated: ['posts'], claims }).claims).toEqual([]);
    expect(refusal(goldText({ claims }))).toBe('x.json: not a gold annotation: claims.0.keep: set true or false for a');
  });

  it('says where JSON breaks off', () => {
    expect(refusal('{"seed": ')).toMatch(/^x\.json: not JSON: /);
  });

  it('names the key that does not fit, and what would', () => {
    expect(refusal('{}')).toMatch(/^x\.json: not a gold annotation: seed: .*; posts: .*; cruxes: .* \(and 1 more\)$/);
    expect(refusal(goldText({ relations: [{ from: 'a', to: 'b', type: 'supports' }] }))).toMatch(
      /relations\.0\.type: .*"support"/,
    );
    expect(refusal(goldText({ cruxes: [{ sides: [{ author: 'Ann', lines: [0] }] }] }))).toMatch(
      /cruxes\.0\.sides\.0\.lines\.0: /,
    );
  });

  it.each([
    [{ claims: goldClaims({ a: ['p9', 'Ann', 1] }) }, 'claims.0.post: no post p9'],
    [{ claims: [{ id: 'a', line: 3, last_line: 2 }] }, 'claims.0: last_line 2 lies before line 3'],
    [
      {
        claims: [
          { id: 'a', line: 3 },
          { id: 'a', line: 4 },
        ],
      },
      'claim a stands twice',
    ],
    [
      { relations: [{ from: 'a', to: 'b', type: 'agree' }] },
      'relations.0: no kept claim a; relations.0: no kept claim b',
    ],
    [{ cruxes: [{ sides: [{ author: 'Bo', lines: [7] }] }] }, 'cruxes.0: line 7 of a thread of 6 lines'],
    [{ agreements: [{ authors: ['Ann', 'Bo'], lines: [9] }] }, 'agreements.0: line 9 of a thread of 6 lines'],
    [{ posts: [{ id: 'p1', first_line: 1, last_line: 2, reply_to: 'p1' }] }, 'posts.0: p1 points to itself'],
    [{ posts: [{ id: 'p1', first_line: 1, last_line: 2, duplicate_of: 'p0' }] }, 'posts.0.duplicate_of: no post p0'],
  ])('refuses what cannot be: %j', (more, fault) => {
    expect(refusal(goldText(more))).toBe(`x.json: not a gold annotation: ${fault}`);
  });
});
