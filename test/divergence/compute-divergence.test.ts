import { describe, expect, it } from 'vitest';
import { debate } from '../helpers/debate.ts';

describe('the worked example as a thread', () => {
  const { result, id, name } = debate(
    [
      { by: 'S', says: { r: 0.8, a: 'assert', b: 'assert', c: 'assert', e: 0.8 } },
      { by: 'T', says: { r: 0.2, a: 0.2, b: 'assert', c: 0.2, d: 'assert' } },
    ],
    {
      'a→r': { in: 1, strength: 'strong' },
      'c→a': { in: 1, strength: 'strong' },
      'e→a': { in: 1 },
      'b→r': [
        { in: 2, type: 'attacks' },
        { in: 1, type: 'attacks', endorsed: 'weak' },
      ],
      'd→r': { in: 2, type: 'attacks' },
    },
  );

  it('has one issue with both stated views, its origins and what settles it', () => {
    expect(result.issues).toHaveLength(1);
    const [issue] = result.issues;
    expect(issue!.proposition).toBe(id('r'));
    expect(issue!.gap).toBeCloseTo(1.2, 12);
    expect(issue!.sides.map(({ speaker, camp }) => [speaker, camp])).toEqual([
      ['S', null],
      ['T', null],
    ]);
    expect(issue!.origins.map(({ item, share }) => [name(item), Math.round(share * 1000) / 1000])).toEqual([
      ['c', 0.8],
      ['r', -0.421],
      ['d', 0.273],
      ['e', 0.163],
      ['b→r', 0.137],
      ['a', 0.048],
    ]);
    expect(issue!.cruxSet.items.map(name)).toEqual(['c', 'b→r']);
    expect(issue!.cruxSet.closes).toBeCloseTo(0.9472, 4);
    expect(issue!.conviction).toEqual([]);
  });

  it('ranks the two cruxes with the claims of both sides', () => {
    expect(result.cruxes.map(({ rank, item, kind }) => [rank, name(item), kind])).toEqual([
      [1, 'c', 'double'],
      [2, 'b→r', 'bearing'],
    ]);
    const [crux, bearing] = result.cruxes;
    expect(crux!.score).toBeCloseTo(0.8548, 4);
    expect(crux!.closes!['S']!.plain).toBeCloseTo(0.8162, 4);
    expect(crux!.closes!['S']!.capped).toBeCloseTo(0.8153, 4);
    expect(crux!.closes!['T']!.plain).toBeCloseTo(0.8952, 4);
    expect(crux!.closes!['T']!.capped).toBeCloseTo(0.3425, 4);
    expect(crux!.origin).toBeCloseTo(0.8, 3);
    expect(crux!.waypoints.map(name)).toEqual(['a']);
    expect(crux!.question).toBe('The point c holds.');
    expect(crux!.sides.map(({ speaker, value, claims }) => [speaker, value, claims.length])).toEqual([
      ['S', 0.8, 1],
      ['T', expect.closeTo(-0.6, 12), 1],
    ]);
    expect(bearing!.sides.map(({ speaker, value }) => [speaker, value])).toEqual([
      ['S', -0.5],
      ['T', -1],
    ]);
    expect(bearing!.question).toBe('How far does “The point b holds.” count against “The point r holds.”?');
    expect(bearing!.declared).toBe(false);
  });

  it('lists what one side left unanswered, by what it would move', () => {
    expect(result.unanswered.map(({ proposition, by, notBy }) => [name(proposition), by, notBy])).toEqual([
      ['d', 'T', ['S']],
      ['e', 'S', ['T']],
    ]);
    expect(result.unanswered[0]!.closes).toBeCloseTo(0.2625, 4);
    expect(result.unanswered[1]!.closes).toBeCloseTo(0.1367, 4);
  });

  it('finds the shared fact that both weigh differently', () => {
    expect(result.agreements.map((agreement) => [name(agreement.proposition), agreement.speakers])).toEqual([
      ['b', ['S', 'T']],
    ]);
    expect(result.agreements[0]).toMatchObject({ kind: 'full', loadBearing: true, hollow: true, hinge: null });
  });

  it('says that something unstated moderates the gap', () => {
    expect(result.notices.map(({ rule }) => rule)).toEqual(['moderated-gap']);
  });
});

describe('hard cases as threads', () => {
  it('finds no issue where one side only rejects the argument', () => {
    const { result } = debate(
      [
        { by: 'S', says: { r: 'assert', d: 'assert' } },
        { by: 'T', says: { d: 'reject' } },
      ],
      { 'd→r': { in: 1, strength: 'strong' } },
    );
    expect(result.issues).toEqual([]);
    expect(result.cruxes).toMatchObject([{ kind: 'contention', score: null, closes: null }]);
  });

  it('shows confidence that differs as shared ground and no crux', () => {
    const { result, name } = debate(
      [
        { by: 'S', says: { r: 'assert', c: 'assert' } },
        { by: 'T', says: { r: 'hedge', c: 'hedge' } },
      ],
      { 'c→r': { in: 1 } },
    );
    expect(result.issues).toEqual([]);
    expect(result.cruxes).toEqual([]);
    expect(result.agreements.map(({ proposition }) => name(proposition)).sort()).toEqual(['c', 'r']);
  });

  it('says when many reasons leave no single crux', () => {
    const reasons = ['1', '2', '3', '4', '5', '6'];
    const says = (stance: 'assert' | 'reject') => Object.fromEntries(['r', ...reasons].map((key) => [key, stance]));
    const { result } = debate(
      [
        { by: 'S', says: says('assert') },
        { by: 'T', says: says('reject') },
      ],
      Object.fromEntries(reasons.map((reason) => [`${reason}→r`, { in: 1 }])),
    );
    expect(result.cruxes.map(({ kind }) => kind)).toEqual(new Array(6).fill('overdetermined'));
    for (const { closes } of result.cruxes)
      for (const speaker of ['S', 'T']) {
        expect(closes![speaker]!.plain).toBeCloseTo(0.3187, 4);
        expect(closes![speaker]!.capped).toBeCloseTo(0, 12);
      }
    expect(result.notices.map(({ rule }) => rule)).toContain('no-single-crux');
  });

  it('takes an undercutting claim for the crux', () => {
    const { result, name } = debate(
      [
        { by: 'S', says: { d: 'assert', r: 'assert', k: 'reject' } },
        { by: 'T', says: { d: 'assert', r: 'doubt', k: 'assert' } },
      ],
      { 'd→r': { in: 1, strength: 'strong' }, 'k↛d→r': { in: 2 } },
    );
    expect(result.cruxes.map(({ item, kind }) => [name(item), kind])).toEqual([['k', 'double']]);
    expect(result.cruxes[0]!.closes!['S']!.plain).toBeCloseTo(0.3923, 4);
    expect(result.cruxes[0]!.closes!['T']!.plain).toBeCloseTo(0.5735, 4);
  });

  it('shows a conditional agreement with its disputed hinge and no figure', () => {
    const { result, name } = debate(
      [
        { by: 'S', says: { c: 'assert', k: 'reject' } },
        { by: 'T', says: { c: 'conditional' } },
      ],
      { 'k→c': { in: 2, type: 'requires' } },
    );
    expect(result.cruxes).toEqual([]);
    expect(result.agreements).toMatchObject([{ kind: 'conditional', disputed: true, speakers: ['S', 'T'] }]);
    expect(name(result.agreements[0]!.proposition)).toBe('c');
    expect(name(result.agreements[0]!.hinge!)).toBe('k');
    expect(result.unanswered).toMatchObject([{ by: 'S', notBy: ['T'], closes: null }]);
    expect(name(result.unanswered[0]!.proposition)).toBe('k');
  });

  it('takes nobody to agree in part with the very claim that they reject', () => {
    const turns = (stance: 'reject' | 'hedge') =>
      [
        { by: 'S', says: { c: 'conditional' } },
        { by: 'T', says: { c: stance } },
      ] as const;
    const partly = { moves: [['p2', 'The point c holds.', 'partial', 'c 1'] as const] };
    expect(debate(turns('reject'), {}, partly).result.agreements).toEqual([]);
    expect(debate(turns('hedge'), {}, partly).result.agreements).toMatchObject([{ kind: 'partial' }]);
  });

  it('makes the sub-claim that is fought over the issue when the headline claim is shared', () => {
    const { result, name } = debate(
      [
        { by: 'S', says: { headline: 'assert', sub: 'assert', d: 'assert' } },
        { by: 'T', says: { headline: 'assert', sub: 'reject', d: 'reject' } },
      ],
      { 'sub→headline': { in: 1 }, 'd→sub': { in: 1 } },
    );
    expect(result.issues.map(({ proposition }) => name(proposition))).toEqual(['sub']);
    expect(result.cruxes.map(({ item }) => name(item))).toEqual(['d']);
    expect(result.agreements.map(({ proposition }) => name(proposition))).toEqual(['headline']);
  });

  it('drops the edge that closes a circle and keeps it as feedback', () => {
    const { result, relation, name } = debate(
      [
        { by: 'S', says: { r: 'assert', a: 'assert', b: 'assert' } },
        { by: 'T', says: { r: 'reject', a: 'reject', b: 'reject' } },
      ],
      { 'a→r': { in: 1 }, 'b→a': { in: 1, strength: 'strong' }, 'a→b': { in: 1 } },
    );
    expect(result.feedback).toEqual([relation('a→b')]);
    expect(result.cruxes.map(({ item }) => name(item)).sort()).toEqual(['a', 'b']);
  });

  it('lets the latest view count, and goes back in time on request', () => {
    const turns = [
      { by: 'S', says: { r: 'assert', c: 'assert' } },
      { by: 'T', says: { r: 'reject', c: 'reject' } },
      { by: 'S', says: { r: 'reject', c: 'reject' } },
    ] as const;
    const now = debate(turns, { 'c→r': { in: 1 } });
    expect(now.result.issues).toEqual([]);
    const before = debate(turns, { 'c→r': { in: 1 } }, {}, { asOf: 'p2' });
    expect(before.result.cruxes.map(({ item }) => before.name(item))).toEqual(['c']);
  });

  it('shows conviction beyond the reasons only where the speaker gave a reason', () => {
    const { result, name } = debate(
      [
        { by: 'S', says: { r: 'assert', c: 'hedge' } },
        { by: 'T', says: { r: 'reject', c: 'doubt' } },
      ],
      { 'c→r': { in: 1 } },
    );
    expect(result.issues[0]!.conviction.map(({ speaker, proposition }) => [speaker, name(proposition)])).toEqual([
      ['S', 'r'],
    ]);
    expect(result.issues[0]!.conviction[0]!.nats).toBeCloseTo(Math.log(9) - 0.5, 12);
  });

  it('names what backfires without ranking it', () => {
    const { result, name } = debate(
      [
        { by: 'S', says: { r: 'assert', c: 'reject', d: 'assert' } },
        { by: 'T', says: { r: 'reject', c: 'assert', d: 'reject' } },
      ],
      { 'c→r': { in: 1 }, 'd→r': { in: 1 } },
    );
    expect(result.cruxes.map(({ item }) => name(item))).toEqual(['d']);
    expect(result.issues[0]!.backfires.map(name)).toEqual(['c']);
  });
});
