import { isDigit, isSpace, isWordAt } from './letters.ts';

/** Meets runs of `*`, `_` and `~~` from left to right and drops those that enclose something. */
export interface Emphasis {
  /** Takes the run at an index; gives the index behind it. */
  meet(at: number): number;
  /** Gives up runs that are still open, as at the end of a paragraph. */
  forget(): void;
}

/** The pairing of emphasis marks in a text; simpler than CommonMark's: a run closes the last open run of its kind. */
export function createEmphasis(text: string, drop: (from: number, to: number) => void): Emphasis {
  const open = new Map<string, number>();
  return {
    meet(at) {
      let end = at + 1;
      while (text[end] === text[at]) end += 1;
      const run = text.slice(at, Math.min(end, at + 4));
      if (run.length > 3 || (run[0] === '~' && run.length !== 2)) return end;
      const opener = open.get(run);
      if (opener !== undefined && canClose(text, at, end)) {
        drop(opener, opener + run.length);
        drop(at, end);
        open.delete(run);
      } else if (canOpen(text, at, end)) open.set(run, at);
      return end;
    },
    forget: () => open.clear(),
  };
}

function canOpen(text: string, at: number, end: number): boolean {
  if (end >= text.length || isSpace(text.charCodeAt(end))) return false;
  return !isInside(text, at, end) && !(text[at] === '_' && isWordBefore(text, at));
}

function canClose(text: string, at: number, end: number): boolean {
  if (isSpace(text.charCodeAt(at - 1))) return false;
  return !isInside(text, at, end) && !(text[at] === '_' && isWordAt(text, end));
}

// "2*3*4" is a product.
function isInside(text: string, at: number, end: number): boolean {
  return isDigit(text.charCodeAt(at - 1)) && isDigit(text.charCodeAt(end));
}

function isWordBefore(text: string, at: number): boolean {
  return at > 0 && isWordAt(text, at - 1);
}
