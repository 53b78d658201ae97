import { describe, expect, it } from 'vitest';
import { progressLine } from '../../src/cli/batch-progress.ts';

describe('the progress of a batch', () => {
  it('tells how many are done, how fast, and how long it will take', () => {
    expect(progressLine({ done: 30, total: 120, failed: 0, seconds: 10 })).toBe(
      '[======                  ] 30/120, 3.0 threads/s, 30 s left',
    );
    expect(progressLine({ done: 0, total: 10, failed: 0, seconds: 0 })).toContain('0/10, 0.0 threads/s, counting');
    expect(progressLine({ done: 1, total: 8000, failed: 1, seconds: 1 })).toContain('2 h 13 min left, 1 failed');
  });
});
