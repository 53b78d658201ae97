import { z } from 'zod';
import { fold } from '../../../text/index.ts';
import type { Paragraph } from '../../../thread/index.ts';
import { parseReply } from '../parse-reply.ts';
import { TURN_CUES } from '../prompts/segment-prompt.ts';
import type { Window } from './windows.ts';

/** A turn of one window: number of its first paragraph in the thread, a label that holds in this window, and how sure. */
export interface WindowTurn {
  readonly first: number;
  readonly speaker: string;
  readonly cue: string;
  readonly sure: boolean;
}

const turnSchema = z.object({
  first: z.coerce.number().int(),
  speaker: z.string().trim().min(1).max(60),
  cue: z.enum(TURN_CUES).catch('none'),
  confidence: z.enum(['high', 'low']).catch('low'),
});

const LETTERS = /^[A-Z]{1,2}$/;

/**
 * Turns of a window in order, the first at its first paragraph; numbers outside the window are dropped. A name counts only
 * where the text signs the turn with it; otherwise the name is a label like any letter. Null where the reply is none.
 */
export function readTurns(text: string, paragraphs: readonly Paragraph[], { from, to }: Window): WindowTurn[] | null {
  const items = parseReply(text, 'turns')?.['turns'];
  if (!Array.isArray(items)) return null;
  const turns = new Map<number, WindowTurn>();
  for (const item of items) {
    const parsed = turnSchema.safeParse(item);
    if (!parsed.success || parsed.data.first < 1 || parsed.data.first > to - from) continue;
    const { first, speaker, cue, confidence } = parsed.data;
    if (!turns.has(first)) turns.set(first, { first: from + first - 1, speaker, cue, sure: confidence === 'high' });
  }
  const ordered = [...turns.values()].sort((a, b) => a.first - b.first);
  if (ordered.length === 0) return null;
  if (ordered[0]!.first !== from)
    ordered.unshift({ first: from, speaker: ordered[0]!.speaker === 'A' ? '?' : 'A', cue: 'none', sure: false });
  return nameTurns(ordered, paragraphs, to);
}

/** Labels that are no letters: signed names stay, the others get letters that are free. */
function nameTurns(turns: readonly WindowTurn[], paragraphs: readonly Paragraph[], to: number): WindowTurn[] {
  const signed = new Set<string>();
  for (const [at, { first, speaker }] of turns.entries()) {
    const last = (turns[at + 1]?.first ?? to) - 1;
    if (!LETTERS.test(speaker) && signs(speaker, paragraphs[first]!.text, paragraphs[last]!.text)) signed.add(speaker);
  }
  const letters = new Map<string, string>();
  const taken = new Set(turns.map(({ speaker }) => speaker).filter((speaker) => LETTERS.test(speaker)));
  return turns.map((turn) => {
    if (LETTERS.test(turn.speaker) || signed.has(turn.speaker)) return turn;
    const letter = letters.get(turn.speaker) ?? freeLetter(taken);
    letters.set(turn.speaker, letter);
    taken.add(letter);
    return { ...turn, speaker: letter };
  });
}

/** Whether a turn opens with "Name:" or ends with the name alone. */
function signs(name: string, opening: string, ending: string): boolean {
  const wanted = fold(name);
  const lead = /^\W{0,4}([^:\n]{1,60}):/.exec(opening)?.[1];
  const tail =
    ending
      .slice(-80)
      .split(/\n|(?<=[.!?])\s/)
      .at(-1) ?? '';
  return wanted !== '' && (fold(lead ?? '') === wanted || fold(tail) === wanted);
}

/** A, B, … Z, AA, AB, … */
export function freeLetter(taken: ReadonlySet<string>): string {
  for (let number = 0; ; number++) {
    const letter = number < 26 ? letterOf(number) : letterOf(Math.floor(number / 26) - 1) + letterOf(number % 26);
    if (!taken.has(letter)) return letter;
  }
}

function letterOf(number: number): string {
  return String.fromCharCode(65 + (number % 26));
}
