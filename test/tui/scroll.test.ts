import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isVisible, moveBy, type Position, pageBy, showRow, toEnd } from '../../src/tui/scroll.ts';
import { drawnPage } from './drawn-page.ts';

describe('moving', () => {
  it('goes from stop to stop and shows the rows that follow one', () => {
    const page = drawnPage('.A..B..C..');
    expect(moveBy(page, { stop: 0, top: 0 }, 1, 5)).toEqual({ stop: 1, top: 2 });
    expect(moveBy(page, { stop: 1, top: 2 }, -1, 5)).toEqual({ stop: 0, top: 0 });
  });

  it('keeps the heading above a stop in sight when it comes from below', () => {
    const page = drawnPage('A..........B..C');
    expect(moveBy(page, { stop: 2, top: 11 }, -1, 4)).toEqual({ stop: 1, top: 9 });
  });

  it('scrolls by one row where the next stop is far below', () => {
    const page = drawnPage('A....................B');
    expect(moveBy(page, { stop: 0, top: 0 }, 1, 6)).toEqual({ stop: 0, top: 1 });
  });

  it('selects the next stop in sight once the selected one has left the screen', () => {
    const page = drawnPage('A.........B.........');
    expect(moveBy(page, { stop: 0, top: 8 }, 1, 6)).toEqual({ stop: 1, top: 8 });
    expect(moveBy(page, { stop: 0, top: 8 }, -1, 6)).toEqual({ stop: 1, top: 8 });
  });

  it('scrolls a page without stops and stops at its ends', () => {
    const page = drawnPage('........');
    expect(moveBy(page, { stop: -1, top: 0 }, 1, 6)).toEqual({ stop: -1, top: 1 });
    expect(moveBy(page, { stop: -1, top: 2 }, 1, 6)).toEqual({ stop: -1, top: 2 });
    expect(moveBy(page, { stop: -1, top: 0 }, -1, 6)).toEqual({ stop: -1, top: 0 });
  });

  it('takes the selection along by pages and ends at the last stop', () => {
    const page = drawnPage('ABCDEFGHIJ');
    expect(pageBy(page, { stop: 0, top: 0 }, 3, 4)).toEqual({ stop: 3, top: 3 });
    expect(pageBy(page, { stop: 3, top: 3 }, 3, 4)).toEqual({ stop: 6, top: 6 });
    expect(pageBy(page, { stop: 6, top: 6 }, 3, 4)).toEqual({ stop: 9, top: 6 });
    expect(pageBy(page, { stop: 9, top: 6 }, -3, 4)).toEqual({ stop: 6, top: 3 });
  });

  it('goes to both ends', () => {
    const page = drawnPage('..A....B...');
    expect(toEnd(page, 1, 4)).toEqual({ stop: 1, top: 7 });
    expect(toEnd(page, -1, 4)).toEqual({ stop: 0, top: 0 });
  });

  it('brings a row to a third of the screen and selects what it belongs to', () => {
    const page = drawnPage('A.........BB........');
    expect(showRow(page, 11, { stop: 0, top: 0 }, 6)).toEqual({ stop: 1, top: 9 });
    expect(showRow(page, 15, { stop: 0, top: 0 }, 6)).toEqual({ stop: 0, top: 13 });
    expect(showRow(page, 3, { stop: 0, top: 0 }, 6)).toEqual({ stop: 0, top: 0 });
  });
});

const pages = fc
  .array(fc.constantFrom('.', 'A', 'B', 'C'), { maxLength: 60 })
  .map((marks) => drawnPage(marks.join('')));
const moves = fc.array(fc.constantFrom('j', 'k', 'd', 'u', 'G', 'g'), { maxLength: 40 });

describe('any walk through any page', () => {
  const step = (page: ReturnType<typeof drawnPage>, at: Position, move: string, height: number) => {
    if (move === 'j' || move === 'k') return moveBy(page, at, move === 'j' ? 1 : -1, height);
    if (move === 'd' || move === 'u') return pageBy(page, at, move === 'd' ? height - 1 : 1 - height, height);
    return toEnd(page, move === 'G' ? 1 : -1, height);
  };

  it('stays inside the page', () => {
    fc.assert(
      fc.property(pages, moves, fc.integer({ min: 2, max: 20 }), (page, walk, height) => {
        let at: Position = { stop: page.stops.length === 0 ? -1 : 0, top: 0 };
        for (const move of walk) {
          at = step(page, at, move, height);
          expect(at.top).toBeGreaterThanOrEqual(0);
          expect(at.top).toBeLessThanOrEqual(Math.max(0, page.rows.length - height));
          expect(at.stop).toBeLessThan(Math.max(1, page.stops.length));
        }
      }),
    );
  });

  it('reaches the end by going down often enough, with every row seen on the way', () => {
    fc.assert(
      fc.property(pages, fc.integer({ min: 2, max: 20 }), (page, height) => {
        let at: Position = { stop: page.stops.length === 0 ? -1 : 0, top: 0 };
        const seen = new Set<number>();
        for (let press = 0; press < 2 * page.rows.length + 2; press++) {
          for (let row = at.top; row < at.top + height; row++) seen.add(row);
          at = moveBy(page, at, 1, height);
        }
        expect(page.rows.every((_, row) => seen.has(row))).toBe(true);
        expect(at.top).toBe(Math.max(0, page.rows.length - height));
        if (page.stops.length > 0 && isVisible(page, { stop: page.stops.length - 1, top: at.top }, height))
          expect(at.stop).toBe(page.stops.length - 1);
      }),
    );
  });
});
