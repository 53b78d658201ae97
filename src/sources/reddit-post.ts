import type { PostState } from '../graph-file/index.ts';
import { splitBlocks } from './blocks.ts';
import { type Fields, numberField, stringField, timeOfSeconds } from './json-fields.ts';
import type { RawBlock, RawPost } from './raw-thread.ts';
import { deltaOf } from './reddit-deltas.ts';
import type { RedditRecord } from './reddit-walk.ts';

const BOTS = new Set(['AutoModerator', 'DeltaBot']);

/** One submission or comment as a post; `asTyped` undoes Reddit's escaping. What bots write is furniture. */
export function readRedditPost(record: RedditRecord, asTyped: (record: RedditRecord, text: string) => string): RawPost {
  const { kind, key, parent, fields } = record;
  const given = bodyOf(record);
  const body = asTyped(record, given ?? '').trimEnd();
  const gone = goneState(fields, body);
  const named = stringField(fields, 'author');
  const author = named === '[deleted]' || named === '' ? null : named;
  const head = kind === 't3' ? asTyped(record, stringField(fields, 'title') ?? '').trim() : '';
  const { text, blocks } = compose(head, gone ? '' : body, fields['is_self'] !== false);
  const bot = author !== null && BOTS.has(author);
  const delta = deltaOf(author, text, blocks, stringField(fields, 'subreddit'));
  return {
    key,
    parent,
    author,
    time: timeOfSeconds(numberField(fields, 'created_utc')),
    url: urlOf(record),
    state: gone ?? (given === null && kind === 't1' ? 'not-loaded' : stateOf(fields)),
    text,
    pieces: [],
    place: null,
    blocks: bot ? furniture(text) : blocks,
    signals: { ...votes(fields), ...(bot ? { bot: true } : {}), ...(delta ? { delta } : {}) },
    breakBefore: false,
  };
}

/** When a text was captured or, failing that, edited: of two captures of a post the higher one is the newer. */
export function isNewerRecord(later: RedditRecord, earlier: RedditRecord): boolean {
  const [a, b] = [captured(later.fields), captured(earlier.fields)];
  if (a !== null && b !== null && a !== b) return a > b;
  if (goneState(later.fields, bodyOf(later) ?? '')) return true;
  return (numberField(later.fields, 'edited') ?? 0) >= (numberField(earlier.fields, 'edited') ?? 0);
}

function bodyOf({ kind, fields }: RedditRecord): string | null {
  return stringField(fields, kind === 't1' ? 'body' : 'selftext');
}

function captured(fields: Fields): number | null {
  return numberField(fields, 'retrieved_utc') ?? numberField(fields, 'retrieved_on');
}

function compose(head: string, body: string, self: boolean): { text: string; blocks: RawBlock[] } {
  const inside = splitBlocks(body).map((block) => showSpoiler(body, block));
  if (head === '') return { text: body, blocks: inside };
  // The title of a text post is its author's words, often the thesis; that of a link is mostly the page's headline.
  const title: RawBlock = { kind: self ? 'paragraph' : 'heading', start: 0, end: head.length };
  if (body === '') return { text: head, blocks: [title] };
  const shift = head.length + 2;
  const moved = inside.map((block) => ({ ...block, start: block.start + shift, end: block.end + shift }));
  return { text: `${head}\n\n${body}`, blocks: [title, ...moved] };
}

/** `>!text!<` hides the author's own words; CommonMark takes it for a quote. */
function showSpoiler(text: string, block: RawBlock): RawBlock {
  if (block.kind !== 'quote' || !text.startsWith('>!', block.start)) return block;
  const close = text.indexOf('!<', block.start);
  return close >= 0 && close < block.end ? { ...block, kind: 'paragraph' } : block;
}

function furniture(text: string): RawBlock[] {
  return text === '' ? [] : [{ kind: 'furniture', start: 0, end: text.length }];
}

function goneState(fields: Fields, body: string): PostState | null {
  const text = body.trim();
  if (text === '[deleted]') return 'deleted-by-author';
  if (text === '[removed]' || /^\[ ?removed by /i.test(text)) return 'removed-by-moderator';
  const category = stringField(fields, 'removed_by_category');
  if (text !== '' || category === null) return null;
  return category === 'deleted' ? 'deleted-by-author' : 'removed-by-moderator';
}

function stateOf(fields: Fields): PostState {
  if (fields['spam'] === true) return 'spam';
  return fields['collapsed'] === true || stringField(fields, 'collapsed_reason') ? 'collapsed' : 'ok';
}

function urlOf({ kind, fields, key }: RedditRecord): string | null {
  const path = stringField(fields, 'permalink');
  if (path && /^\/(?:r|user|u)\//.test(path)) return `https://www.reddit.com${path}`;
  const id = /^t[13]_([a-z0-9]+)$/i.exec(key ?? '')?.[1];
  if (!id) return null;
  if (kind === 't3') return `https://www.reddit.com/comments/${id}`;
  const link = /^t3_([a-z0-9]+)$/i.exec(stringField(fields, 'link_id') ?? '')?.[1];
  return link ? `https://www.reddit.com/comments/${link}/_/${id}` : null;
}

function votes(fields: Fields): Record<string, unknown> {
  const signals: Record<string, unknown> = {};
  const score = fields['score_hidden'] === true ? null : numberField(fields, 'score');
  if (score !== null) Object.assign(signals, { score, scope: 'post' });
  const ratio = numberField(fields, 'upvote_ratio');
  if (ratio !== null) signals['upvoteRatio'] = ratio;
  if (numberField(fields, 'controversiality') === 1) signals['controversial'] = true;
  if (numberField(fields, 'edited')) signals['edited'] = timeOfSeconds(numberField(fields, 'edited'));
  if (stringField(fields, 'distinguished')) signals['distinguished'] = fields['distinguished'];
  const link = fields['is_self'] === false ? stringField(fields, 'url') : null;
  if (link) signals['link'] = link;
  return signals;
}
