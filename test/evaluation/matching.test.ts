import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countMatched } from '../../src/evaluation/index.ts';

/** The same by trying everything. */
function bestOf(edges: readonly (readonly number[])[], taken: ReadonlySet<number> = new Set()): number {
  const [first, ...rest] = edges;
  if (!first) return 0;
  const free = first.filter((gold) => !taken.has(gold));
  return Math.max(bestOf(rest, taken), ...free.map((gold) => 1 + bestOf(rest, new Set([...taken, gold]))));
}

describe('one-to-one matching', () => {
  it('gives way where that lets one more be matched', () => {
    expect(countMatched([[0, 1], [0]])).toBe(2);
    expect(countMatched([[0], [0], [0]])).toBe(1);
    expect(countMatched([[], []])).toBe(0);
    expect(countMatched([[0, 1], [1, 2], [0], [2]])).toBe(3);
  });

  it('is as large as any matching can be', () => {
    const edges = fc.array(fc.uniqueArray(fc.nat(4), { maxLength: 4 }), { maxLength: 6 });
    fc.assert(
      fc.property(edges, (graph) => {
        expect(countMatched(graph)).toBe(bestOf(graph));
      }),
    );
  });

  it('gives way along a chain as long as a large thread', () => {
    const size = 20_000;
    const chain = Array.from({ length: size }, (_, at) => [at, at + 1]);
    expect(countMatched([...chain, [0]])).toBe(size + 1);
  });
});
