import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { decodeBytes } from '../../src/sources/decode.ts';
import type { RawPost, RawThread } from '../../src/sources/index.ts';

export function readFixture(name: string): string {
  return decodeBytes(readFileSync(join(import.meta.dirname, '../fixtures/sources', name)), name).text;
}

export function postOf(thread: RawThread, key: string): RawPost {
  const post = thread.posts.find((candidate) => candidate.key === key);
  if (!post) throw new Error(`no post ${key}`);
  return post;
}

/** Kinds and words of a post's blocks. */
export function blocksOf(thread: RawThread, key: string): [string, string][] {
  const post = postOf(thread, key);
  return post.blocks.map(({ kind, start, end }) => [kind, post.text.slice(start, end)]);
}
