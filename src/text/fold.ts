import { foldCluster, joinedEnd } from './fold-cluster.ts';
import { APOSTROPHE, FIRST_LETTER, foldUnit, GAP, JOINS } from './fold-table.ts';
import { createFolding, type Folding, pushUnit, readFolded } from './folding.ts';

/** A folded text and, for every unit of it, the index in the source that it comes from (never falling). */
export interface FoldedText {
  readonly folded: string;
  readonly offsets: Int32Array;
}

/**
 * The comparison form of a text: NFKC, small letters, everything but letters, digits and accents dropped to one space
 * between words, invisible characters and apostrophes inside words left out. Folding twice changes nothing.
 */
export function fold(text: string): string {
  return readFolded(foldInto(text, false));
}

/** The comparison form of a text (see `fold`) with its source offsets. */
export function foldWithOffsets(text: string): FoldedText {
  const folding = foldInto(text, true);
  return { folded: readFolded(folding), offsets: folding.offsets!.slice(0, folding.length) };
}

/** The folded words of a text; an apostrophe inside a word is left out ("don't" is "dont"). */
export function words(text: string): string[] {
  const folded = fold(text);
  return folded === '' ? [] : folded.split(' ');
}

function foldInto(text: string, withOffsets: boolean): Folding {
  const folding = createFolding(text.length, withOffsets);
  // The letter that accents and apostrophes behind it belong to: its index in the text and in the folded form.
  let base = -1;
  let baseLength = 0;
  for (let at = 0; at < text.length; at += 1) {
    const entry = foldUnit(text.charCodeAt(at));
    if (entry >= FIRST_LETTER) {
      pushUnit(folding, entry, at);
      base = at;
      baseLength = folding.length - 1;
    } else if (entry === GAP || (entry === APOSTROPHE && !(base >= 0 && startsLetter(text, at + 1)))) {
      folding.gap = true;
      base = -1;
    } else if (entry > APOSTROPHE && !(entry === JOINS && base < 0)) {
      const joins = entry === JOINS;
      if (joins) folding.length = baseLength;
      const from = joins ? base : at;
      const to = joinedEnd(text, at);
      baseLength = folding.length;
      foldCluster(folding, text, from, to);
      base = folding.gap ? -1 : from;
      at = to - 1;
    }
  }
  return folding;
}

function startsLetter(text: string, at: number): boolean {
  return at < text.length && foldUnit(text.charCodeAt(at)) >= FIRST_LETTER;
}
