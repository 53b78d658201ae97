import { type Notice, SourceError } from '../errors/index.ts';
import { assemble } from './assemble.ts';
import { bodyOf, type Cut, type LeftOut, makeTurn, type Stretch, type Turn } from './cut.ts';
import { type FlatLines, flatLines, lineAt } from './flat-lines.ts';
import { readFrontMatter } from './front-matter.ts';
import { openingOf } from './opening.ts';
import type { RawThread } from './raw-thread.ts';
import type { SpeakerStyle } from './speaker-line.ts';
import { DELETED } from './speaker-line.ts';
import { findSpeakerLines, isDistinctive, type TurnLine } from './speaker-lines.ts';
import { tailOf } from './tail.ts';

const HEAD = 300_000;
/** Ways of naming that other things than speakers are also written in. */
const LOOSE: ReadonlySet<SpeakerStyle> = new Set(['colon', 'timed', 'bold-alone']);
const SYSTEM = /^[[(]?(?:\d{4}-\d\d-\d\d[T ])?\d{1,2}:\d{2}(?::\d{2})?[\])]?\s*(?:\*\*\*|-->|<--|--|-!-|\*)\s/;

/** 0..1: how much a text looks like turns that start with a speaker's name. */
export function looksLikeTranscript(text: string): number {
  const { turns, share } = findSpeakerLines(flatLines(text.slice(0, HEAD)));
  if (turns.length === 0) return 0;
  const names = new Set(turns.map(({ name }) => name));
  const people = names.size;
  const distinctive = [...names].filter(isDistinctive).length;
  const marked = turns.filter(({ style }) => !LOOSE.has(style)).length;
  const recurs = turns.length >= people * 2;
  const clear = share >= 0.5 || (recurs && (marked >= 4 || (turns.length >= 6 && share >= 0.2)));
  if (clear) return turns.length >= 4 ? 0.95 : 0.8;
  if (distinctive >= 2 && turns.length >= 3 && distinctive >= people / 2) return 0.75;
  return share >= 0.15 && turns.length >= 4 ? 0.55 : 0.3;
}

/**
 * Reads a transcript or chat log: a turn starts where a line names its speaker. What stands before the first turn is a post
 * without an author; section headings between turns are no one's words.
 * Throws a SourceError where no line names a speaker.
 */
export function readTranscript(text: string, name: string): RawThread {
  const cut = cutTranscript(text);
  if (cut.turns.length > 1) return assemble(text, 'transcript', 'given', cut);
  throw new SourceError(
    `${name}: no line in it names a speaker`,
    'A transcript has lines such as `Name: …`, `**Name:**` or `[12:03] <name> …`, of two people at least.',
  );
}

/** Where the turns of a transcript lie; no turns but the opening where no line names a speaker. */
export function cutTranscript(text: string): Cut {
  const lines = flatLines(text);
  const front = readFrontMatter(text);
  const named = findSpeakerLines(lines);
  const found = named.turns.filter(({ line }) => lines.starts[line]! >= (front?.end ?? 0));
  const opening = openingOf(text, front, found[0] ? lines.starts[found[0].line]! : text.length);
  const turns: Turn[] = [...opening.turns];
  const leftOut: LeftOut[] = [...opening.leftOut];
  for (const [at, turn] of found.entries()) {
    const start = lines.starts[turn.line]!;
    const next = found[at + 1]?.line ?? lines.count;
    const tail = tailOf(text, start + turn.body, lines.ends[next - 1]!);
    for (const part of tail.leftOut) leftOut.push(part);
    const body = turn.style === 'chat' ? spokenLines(lines, turn, tail.end) : bodyOf(text, start + turn.body, tail.end);
    const end = Math.max(tail.end, lines.starts[turn.line]! + lineAt(lines, turn.line).trimEnd().length);
    turns.push(makeTurn({ start, end, body, author: turn.name === DELETED ? null : turn.name, time: turn.time }));
  }
  return { title: opening.title, turns, leftOut, declaredPosts: null, notices: tellPassedOver(named.passedOver) };
}

/** The words of a chat message without the lines in which the server tells who came and went. */
function spokenLines(lines: FlatLines, turn: TurnLine, end: number): Stretch[] {
  const body: Stretch[] = [];
  for (let line = turn.line; line < lines.count && lines.starts[line]! < end; line++) {
    if (line > turn.line && SYSTEM.test(lineAt(lines, line, 80))) continue;
    const start = lines.starts[line]! + (line === turn.line ? turn.body : 0);
    body.push({ start, end: Math.min(end, lines.starts[line + 1] ?? end) });
  }
  const last = body.at(-1);
  return last ? [...body.slice(0, -1), ...bodyOf(lines.text, last.start, last.end)] : [];
}

function tellPassedOver(names: readonly string[]): Notice[] {
  if (names.length === 0) return [];
  const shown =
    names
      .slice(0, 5)
      .map((name) => `"${name}:"`)
      .join(', ') + (names.length > 5 ? ' and others' : '');
  const text = `Each of these starts a paragraph once and was not taken for a speaker: ${shown}.`;
  return [{ rule: 'names-passed-over', post: null, text }];
}
