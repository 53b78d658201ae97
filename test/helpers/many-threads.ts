import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { listCorpora } from './corpora.ts';

const NAMES = ['Ann', 'Bob', 'Carla', 'Dev', 'Eun-ji', 'Farid', 'Greta', 'Hugo', 'Ines', 'Jamal', 'Kaisa', 'Luis'];

/** Numbers from 0 up to 1, always the same for a seed. */
export function seededNumbers(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** How long threads are, in letters, for a random number from 0 to 1. */
export type Lengths = (random: number) => number;

/** As threads of a chat or a mailing list. */
export const SHORT: Lengths = (random) => 5000 + random * 12_000;
/** From the shortest seed to the saved pages and dumps of forums; short ones are the more frequent, half of them below 27 KB. */
export const FORUM: Lengths = (random) => 5000 * 30 ** random;

/**
 * Writes `count` discussions below a folder, in folders of fifty: posts of our corpora in another order and by others, as
 * transcripts, Markdown with quotes, or bare text. The same seed gives the same files.
 */
export function writeManyThreads(folder: string, count: number, lengths: Lengths = SHORT, seed = 1): void {
  const paragraphs = listCorpora()
    .flatMap(({ bytes }) => new TextDecoder().decode(bytes).split('\n'))
    .map((line) => line.trim())
    .filter(({ length }) => length > 100);
  for (let index = 0; index < count; index++) {
    const random = seededNumbers(seed * 1_000_003 + index);
    const name = `part-${Math.floor(index / 50)}/thread-${String(index).padStart(5, '0')}`;
    const { ending, text } = writeThread(paragraphs, lengths, random);
    const path = join(folder, `${name}${ending}`);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
  }
}

function writeThread(paragraphs: readonly string[], lengths: Lengths, random: () => number) {
  const pick = <T>(items: readonly T[]) => items[Math.floor(random() * items.length)]!;
  const names = [...NAMES].sort(() => random() - 0.5).slice(0, 2 + Math.floor(random() * 5));
  const size = lengths(random());
  const style = pick(['transcript', 'markdown', 'bare'] as const);
  const posts: string[] = [];
  let letters = 0;
  let last = '';
  while (letters < size) {
    const words = Array.from({ length: 1 + Math.floor(random() * 2) }, () => pick(paragraphs)).join('\n\n');
    const quoted = style === 'markdown' && last !== '' && random() < 0.4 ? `> ${last.slice(0, 200)}\n\n` : '';
    const post =
      style === 'bare'
        ? words
        : style === 'transcript'
          ? `${pick(names)}: ${words}`
          : `**${pick(names)}:**\n\n${quoted}${words}`;
    posts.push(post);
    letters += post.length;
    last = words.split('\n')[0]!;
  }
  return {
    ending: style === 'markdown' ? '.md' : '.txt',
    text: `${posts.join(style === 'bare' ? '\n\n---\n\n' : '\n\n')}\n`,
  };
}
