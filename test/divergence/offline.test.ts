import { describe, expect, it } from 'vitest';
import { debate } from '../helpers/debate.ts';

const say = (name: string) => `The point ${name} holds.`;

describe('contentions, where nothing leads from reasons to an issue,', () => {
  it('are propositions with stated views of opposite sign, without figures', () => {
    const { result, name } = debate([
      { by: 'A', says: { x: 'assert', y: 'hedge' } },
      { by: 'B', says: { x: 'reject', y: 'doubt' } },
    ]);
    expect(result.cruxes).toMatchObject([
      { rank: 1, kind: 'contention', score: null, closes: null, issue: null, waypoints: [] },
      { rank: 2, kind: 'contention', score: null, closes: null, issue: null },
    ]);
    expect(result.cruxes.map(({ item }) => name(item))).toEqual(['x', 'y']);
    expect(result.cruxes[0]!.sides.map(({ speaker, stance, value }) => [speaker, stance, value])).toEqual([
      ['A', 'assert', 0.8],
      ['B', 'reject', -0.8],
    ]);
  });

  it('are attacks that one speaker states on what another holds', () => {
    const { result, graph, relation } = debate(
      [
        { by: 'A', says: { x: 'assert' } },
        { by: 'B', says: { k: 'hedge' } },
      ],
      { 'k→x': { in: 2, type: 'attacks' } },
    );
    expect(result.cruxes).toHaveLength(1);
    const [crux] = result.cruxes;
    expect(crux!.item).toBe(relation('k→x'));
    expect(crux!.question).toBe(say('x'));
    expect(
      crux!.sides.map(({ speaker, value, claims }) => [speaker, value, graph.claims.get(claims[0]!)!.text]),
    ).toEqual([
      ['A', 0.8, say('x')],
      ['B', 0.5, say('k')],
    ]);
  });

  it('are undercuts of an inference that another drew', () => {
    const { result, graph } = debate(
      [
        { by: 'A', says: { d: 'assert', r: 'assert' } },
        { by: 'B', says: { k: 'assert' } },
      ],
      { 'd→r': { in: 1 }, 'k↛d→r': { in: 2 } },
    );
    expect(result.cruxes.map(({ question }) => question)).toEqual([
      `Does “${say('k')}” take away the force of “${say('d')}”?`,
    ]);
    expect(result.cruxes[0]!.sides.map(({ speaker, claims }) => [speaker, graph.claims.get(claims[0]!)!.text])).toEqual(
      [
        ['A', say('d')],
        ['B', say('k')],
      ],
    );
  });

  it('put what a participant calls the crux first and what one sets aside last', () => {
    const turns = [
      { by: 'A', says: { x: 'assert', y: 'assert', z: 'assert' } },
      { by: 'B', says: { x: 'reject', y: 'doubt', z: 'reject' } },
    ] as const;
    const order = (moves: Parameters<typeof debate>[2]) => {
      const { result, name } = debate(turns, {}, moves);
      return result.cruxes.map(({ item, declared }) => `${name(item)}${declared ? '!' : ''}`);
    };
    expect(order({ moves: [['p2', say('y'), 'crux']] })[0]).toBe('y!');
    expect(
      order({ moves: [['p2', say('y'), 'crux', 'z 1']] })
        .slice(0, 2)
        .sort(),
    ).toEqual(['y!', 'z!']);
    expect(order({ moves: [['p1', say('x'), 'scope']] }).at(-1)).toBe('x');
  });

  it('stand beside computed cruxes only when a participant names them', () => {
    const turns = [
      { by: 'A', says: { r: 'assert', c: 'assert', x: 'assert', y: 'assert' } },
      { by: 'B', says: { r: 'reject', c: 'reject', k: 'assert', l: 'assert' } },
    ] as const;
    const inferences = {
      'c→r': { in: 1 },
      'k→x': { in: 2, type: 'attacks' },
      'l→y': { in: 2, type: 'attacks' },
    } as const;
    const { result, relation, id } = debate(turns, inferences, { moves: [['p2', say('k'), 'crux']] });
    expect(result.cruxes.map(({ item, kind, declared }) => [item, kind, declared])).toEqual([
      [id('c'), 'double', false],
      [relation('k→x'), 'contention', true],
    ]);
  });

  it('are the disputes that a reader saw, each side in its own words', () => {
    const { result, graph } = debate(
      [
        { by: 'A', says: { x: 'assert', y: 'assert' } },
        { by: 'B', says: { k: 'unsure' } },
      ],
      {},
      {
        moves: [['p2', say('k'), 'disagree', 'x 1']],
        disputes: [
          { claims: ['y 1', 'k 2'], confidence: 0.9, setAside: true },
          { claims: ['x 1', 'k 2'], moves: ['move0'], confidence: 0.2 },
        ],
      },
    );
    expect(result.cruxes.map(({ question }) => question)).toEqual([say('x'), say('y')]);
    expect(result.cruxes[0]!.moves).toEqual([...graph.moves.keys()]);
    expect(result.cruxes[0]!.sides.map(({ speaker, stance, value }) => [speaker, stance, value])).toEqual([
      ['A', 'assert', 0.8],
      ['B', 'unsure', 0],
    ]);
  });

  it('do not repeat a dispute that the graph shows in the same words', () => {
    const { result, relation } = debate(
      [
        { by: 'A', says: { x: 'assert' } },
        { by: 'B', says: { k: 'assert' } },
      ],
      { 'k→x': { in: 2, type: 'attacks' } },
      { disputes: [{ claims: ['x 1', 'k 2'], declared: true }] },
    );
    expect(result.cruxes.map(({ item, declared }) => [item, declared])).toEqual([[relation('k→x'), true]]);
  });

  it('join what one speaker holds against the same words of another', () => {
    const { result, graph } = debate(
      [
        { by: 'A', says: { x: 'assert' } },
        { by: 'B', says: { k: 'assert', l: 'hedge' } },
      ],
      { 'l→x': { in: 2, type: 'attacks', strength: 'weak' } },
      { disputes: [{ claims: ['x 1', 'k 2'] }, { claims: ['k 2', 'x 1'], declared: true }] },
    );
    expect(result.cruxes).toHaveLength(1);
    expect(result.cruxes[0]!.declared).toBe(true);
    const quoted = result.cruxes[0]!.sides.map(({ claims }) => claims.map((id) => graph.claims.get(id)!.text));
    expect(quoted).toEqual([[say('x')], [say('l'), say('k')]]);
  });

  it('never quote a speaker who only reported the words', () => {
    const { result } = debate([
      { by: 'A', says: { x: 'assert' } },
      { by: 'B', says: { x: 'reported' } },
    ]);
    expect(result.cruxes).toEqual([]);
  });
});

describe('agreements that a move declares', () => {
  const turns = [
    { by: 'A', says: { x: 'assert', y: 'assert' } },
    { by: 'B', says: { k: 'assert' } },
  ] as const;

  it('name both speakers, the claim agreed to and the agreeing words', () => {
    for (const [type, kind] of [
      ['agree', 'full'],
      ['partial', 'partial'],
      ['concede', 'concession'],
      ['cond_agree', 'conditional'],
    ] as const) {
      const { result, graph, name } = debate(turns, {}, { moves: [['p2', say('k'), type, 'x 1']] });
      expect(result.agreements).toHaveLength(1);
      const [agreement] = result.agreements;
      expect(agreement).toMatchObject({ kind, speakers: ['A', 'B'], moves: [...graph.moves.keys()] });
      expect(name(agreement!.proposition)).toBe('x');
      expect(agreement!.claims.map((id) => graph.claims.get(id)!.text)).toEqual([say('x'), say('k')]);
    }
  });

  it('stand in their own words alone where only the post that they answer is known', () => {
    const { result, name } = debate(turns, {}, { moves: [['p2', say('k'), 'agree', 'p1']] });
    expect(result.agreements.map(({ proposition }) => name(proposition))).toEqual(['k']);
  });

  it('are none where the stated views oppose, or where the claim is one’s own', () => {
    const opposed = [
      { by: 'A', says: { x: 'assert' } },
      { by: 'B', says: { x: 'reject' } },
    ] as const;
    expect(debate(opposed, {}, { moves: [['p2', say('x'), 'partial', 'x 1']] }).result.agreements).toEqual([]);
    expect(debate(turns, {}, { moves: [['p1', say('y'), 'agree', 'x 1']] }).result.agreements).toEqual([]);
  });

  it('in part stand apart from what others agree on wholly, and what is held back is a contention', () => {
    const three = [
      { by: 'A', says: { x: 'assert' } },
      { by: 'B', says: { x: 'assert', k: 'assert' }, replyTo: 'p1' },
      { by: 'C', says: { x: 'assert' }, replyTo: 'p1' },
    ] as const;
    const held = { 'k→x': { in: 2, type: 'attacks', strength: 'weak' } } as const;
    const moves = [
      ['p2', say('x'), 'partial', 'x 1'],
      ['p3', say('x'), 'agree', 'x 1'],
    ] as const;
    const { result, name } = debate(three, held, { moves });
    expect(result.agreements.map(({ kind, speakers }) => [kind, ...speakers]).sort()).toEqual([
      ['full', 'A', 'C'],
      ['partial', 'A', 'B'],
    ]);
    expect(
      result.cruxes.map(({ item, kind, sides }) => [name(item), kind, ...sides.map(({ speaker }) => speaker)]),
    ).toEqual([['k→x', 'contention', 'A', 'B']]);
    const wholly = debate(three, held, { moves: [...moves, ['p2', say('x'), 'agree', 'x 1']] });
    expect(wholly.result.cruxes).toEqual([]);
    expect(wholly.result.agreements.map(({ kind, speakers }) => [kind, ...speakers])).toEqual([
      ['full', 'A', 'B', 'C'],
    ]);
  });

  it('merge with equal views on the same proposition', () => {
    const shared = [
      { by: 'A', says: { x: 'assert' } },
      { by: 'B', says: { x: 'hedge' } },
    ] as const;
    const { result } = debate(shared, {}, { moves: [['p2', say('x'), 'concede', 'x 1']] });
    expect(result.agreements).toMatchObject([{ kind: 'concession', speakers: ['A', 'B'] }]);
    expect(result.agreements[0]!.claims).toHaveLength(2);
  });
});

describe('open points', () => {
  it('are questions, bets and declared cruxes that nobody answered', () => {
    const { result, name } = debate(
      [
        { by: 'A', says: { x: 'assert' } },
        { by: 'B', says: { k: 'assert', l: 'assert' } },
      ],
      {},
      {
        moves: [
          ['p1', say('x'), 'bet'],
          ['p2', say('l'), 'bet'],
        ],
      },
    );
    // The post with x was answered by the next turn.
    expect(result.unanswered).toMatchObject([{ by: 'B', notBy: ['A'], closes: null }]);
    expect(name(result.unanswered[0]!.proposition)).toBe('l');
  });

  it('of a lone voice are what it puts up and what it concludes, no plain facts, and there are no cruxes or agreements', () => {
    const { result, name } = debate(
      [
        { by: 'A', says: { x: 'assert', c: 'assert', d: 'assert' } },
        { by: 'A', says: { x: 'reject', q: 'assert' } },
      ],
      { 'd→c': { in: 1 } },
      { moves: [['p2', say('q'), 'clarify']] },
    );
    expect(result.cruxes).toEqual([]);
    expect(result.agreements).toEqual([]);
    expect(result.issues).toEqual([]);
    expect(result.unanswered.map(({ proposition, by }) => [name(proposition), by]).slice(0, 2)).toEqual([
      ['q', 'A'],
      ['c', 'A'],
    ]);
    expect(result.unanswered).toHaveLength(2);
  });
});
