import { describe, expect, it } from 'vitest';
import { dictateTurns, threadOf, unmarkedText } from '../helpers/unmarked-text.ts';

const CLAIM =
  'I like the old bridge. A second bridge would pull the traffic out of the market square for good. We should plan it now.';
const QUOTE = 'A second bridge would pull the traffic out of the market square for good.';

async function quotesOf(lines: readonly string[], turns: Readonly<Record<number, string>>) {
  const thread = await threadOf(unmarkedText(lines.join('\n')), dictateTurns(turns));
  return thread;
}

describe('an unmarked quote', () => {
  it('is tied to the very words that it repeats, and proves whom the post answers', async () => {
    const thread = await quotesOf([CLAIM, QUOTE, 'It would only bring more cars.'], { 0: 'A', 1: 'B' });
    const [quote] = thread.posts[1]!.quotes;
    expect(thread.posts[1]!.text.slice(quote!.start, quote!.end)).toBe(QUOTE);
    expect(thread.posts[0]!.text.slice(quote!.of!.start, quote!.of!.end)).toBe(QUOTE.slice(0, -1));
    expect(thread.posts[1]).toMatchObject({ replyTo: 'p1', replyBy: 'quote' });
    expect(thread.posts[1]!.sentences.map(({ quoted }) => quoted)).toEqual([true, false]);
  });

  it('may hold an insertion in brackets', async () => {
    const altered = 'A second bridge [over the weir] would pull the traffic out of the market square for good.';
    const thread = await quotesOf([CLAIM, altered, 'Over the weir it cannot stand.'], { 0: 'A', 1: 'B' });
    expect(thread.posts[1]!.quotes[0]!.of).toMatchObject({ post: 'p1' });
  });

  it('is not seen where only some words are the same', async () => {
    const own = 'A second bridge would not pull the traffic out of the market square, I have counted the cars.';
    const thread = await quotesOf([CLAIM, own, 'Look at the figures.'], { 0: 'A', 1: 'B' });
    expect(thread.posts[1]!.quotes).toEqual([]);
    expect(thread.posts[1]!.replyTo).toBeNull();
  });

  it('is not seen inside the post that says the words itself', async () => {
    const thread = await quotesOf([CLAIM, 'And a word on money.', QUOTE], { 0: 'A' });
    expect(thread.posts[0]!.quotes).toEqual([]);
  });

  it('is not seen where a whole passage is repeated', async () => {
    const more =
      'The toll on the old bridge has paid for it twice over since the war, and nobody minds paying it any more.';
    const thread = await quotesOf(
      [CLAIM, more, 'Something else entirely.', CLAIM, more, 'Closing words of the second speaker.'],
      {
        0: 'A',
        3: 'B',
      },
    );
    expect(thread.posts[1]!.quotes).toEqual([]);
  });
});
