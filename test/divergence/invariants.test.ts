import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { predict } from '../../src/divergence/belief/believe.ts';
import { closeBySwap } from '../../src/divergence/belief/closure.ts';
import { backward, forward } from '../../src/divergence/belief/gradients.ts';
import { fromLogOdds } from '../../src/divergence/belief/log-odds.ts';
import { total, traceOrigins } from '../../src/divergence/belief/origin.ts';
import { itemsOf, scoreItems } from '../../src/divergence/belief/score-items.ts';
import { reasonsFor } from '../../src/divergence/belief/strength.ts';
import { reach } from '../../src/divergence/belief/suppose.ts';
import { scoreItem } from '../../src/divergence/belief/verdict.ts';
import { negate, open, type RawDispute, rawDispute } from '../helpers/random-dispute.ts';

const RUNS = { numRuns: 300, seed: 7 };
const exact = 1e-12;
const check = <T>(arbitrary: fc.Arbitrary<T>, law: (value: T) => void) => fc.assert(fc.property(arbitrary, law), RUNS);
const near = (a: number, b: number, within = exact) => expect(Math.abs(a - b)).toBeLessThanOrEqual(within);
const closures = (raw: RawDispute) =>
  scoreItems(open(raw)).map(({ item, plain, capped, score }) => ({ item, figures: [...plain, ...capped, score ** 2] }));

function sameFigures(a: ReturnType<typeof closures>, b: ReturnType<typeof closures>) {
  expect(b.map(({ item }) => item)).toEqual(a.map(({ item }) => item));
  a.forEach(({ figures }, index) => {
    figures.forEach((figure, place) => {
      near(figure, b[index]!.figures[place]!);
    });
  });
}

describe('the score, on random disputes,', () => {
  it('is the same from both sides, with the closures exchanged', () => {
    check(rawDispute, (raw) => {
      const here = scoreItems(open(raw));
      const there = scoreItems(open({ ...raw, minds: [raw.minds[1], raw.minds[0]] }));
      here.forEach((score, index) => {
        const other = there[index]!;
        expect(other.score).toBe(score.score);
        expect(other.verdict).toBe(score.verdict);
        expect([...other.plain].reverse()).toEqual([...score.plain]);
        expect([...other.capped].reverse()).toEqual([...score.capped]);
      });
    });
  });

  it('does not change when a claim is worded the other way round', () => {
    check(fc.tuple(rawDispute, fc.nat(11)), ([raw, pick]) => {
      sameFigures(closures(raw), closures(negate(raw, pick % raw.size)));
    });
  });

  it('starts from a world in which everybody holds exactly what they said, plain and capped', () => {
    check(rawDispute, (raw) => {
      const { network, beliefs } = open(raw);
      for (const belief of beliefs) {
        const linear = Array.from(belief.mind.stated, (view) => !Number.isNaN(view));
        const { weights, force } = belief.mind;
        const strength = forward(network, { conviction: belief.conviction, weights, force, linear });
        for (const claim of network.order) {
          near(strength[claim]!, belief.strength[claim]!);
          if (!linear[claim]) continue;
          expect(belief.strength[claim]).toBe(belief.mind.stated[claim]);
          for (const reading of ['plain', 'capped'] as const) {
            const reasons = reasonsFor(network, belief.mind, belief.strength, claim, true);
            near(fromLogOdds(predict(belief, claim, reasons, reading)), belief.mind.stated[claim]!);
          }
        }
      }
    });
  });

  it('gives the root itself the whole gap', () => {
    check(rawDispute, (raw) => {
      expect(closeBySwap(open(raw), [{ kind: 'claim', index: 0 }], 'plain')).toEqual([1, 1]);
    });
  });

  it('closes nothing by swapping equal views', () => {
    check(fc.tuple(rawDispute, fc.nat(11)), ([raw, pick]) => {
      const claim = 1 + (pick % (raw.size - 1));
      const views = Array.from(raw.minds[1].stated);
      views[claim] = raw.minds[0].stated[claim]!;
      if (Number.isNaN(views[claim])) return;
      const dispute = open({ ...raw, minds: [raw.minds[0], { ...raw.minds[1], stated: views }] });
      const { plain, score } = scoreItem(dispute, { kind: 'claim', index: claim });
      near(plain[0], 0);
      near(plain[1], 0);
      near(score, 0);
    });
  });

  it('gives 0 to a claim from which no path leads to the root', () => {
    check(rawDispute, (raw) => {
      const dispute = open(raw);
      for (const item of itemsOf(dispute)) {
        if (reach(dispute.network, [item]).includes(0)) continue;
        const { plain, capped, score } = scoreItem(dispute, item);
        expect([...plain, ...capped, score].map(Math.abs)).toEqual([0, 0, 0, 0, 0]);
      }
    });
  });

  it('does not depend on the order of input or on claims that nothing connects', () => {
    check(rawDispute, (raw) => {
      const turned = [...raw.links].reverse();
      const last = raw.links.length - 1;
      const wider = {
        size: raw.size + 2,
        links: [...turned, { from: raw.size + 1, to: raw.size, premise: 1 as const, condition: false }],
        undercuts: raw.undercuts.map((cut) => ({ ...cut, link: last - cut.link })),
        minds: raw.minds.map((mind, side) => ({
          stated: [...Array.from(mind.stated), side ? 0.8 : -0.8, 0.5],
          weights: [...Array.from(mind.weights).reverse(), 2],
          force: mind.force,
        })) as unknown as RawDispute['minds'],
      };
      const after = new Map(
        closures(wider).map(({ item, figures }) => {
          const index = item.kind === 'link' ? last - item.index : item.index;
          return [`${item.kind} ${index}`, figures];
        }),
      );
      for (const { item, figures } of closures(raw)) {
        figures.forEach((figure, place) => {
          near(figure, after.get(`${item.kind} ${item.index}`)![place]!);
        });
      }
    });
  });

  it('has origins that sum to the whole gap', () => {
    check(rawDispute, (raw) => {
      const { network, beliefs, root } = open(raw);
      near(total(traceOrigins(network, beliefs, root)), 1, 1e-3);
    });
  });

  it('takes gradients that agree with small steps', () => {
    check(rawDispute, (raw) => {
      const { network, beliefs } = open(raw);
      const { weights, force } = beliefs[0].mind;
      // Kinks have no derivative, so every claim counts as stated and the network as free of conditions and undercuts.
      const plain = { ...network, links: network.links.map((link) => ({ ...link, condition: false })) };
      const bare = { ...plain, against: network.links.map(() => []) };
      const linear = new Array<boolean>(network.size).fill(true);
      const at = (conviction: ArrayLike<number>, links: ArrayLike<number>) =>
        forward(bare, { conviction, weights: links, force, linear })[0]!;
      const { conviction } = beliefs[0];
      const parameters = { conviction, weights, force, linear };
      const slopes = backward(bare, parameters, forward(bare, parameters), 0);
      const h = 1e-5;
      const step = (values: ArrayLike<number>, index: number, by: number) =>
        Array.from(values, (value, place) => (place === index ? value + by : value));
      for (let claim = 0; claim < network.size; claim++) {
        const slope = at(step(conviction, claim, h), weights) - at(step(conviction, claim, -h), weights);
        near(slopes.conviction[claim]!, slope / (2 * h), 1e-7);
      }
      for (let link = 0; link < network.links.length; link++) {
        const slope = at(conviction, step(weights, link, h)) - at(conviction, step(weights, link, -h));
        near(slopes.links[link]!, slope / (2 * h), 1e-7);
      }
    });
  });
});
