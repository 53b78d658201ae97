import { describe, expect, it } from 'vitest';
import { guessTurns } from '../../../src/readers/rules/guess-turns.ts';
import type { Paragraph } from '../../../src/thread/index.ts';
import { readByRules } from '../../helpers/read-by-rules.ts';

const paragraphs = (texts: readonly string[], more: Readonly<Record<number, Partial<Paragraph>>> = {}): Paragraph[] =>
  texts.map((text, index) => ({
    ...{ index, text, quotes: null, footnote: false, breakBefore: false, afterFurniture: false },
    ...more[index],
  }));
const startsOf = (input: Paragraph[], declared: number | null = null) =>
  guessTurns(input, declared).map(({ first, speaker }) => `${speaker}${first}`);

describe('turns of bare text', () => {
  it('start at words that answer somebody, and two voices alternate where every turn speaks to the other', () => {
    const input = paragraphs([
      'I think your plan for the quay leaves out the storms we had in March.',
      'For example, the west wall moved by a hand.',
      'I agree that the storms matter, and your point about the wall is fair.',
      'Thanks. Do you think your wall would have held?',
    ]);
    expect(startsOf(input)).toEqual(['A0', 'B2', 'A3']);
  });

  it('get a voice of their own each where nobody is spoken to', () => {
    const input = paragraphs([
      'The quay moved in March.',
      'Thanks for the pictures.',
      'Great post, the wall looks bad.',
    ]);
    expect(startsOf(input)).toEqual(['A0', 'B1', 'C2']);
  });

  it('start somewhere between a quote and what it quotes', () => {
    const input = paragraphs(
      ['The quay moved.', 'It moved by a hand in March.', 'It moved by a hand in March.', 'It did not move.'],
      {
        2: { quotes: 1 },
      },
    );
    expect(startsOf(input)).toEqual(['A0', 'B2']);
  });

  it('go on where a second quote of the same post follows, point by point', () => {
    const input = paragraphs(
      [
        'One claim stands here.',
        'Another claim stands here.',
        'One claim stands here.',
        'Not so.',
        'Another claim stands here.',
        'Nor that.',
      ],
      {
        2: { quotes: 0 },
        4: { quotes: 1 },
      },
    );
    expect(startsOf(input)).toEqual(['A0', 'B2']);
  });

  it('start behind footnotes and never at one', () => {
    const input = paragraphs(['The quay[1] moved.', 'The one in the north.', 'Storms do that to old quays.'], {
      1: { footnote: true },
    });
    expect(startsOf(input)).toEqual(['A0', 'B2']);
  });

  it('are exactly what --- lines say', () => {
    const input = paragraphs(['I agree.', 'I agree.', 'Thanks.'], { 2: { breakBefore: true } });
    expect(startsOf(input)).toEqual(['A0', 'B2']);
  });

  it('are one article and as many comments as the page says, if it says so', () => {
    const input = paragraphs(
      [
        'The article opens.',
        'I agree with myself here.',
        'The article ends.',
        'Great post, thanks.',
        'It depends on the wall.',
        'The wall is fine.',
      ],
      { 3: { afterFurniture: true } },
    );
    expect(startsOf(input, 3)).toEqual(['A0', 'B3', 'C4']);
  });
});

describe('claims of the embedded reader', () => {
  it('are whole sentences with kind and stance by cue, and never questions', async () => {
    const { judgements, words } = await readByRules(
      'Ann: The council should close the bridge in winter. I think the repair will cost two million. Who pays for all of it?\n\nBob: By closed I mean closed to lorries.\n\nAnn: Fine.\n\nBob: Good.',
    );
    expect(judgements.claims.map((claim) => [words(claim), claim.kind, claim.stance])).toEqual([
      ['The council should close the bridge in winter.', 'policy', 'assert'],
      ['I think the repair will cost two million.', 'forecast', 'hedge'],
      ['By closed I mean closed to lorries.', 'definition', 'assert'],
    ]);
  });

  it('mark the other view that is said back as reported', async () => {
    const { judgements } = await readByRules(
      "Ann: Close the bridge.\n\nBob: You're saying that the bridge is unsafe for lorries in winter.\n\nAnn: Yes.\n\nBob: I see.",
    );
    expect(judgements.claims.map(({ stance }) => stance)).toEqual(['reported']);
  });

  it('say what the reader cannot do', async () => {
    const { judgements } = await readByRules('Ann: Close the bridge.\n\nBob: Why?\n\nAnn: Ice.\n\nBob: Ah.');
    expect(judgements.notices.map(({ rule }) => rule)).toEqual(['rules-reader-limits']);
  });
});

describe('echoes of other people', () => {
  it('start a turn where a paragraph denies the sentence that stands before it', () => {
    const input = paragraphs([
      'The members read labels. I am sure that they would keep to it.',
      'I am sure that they would not keep to it.',
    ]);
    expect(startsOf(input)).toEqual(['A0', 'B1']);
  });

  it('start a turn where a paragraph opens with words that were just used', () => {
    const input = paragraphs([
      'It is passed for use on food, so it is safe.',
      'The pond was relined.',
      'Passed for use on food is about eaters.',
    ]);
    expect(startsOf(input)).toEqual(['A0', 'B2']);
  });

  it('are not seen in a sentence that merely goes on', () => {
    const input = paragraphs(['I am sure that they would keep to the dose.', 'They keep bees too, as it happens.']);
    expect(startsOf(input)).toEqual(['A0']);
  });
});
