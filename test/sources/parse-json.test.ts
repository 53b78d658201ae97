import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { SourceError } from '../../src/errors/index.ts';
import { findJsonFault } from '../../src/sources/json-fault.ts';
import { parseJson } from '../../src/sources/parse-json.ts';

const failure = (text: string): SourceError => {
  try {
    parseJson(text, 'a/thread.json', '`[…]`');
  } catch (error) {
    if (error instanceof SourceError) return error;
  }
  throw new Error('no SourceError');
};
const parses = (text: string) => {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
};

describe('parseJson', () => {
  it.each([
    ['[{"a": 1,\n  "b": tru}]', 'a/thread.json:2:8: broken JSON: expected a value, but there is "t"'],
    ['{"a":1,}', 'a/thread.json:1:8: broken JSON: expected a key in double quotes, but there is "}"'],
    ['{"a" 1}', 'a/thread.json:1:6: broken JSON: expected `:`, but there is "1"'],
    ['[1 2]', 'a/thread.json:1:4: broken JSON: expected `,` or `]`, but there is "2"'],
    ['[1] x', 'a/thread.json:1:5: broken JSON: expected nothing more, but there is "x"'],
    ['[{"a":"b"', 'a/thread.json:1:10: broken JSON: expected `,` or `}`, but the file ends'],
    ['["ab', 'a/thread.json:1:5: broken JSON: expected the end of a string (`"`), but the file ends'],
  ])('says where %j breaks and what was expected', (text, message) => {
    expect(failure(text).message).toBe(message);
    expect(failure(text).hint).toContain('`[…]`');
  });

  it('finds the fault behind 100,000 open brackets', () => {
    expect(findJsonFault('['.repeat(100_000))).toEqual({ offset: 100_000, wanted: 'a value or `]`' });
  });
});

describe('findJsonFault', () => {
  it('agrees with JSON.parse on what is JSON', () => {
    const damaged = fc
      .tuple(
        fc.json({ maxDepth: 4 }),
        fc.nat(),
        fc.nat(3),
        fc.constantFrom('', ',', '"', '}', ']', '\\', '0', 'e', '-', ' '),
      )
      .map(([text, at, cut, put]) => {
        const place = at % (text.length + 1);
        return text.slice(0, place) + put + text.slice(place + cut);
      });
    fc.assert(
      fc.property(damaged, (text) => (findJsonFault(text) === null) === parses(text)),
      { numRuns: 1000 },
    );
  });
});
