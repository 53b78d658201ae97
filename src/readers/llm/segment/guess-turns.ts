import type { Notice } from '../../../errors/index.ts';
import type { Paragraph, TurnGuess, TurnGuesser } from '../../../thread/index.ts';
import { HALVING } from '../constants.ts';
import { failureInWords } from '../failure-words.ts';
import { SEGMENT_PROMPT } from '../prompts/segment-prompt.ts';
import type { Session } from '../session.ts';
import { type DividedWindow, joinWindows } from './join-windows.ts';
import { readTurns } from './read-turns.ts';
import { OVERLAP, planWindows, type Window, writeWindow } from './windows.ts';

const OUT_PER_PARAGRAPH = 10;
/** Confidence gains what is missing to certainty times this where the embedded reader sees the same start. */
const SEEN_BY_RULES = 0.5;

/** Turns of unlabelled text by a model, window by window; a window without a useful answer is divided by the embedded reader. */
export async function guessTurnsByModel(
  session: Session,
  rules: TurnGuesser,
  paragraphs: readonly Paragraph[],
  declaredPosts: number | null,
): Promise<{ readonly guesses: readonly TurnGuess[]; readonly notices: readonly Notice[] }> {
  if (paragraphs.length === 0) return { guesses: [], notices: [] };
  const notices: Notice[] = [];
  const fallback = await rules.guessTurns(paragraphs, declaredPosts);
  const divide = async (window: Window, depth: number): Promise<DividedWindow[]> => {
    const { from, to } = window;
    const subject = `paragraphs ${from + 1}–${to}`;
    const user = writeWindow(paragraphs, window, declaredPosts);
    const question = { user, subject, out: OUT_PER_PARAGRAPH * (to - from) };
    const outcome = await session.ask(SEGMENT_PROMPT, question, (text) => readTurns(text, paragraphs, window));
    if (outcome.ok) return [{ ...window, turns: outcome.value, guessed: false }];
    const { kind, detail } = outcome;
    const overlap = Math.min(OVERLAP, Math.floor((to - from) / 4));
    const middle = Math.floor((from + to) / 2);
    if ((kind === 'length' || kind === 'context') && depth < HALVING.mostTimes && to - from > 1) {
      const halves = [
        { from, to: middle + overlap },
        { from: middle, to },
      ];
      return (await Promise.all(halves.map((half) => divide(half, depth + 1)))).flat();
    }
    const text = `Turns of ${subject} are guessed by the embedded reader: ${failureInWords(kind, detail)}.`;
    notices.push({ rule: 'segmented-by-rules', post: null, text });
    return [{ ...window, turns: turnsBetween(fallback, window), guessed: true }];
  };
  const windows = (await Promise.all(planWindows(paragraphs).map((window) => divide(window, 0)))).flat();
  const joined = keepBreaks(paragraphs, joinWindows(windows));
  const seen = new Set(fallback.map(({ first }) => first));
  const guesses = joined.map((guess) => {
    const sure = seen.has(guess.first) && guess.rule !== 'turn-rules';
    const confidence = sure ? guess.confidence + (1 - guess.confidence) * SEEN_BY_RULES : guess.confidence;
    return { ...guess, confidence: Math.round(confidence * 100) / 100 };
  });
  return { guesses, notices: notices.sort((a, b) => (a.text < b.text ? -1 : 1)) };
}

function turnsBetween(guesses: readonly TurnGuess[], { from, to }: Window): DividedWindow['turns'] {
  const inside = guesses.filter(({ first }) => first > from && first < to);
  const open = guesses.findLast(({ first }) => first <= from);
  return [{ first: from, speaker: open?.speaker ?? 'A' }, ...inside].map(({ first, speaker }) => ({
    ...{ first, speaker, cue: 'none', sure: false },
  }));
}

/** Where the text itself marks starts (`---`), these are the starts; the model only says whose turns they are. */
function keepBreaks(paragraphs: readonly Paragraph[], guesses: readonly TurnGuess[]): TurnGuess[] {
  const breaks = paragraphs.flatMap(({ breakBefore, index }) => (breakBefore && index > 0 ? [index] : []));
  if (breaks.length === 0) return [...guesses];
  return [0, ...breaks].map((first) => {
    const guess = guesses.findLast((other) => other.first <= first)!;
    return { ...guess, first, confidence: guess.first === first ? guess.confidence : 0.4 };
  });
}
