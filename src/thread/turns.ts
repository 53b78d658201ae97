import type { Notice } from '../errors/index.ts';
import type { MergedParagraph } from './merge-captures.ts';
import type { SpeakerOverrides } from './overrides.ts';
import type { TurnGuess, TurnGuesser } from './thread.ts';

/** Turns of unmarked text, and how they came about. */
export interface Turns {
  readonly guesses: readonly TurnGuess[];
  readonly dictated: boolean;
  readonly notices: readonly Notice[];
}

type LineOf = (offset: number) => number;

/** Asks the guesser for turns, unless the analyst dictates them; the result always starts at the first paragraph. */
export async function findTurns(
  paragraphs: readonly MergedParagraph[],
  quotes: readonly (number | null)[],
  declaredPosts: number | null,
  guesser: TurnGuesser,
  overrides: SpeakerOverrides | null,
  lineOf: LineOf,
): Promise<Turns> {
  if (overrides && overrides.starts.length > 0) return dictate(paragraphs, overrides, lineOf);
  const asked = paragraphs.map(({ first, footnote }, index) => ({
    index,
    text: first.text,
    quotes: quotes[index] ?? null,
    footnote,
    breakBefore: first.post.breakBefore,
    afterFurniture: first.afterFurniture,
  }));
  const guesses = await guesser.guessTurns(asked, declaredPosts);
  const sound = guesses.filter(
    ({ first }, at) => first < paragraphs.length && (at === 0 || first > guesses[at - 1]!.first),
  );
  if (sound[0]?.first !== 0) {
    sound.unshift({ first: 0, speaker: sound[0]?.speaker === 'A' ? '?' : 'A', confidence: 0.1, rule: 'turn-start' });
  }
  const marked = asked.some(({ breakBefore }) => breakBefore);
  return { guesses: sound, dictated: marked, notices: [] };
}

function dictate(paragraphs: readonly MergedParagraph[], overrides: SpeakerOverrides, lineOf: LineOf): Turns {
  const notices: Notice[] = [];
  const guesses: TurnGuess[] = [];
  for (const { line, name } of overrides.starts) {
    const first = paragraphs.findIndex(({ first, copies }) =>
      [first, ...copies].some(({ post }) => post.place && lineOf(post.place.start) === line),
    );
    if (first < 0) {
      const text = `The speakers file says that ${name} starts at line ${line}, but no paragraph starts there.`;
      notices.push({ rule: 'speakers-file', post: null, text });
    } else if (!guesses.some((guess) => guess.first === first)) {
      guesses.push({ first, speaker: name, confidence: 1, rule: 'speakers-file' });
    }
  }
  guesses.sort((a, b) => a.first - b.first);
  if (guesses[0]?.first !== 0) guesses.unshift({ first: 0, speaker: '?', confidence: 0.1, rule: 'turn-start' });
  return { guesses, dictated: true, notices };
}
