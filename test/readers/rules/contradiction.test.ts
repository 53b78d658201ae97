import { describe, expect, it } from 'vitest';
import { contradicts } from '../../../src/readers/rules/contradiction.ts';

describe('an answer contradicts a sentence', () => {
  it.each([
    ["I'm sure they won't.", "And I'm sure they would, nearly all of them."],
    ['That is fair to the crew.', 'That is not fair to the crew at all.'],
    ["I just can't see it holding.", 'Well I can.'],
    ['It will never pay.', 'It will.'],
    ['The boat does pay.', "No, it doesn't."],
    ['They would come back.', 'They would not.'],
  ])('“%s” – “%s”', (said, answer) => {
    expect(contradicts(said, answer)).toBe(true);
  });

  it.each([
    ["I just can't see it holding.", 'Nor can I.'],
    ['It will never pay.', "It won't."],
    ['The boat does pay.', 'It does.'],
    ["I can't see it holding.", 'It will.'],
    ["I can't see it holding.", 'I can tell you about the harbour.'],
    ['', 'Well I can.'],
  ])('not: “%s” – “%s”', (said, answer) => {
    expect(contradicts(said, answer)).toBe(false);
  });
});
