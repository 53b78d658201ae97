import type { Notice } from '../errors/index.ts';
import type { Block } from '../graph-file/index.ts';
import type { RawThread } from '../sources/index.ts';
import { findCaptures } from './captures.ts';
import { type ComposedPost, composePost, toPlace } from './compose-post.ts';
import { groupBySource, groupByTurns, type PostGroup } from './group-posts.ts';
import { lineFinder } from './locate.ts';
import { type MergedParagraph, mergeCaptures } from './merge-captures.ts';
import type { SpeakerOverrides } from './overrides.ts';
import { findParagraphQuotes } from './paragraph-quotes.ts';
import { listParagraphs } from './paragraphs.ts';
import { type QuoteSighting, tieQuotes } from './post-quotes.ts';
import { resolveReplies } from './replies.ts';
import { numberSentences } from './sentences.ts';
import { assignSpeakers } from './speakers.ts';
import type { Thread, TurnGuesser } from './thread.ts';
import { findTurns } from './turns.ts';

/** What a thread needs beside its raw form; `source` is the file's base name, `sha256` of its bytes in hex. */
export interface ThreadOptions {
  readonly source: string;
  readonly sha256: string;
  readonly guesser: TurnGuesser;
  readonly overrides?: SpeakerOverrides | null;
}

/**
 * Makes a thread of what a source gave: captures merged, quotes tied to their origin, turns and speakers inferred where
 * the source marks none. Nothing is dropped but page furniture and repetition.
 */
export async function buildThread(raw: RawThread, options: ThreadOptions): Promise<Thread> {
  const lineOf = raw.text === null ? null : lineFinder(raw.text);
  const captured = listParagraphs(raw);
  const captures = findCaptures(captured);
  const merged = mergeCaptures(captured, captures);
  const repeats = findParagraphQuotes(merged);
  const overrides = options.overrides ?? null;
  const notices: Notice[] = [...raw.notices];
  let groups: readonly PostGroup[];
  let postOfRaw: readonly (number | null)[] = [];
  let turns: Thread['turns'] = 'given';
  if (raw.turns === 'unmarked') {
    const found = await findTurns(merged, repeats, raw.declaredPosts, options.guesser, overrides, lineOf!);
    notices.push(...found.notices);
    groups = groupByTurns(merged, found.guesses);
    turns = found.dictated ? 'dictated' : 'inferred';
  } else {
    ({ groups, postOfRaw } = groupBySource(raw, captured, captures, merged));
  }
  const composed = groups.map((group) => composeGroup(raw, group, captures.starts, lineOf));
  const idOf = (post: number) => `p${post + 1}`;
  const quotes = tieQuotes(sightQuotes(groups, composed, merged, repeats), composed, idOf);
  const { speakers, ofPost, unmet } = assignSpeakers(
    groups.map(({ head, guess, paragraphs }) => ({
      label: guess ? guess.speaker : head.author,
      given: guess === null || guess.rule === 'speakers-file',
      confidence: guess?.confidence ?? 1,
      silent: paragraphs.length === 0,
    })),
    overrides,
  );
  notices.push(...tellUnmet(unmet));
  if (overrides && overrides.starts.length > 0 && raw.turns !== 'unmarked') notices.push(STARTS_NOT_USED);
  const replies = resolveReplies(raw, groups, postOfRaw, quotes, ofPost, idOf);
  const posts = groups.map(({ head, guess }, at) => {
    const { text, pieces, blocks, source, copies } = composed[at]!;
    const own = quotes.get(at) ?? [];
    return {
      id: idOf(at),
      speaker: ofPost[at]!,
      ...replies[at]!,
      time: head.time,
      url: head.url,
      state: head.state,
      text,
      pieces,
      source,
      copies,
      quotes: own,
      blocks,
      sentences: numberSentences(at + 1, text, blocks, own),
      signals: head.signals,
      startConfidence: guess?.confidence ?? 1,
    };
  });
  return {
    id: options.sha256.slice(0, 12),
    title: raw.title,
    format: raw.format,
    source: options.source,
    sha256: options.sha256,
    lines: lineOf && raw.text !== null ? lineOf(Math.max(0, raw.text.trimEnd().length - 1)) : null,
    captures: captures.count,
    paragraphs: { captured: captured.length, kept: merged.length },
    turns,
    speakers,
    posts,
    notices: [...notices, ...tellInferences(turns, captures.count, captured.length, merged.length)],
  };
}

function composeGroup(
  raw: RawThread,
  { head, paragraphs }: PostGroup,
  starts: readonly number[],
  lineOf: ((offset: number) => number) | null,
): ComposedPost {
  if (paragraphs.length > 0) return composePost(raw, paragraphs, starts, lineOf);
  const source = lineOf && head.place ? toPlace(head.place, lineOf) : null;
  return { text: '', pieces: [], blocks: [], source, copies: [] };
}

/** Quotations that the source marks, and paragraphs that repeat an earlier post. */
function sightQuotes(
  groups: readonly PostGroup[],
  composed: readonly ComposedPost[],
  merged: readonly MergedParagraph[],
  repeats: readonly (number | null)[],
): QuoteSighting[] {
  const home = new Map<MergedParagraph, { post: number; block: Block }>();
  for (const [post, { paragraphs }] of groups.entries()) {
    const blocks = composed[post]!.blocks.filter(({ kind }) => kind !== 'furniture');
    for (const [at, paragraph] of paragraphs.entries())
      if (blocks[at]) home.set(paragraph, { post, block: blocks[at] });
  }
  const sightings: QuoteSighting[] = [];
  for (const [at, paragraph] of merged.entries()) {
    const here = home.get(paragraph);
    if (!here) continue;
    const repeated = repeats[at] ?? null;
    const there = repeated === null ? undefined : home.get(merged[repeated]!);
    const elsewhere = there && there.post < here.post && !sameAuthor(groups[there.post]!, groups[here.post]!);
    if (here.block.kind !== 'quote' && !elsewhere) continue;
    const origin = elsewhere ? { post: there.post, start: there.block.start, end: there.block.end } : null;
    sightings.push({ post: here.post, start: here.block.start, end: here.block.end, origin });
  }
  return sightings;
}

function sameAuthor(a: PostGroup, b: PostGroup): boolean {
  return a.head.author !== null && a.head.author === b.head.author;
}

const STARTS_NOT_USED: Notice = {
  rule: 'speakers-file',
  post: null,
  text: 'The turn starts of the speakers file were not used: the source marks its turns itself.',
};

function tellUnmet(names: readonly string[]): Notice[] {
  return names.map((name) => {
    const text = `The speakers file gives ${name} a new name, but nobody here is called ${name}.`;
    return { rule: 'speakers-file', post: null, text };
  });
}

function tellInferences(turns: Thread['turns'], captures: number, captured: number, kept: number): Notice[] {
  const notices: Notice[] = [];
  if (captures > 1) {
    const text = `The file holds ${captures} captures of one thread; their ${captured} paragraphs were merged into ${kept}.`;
    notices.push({ rule: 'captures-merged', post: null, text });
  }
  if (turns === 'inferred') {
    const text =
      'No turn carries a name: turns and speakers are inferred; a missed turn puts two people under one letter, a split one gives one person two. Mark turns by --- lines or use --speakers.';
    notices.push({ rule: 'speakers-inferred', post: null, text });
  }
  return notices;
}
