import { STARTERS } from './abbreviations.ts';
import { endsAtStop, wordAt } from './full-stop.ts';
import { isLowerAt, isSpace, isUpperAt, isWordAt } from './letters.ts';
import { skipGap, skipOpeners, skipTrailers } from './sentence-gap.ts';

/** Signs that may end a sentence, and their surroundings; all fields are indexes of the text. */
export interface Candidate {
  readonly start: number;
  readonly at: number;
  /** Behind the signs. */
  readonly run: number;
  /** Behind the closing quotes, brackets and footnote marks after the signs. */
  readonly closed: number;
  readonly end: number;
}

/** Whether a unit may end a sentence. */
export function isTerminator(code: number): boolean {
  if (code < 0x80) return code === 0x2e || code === 0x3f || code === 0x21;
  return code >= 0x2026 && (code === 0x2026 || code === 0x203d || (code >= 0x2047 && code <= 0x2049) || isWide(code));
}

/** The index behind a run of terminators, the dots of a spaced ellipsis (`. . .`) included. */
export function runEnd(text: string, at: number, end: number): number {
  let run = at;
  while (run < end) {
    if (isTerminator(text.charCodeAt(run))) run += 1;
    else if (text[run] === ' ' && text[run + 1] === '.' && text[run - 1] === '.' && run + 1 < end) run += 2;
    else break;
  }
  return run;
}

/** Where the sentence ends and the next one starts, or null when the signs end nothing (or the whole text). */
export function findCut(text: string, candidate: Candidate): { readonly end: number; readonly next: number } | null {
  const { start, at, run, closed, end } = candidate;
  const wide = isWide(text.charCodeAt(run - 1));
  if (closed < end && !wide && !isSpace(text.charCodeAt(closed))) {
    return isGlued(text, candidate) ? { end: closed, next: closed } : null;
  }
  const last = skipTrailers(text, closed, end);
  const next = skipGap(text, last, end);
  if (next >= end || '(['.includes(text[at - 1]!)) return null;
  const first = skipOpeners(text, next, end);
  const small = isLowerAt(text, first);
  const stop = run === at + 1 && text[at] === '.';
  if (wide) return { end: last, next };
  if (small && run < closed && '"\'\u201d\u2019)]}\u00bb*_~`'.includes(text[run]!)) return null;
  if (goesOn(text, first) && !(stop && isDashedOn(text, first, end))) return null;
  if (stop && !endsAtStop({ text, start, at, next: first, bracket: first > next && '(['.includes(text[next]!) }))
    return null;
  const fades = !stop && '.\u2026'.includes(text[run - 1]!);
  return small && fades ? null : { end: last, next };
}

/** Whether the sign at an index carries a sentence on rather than starting one. */
export function goesOn(text: string, at: number): boolean {
  return ',;:)]}.!?\u2026-\u2013\u2014'.includes(text[at] ?? ' ');
}

// "Cheap. - Fast." is a list in one line; "Why? - he asked" is not, and comes here only for full stops.
function isDashedOn(text: string, at: number, end: number): boolean {
  return '-\u2013\u2014'.includes(text[at]!) && isUpperAt(text, skipGap(text, at + 1, end));
}

// A lost space: "we agree.But" and "true.[1]This" are cut, "Node.Buffer" and "page.php?Id=3" are not.
function isGlued(text: string, { at, run, closed }: Candidate): boolean {
  if (!isUpperAt(text, closed) || !isLowerAt(text, at - 1) || !isLowerAt(text, at - 2)) return false;
  if (/\[\^?\d/u.test(text.slice(run, closed))) return true;
  const word = wordAt(text, closed);
  const behind = closed + word.length;
  return STARTERS.has(word) && (behind >= text.length || ', '.includes(text[behind]!)) && isWordAt(text, closed);
}

function isWide(code: number): boolean {
  return code === 0x3002 || code === 0xff01 || code === 0xff1f || code === 0xff61;
}
