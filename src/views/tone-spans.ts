import type { Tone } from './row.ts';

/** A stretch of a text in one tone. */
export interface ToneSpan {
  readonly start: number;
  readonly end: number;
  readonly tone: Tone;
}

interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** Cuts a text of `length` into stretches of one tone each: `match` over `quote` over `plain`; the stretches may overlap and be in any order. */
export function toneSpans(
  length: number,
  quotes: readonly Stretch[],
  matches: readonly Stretch[],
): readonly ToneSpan[] {
  const events: { readonly at: number; readonly quote: number; readonly match: number }[] = [];
  const within = (at: number) => Math.min(length, Math.max(0, at));
  for (const { start, end } of quotes) {
    events.push({ at: within(start), quote: 1, match: 0 }, { at: within(end), quote: -1, match: 0 });
  }
  for (const { start, end } of matches) {
    events.push({ at: within(start), quote: 0, match: 1 }, { at: within(end), quote: 0, match: -1 });
  }
  events.sort((a, b) => a.at - b.at);
  const spans: ToneSpan[] = [];
  let at = 0;
  let quote = 0;
  let match = 0;
  const close = (end: number) => {
    if (end <= at) return;
    const tone = match > 0 ? 'match' : quote > 0 ? 'quote' : 'plain';
    const last = spans.at(-1);
    if (last?.tone === tone) spans[spans.length - 1] = { ...last, end };
    else spans.push({ start: at, end, tone });
    at = end;
  };
  for (const event of events) {
    close(event.at);
    quote += event.quote;
    match += event.match;
  }
  close(length);
  return spans;
}
