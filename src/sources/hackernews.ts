import { SourceError } from '../errors/index.ts';
import type { PostState } from '../graph-file/index.ts';
import { fold } from '../text/index.ts';
import { quoteFromAbove } from './hackernews-quotes.ts';
import { type HackerNewsItem, walkHackerNews } from './hackernews-walk.ts';
import { htmlToPost } from './html-to-post.ts';
import { numberField, stringField, timeOfSeconds } from './json-fields.ts';
import { newestByKey, tellCopies } from './newest-by-key.ts';
import { parseJson } from './parse-json.ts';
import type { HtmlText } from './post-writer.ts';
import type { RawBlock, RawPost, RawThread } from './raw-thread.ts';
import { tidyTree } from './tidy-tree.ts';

const SHAPE =
  '`{"id":1,"type":"story","author":"…","title":"…","text":null,"children":[{"id":2,"text":"…","children":[]}]}`';
const HEAD = 65_536;

/** 0..1: how much the start of a text looks like JSON of a Hacker News item; broken JSON counts too. */
export function looksLikeHackerNews(text: string, name: string): number {
  const head = text.slice(0, HEAD);
  if (!/^\s*[[{]/.test(head)) return 0;
  if (/"created_at_i"\s*:/.test(head) && /"(?:story_id|parent_id|children)"\s*:/.test(head)) return 1;
  if (/"type"\s*:\s*"(?:story|comment)"/.test(head) && /"(?:kids|parent|by)"\s*:/.test(head)) return 0.8;
  return /hacker.?news|ycombinator|algolia/i.test(name) ? 0.2 : 0;
}

/**
 * Reads a Hacker News discussion: an Algolia item (nested), Algolia search hits or a list of Firebase items. Replies to
 * comments that are not in the file get a `not-loaded` parent. Throws a SourceError for broken JSON and where no item is.
 */
export function readHackerNews(text: string, name: string): RawThread {
  const all = walkHackerNews(parseJson(text, name, SHAPE));
  if (all.length === 0) {
    throw new SourceError(
      `${name}: no Hacker News item in it`,
      `Save https://hn.algolia.com/api/v1/items/ID; the file looks like ${SHAPE}.`,
    );
  }
  const { items, dropped } = newestByKey(all, (item) => item.key);
  const texts = new Map<string | null, HtmlText>(items.map((item) => [item.key, htmlToPost(item.html ?? '')]));
  const folded = new Map<string, string>();
  const foldedText = (key: string | null) => {
    if (key === null || !texts.has(key)) return '';
    const known = folded.get(key) ?? fold(texts.get(key)!.text);
    folded.set(key, known);
    return known;
  };
  const posts = items.map((item) => readPost(item, texts.get(item.key)!, foldedText(item.parent)));
  const tree = tidyTree(posts);
  const story = items.find((item) => item.parent === null);
  const comments = story ? numberField(story.fields, 'descendants') : null;
  return {
    format: 'hackernews-json',
    title: story?.title ?? stringField(items[0]!.fields, 'story_title'),
    text: null,
    turns: 'given',
    posts: tree.posts,
    declaredPosts: comments === null ? null : comments + 1,
    notices: [...tellCopies(dropped), ...tree.notices],
  };
}

function readPost(item: HackerNewsItem, body: HtmlText, above: string): RawPost {
  const { key, parent, author, fields } = item;
  const state = stateOf(item);
  const own = state === 'deleted-by-author' ? [] : above === '' ? body.blocks : quoteFromAbove(body, above);
  const head = item.title?.trim() ?? '';
  const link = stringField(fields, 'url') || null;
  const score = numberField(fields, 'points') ?? numberField(fields, 'score');
  const iso = stringField(fields, 'created_at')?.replace(/\.\d+Z$/, 'Z') ?? null;
  return {
    key,
    parent,
    author,
    time: timeOfSeconds(numberField(fields, 'created_at_i') ?? numberField(fields, 'time')) ?? iso,
    url: key !== null && /^\d+$/.test(key) ? `https://news.ycombinator.com/item?id=${key}` : null,
    state,
    ...compose(head, link !== null, own.length === 0 ? '' : body.text, own),
    pieces: [],
    place: null,
    signals: { ...(score === null ? {} : { score, scope: 'post' }), ...(link ? { link } : {}) },
    breakBefore: false,
  };
}

/** A story's title comes first; with a link it is the headline of the page, otherwise the poster's own words. */
function compose(head: string, headline: boolean, body: string, blocks: readonly RawBlock[]) {
  if (head === '') return { text: body, blocks };
  const title: RawBlock = { kind: headline ? 'heading' : 'paragraph', start: 0, end: head.length };
  const shift = head.length + 2;
  const moved = blocks.map((block) => ({ ...block, start: block.start + shift, end: block.end + shift }));
  return { text: body === '' ? head : `${head}\n\n${body}`, blocks: [title, ...moved] };
}

function stateOf({ author, html, title, fields }: HackerNewsItem): PostState {
  if (fields['dead'] === true || html === '[flagged]' || html === '[dead]') return 'removed-by-moderator';
  const empty = html === null || html.trim() === '';
  return fields['deleted'] === true || (author === null && empty && title === null) ? 'deleted-by-author' : 'ok';
}
