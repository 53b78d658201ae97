import { describe, expect, test } from 'vitest';
import { findFolded, fold, foldWithOffsets, words } from '../../src/text/index.ts';

describe('fold', () => {
  test.each([
    ['Hello, World!', 'hello world'],
    ['  two\u00a0\n spaces\t', 'two spaces'],
    ['\u201cCurly\u201d \u2018quotes\u2019 \u2014 and dashes\u2013here', 'curly quotes and dashes here'],
    ["don't DON\u2019T don\u02bct rock 'n' roll dogs' 90's", 'dont dont dont rock n roll dogs 90s'],
    ['soft\u00adhyphen zero\u200bwidth \u202ebidi\u202c', 'softhyphen zerowidth bidi'],
    ['**bold** _it_ `code` [link](url) > # *', 'bold it code link url'],
    ['snake_case 3.5% C++ re-read', 'snake case 3 5 c re read'],
    ['caf\u00e9 cafe\u0301 CAF\u00c9 cafe\u200b\u0301', 'caf\u00e9 caf\u00e9 caf\u00e9 caf\u00e9'],
    ['\ufb01ne \u210cal\ud835\udc1f \u00bd x\u00b2', 'fine half 1 2 x2'],
    ['\u6211\u540c\u610f\u3002ok', '\u6211 \u540c \u610f ok'],
    ['\u304b\u3099 \uff76\uff9e', '\u304c \u30ac'],
    ['\u1112\u1161\u11ab', '\ud55c'],
    ['1\ufe0f\u20e3 \u{1f600} \ud800', '1'],
    ['\u0130 \u0149 \u00b4 \u0301', 'i\u0307 n'],
    ['', ''],
    ['***', ''],
  ])('%j becomes %j', (text, folded) => {
    expect(fold(text)).toBe(folded);
  });

  test('takes a text with tens of thousands of accents on one letter', () => {
    expect(fold(`a${'\u0301\u0323'.repeat(50_000)} b`)).toMatch(/^\u1ea1\p{M}{1,16} b$/u);
  });
});

test('words are the folded words, none for a text without letters', () => {
  expect(words("It's  *not* so.")).toEqual(['its', 'not', 'so']);
  expect(words(' ?! ')).toEqual([]);
});

test('offsets lead from each folded unit to its source', () => {
  const { folded, offsets } = foldWithOffsets(' \u201cDo\u00adn\u2019t\u201d \ufb01x e\u0301!');
  expect(folded).toBe('dont fix \u00e9');
  expect([...offsets]).toEqual([2, 3, 5, 7, 10, 10, 10, 11, 13, 13]);
});

describe('findFolded', () => {
  const found = (text: string, quote: string) => {
    const span = findFolded(text, quote);
    return span && text.slice(span.start, span.end);
  };

  test.each([
    ['He said \u201cI don\u2019t know\u201d twice.', '"I don\'t know"', 'I don\u2019t know'],
    ['A **very** long\nline of words', 'very long line', 'very** long\nline'],
    ['caf\u00e9 is cafe\u0301\u200b here', 'is caf\u00e9', 'is cafe\u0301'],
    ['part of the art', 'art', 'art'],
    ['one two one two', 'One two', 'one two'],
    ['a math \ud835\udc1f letter', 'f', '\ud835\udc1f'],
    ['\u6211\u4e0d\u540c\u610f\u4f60', '\u540c\u610f', '\u540c\u610f'],
    ['understanding matters most', 'rstanding matters mo', 'rstanding matters mo'],
  ])('finds in %j the quote %j', (text, quote, span) => {
    expect(found(text, quote)).toBe(span);
  });

  test('gives null for what is not there, for a short piece of a word and for an empty quote', () => {
    expect(findFolded('part of it', 'art')).toBeNull();
    expect(findFolded('part of it', 'all of it')).toBeNull();
    expect(findFolded('part of it', '...')).toBeNull();
    expect(findFolded('', 'x')).toBeNull();
  });

  test('spans the place, not a later one', () => {
    expect(findFolded('the art. The art', 'art')).toEqual({ start: 4, end: 7 });
  });
});
