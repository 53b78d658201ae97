import { describe, expect, it } from 'vitest';
import { buildClaimGraph } from '../../src/graph/index.ts';
import type { GraphFile } from '../../src/graph-file/index.ts';
import { readHackerNews } from '../../src/sources/hackernews.ts';
import type { RawPost } from '../../src/sources/index.ts';
import { readKialo } from '../../src/sources/kialo.ts';
import { readReddit } from '../../src/sources/reddit.ts';
import { threadFromGraphFile } from '../../src/thread/from-graph-file.ts';
import { buildThread, type Thread, type TurnGuesser } from '../../src/thread/index.ts';
import { sketchJudgements } from '../helpers/judgements.ts';
import { sketchThread } from '../helpers/thread.ts';
import { graphFileOf } from '../readers/given/graph-file-of.ts';
import { readFixture } from '../sources/read-fixture.ts';

const guesser: TurnGuesser = {
  guessTurns: async (paragraphs) =>
    paragraphs.map(({ index }) => ({ first: index, speaker: index % 2 ? 'B' : 'A', confidence: 0.5, rule: 'test' })),
};
const options = { source: 'in.txt', sha256: 'ab'.repeat(32), guesser };
const store = (thread: Thread): GraphFile => graphFileOf(thread, buildClaimGraph(thread, sketchJudgements(thread, {})));
const edited = (edit: (file: GraphFile) => void) => {
  const file = store(
    sketchThread([
      { by: 'A', text: 'One. Two.' },
      { by: 'B', text: 'One. No.', quotes: ['One.'], replyTo: 'p1' },
    ]),
  );
  edit(file);
  return file;
};

describe('threadFromGraphFile', () => {
  it.each([
    ['Reddit', () => readReddit(readFixture('reddit-thread.json'), 'in.txt')],
    ['Hacker News', () => readHackerNews(readFixture('hackernews-item.json'), 'in.txt')],
    ['Kialo', () => readKialo(readFixture('kialo.txt'), 'in.txt')],
  ])('restores a thread from %s letter by letter, sentences included', async (_name, read) => {
    const thread = await buildThread(read(), options);
    expect(threadFromGraphFile(store(thread))).toEqual(thread);
  });

  it('restores a thread with inferred turns', async () => {
    const words = ['Ferries are slow. Very slow.', 'They are cheap.', 'Cheap for whom?'];
    const text = words.join('\n\n');
    const posts = words.map((paragraph): RawPost => {
      const start = text.indexOf(paragraph);
      const end = paragraph.length;
      return {
        ...{ key: null, parent: null, author: null, time: null, url: null, state: 'ok', text: paragraph, signals: {} },
        ...{ pieces: [{ start: 0, end, sourceStart: start }], place: { start, end: start + end }, breakBefore: false },
        blocks: [{ kind: 'paragraph', start: 0, end }],
      };
    });
    const raw = {
      format: 'text',
      title: null,
      text,
      turns: 'unmarked',
      posts,
      declaredPosts: null,
      notices: [],
    } as const;
    const thread = await buildThread(raw, options);
    expect(thread.turns).toBe('inferred');
    expect(threadFromGraphFile(store(thread))).toEqual(thread);
  });

  it('takes quotes and what lies between them as blocks where a file has none', () => {
    const { posts } = threadFromGraphFile(
      edited((file) => {
        for (const post of file.posts) post.blocks = [];
      }),
    );
    expect(posts[1]?.sentences.map(({ id, quoted }) => [id, quoted])).toEqual([
      ['2.1', true],
      ['2.2', false],
    ]);
  });

  it('refuses an unknown format, blocks out of place and circles of replies', () => {
    const refused = (edit: (file: GraphFile) => void, message: string) =>
      expect(() => threadFromGraphFile(edited(edit))).toThrow(message);
    refused((file) => {
      file.thread.format = 'telegram';
    }, 'sketch.txt: a graph file of an unknown format "telegram"');
    refused((file) => {
      file.posts[0]!.blocks[0]!.end = 99;
    }, 'sketch.txt: the block 0-99 of post p1 overlaps another one or lies outside its text');
    refused((file) => {
      file.posts[0]!.replyTo = 'p2';
    }, 'sketch.txt: post p1 answers itself over other posts');
  });
});
