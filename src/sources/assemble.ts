import type { Notice } from '../errors/index.ts';
import { isPathological, splitBlocks } from './blocks.ts';
import type { Cut, Turn } from './cut.ts';
import { isHardWrapped } from './hard-wrap.ts';
import type { Format, RawBlock, RawPiece, RawPost, RawThread } from './raw-thread.ts';
import { sayCount } from './say-count.ts';
import { sourceOfQuotes } from './source-of-quotes.ts';
import { splitLines } from './split-lines.ts';

const GONE: Readonly<Record<string, RawPost['state']>> = {
  '[deleted]': 'deleted-by-author',
  '[comment deleted]': 'deleted-by-author',
  '(post deleted by author)': 'deleted-by-author',
  '[removed]': 'removed-by-moderator',
  '[flagged]': 'removed-by-moderator',
};

/** The thread that a cut of a flat text gives. Unless the text is hard-wrapped, each line of a paragraph is a paragraph. */
export function assemble(text: string, format: Format, turns: RawThread['turns'], cut: Cut): RawThread {
  const lineIsParagraph = turns === 'given' && !isHardWrapped(text);
  let tangled = 0;
  const posts = cut.turns.map((turn) => {
    const post = postOf(text, turn, lineIsParagraph);
    if (turn.kind === null && turn.written === null && isPathological(post.text)) tangled++;
    return post;
  });
  const notices = tangled > 0 ? [...cut.notices, tellTangled(tangled)] : cut.notices;
  return { format, title: cut.title, text, turns, posts, declaredPosts: cut.declaredPosts, notices };
}

function postOf(source: string, turn: Turn, lineIsParagraph: boolean): RawPost {
  const { text, pieces } = turn.written ?? joinBody(source, turn);

  const { author, key, parent, time, url, signals, breakBefore } = turn;
  const place = { start: turn.start, end: turn.end };
  const head = { key, parent, author, time, url, place, signals, breakBefore };
  const gone = text.length < 60 ? GONE[text.trim().toLowerCase()] : undefined;
  if (gone || text.trim() === '') return { ...head, state: gone ?? turn.state, text: '', pieces: [], blocks: [] };
  if (turn.written) return { ...head, state: turn.state, ...turn.written };
  const blocks = turn.kind ? oneBlock(text, turn.kind) : splitBlocks(text);
  const fine = lineIsParagraph && !turn.kind ? blocks.flatMap((block) => splitLines(text, block)) : blocks;
  return { ...head, state: turn.state, text, pieces, blocks: sourceOfQuotes(text, fine) };
}

function joinBody(source: string, turn: Turn): { text: string; pieces: RawPiece[] } {
  const pieces: RawPiece[] = [];
  let text = '';
  for (const { start, end } of turn.body) {
    const from = text.length;
    text += source.slice(start, end);
    if (text.length > from) pieces.push({ start: from, end: text.length, sourceStart: start });
  }
  return { text, pieces };
}

function oneBlock(text: string, kind: RawBlock['kind']): RawBlock[] {
  return [{ kind, start: text.length - text.trimStart().length, end: text.trimEnd().length }];
}

function tellTangled(count: number): Notice {
  const text = `${sayCount(count, 'post is', 'posts are')} nested too deeply for Markdown; the lines there were read one by one.`;
  return { rule: 'markdown-too-deep', post: null, text };
}
