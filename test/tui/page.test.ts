import { describe, expect, it } from 'vitest';
import { sameStop, stopFrom } from '../../src/tui/page.ts';
import { drawnPage } from './drawn-page.ts';

describe('a page', () => {
  it('takes adjacent rows of one target as one stop', () => {
    const spans = drawnPage('..AA.BA').stops.map(({ target, first, last }) => [target.id, first, last]);
    expect(spans).toEqual([
      ['A', 2, 3],
      ['B', 5, 5],
      ['A', 6, 6],
    ]);
  });

  it('finds the first stop that ends at a row or below it', () => {
    const page = drawnPage('..AA.B');
    expect([0, 2, 3, 4, 5, 6].map((row) => stopFrom(page, row))).toEqual([0, 0, 0, 1, 1, 2]);
    expect(stopFrom(drawnPage('...'), 0)).toBe(0);
  });

  it('finds the same thing in another layout, counting repeated targets', () => {
    const wide = drawnPage('.AB.A');
    const narrow = drawnPage('..AAA.BBB..AAA');
    expect([0, 1, 2].map((stop) => sameStop(wide, stop, narrow))).toEqual([0, 1, 2]);
  });

  it('stays in range where the thing is gone', () => {
    expect(sameStop(drawnPage('ABC'), 2, drawnPage('AB'))).toBe(1);
    expect(sameStop(drawnPage('ABC'), 2, drawnPage('...'))).toBe(-1);
    expect(sameStop(drawnPage('...'), -1, drawnPage('AB'))).toBe(0);
  });
});
