import type { Thread } from '../../../thread/index.ts';
import type { CruxInWords } from '../../reader.ts';
import { quoteWords } from '../data-block.ts';
import { sentenceText } from '../read/unit-context.ts';
import { isOwn } from '../read/units.ts';
import { exchangeLines } from './exchange-lines.ts';

const LONGEST = 400;
const LONGEST_AROUND = 160;
const MOST_WORDS = 8;

/** What is shown beside the words: sentences before (-1) and behind (1) them, and how the posts stand to each other. */
interface Beside {
  readonly around: readonly (-1 | 1)[];
  readonly exchange?: boolean;
}

/** Lines that show the very words on the sides of items, with the sentences around them in brackets; items count from 1. */
export function itemLines(thread: Thread, items: readonly CruxInWords[], { around, exchange }: Beside): string[] {
  const posts = new Map(thread.posts.map((post) => [post.id, post]));
  const names = new Map(thread.speakers.map(({ id, name }) => [id, quoteWords(name, 40)]));
  const nameOf = (speaker: string) => names.get(speaker) ?? '"?"';
  return items.flatMap(({ words }, number) => [
    `item ${number + 1}`,
    ...(exchange
      ? exchangeLines(
          thread,
          words.slice(0, MOST_WORDS).map(({ post }) => post),
          nameOf,
        )
      : []),
    ...words.slice(0, MOST_WORDS).flatMap(({ post: id, start, end, speaker, cited }) => {
      const post = posts.get(id)!;
      const name = nameOf(speaker);
      const at = post.sentences.findIndex((sentence) => sentence.start <= start && start < sentence.end);
      const beside = (step: number) =>
        at >= 0 && post.sentences[at + step] && isOwn(post, at + step)
          ? [`(${name} ${quoteWords(sentenceText(post, at + step), LONGEST_AROUND)})`]
          : [];
      return [
        ...(around.includes(-1) ? beside(-1) : []),
        `${name} ${quoteWords(post.text.slice(start, end), LONGEST)}${exchange && cited ? ` at ${quoteWords(post.text.slice(cited.start, cited.end), LONGEST_AROUND)}` : ''}`,
        ...(around.includes(1) ? beside(1) : []),
      ];
    }),
  ]);
}
