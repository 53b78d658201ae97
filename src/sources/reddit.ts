import { type Notice, SourceError } from '../errors/index.ts';
import { numberField, stringField } from './json-fields.ts';
import { newestByKey, tellCopies } from './newest-by-key.ts';
import { parseJson } from './parse-json.ts';
import type { RawThread } from './raw-thread.ts';
import { settleDeltas } from './reddit-deltas.ts';
import { isNewerRecord, readRedditPost } from './reddit-post.ts';
import { redditUnescaper } from './reddit-text.ts';
import { type RedditGap, walkReddit } from './reddit-walk.ts';
import { sayCount } from './say-count.ts';
import { tidyTree } from './tidy-tree.ts';

const SHAPE = '`[{"kind":"Listing","data":{"children":[{"kind":"t3","data":{…}}]}}, {"kind":"Listing",…}]`';
const HEAD = 65_536;

/** 0..1: how much the start of a text looks like JSON from Reddit; broken JSON counts too, so that its error names Reddit. */
export function looksLikeReddit(text: string, name: string): number {
  const head = text.slice(0, HEAD);
  if (!/^\s*[[{]/.test(head)) return 0;
  if (/"kind"\s*:\s*"(?:Listing|t1|t3)"/.test(head)) return 1;
  if (/"link_id"\s*:\s*"t3_/.test(head) || /"(?:parent_id|name)"\s*:\s*"t[13]_/.test(head)) return 0.9;
  return /reddit/i.test(name) ? 0.2 : 0;
}

/**
 * Reads a Reddit thread (`….json` of a thread's address, also without `raw_json=1`, several pages in one list, or a
 * `morechildren` reply). Comments that Reddit left out are told in a notice; one that others answer becomes a
 * `not-loaded` post. Throws a SourceError for broken JSON and where there is nothing from Reddit.
 */
export function readReddit(text: string, name: string): RawThread {
  const { records, gaps } = walkReddit(parseJson(text, name, SHAPE));
  if (records.length === 0) {
    throw new SourceError(
      `${name}: no Reddit post or comment in it`,
      `Save the thread's address with .json at its end; the file looks like ${SHAPE}.`,
    );
  }
  const asTyped = redditUnescaper(records);
  const { items, dropped } = newestByKey(records, (record) => record.key, isNewerRecord);
  const tree = tidyTree(settleDeltas(items.map((record) => readRedditPost(record, asTyped))));
  const submission = items.find((record) => record.kind === 't3');
  const title = submission ? asTyped(submission, stringField(submission.fields, 'title') ?? '').trim() : '';
  const comments = submission ? numberField(submission.fields, 'num_comments') : null;
  return {
    format: 'reddit-json',
    title: title === '' ? null : title,
    text: null,
    turns: 'given',
    posts: tree.posts,
    declaredPosts: comments === null ? null : comments + 1,
    notices: [...tellGaps(gaps, new Set(items.map(({ key }) => key))), ...tellCopies(dropped), ...tree.notices],
  };
}

function tellGaps(gaps: readonly RedditGap[], loaded: ReadonlySet<string | null>): Notice[] {
  const open = gaps.filter(({ children }) => children.length === 0 || !children.every((child) => loaded.has(child)));
  if (open.length === 0) return [];
  const comments = open.reduce((sum, gap) => sum + Math.max(gap.count, gap.children.length), 0);
  const unknown = open.filter((gap) => gap.count === 0 && gap.children.length === 0).length;
  const parts = [
    ...(comments > 0 ? [`${sayCount(comments, 'comment', 'comments')} behind "load more"`] : []),
    ...(unknown > 0 ? [`the rest of ${sayCount(unknown, 'branch', 'branches')} behind "continue this thread"`] : []),
  ];
  return [{ rule: 'not-loaded', post: null, text: `Reddit left out of the file: ${parts.join(', and ')}.` }];
}
