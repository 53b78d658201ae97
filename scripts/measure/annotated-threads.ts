import { readFileSync } from 'node:fs';
import { analyze, type GraphFile } from '../../src/index.ts';

/** A stretch of a post; offsets into the text of the post as the data has it. */
export interface Span {
  readonly post: string;
  readonly start: number;
  readonly end: number;
}

export interface AnnotatedThread {
  readonly thread_id: string;
  readonly posts: readonly {
    readonly id: string;
    readonly author: string | null;
    readonly reply_to: string | null;
    readonly text: string;
  }[];
  readonly claims: readonly (Span & { readonly id: string; readonly kind?: string; readonly central?: boolean })[];
  readonly relations: readonly { readonly from: string; readonly to: string; readonly type: string }[];
}

export interface ReplyPair {
  readonly parent: string;
  readonly reply: string;
  readonly label: 'agree' | 'disagree' | 'neutral';
}

/** One JSON object a line. */
export function readLines<T>(path: string): T[] {
  const lines = readFileSync(path, 'utf8').split('\n');
  return lines.filter((line) => line !== '').map((line) => JSON.parse(line) as T);
}

/** What the program makes of the thread, given as Reddit gives it; posts stand in the same order. */
export async function analyzeThread({ thread_id, posts }: AnnotatedThread): Promise<GraphFile> {
  const nameOf = (id: string) => `${id === posts[0]!.id ? 't3' : 't1'}_${posts.findIndex((post) => post.id === id)}`;
  const children = posts.map(({ id, author, reply_to, text }, at) => ({
    kind: at === 0 ? 't3' : 't1',
    data: {
      name: nameOf(id),
      author: author ?? 'somebody',
      is_self: true,
      ...(at === 0 ? { title: '', selftext: text } : { body: text, parent_id: nameOf(reply_to!) }),
    },
  }));
  const page = JSON.stringify([{ kind: 'Listing', data: { children } }]);
  const { file } = await analyze(page, { name: `${thread_id}.json`, format: 'reddit-json' });
  if (file.posts.length !== posts.length)
    throw new Error(`${thread_id}: ${file.posts.length} of ${posts.length} posts`);
  return file;
}

/** Where spans of the graph's posts lie in the data's texts. */
export function spanMover({ thread_id, posts }: AnnotatedThread, file: GraphFile): (span: Span) => Span {
  const homes = new Map(
    file.posts.map(({ id, text }, at) => {
      const shift = posts[at]!.text.indexOf(text);
      if (shift < 0) throw new Error(`${thread_id}: post ${at + 1} was read with other words`);
      return [id, { post: posts[at]!.id, shift }];
    }),
  );
  return ({ post, start, end }) => {
    const home = homes.get(post)!;
    return { post: home.post, start: start + home.shift, end: end + home.shift };
  };
}
