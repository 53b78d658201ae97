import { describe, expect, it } from 'vitest';
import { createNormal, createRandom } from '../../src/divergence/seeded-random.ts';
import { debate } from '../helpers/debate.ts';

describe('uncertainty bands', () => {
  const turns = [
    { by: 'A', says: { r: 'assert', c: 'assert' } },
    { by: 'B', says: { r: 'reject', c: 'reject' } },
  ] as const;
  const inferences = { 'c→r': { in: 1, strength: 'strong' } } as const;

  it('are drawn only on request, lie around the score and are the same each time', () => {
    expect(debate(turns, inferences).result.cruxes[0]!.band).toBe(null);
    const { score, band } = debate(turns, inferences, {}, { bands: true }).result.cruxes[0]!;
    expect(band![0]).toBeLessThan(score!);
    expect(band![1]).toBeGreaterThan(score!);
    expect(band![1] - band![0]).toBeGreaterThan(0.1);
    expect(debate(turns, inferences, {}, { bands: true }).result.cruxes[0]!.band).toEqual(band);
  });

  it('rest on seeded numbers that are about normal', () => {
    const normal = createNormal(createRandom(1));
    const drawn = Array.from({ length: 2000 }, normal);
    const mean = drawn.reduce((sum, value) => sum + value, 0) / drawn.length;
    const spread = Math.sqrt(drawn.reduce((sum, value) => sum + (value - mean) ** 2, 0) / drawn.length);
    expect(Math.abs(mean)).toBeLessThan(0.05);
    expect(Math.abs(spread - 1)).toBeLessThan(0.05);
    expect(drawn.slice(0, 2)).toEqual(Array.from({ length: 2 }, createNormal(createRandom(1))));
  });
});
