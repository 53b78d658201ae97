import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isPathological, splitBlocks } from '../../src/sources/blocks.ts';

const kinds = (text: string) => splitBlocks(text).map((block) => [block.kind, text.slice(block.start, block.end)]);

const scrap = fc.constantFrom(
  '> ',
  '>',
  '- ',
  '* ',
  '1. ',
  '  ',
  '    ',
  '\t',
  '# ',
  '```',
  '~~~',
  '---',
  '***',
  '| a | b |',
  '|---|---|',
  '[^1]: ',
  '1. ^',
  '^ ',
  '[1]: http://x.org',
  '\n',
  '\n\n',
  'word',
  'Two words.',
  '===',
  '\uFEFF',
  '<div>',
  '\u00a0',
  '*',
  '_',
);
const markdown = fc.oneof(
  fc.array(scrap, { maxLength: 60 }).map((parts) => parts.join('')),
  fc.string({ maxLength: 200 }),
);

describe('splitBlocks', () => {
  it('gives blocks in order that do not overlap and hold every visible character', () => {
    fc.assert(
      fc.property(markdown, (text) => {
        let from = 0;
        for (const block of splitBlocks(text)) {
          expect(block.start).toBeGreaterThanOrEqual(from);
          expect(block.end).toBeGreaterThan(block.start);
          expect(text.slice(from, block.start).trim()).toBe('');
          from = block.end;
        }
        expect(from).toBeLessThanOrEqual(text.length);
        expect(text.slice(from).trim()).toBe('');
      }),
      { numRuns: 2000 },
    );
  });
});
