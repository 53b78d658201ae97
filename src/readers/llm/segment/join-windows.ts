import type { TurnGuess } from '../../../thread/index.ts';
import { freeLetter, type WindowTurn } from './read-turns.ts';
import type { Window } from './windows.ts';

/** A window with its turns; `guessed`: they are the embedded reader's. */
export interface DividedWindow extends Window {
  readonly turns: readonly WindowTurn[];
  readonly guessed: boolean;
}

interface Start {
  readonly first: number;
  readonly speaker: string;
  readonly rule: string;
  readonly sure: boolean;
  readonly disputed: boolean;
}

const CONFIDENCE = { sure: 0.9, unsure: 0.6, disputed: 0.4, guessed: 0.3 } as const;

/**
 * Joins windows: a start in the overlap counts if either window has it, less surely if only one has. A voice of the later
 * window is the earlier window's voice with which it shares most paragraphs of the overlap, otherwise a new one.
 */
export function joinWindows(windows: readonly DividedWindow[]): TurnGuess[] {
  let joined: Start[] = [];
  const names = new Set<string>();
  for (const [at, window] of windows.entries()) {
    const before = windows[at - 1];
    const same = before ? matchVoices(joined, window, before.to, names) : new Map<string, string>();
    const starts = window.turns.map(({ first, speaker, cue, sure }): Start => {
      if (!same.has(speaker)) same.set(speaker, before && names.has(speaker) ? freeLetter(names) : speaker);
      names.add(same.get(speaker)!);
      return {
        ...{ first, speaker: same.get(speaker)!, sure, disputed: false },
        rule: window.guessed ? 'turn-rules' : `turn-${cue}`,
      };
    });
    joined = before ? mergeStarts(joined, starts, window, before) : starts;
  }
  return joined.map(({ first, speaker, rule, sure, disputed }) => ({
    first,
    speaker,
    rule,
    confidence: disputed
      ? CONFIDENCE.disputed
      : rule === 'turn-rules'
        ? CONFIDENCE.guessed
        : sure
          ? CONFIDENCE.sure
          : CONFIDENCE.unsure,
  }));
}

/** Which earlier voice each voice of a window is, by shared paragraphs of the overlap, most first, each taken once. */
function matchVoices(
  joined: readonly Start[],
  window: DividedWindow,
  end: number,
  names: ReadonlySet<string>,
): Map<string, string> {
  const shared = new Map<string, { readonly later: string; readonly earlier: string; count: number }>();
  for (let paragraph = window.from; paragraph < end; paragraph++) {
    const earlier = joined.findLast(({ first }) => first <= paragraph)!.speaker;
    const later = window.turns.findLast(({ first }) => first <= paragraph)!.speaker;
    const key = JSON.stringify([later, earlier]);
    const entry = shared.get(key) ?? { later, earlier, count: 0 };
    entry.count++;
    shared.set(key, entry);
  }
  const same = new Map<string, string>();
  const taken = new Set<string>();
  for (const { later, earlier } of [...shared.values()].sort((a, b) => b.count - a.count)) {
    if (same.has(later) || taken.has(earlier)) continue;
    same.set(later, earlier);
    taken.add(earlier);
  }
  // A name that the text signs is the same person everywhere.
  for (const { speaker } of window.turns) if (speaker.length > 2 && names.has(speaker)) same.set(speaker, speaker);
  return same;
}

/** The earlier window holds up to the middle of the overlap, the later one from there; starts that only one has are disputed. */
function mergeStarts(earlier: readonly Start[], later: readonly Start[], window: Window, before: Window): Start[] {
  const middle = Math.ceil((window.from + before.to) / 2);
  const inOverlap = (first: number) => first > window.from && first < before.to;
  const has = (starts: readonly Start[], first: number) => starts.some((start) => start.first === first);
  const kept = [
    ...earlier.map((start) => ({
      ...start,
      disputed: start.disputed || (inOverlap(start.first) && !has(later, start.first)),
    })),
    ...later
      .filter(({ first }) => first > window.from && !has(earlier, first))
      .map((start) => ({ ...start, disputed: inOverlap(start.first) })),
  ].sort((a, b) => a.first - b.first);
  // Where both have a start, voices behind the middle are those of the window that sees more of what follows.
  return kept.map((start) => {
    const other = start.first >= middle ? later.find(({ first }) => first === start.first) : undefined;
    return other ? { ...start, speaker: other.speaker } : start;
  });
}
