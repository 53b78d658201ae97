import type { Thread, ThreadPost } from '../../../thread/index.ts';
import type { CruxInWords } from '../../reader.ts';
import { quoteWords } from '../data-block.ts';
import { sentenceText } from '../read/unit-context.ts';
import { isOwn } from '../read/units.ts';
import { exchangeLines } from './exchange-lines.ts';

/** Longest name of a speaker that is shown. */
export const NAME_LENGTH = 40;

const LONGEST = 400;
const MOST_WORDS = 8;

/** What is shown beside the words of an item. */
interface Beside {
  /** Sentences before and behind the words, in brackets, and characters of each. */
  readonly before: number;
  readonly behind: number;
  readonly longest: number;
  /** Also who answers whom, what is quoted there, and which words of a sentence are meant. */
  readonly setting: boolean;
  /** Also who says yes and who no, where that is known; a second look must find that out for itself. */
  readonly views: boolean;
}

/** To word a question, the sentence before is enough. */
export const FOR_WORDING: Beside = { before: 1, behind: 0, longest: 160, setting: false, views: true };
/** To judge whether people part, one must know what their "this" and "it" mean. */
export const FOR_JUDGING: Beside = { before: 2, behind: 1, longest: 240, setting: true, views: false };

/** Lines that show the very words on the sides of items, with what stands beside them, each behind its head; items count from 1. */
export function itemLines(
  thread: Thread,
  items: readonly CruxInWords[],
  beside: Beside,
  heads: readonly string[] = [],
): string[] {
  const posts = new Map(thread.posts.map((post) => [post.id, post]));
  const names = new Map(thread.speakers.map(({ id, name }) => [id, quoteWords(name, NAME_LENGTH)]));
  const nameOf = (speaker: string) => names.get(speaker) ?? '"?"';
  return items.flatMap(({ words: all, views }, number) => {
    const words = all.slice(0, MOST_WORDS);
    const places = words.map(({ post }) => post);
    const viewOf = (speaker: string) => (beside.views && views?.get(speaker)) || null;
    const said = words.flatMap((own) => {
      return wordLines(posts.get(own.post)!, nameOf(own.speaker), viewOf(own.speaker), own, beside);
    });
    // Claims that stand next to each other have the same sentences around them.
    return [
      `item ${number + 1}`,
      ...(heads[number] === undefined ? [] : [heads[number]]),
      ...(beside.setting ? exchangeLines(thread, places, nameOf) : []),
      ...(beside.setting ? new Set(said) : said),
    ];
  });
}

function wordLines(
  post: ThreadPost,
  name: string,
  view: string | null,
  { start, end, cited }: CruxInWords['words'][number],
  { before, behind, longest, setting }: Beside,
): string[] {
  const at = post.sentences.findIndex((sentence) => sentence.start <= start && start < sentence.end);
  const around = (step: number): string[] => {
    if (at < 0 || !post.sentences[at + step]) return [];
    const own = isOwn(post, at + step);
    const words = quoteWords(sentenceText(post, at + step), longest);
    return own || setting ? [own ? `(${name} ${words})` : `(${name} quotes ${words})`] : [];
  };
  const meant = setting && cited ? ` at ${quoteWords(post.text.slice(cited.start, cited.end), longest)}` : '';
  return [
    ...Array.from({ length: before }, (_, step) => around(step - before)).flat(),
    `${name}${view === null ? '' : ` ${view}`} ${quoteWords(post.text.slice(start, end), LONGEST)}${meant}`,
    ...Array.from({ length: behind }, (_, step) => around(step + 1)).flat(),
  ];
}
