import { describe, expect, test } from 'vitest';
import { buildTextIndex, containment, contentWords, jaccard, shingleSet, words } from '../../src/text/index.ts';

describe('shingles', () => {
  test('one for each run of words', () => {
    expect(shingleSet(words('a b c d e'), 3).size).toBe(3);
    expect(shingleSet(words('a b a b a b'), 2).size).toBe(2);
  });

  test('a short text is one shingle, an empty one none', () => {
    expect(shingleSet(['a', 'b'], 5)).toEqual(shingleSet(['a', 'b'], 2));
    expect(shingleSet([], 5).size).toBe(0);
  });

  test('the order and the borders of words count', () => {
    expect(shingleSet(['a', 'b'], 2)).not.toEqual(shingleSet(['b', 'a'], 2));
    expect(shingleSet(['ab', 'c'], 2)).not.toEqual(shingleSet(['a', 'bc'], 2));
  });

  test('measure what is shared', () => {
    const [a, b] = [new Set([1, 2, 3]), new Set([2, 3, 4, 5])];
    expect(jaccard(a, b)).toBe(2 / 5);
    expect(containment(a, b)).toBe(2 / 3);
    expect(containment(b, a)).toBe(2 / 4);
    expect(jaccard(new Set(), new Set())).toBe(0);
    expect(containment(new Set(), a)).toBe(0);
  });
});

describe('contentWords', () => {
  test.each([
    ['The models are not doing what we wanted', ['model', 'want']],
    ['arguing argued argues argue', ['argu', 'argu', 'argu', 'argu']],
    ['stopped stopping stops stop', ['stop', 'stop', 'stop', 'stop']],
    ['studies studied study', ['study', 'study', 'study']],
    ['boxes classes watches box class watch', ['box', 'class', 'watch', 'box', 'class', 'watch']],
    ['falling called missing', ['fall', 'call', 'miss']],
    ['this bus gas basis focus news speed king red', ['bus', 'gas', 'basis', 'focus', 'new', 'speed', 'king', 'red']],
    ["Don't you think it's Bob's?", ['think', 'bob']],
  ])('of %j', (text, expected) => {
    expect(contentWords(text)).toEqual(expected);
  });
});

describe('a text index', () => {
  const texts = [
    'Training with rewards makes models deceptive',
    'Models trained on rewards deceive us',
    'Regulation slows research down',
    'Slow research is what regulation brings',
    'the of and',
    'Rewards make training of models deceptive',
    'Training with rewards makes models deceptive',
  ];
  const index = buildTextIndex(texts);

  test('finds the same words in other order and form', () => {
    expect(index.size).toBe(7);
    expect(index.nearest(0, 3, 0.3).map(({ index: text }) => text)).toEqual([5, 6, 1]);
    expect(index.nearest(2, 5, 0.3).map(({ index: text }) => text)).toEqual([3]);
  });

  test('scores texts of the same content words 1 and texts that share none 0', () => {
    expect(index.similarity(0, 6)).toBeCloseTo(1, 12);
    expect(index.similarity(0, 2)).toBe(0);
  });

  test('leaves texts without content words alone', () => {
    expect(index.similarity(4, 4)).toBe(0);
    expect(index.nearest(4, 5, 0)).toEqual([]);
  });

  test('searches a text from outside; words that it does not know lower the score', () => {
    const [best] = index.search('regulation of research', 1, 0);
    expect(best).toEqual({ index: 2, score: index.search('research regulations', 1, 0)[0]!.score });
    expect(index.search('regulation of zebras', 1, 0)[0]!.score).toBeLessThan(
      index.search('regulation', 1, 0)[0]!.score,
    );
    expect(index.search('zebras', 5, 0)).toEqual([]);
  });

  test('gives no more than asked and nothing below the floor', () => {
    expect(index.nearest(0, 1, 0).length).toBe(1);
    expect(index.nearest(0, 0, 0)).toEqual([]);
    for (const { score } of index.nearest(1, 9, 0.5)) expect(score).toBeGreaterThanOrEqual(0.5);
  });

  test('takes no texts', () => {
    expect(buildTextIndex([]).search('a thing', 3, 0)).toEqual([]);
  });
});
