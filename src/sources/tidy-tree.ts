import type { Notice } from '../errors/index.ts';
import type { RawPost } from './raw-thread.ts';
import { sayCount } from './say-count.ts';

/** A post that the source refers to but does not hold; it keeps its replies together. */
export function notLoadedPost(key: string, parent: string | null): RawPost {
  return {
    key,
    parent,
    author: null,
    time: null,
    url: null,
    state: 'not-loaded',
    text: '',
    pieces: [],
    place: null,
    blocks: [],
    signals: {},
    breakBefore: false,
  };
}

/**
 * The posts with every parent present and without cycles: a parent that is not in the file becomes a `not-loaded` post
 * before its first reply, a cycle is cut where file order first enters it. Keys must be unique. Linear.
 */
export function tidyTree(posts: readonly RawPost[]): {
  readonly posts: readonly RawPost[];
  readonly notices: readonly Notice[];
} {
  const known = new Set(posts.map((post) => post.key));
  const loose = cycleEntries(posts);
  const tidy: RawPost[] = [];
  let orphans = 0;
  const stubs = new Set<string>();
  for (const post of posts) {
    if (loose.has(post)) {
      tidy.push({ ...post, parent: null });
      continue;
    }
    if (post.parent !== null && !known.has(post.parent)) {
      orphans += 1;
      if (!stubs.has(post.parent)) tidy.push(notLoadedPost(post.parent, null));
      stubs.add(post.parent);
    }
    tidy.push(post);
  }
  const notices: Notice[] = [];
  if (orphans > 0) {
    const text = `${sayCount(orphans, 'post answers', 'posts answer')} ${sayCount(stubs.size, 'post that is', 'posts that are')} not in the file.`;
    notices.push({ rule: 'missing-parent', post: null, text });
  }
  if (loose.size > 0) {
    const text = `The file is damaged: ${sayCount(loose.size, 'circle', 'circles')} of replies had to be cut.`;
    notices.push({ rule: 'parent-cycle', post: null, text });
  }
  return { posts: tidy, notices };
}

function cycleEntries(posts: readonly RawPost[]): ReadonlySet<RawPost> {
  const byKey = new Map(posts.map((post) => [post.key, post]));
  const entries = new Set<RawPost>();
  const walkOf = new Map<RawPost, number>();
  for (const [walk, start] of posts.entries()) {
    let post: RawPost | undefined = start;
    while (post && !walkOf.has(post)) {
      walkOf.set(post, walk);
      post = post.parent === null ? undefined : byKey.get(post.parent);
    }
    if (post && walkOf.get(post) === walk) entries.add(post);
  }
  return entries;
}
