import { type Enclosure, pairEnclosures } from './enclosures.ts';
import { isLowerAt, isSpace, isWordAt } from './letters.ts';
import { findCut, goesOn, isTerminator, runEnd } from './sentence-cut.ts';
import { skipClosers, skipGap, skipOpeners } from './sentence-gap.ts';
import type { Span } from './span.ts';
import { cutStretches } from './stretches.ts';

/**
 * The sentences of a text as trimmed spans in reading order; list marks and `>` at their start are left out. Neither
 * abbreviations, initials, numbers, URLs and footnote marks nor short quotations and brackets inside a sentence cut it.
 * Own rules, so that the same text gives the same sentences under every Node; linear in the length of the text.
 */
export function splitSentences(text: string): readonly Span[] {
  const spans: Span[] = [];
  for (const stretch of cutStretches(text)) splitStretch(text, stretch, spans);
  return spans;
}

function splitStretch(text: string, stretch: Span, spans: Span[]): void {
  const { end } = stretch;
  const enclosures = pairEnclosures(text, stretch.start, end);
  let start = stretch.start;
  // The first letter of the sentence, looked for once: signs before it end nothing.
  let word = start;
  let shield = -1;
  let pair = 0;
  for (let at = start; at < end; ) {
    const code = text.charCodeAt(at);
    if (!isTerminator(code)) {
      at += 1;
      continue;
    }
    while (word < at && !isWordAt(text, word)) word += 1;
    for (; pair < enclosures.length && enclosures[pair]!.open < at; pair += 1) {
      const next = enclosures[pair]!;
      if (next.code || word < next.open || leadsOn(text, next, end)) shield = Math.max(shield, next.close);
    }
    const run = runEnd(text, at, end);
    const closed = skipClosers(text, run, end);
    const cut = word < at && closed > shield ? findCut(text, { start, at, run, closed, end }) : null;
    if (cut) {
      spans.push({ start, end: cut.end });
      start = cut.next;
      word = start;
    }
    at = cut ? start : closed;
  }
  if (start < end) spans.push({ start, end });
}

// A sentence that opens with a bracket or quotation: does it go on behind the closing mark?
function leadsOn(text: string, { close }: Enclosure, end: number): boolean {
  if (!isTerminator(text.charCodeAt(close - 1))) return true;
  const closed = skipClosers(text, close + 1, end);
  if (closed < end && !isSpace(text.charCodeAt(closed))) return true;
  const next = skipOpeners(text, skipGap(text, closed, end), end);
  return next < end && (isLowerAt(text, next) || goesOn(text, next));
}
