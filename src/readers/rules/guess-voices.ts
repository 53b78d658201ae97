import type { Paragraph, TurnGuess } from '../../thread/index.ts';
import { addressesSomeone, resumesOwnView } from './turn-cues.ts';

interface Turn {
  readonly first: number;
  readonly points: number;
  readonly rule: string;
}

/** Share of turns that must speak to somebody before two voices are taken to alternate. */
const DIALOGUE = 0.6;
/** Points that every turn start needs besides: one turn start missed or made up would swap the voices of all that follows. */
const SURE_START = 2.4;

/**
 * Gives turns voices. Two voices alternate where nearly every turn speaks to the other; elsewhere each turn is a voice of its
 * own unless a chain of quotes and a resumed view tie it to an earlier one: a split voice is a smaller wrong than words put in
 * somebody's mouth.
 */
export function guessVoices(paragraphs: readonly Paragraph[], turns: readonly Turn[]): TurnGuess[] {
  const texts = turns.map(({ first }, at) =>
    paragraphs.slice(first, turns[at + 1]?.first ?? paragraphs.length).map(({ text }) => text),
  );
  const later = texts.slice(1);
  const addressed = later.filter((parts) => parts.some(addressesSomeone)).length;
  const firstAddresses = texts[0]?.some(addressesSomeone) ? 1 : 0;
  const dialogue = later.length > 0 && (addressed + firstAddresses) / (later.length + firstAddresses) >= DIALOGUE;
  const sure = turns.slice(1).every(({ points, rule }) => points >= SURE_START || rule === 'break');
  const voices = dialogue && sure ? turns.map((_, at) => at % 2) : chainVoices(paragraphs, turns, texts);
  return turns.map(({ first, points, rule }, at) => ({
    first,
    speaker: letter(voices[at]!),
    confidence: confidenceOf(points),
    rule: `turn-${rule}`,
  }));
}

/** Voice numbers where a turn that answers a turn that quoted it, or that resumes a view two turns up the quotes, keeps its voice. */
function chainVoices(
  paragraphs: readonly Paragraph[],
  turns: readonly Turn[],
  texts: readonly (readonly string[])[],
): number[] {
  const turnOf = (paragraph: number) => turns.findLastIndex(({ first }) => first <= paragraph);
  const answers = turns.map(({ first }, at) => {
    const end = turns[at + 1]?.first ?? paragraphs.length;
    const quote = paragraphs.slice(first, end).find(({ quotes }) => quotes !== null && turnOf(quotes) < at);
    return quote ? turnOf(quote.quotes!) : null;
  });
  const voices: number[] = [];
  let next = 0;
  for (const at of turns.keys()) {
    const answered = answers[at];
    const before = answered == null ? null : (answers[answered] ?? null);
    const resumes = texts[at]!.some(resumesOwnView);
    voices.push(before !== null && resumes && voices[before] !== voices[answered!] ? voices[before]! : next++);
  }
  return voices;
}

function letter(voice: number): string {
  const turn = Math.floor(voice / 26);
  return String.fromCharCode(65 + (voice % 26)) + (turn > 0 ? String(turn + 1) : '');
}

function confidenceOf(points: number): number {
  return Math.round(100 / (1 + Math.exp(-(points - 1) / 2))) / 100;
}
