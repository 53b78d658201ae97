import { type FlatLines, isBlank, lineAt } from './flat-lines.ts';
import { isFurnitureLine } from './furniture.ts';
import { countSpeakers } from './recurrence.ts';
import { type SpeakerLine, type SpeakerStyle, speakerLine } from './speaker-line.ts';

/** A line that starts a turn. */
export interface TurnLine extends SpeakerLine {
  readonly line: number;
  /** Offset of the words behind the name. */
  readonly wordsAt: number;
}

/** The lines that start turns; `share` of the paragraphs from the first of them on start so. */
export interface SpeakerLines {
  readonly turns: readonly TurnLine[];
  readonly share: number;
  /** Words that stand where names stand, once each, and were not taken for one. */
  readonly passedOver: readonly string[];
}

const HEAD = 160;
const STRICT: ReadonlySet<SpeakerStyle> = new Set(['colon', 'bold', 'bold-alone', 'timed']);

/**
 * Finds the lines that name a speaker. A way of naming counts only if it recurs: two turns and two names at least, and where
 * anything before a colon would do, one of the names twice or nearly every paragraph under a name.
 */
export function findSpeakerLines(lines: FlatLines): SpeakerLines {
  const styles = new Map<SpeakerStyle, TurnLine[]>();
  for (let line = 0; line < lines.count; line++) {
    const found = speakerLine(lineAt(lines, line, HEAD));
    if (!found) continue;
    const same = styles.get(found.style) ?? [];
    same.push({ ...found, line, wordsAt: lines.starts[line]! + found.body });
    styles.set(found.style, same);
  }
  const best = [...styles.values()]
    .map((candidates) => accepted(lines, withoutAnswers(candidates)))
    .reduce((most, turns) => (turns.length > most.length ? turns : most), []);
  if (best.length === 0) return { turns: [], share: 0, passedOver: [] };
  const names = new Set(best.map(({ name }) => name));
  const others = [...styles.values()].flat().filter(({ style, name }) => style !== best[0]!.style && names.has(name));
  const turns = [...best, ...others].sort((a, b) => a.line - b.line);
  const doubtful = styles.get(best[0]!.style)!.filter(({ name, line }) => !names.has(name) && afterBlank(lines, line));
  const passedOver = [...new Set(doubtful.map(({ name }) => name))];
  return { turns, share: shareOfParagraphs(lines, turns), passedOver };
}

/** `Q:` and `A:` are a list of questions by one author, no conversation; `A:` and `B:` are people. */
function withoutAnswers(candidates: readonly TurnLine[]): readonly TurnLine[] {
  const names = new Set(candidates.map(({ name }) => name.toLowerCase()));
  return names.size === 1 && names.has('a') ? [] : candidates;
}

function accepted(lines: FlatLines, candidates: readonly TurnLine[]): readonly TurnLine[] {
  const counts = countSpeakers(lines.text, candidates);
  if (candidates.length < 2 || counts.size < 2) return [];
  const strict = STRICT.has(candidates[0]!.style);
  const recurring = [...counts.values()].filter((count) => count >= 2).length;
  if (!strict) return candidates;
  const share = shareOfParagraphs(lines, candidates);
  const dominant = share >= 0.6;
  if (recurring === 0) return dominant && candidates[0]!.style !== 'bold-alone' ? candidates : [];
  const kept = candidates.filter(({ name, line }) => {
    if (counts.get(name)! >= 2) return true;
    return afterBlank(lines, line) ? dominant || isDistinctive(name) : share >= 0.8;
  });
  return new Set(kept.map(({ name }) => name)).size >= 2 ? kept : [];
}

/** A handle (`ben_k`, `noor77`, `AdaL`, `gwern`) or a full name: words that stand before a colon for no other reason. */
export function isDistinctive(name: string): boolean {
  if (!/\s/.test(name)) return /[\d_]|\p{Ll}\p{Lu}|^[\p{Ll}-]{4,}$|^\[/u.test(name);
  return /^\p{Lu}\p{Ll}\S*(?:\s\S+){0,2}\s\p{Lu}\p{Ll}*\S*$/u.test(name);
}

function afterBlank(lines: FlatLines, line: number): boolean {
  return line === 0 || isUnspoken(lineAt(lines, line - 1, HEAD));
}

function isUnspoken(line: string): boolean {
  return isBlank(line) || isFurnitureLine(line);
}

/** Paragraphs are lines where nearly each has its speaker, otherwise groups of lines between blank ones. */
function shareOfParagraphs(lines: FlatLines, turns: readonly TurnLine[]): number {
  const first = turns[0]!.line;
  let paragraphs = 0;
  let started = 0;
  let written = 0;
  const starts = new Set(turns.map(({ line }) => line));
  for (let line = first; line < lines.count; line++) {
    if (isUnspoken(lineAt(lines, line, HEAD))) continue;
    written++;
    if (line > first && !afterBlank(lines, line)) continue;
    paragraphs++;
    if (starts.has(line)) started++;
  }
  return Math.max(started / paragraphs, turns.length / written);
}
