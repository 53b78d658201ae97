import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { computeDivergence } from '../../src/divergence/index.ts';
import { buildClaimGraph } from '../../src/graph/index.ts';
import { MOVE_TYPES, type Stance } from '../../src/graph-file/index.ts';
import type { Judgements } from '../../src/readers/index.ts';
import { debate, type Inference, type Turn } from '../helpers/debate.ts';

const NAMES = ['r', 'a', 'b', 'c', 'd'];
const stance = fc.constantFrom<Stance>('assert', 'hedge', 'unsure', 'doubt', 'reject', 'conditional', 'reported');
const turn = fc.record({
  by: fc.constantFrom('A', 'B', 'C'),
  says: fc.dictionary(fc.constantFrom(...NAMES), stance, { minKeys: 1, maxKeys: 5 }),
});
const link = fc.record({
  from: fc.constantFrom(...NAMES),
  to: fc.constantFrom(...NAMES),
  in: fc.nat(5),
  type: fc.constantFrom('supports' as const, 'attacks' as const, 'requires' as const, 'narrows' as const),
  strength: fc.constantFrom('weak' as const, 'normal' as const, 'strong' as const),
  endorsed: fc.constantFrom('holds' as const, 'weak' as const, 'denies' as const, 'reverses' as const),
});
const move = fc.record({ in: fc.nat(5), type: fc.constantFrom(...MOVE_TYPES), target: fc.constantFrom(...NAMES) });
const sketch = fc.record({
  turns: fc.array(turn, { minLength: 2, maxLength: 6 }),
  links: fc.array(link, { maxLength: 10 }),
  moves: fc.array(move, { maxLength: 4 }),
});
type Sketch = typeof sketch extends fc.Arbitrary<infer T> ? T : never;

/** Leaves out what refers to words that nobody said. */
function play({ turns, links, moves }: Sketch, extra: readonly Turn[] = []) {
  const said = new Set(turns.flatMap(({ says }) => Object.keys(says)));
  const at = (number: number) => 1 + (number % turns.length);
  const inferences: Record<string, Inference> = {};
  for (const { from, to, in: number, ...rest } of links)
    if (from !== to && said.has(from) && said.has(to)) inferences[`${from}→${to}`] = { in: at(number), ...rest };
  const sketched = moves.flatMap(({ in: number, type, target }) => {
    const first = turns.findIndex(({ says }) => target in says) + 1;
    const words = `The point ${Object.keys(turns[at(number) - 1]!.says)[0]!} holds.`;
    return first > 0 ? [[`p${at(number)}`, words, type, `${target} ${first}`] as const] : [];
  });
  return debate([...turns, ...extra], inferences, { moves: sketched });
}

const check = (law: (sketched: Sketch) => void) => fc.assert(fc.property(sketch, law), { numRuns: 300, seed: 11 });

describe('the divergence of any debate', () => {
  it('quotes two speakers or more in every crux, each with a claim of their own and a view that they stated', () => {
    check((sketched) => {
      const { result, graph } = play(sketched);
      for (const { sides, item, kind } of result.cruxes) {
        expect(new Set(sides.map(({ speaker }) => speaker)).size).toBeGreaterThanOrEqual(2);
        for (const { speaker, claims, value } of sides) {
          expect(claims.length).toBeGreaterThan(0);
          for (const id of claims) {
            expect(graph.claims.get(id)!.speaker).toBe(speaker);
            expect(graph.claims.get(id)!.stance).not.toBe('reported');
          }
          const stated = graph.propositions.get(item)?.views.find((view) => view.speaker === speaker);
          if (kind !== 'contention' && kind !== 'bearing') expect(value).toBe(stated!.value);
        }
      }
      for (const { by, claims } of result.unanswered)
        for (const id of claims) expect(graph.claims.get(id)!.speaker).toBe(by);
      for (const { sides } of result.issues) expect(sides.length).toBeGreaterThanOrEqual(2);
      for (const { speakers } of result.agreements) expect(new Set(speakers).size).toBeGreaterThanOrEqual(2);
    });
  });

  it('has no two things of one id', () => {
    check((sketched) => {
      const { result } = play(sketched);
      for (const list of [result.issues, result.cruxes, result.agreements, result.unanswered])
        expect(new Set(list.map(({ id }) => id)).size).toBe(list.length);
    });
  });

  it('does not depend on the order of judgements', () => {
    check((sketched) => {
      const { thread, judgements, result } = play(sketched);
      const turned: Judgements = {
        ...judgements,
        claims: judgements.claims.toReversed(),
        relations: judgements.relations.toReversed(),
        sames: judgements.sames.toReversed(),
        moves: judgements.moves.toReversed(),
      };
      expect(computeDivergence(buildClaimGraph(thread, turned), thread)).toEqual(result);
    });
  });

  it('keeps the figures of a pair when somebody else speaks of something else', () => {
    check((sketched) => {
      const figures = ({ result, name }: ReturnType<typeof play>) =>
        result.cruxes.flatMap(({ item, closes, score }) => (closes ? [[name(item), closes, score]] : [])).sort();
      const two = {
        ...sketched,
        turns: sketched.turns.map((each) => ({ ...each, by: each.by === 'C' ? 'A' : each.by })),
      };
      const more: Turn[] = [{ by: 'A', says: { z: 'assert' } }];
      expect(figures(play(two, more))).toEqual(figures(play(two)));
    });
  });
});
