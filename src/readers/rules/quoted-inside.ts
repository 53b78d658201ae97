import { fold } from '../../text/index.ts';
import type { ThreadPost } from '../../thread/index.ts';
import { claimIdOf } from './find-claims.ts';
import { countMatter } from './matter.ts';
import type { OwnSentence } from './own-sentences.ts';
import type { Reading } from './reading.ts';

const QUOTED = /"([^"]{12,240})"/g;
const FEWEST_WORDS = 4;
/** Posts before a sentence in which its quotations are looked for; the opening post is always one of them. */
const REACH = 40;
/** Between a cue and a quotation: the words are a reason, or somebody's whom the cue is not about. */
const BESIDE_THE_CUE = /\b(?:because|since|as|rightly|when|if)\b/;

/**
 * The sentence of somebody else that a cue at `cueAt` speaks of, by words that stand between quotation marks behind it ("I agree
 * with the "Keep the ferry" part"). Null where no earlier post has them, where two speakers do, and where whoever is spoken to
 * (`to`) does not.
 */
export function quotedInside(
  reading: Reading,
  { post, plain }: OwnSentence,
  cueAt: number,
  to: string | null,
): OwnSentence | null {
  const quote = [...plain.matchAll(QUOTED)].find(({ index }) => index >= cueAt);
  if (!quote || BESIDE_THE_CUE.test(plain.slice(cueAt, quote.index))) return null;
  const folded = fold(quote[1]!);
  if (folded.split(' ').length < FEWEST_WORDS || countMatter(folded) < 2) return null;
  const at = reading.position.get(post.id)!;
  const opening = at > 0 ? reading.thread.posts.slice(0, 1) : [];
  const holders = [...opening, ...reading.thread.posts.slice(Math.max(1, at - REACH), at)].flatMap((other) =>
    other.speaker === post.speaker ? [] : sayingIn(reading, other, ` ${folded} `),
  );
  const speakers = new Set(holders.map((holder) => holder.post.speaker));
  return speakers.size === 1 && (to === null || speakers.has(to)) ? holders[0]! : null;
}

/** Sentences of a post that say the words in the own name, not between quotation marks. */
function sayingIn(reading: Reading, post: ThreadPost, words: string): OwnSentence[] {
  const { whole, sentences } = foldedPost(reading, post);
  if (!whole.includes(words)) return [];
  return sentences.flatMap(({ text, sentence }) => {
    const passedOn =
      reading.claims.get(claimIdOf(sentence))?.stance === 'reported' ||
      [...sentence.plain.matchAll(QUOTED)].some(([, quoted]) => ` ${fold(quoted!)} `.includes(words));
    return text.includes(words) && !passedOn ? [sentence] : [];
  });
}

interface FoldedPost {
  readonly whole: string;
  readonly sentences: readonly { readonly text: string; readonly sentence: OwnSentence }[];
}

const known = new WeakMap<ThreadPost, FoldedPost>();

function foldedPost(reading: Reading, post: ThreadPost): FoldedPost {
  const found = known.get(post) ?? {
    whole: ` ${fold(post.text)} `,
    sentences: (reading.ofPost.get(post.id) ?? []).map((sentence) => ({ text: ` ${fold(sentence.text)} `, sentence })),
  };
  known.set(post, found);
  return found;
}
