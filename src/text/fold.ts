/** A folded text and, for every unit of it, the index in the source that it comes from (never falling). */
export interface FoldedText {
  readonly folded: string;
  readonly offsets: Int32Array;
}

const KEPT = /^[\p{L}\p{N}\p{M}]$/u;
const DROPPED = /^[\u00ad\u200b-\u200d\u2060\ufeff]$/u;
const APOSTROPHE = /^['\u2019\u02bc]$/u;

/** The comparison form of a text (lower case, letters and digits only, one space between words) with its source offsets. */
export function foldWithOffsets(text: string): FoldedText {
  const out: string[] = [];
  const offsets: number[] = [];
  let gap = false;
  let at = 0;
  for (const char of text) {
    const here = at;
    at += char.length;
    if (DROPPED.test(char)) continue;
    if (APOSTROPHE.test(char) && !gap && out.length > 0 && KEPT.test(text.charAt(at))) continue;
    for (const part of char.normalize('NFKC').toLowerCase()) {
      if (!KEPT.test(part)) {
        gap = true;
        continue;
      }
      if (gap && out.length > 0) {
        out.push(' ');
        offsets.push(here);
      }
      gap = false;
      for (const unit of part.split('')) {
        out.push(unit);
        offsets.push(here);
      }
    }
  }
  return { folded: out.join(''), offsets: Int32Array.from(offsets) };
}

/** The comparison form of a text: lower case, letters and digits only, one space between words. Folding twice changes nothing. */
export function fold(text: string): string {
  return foldWithOffsets(text).folded;
}

/** The folded words of a text; an apostrophe inside a word is left out ("don't" is "dont"). */
export function words(text: string): string[] {
  const folded = fold(text);
  return folded === '' ? [] : folded.split(' ');
}
