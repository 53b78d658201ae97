import { describe, expect, it } from 'vitest';
import { groundQuote } from '../../../src/readers/llm/read/ground.ts';
import { sharedInOrder } from '../../../src/readers/llm/read/shared-in-order.ts';
import { talk } from './talk.ts';

const QUOTED = '"Nobody pays for the crossing in winter, they say."';
const TEXT = `The ferry loses money. It ran empty in “March”, twice.\n${QUOTED}\nI would rather wait for the survey. So should you. Winter is long here. We all know that the engine is worn out by salt.`;
const [post] = talk([{ by: 'Ann', text: TEXT, quotes: [QUOTED] }]).posts;
const turn = { post: post!, index: 0, from: 0, to: post!.sentences.length };
const sentence = (words: string) =>
  post!.sentences.findIndex(({ start, end }) => post!.text.slice(start, end).includes(words));
const [loses, march, quoted, survey, you, , engine] = [
  'loses',
  'March',
  'Nobody',
  'survey',
  'So should',
  'long',
  'engine',
].map(sentence) as [number, number, number, number, number, number, number];

describe('a citation', () => {
  it('stands on the cited sentence that holds its words, whatever the quotes, dashes and letters', () => {
    expect(groundQuote(turn, march, 'ran EMPTY in "march"', false)).toEqual({ at: march, grounding: 'exact' });
  });

  it('is repaired to a neighbour two sentences away', () => {
    expect(groundQuote(turn, engine, 'So should you', false)).toEqual({ at: you, grounding: 'repaired' });
    expect(groundQuote(turn, you, 'wait for', false)).toEqual({ at: survey, grounding: 'repaired' });
  });

  it('is repaired to any sentence of the turn if it has three words', () => {
    expect(groundQuote(turn, engine, 'ferry loses money', false)).toEqual({ at: loses, grounding: 'repaired' });
    expect(groundQuote(turn, null, 'ferry loses money', false)).toEqual({ at: loses, grounding: 'repaired' });
    expect(groundQuote(turn, engine, 'loses money', false)).toBe('nowhere');
  });

  it('is repaired to a sentence with nearly the same words in order', () => {
    expect(groundQuote(turn, engine, 'all know that the old engine is worn out', false)).toEqual({
      at: engine,
      grounding: 'repaired',
    });
    expect(groundQuote(turn, engine, 'the engine was ruined by cheap fuel and salt', false)).toBe('nowhere');
  });

  it('has no ground in words that the turn quotes, unless they are passed on as such', () => {
    expect(groundQuote(turn, quoted, 'pays for the crossing', false)).toBe('quoted');
    expect(groundQuote(turn, survey, 'pays for the crossing', false)).toBe('quoted');
    expect(groundQuote(turn, quoted, 'pays for the crossing', true)).toEqual({ at: quoted, grounding: 'exact' });
  });

  it('has no ground without words, or outside the part of a post that was asked for', () => {
    expect(groundQuote(turn, loses, ' … ', false)).toBe('nowhere');
    expect(groundQuote({ ...turn, from: survey }, null, 'ferry loses money', false)).toBe('nowhere');
  });

  it('may be a sign without letters, if the cited sentence has it', () => {
    const [delta] = talk([{ by: 'Bob', text: 'You moved me.\n∆' }]).posts;
    const signs = { post: delta!, index: 0, from: 0, to: 2 };
    expect(groundQuote(signs, 1, '∆', false)).toEqual({ at: 1, grounding: 'exact' });
    expect(groundQuote(signs, 0, '∆', false)).toBe('nowhere');
  });
});

describe('words shared in order', () => {
  it('are counted as the longest common subsequence', () => {
    expect(sharedInOrder('a b c d'.split(' '), 'a x b y d c'.split(' '))).toBe(0.75);
    expect(sharedInOrder('a b c d'.split(' '), 'd c b a'.split(' '))).toBe(0.25);
    expect(sharedInOrder('a b c d'.split(' '), 'a x y z'.split(' '))).toBe(0);
  });
});
