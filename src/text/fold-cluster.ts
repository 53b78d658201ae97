import { APOSTROPHE, foldCharacter, foldUnit, IGNORED, isKept, JOINS, joinsLetter, standsAlone } from './fold-table.ts';
import { type Folding, pushUnit } from './folding.ts';

// Normalising orders accents by insertion, so that a heap of them on one letter would take quadratic time.
const MOST_UNITS = 32;
const MOST_ACCENTS = 16;

/** The index behind the character at `at` and the accents that join it, invisible characters between them included. */
export function joinedEnd(text: string, at: number): number {
  let end = at + ((text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1);
  for (let next = end; next < text.length; next += 1) {
    const entry = foldUnit(text.charCodeAt(next));
    if (entry === JOINS) end = next + 1;
    else if (entry !== IGNORED) break;
  }
  return end;
}

/** Adds one character of the source and its accents to a folding. */
export function foldCluster(folding: Folding, text: string, from: number, to: number): void {
  let accents = 0;
  let letters = 0;
  for (const char of foldCharacter(visible(text.slice(from, Math.min(to, from + MOST_UNITS))))) {
    if (foldUnit(char.charCodeAt(0)) === APOSTROPHE) continue;
    if (joinsLetter(char)) {
      if (letters > 0 && !folding.gap && accents < MOST_ACCENTS) pushCharacter(folding, char, from);
      accents += 1;
    } else if (isKept(char)) {
      const alone = standsAlone(char);
      folding.gap ||= alone;
      pushCharacter(folding, char, from);
      folding.gap = alone;
      letters += 1;
    } else folding.gap = true;
  }
}

function pushCharacter(folding: Folding, char: string, source: number): void {
  for (let at = 0; at < char.length; at += 1) pushUnit(folding, char.charCodeAt(at), source);
}

function visible(cluster: string): string {
  let kept = '';
  for (let at = 0; at < cluster.length; at += 1) {
    if (foldUnit(cluster.charCodeAt(at)) !== IGNORED) kept += cluster[at];
  }
  return kept;
}
