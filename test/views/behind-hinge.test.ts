import { describe, expect, it } from 'vitest';
import { behindHinge } from '../../src/views/focus-quote.ts';

const GRANTED = 'I agree that the ferry is old and that it shakes in any wind, but the engine was renewed in spring.';

describe('a reason on one line', () => {
  it('keeps what stands behind its "but" where both halves have no room', () => {
    expect(behindHinge(GRANTED, 60, '…')).toBe('…but the engine was renewed in spring.');
  });

  it('stays whole where it has room or sets nothing against itself', () => {
    expect(behindHinge(GRANTED, 200, '…')).toBe(GRANTED);
    expect(behindHinge('The engine was renewed in spring.', 10, '…')).toBe('The engine was renewed in spring.');
  });
});
