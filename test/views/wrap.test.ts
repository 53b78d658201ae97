import stringWidth from 'string-width';
import { describe, expect, it } from 'vitest';
import { displayText } from '../../src/views/display-text.ts';
import { focusQuote } from '../../src/views/focus-quote.ts';
import { labelSpeakers } from '../../src/views/labels.ts';
import { clipRuns, cutText, NARROW, run } from '../../src/views/runs.ts';
import { toneSpans } from '../../src/views/tone-spans.ts';
import { wrapRuns } from '../../src/views/wrap.ts';

const lines = (text: string, width: number, options = {}) =>
  wrapRuns([run(text)], width, options).map((line) => line.map((part) => part.text).join(''));

describe('wrapping', () => {
  it('breaks between words and indents the lines that follow', () => {
    expect(lines('the old ferry is late again', 12, { indent: 2 })).toEqual(['the old', '  ferry is', '  late again']);
  });

  it('breaks a word only when it is longer than a line', () => {
    expect(lines('see abcdefghijkl now', 6)).toEqual(['see ab', 'cdefgh', 'ijkl', 'now']);
  });

  it('keeps the spaces inside a line and at its start', () => {
    expect(lines('  if x:   y', 20)).toEqual(['  if x:   y']);
  });

  it('ends in the clip where lines run out, after a whole word', () => {
    expect(lines('the ferry is late again today', 11, { lines: 2, clip: '…”' })).toEqual(['the ferry', 'is late…”']);
  });

  it('keeps a word together across tones', () => {
    const wrapped = wrapRuns([run('he said '), run('“', 'dim'), run('never again', 'quote'), run('”', 'dim')], 15);
    expect(wrapped.map((line) => line.map((part) => part.text).join(''))).toEqual(['he said “never', 'again”']);
    expect(wrapped[1]!.map(({ tone }) => tone)).toEqual(['quote', 'dim']);
  });

  it('counts wide characters as two columns and never cuts one in half', () => {
    expect(cutText('家族は島', 5)).toBe('家族');
    expect(lines('家族は島に住む', 6)).toEqual(['家族は', '島に住', 'む']);
  });

  it('wraps a word of a million letters, and a letter with ten thousand marks', () => {
    expect(lines('長'.repeat(1_000_000), 100).length).toBe(20_000);
    expect(lines(`a${'\u0301'.repeat(10_000)}b`, 10).length).toBe(1);
  });

  it('clips runs at a whole word', () => {
    expect(clipRuns([run('the old '), run('ferry boat', 'strong')], 15)).toEqual([
      run('the old '),
      run('ferry…', 'strong'),
    ]);
  });
});

describe('texts for display', () => {
  it('lose markup, line breaks and what a terminal would obey', () => {
    expect(displayText('**So** [it](https://example.org)\nis\u001b[2J \u202ethere', '*')).toBe('So it is there');
  });

  it('have a plain sign for emoji whose width terminals disagree on, and keep the others', () => {
    expect(displayText('👨‍👩‍👧 ⚠️ 1️⃣ 🚢', '▪')).toBe('▪ ▪ ▪ 🚢');
  });
});

describe('labels of speakers', () => {
  it('are short, different from each other, and doubtful where the speaker is a guess', () => {
    const speaker = (id: string, name: string, given = true, confidence = 1) => ({ id, name, given, confidence });
    const speakers = [
      speaker('1', 'Bartholomew Long'),
      speaker('2', 'Bartholomew Longer'),
      speaker('3', 'B', false, 0.4),
      speaker('4', '\u202e'),
    ];
    const labels = labelSpeakers(speakers, 10, (text) => displayText(text, '*'), '…');
    expect([...labels.values()]).toEqual(['Bartholom…', 'Barthol…~2', 'B?', '4']);
  });
});

describe('tones of a text', () => {
  it('lets a match stand before a quote and survives stretches that overlap or lie outside', () => {
    const quotes = [{ start: 2, end: 6 }];
    const matches = [
      { start: 4, end: 8 },
      { start: 5, end: 99 },
    ];
    expect(toneSpans(10, quotes, matches)).toEqual([
      { start: 0, end: 2, tone: 'plain' },
      { start: 2, end: 4, tone: 'quote' },
      { start: 4, end: 10, tone: 'match' },
    ]);
  });
});

describe('a long sentence that takes something up', () => {
  const focus = (text: string) => focusQuote(text, /\bagree\b/, '…');

  it('is quoted from the clause on that does so', () => {
    expect(focus('Thank you for the long and patient answer to my post, I agree that the pier is sound.')).toBe(
      '…I agree that the pier is sound.',
    );
  });

  it('is never cut where the beginning could turn its sense', () => {
    for (const text of [
      'When the wind is up and the waves are high as houses, I agree that the pier is in danger.',
      'It is not so, as far as anybody here can tell, that I agree about the state of the pier.',
      'Some on the island say over their beer in the evening, I agree with the mayor on everything.',
    ])
      expect(focus(text)).toBe(text);
  });
});

describe('widths', () => {
  it('take for narrow only what is one column wide', () => {
    const characters = Array.from({ length: 0x10000 }, (_, code) => String.fromCharCode(code));
    const wrong = characters.filter((character) => NARROW.test(character) && stringWidth(character) !== 1);
    expect(wrong).toEqual([]);
  });
});
