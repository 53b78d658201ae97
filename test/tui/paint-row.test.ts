import { describe, expect, it } from 'vitest';
import { type Paint, paintRow } from '../../src/tui/paint-row.ts';
import { themeFor } from '../../src/tui/theme.ts';
import type { Row } from '../../src/views/index.ts';

const row: Row = {
  target: null,
  runs: [
    { text: ' ◆1 ', tone: 'crux' },
    { text: 'Do drivers slow down?', tone: 'plain' },
    { text: ' L3', tone: 'side-a' },
  ],
};
const dark = themeFor({ colour: true, background: 'dark', glyphs: 'unicode' });
const light = themeFor({ colour: true, background: 'light', glyphs: 'unicode' });
const colourless = themeFor({ colour: false, background: 'dark', glyphs: 'ascii' });
const draw = (paint: Partial<Paint>) =>
  paintRow(row, { theme: dark, width: 32, selection: 'none', query: '', ...paint }).replaceAll('\u001b', '^');

describe('painting a row', () => {
  it('gives each tone its colour and leaves plain text to the terminal', () => {
    expect(draw({})).toBe('^[1;33m ◆1 ^[0mDo drivers slow down?^[36m L3^[0m');
    expect(draw({ theme: light })).toBe('^[1;31m ◆1 ^[0mDo drivers slow down?^[34m L3^[0m');
  });

  it('marks the selected row by > and an inverse bar over the full width', () => {
    const style = '^[1;7m';
    expect(draw({ selection: 'head' })).toBe(
      `${style}>^[0m${style}◆1 ^[0m${style}Do drivers slow down?^[0m${style} L3^[0m${style}    ^[0m`,
    );
  });

  it('marks its further rows at the left and keeps their colours', () => {
    expect(draw({ selection: 'tail' })).toBe('^[1m▌^[0m^[1;33m◆1 ^[0mDo drivers slow down?^[36m L3^[0m');
  });

  it('lights up the words searched for, also across tones', () => {
    expect(draw({ query: '1 dO' })).toBe('^[1;33m ◆^[0m^[30;43m1 ^[0m^[30;43mDo^[0m drivers slow down?^[36m L3^[0m');
    expect(draw({ query: 'slow', selection: 'head' })).toContain('^[1;7;4mslow^[0m');
  });

  it('uses no colour at all in the colourless theme', () => {
    const codes = [draw({ theme: colourless }), draw({ theme: colourless, selection: 'head', query: 'slow' })]
      .join('')
      .matchAll(/\^\[([\d;]+)m/g);
    const used = new Set([...codes].flatMap(([, list]) => list!.split(';').map(Number)));
    expect([...used].every((code) => code < 30)).toBe(true);
    expect(draw({ theme: colourless, selection: 'head' })).toContain('^[7m>');
    expect(draw({ theme: colourless, selection: 'tail' })).toContain('|');
  });

  it('never asks for white or black text, which some background swallows', () => {
    for (const theme of [dark, light, colourless])
      for (const style of Object.values(theme).filter((value) => value !== theme.match))
        expect(style.split(';').some((code: string) => ['30', '37', '90', '97'].includes(code))).toBe(false);
  });
});
