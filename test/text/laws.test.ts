import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  buildTextIndex,
  containment,
  findFolded,
  fold,
  foldWithOffsets,
  jaccard,
  plainText,
  shingleSet,
  splitSentences,
  stripForTerminal,
  words,
} from '../../src/text/index.ts';

const PIECES = [
  ...'aZé9 .!?…"\'“”‘’()[]{}*_`~#>-—:;,\\/<&\n\t\r|',
  ' ',
  '. ',
  '\n\n',
  '\n- ',
  '\n> ',
  '1. ',
  'e.g. ',
  'Dr. ',
  'U.S. ',
  'I ',
  'The ',
  '[1]',
  '](x)',
  'https://a.b/?c ',
  '. . .',
  ':)',
  '\u00a0',
  '\u200b',
  '\u200d',
  '\u00ad',
  '\u0301',
  '\u0323',
  '\u0344',
  '\u202e',
  '\u001b',
  '\u001b[1m',
  '\u001b]8;;x',
  '\u001b\\',
  '\u0007',
  '\u009b',
  '\u009c',
  '\ud83d',
  '\ude00',
  '\u{1f600}',
  '\u{e0041}',
  '\ufb01',
  '\u0130',
  '\u0149',
  '\u1112',
  '\u1161',
  '\u11ab',
  '\u304b',
  '\u3099',
  '\u6211',
  '\u3002',
  '\uff76',
  '\uff9e',
  '\ufdfa',
  '\u20e3',
  '\u{1d41f}',
  '\u00bd',
];
const text = fc.oneof(
  fc.array(fc.constantFrom(...PIECES), { maxLength: 60 }).map((pieces) => pieces.join('')),
  fc.string({ unit: 'binary' }),
  fc.array(fc.integer({ min: 0, max: 0xffff })).map((units) => String.fromCharCode(...units)),
);
const prose = fc
  .array(fc.constantFrom('models', 'deceive', 'training', 'reward', 'the', 'slow', 'law', 'zebra', 'model', 'laws'), {
    maxLength: 12,
  })
  .map((parts) => parts.join(' '));

describe('sentences of any text', () => {
  test('are in order, inside the text, apart, trimmed and not empty', () => {
    fc.assert(
      fc.property(text, (source) => {
        let last = 0;
        for (const { start, end } of splitSentences(source)) {
          expect(start).toBeGreaterThanOrEqual(last);
          expect(end).toBeGreaterThan(start);
          expect(end).toBeLessThanOrEqual(source.length);
          const sentence = source.slice(start, end);
          expect(sentence.trim()).toBe(sentence);
          last = end;
        }
      }),
      { numRuns: 2000 },
    );
  });

  test('hold every word of a text without list marks', () => {
    fc.assert(
      fc.property(text, (source) => {
        const line = `Word ${source.replaceAll('\n', ' ')}`;
        const kept = splitSentences(line).map(({ start, end }) => line.slice(start, end));
        expect(words(kept.join(' '))).toEqual(words(line));
      }),
      { numRuns: 2000 },
    );
  });
});

describe('folding any text', () => {
  test('twice changes nothing', () => {
    fc.assert(
      fc.property(text, (source) => {
        expect(fold(fold(source))).toBe(fold(source));
      }),
      { numRuns: 3000 },
    );
  });

  test('gives the same with offsets, which never fall and stay inside', () => {
    fc.assert(
      fc.property(text, (source) => {
        const { folded, offsets } = foldWithOffsets(source);
        expect(folded).toBe(fold(source));
        expect(offsets.length).toBe(folded.length);
        for (let at = 0; at < offsets.length; at += 1) {
          expect(offsets[at]).toBeGreaterThanOrEqual(at === 0 ? 0 : offsets[at - 1]!);
          expect(offsets[at]).toBeLessThan(source.length);
        }
      }),
      { numRuns: 1000 },
    );
  });

  test('leaves single spaces between words and none around them', () => {
    fc.assert(
      fc.property(text, (source) => {
        expect(fold(source)).toBe(words(source).join(' '));
        expect(fold(source)).not.toMatch(/^ | $| {2}/u);
      }),
    );
  });

  test('lets every run of whole words be found again', () => {
    fc.assert(
      fc.property(text, fc.nat(), fc.nat(), (source, from, count) => {
        const all = words(source);
        const first = all.length === 0 ? 0 : from % all.length;
        const wanted = all.slice(first, first + 1 + (count % 5)).join(' ');
        const span = findFolded(source, wanted);
        if (wanted === '') expect(span).toBeNull();
        else expect(` ${fold(source.slice(span!.start, span!.end))} `).toContain(` ${wanted} `);
      }),
      { numRuns: 2000 },
    );
  });
});

describe('stripping any text for the terminal', () => {
  test('leaves no control, escape, bidi or zero-width character and no half pair', () => {
    fc.assert(
      fc.property(text, (source) => {
        const stripped = stripForTerminal(source);
        expect(stripped).not.toMatch(/[^\n\P{Cc}]|\p{Bidi_Control}|\p{Default_Ignorable_Code_Point}|[\u2028\u2029]/u);
        expect(stripped.isWellFormed()).toBe(true);
      }),
      { numRuns: 3000 },
    );
  });

  test('twice changes nothing', () => {
    fc.assert(
      fc.property(text, (source) => {
        expect(stripForTerminal(stripForTerminal(source))).toBe(stripForTerminal(source));
      }),
      { numRuns: 2000 },
    );
  });
});

test('plain text is one trimmed line with single spaces, and no longer than its source', () => {
  fc.assert(
    fc.property(text, (source) => {
      const plain = plainText(source);
      expect(plain).not.toMatch(/^\s|\s$|\s\s|[^ \S]/u);
      expect(plain.length).toBeLessThanOrEqual(source.length);
    }),
    { numRuns: 2000 },
  );
});

describe('similarity of any texts', () => {
  test('is between 0 and 1 and the same both ways', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(prose, text), { minLength: 2, maxLength: 8 }), (texts) => {
        const index = buildTextIndex(texts);
        for (let i = 0; i < texts.length; i += 1) {
          for (let j = 0; j < texts.length; j += 1) {
            expect(index.similarity(i, j)).toBe(index.similarity(j, i));
            expect(index.similarity(i, j)).toBeGreaterThanOrEqual(0);
            expect(index.similarity(i, j)).toBeLessThanOrEqual(1);
          }
        }
      }),
    );
  });

  test('ranks neighbours exactly as comparing all pairs would', () => {
    const floors = fc.constantFrom(0, 0.1, 0.3, 0.5, 0.8, 1);
    fc.assert(
      fc.property(fc.array(prose, { minLength: 1, maxLength: 12 }), floors, fc.nat(5), (texts, floor, top) => {
        const index = buildTextIndex(texts);
        for (let i = 0; i < texts.length; i += 1) {
          const all = texts
            .map((_, j) => ({ index: j, score: index.similarity(i, j) }))
            .filter(({ index: j, score }) => j !== i && score > 0 && score >= floor)
            .sort((a, b) => b.score - a.score || a.index - b.index);
          expect(index.nearest(i, top, floor)).toEqual(all.slice(0, top));
        }
      }),
      { numRuns: 500 },
    );
  });

  test('by shingles is between 0 and 1, 1 for the same words', () => {
    fc.assert(
      fc.property(prose, prose, fc.integer({ min: 1, max: 5 }), (a, b, size) => {
        const [left, right] = [shingleSet(words(a), size), shingleSet(words(b), size)];
        expect(jaccard(left, right)).toBe(jaccard(right, left));
        expect(jaccard(left, right)).toBeLessThanOrEqual(containment(left, right));
        expect(containment(left, right)).toBeLessThanOrEqual(1);
        expect(jaccard(left, left)).toBe(a === '' ? 0 : 1);
      }),
    );
  });
});
