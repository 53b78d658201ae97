import { isSpace } from './letters.ts';

/** A bracket or quotation mark pair: indexes of the opening and of the closing mark. */
export interface Enclosure {
  readonly open: number;
  readonly close: number;
  readonly code: boolean;
}

// What is longer is read as sentences of its own; also bounds the harm of an unmatched mark.
const LONGEST = 200;
const OPENERS = '([{\u201c\u00ab\u2018\u300c\u300e\uff08';
const CLOSERS = ')]}\u201d\u00bb\u2019\u300d\u300f\uff09';
const STRAIGHT = '"`';
const SLOT = 0x7f;
// A unit's kind, 0 for none: 1.. an opener, 32.. a closer, 64.. a mark that looks the same on both sides.
const ASCII_KINDS = new Uint8Array(SLOT + 1).map((_, code) => kindOf(String.fromCharCode(code)));
const WIDE_KINDS = new Map([...OPENERS, ...CLOSERS].map((mark) => [mark.charCodeAt(0), kindOf(mark)]));

/** The short bracket and quotation pairs between two indexes, in order of their opening marks. */
export function pairEnclosures(text: string, start: number, end: number): Enclosure[] {
  const found: Enclosure[] = [];
  const opened: number[][] = Array.from(OPENERS, () => []);
  const straight = [-1, -1];
  for (let at = start; at < end; at += 1) {
    const code = text.charCodeAt(at);
    const kind = code <= SLOT ? ASCII_KINDS[code]! : code < 0xab ? 0 : (WIDE_KINDS.get(code) ?? 0);
    if (kind === 0) continue;
    if (kind >= 64) {
      const slot = kind - 64;
      const open = straight[slot]!;
      if (open >= 0 && !looksOpening(text, at, start)) {
        add(found, open, at, slot === 1);
        straight[slot] = -1;
      } else if (looksOpening(text, at, start) || slot === 1) straight[slot] = at;
    } else if (kind < 32) opened[kind - 1]!.push(at);
    else if (!isApostrophe(text, at)) {
      const open = opened[kind - 32]!.pop();
      if (open !== undefined) add(found, open, at, false);
    }
  }
  return found.sort((a, b) => a.open - b.open);
}

function add(found: Enclosure[], open: number, close: number, code: boolean): void {
  if (close - open <= LONGEST) found.push({ open, close, code });
}

function kindOf(mark: string): number {
  if (OPENERS.includes(mark)) return OPENERS.indexOf(mark) + 1;
  if (CLOSERS.includes(mark)) return CLOSERS.indexOf(mark) + 32;
  return STRAIGHT.includes(mark) ? STRAIGHT.indexOf(mark) + 64 : 0;
}

function looksOpening(text: string, at: number, start: number): boolean {
  if (at + 1 >= text.length || isSpace(text.charCodeAt(at + 1))) return false;
  if (at === start) return true;
  const before = text.charCodeAt(at - 1);
  return isSpace(before) || '([{*_\u2013\u2014-/'.includes(text[at - 1]!);
}

function isApostrophe(text: string, at: number): boolean {
  return text[at] === '\u2019' && /^[\p{L}\p{N}]/u.test(text.slice(at + 1, at + 2));
}
