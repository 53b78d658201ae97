import type { Analysis } from '../analysis/index.ts';
import type { Post } from '../graph-file/index.ts';
import { verbatimLine } from './display-text.ts';
import { finishRows, toRows } from './lay-out.ts';
import { placeOf } from './places.ts';
import type { Row, RowTarget, Run } from './row.ts';
import { padStart, run } from './runs.ts';
import { type Scene, setScene, type ViewOptions } from './scene.ts';
import { toneOf } from './sides.ts';
import { sourceLines } from './source-lines.ts';
import { toneSpans } from './tone-spans.ts';
import { type Highlight, wordsOfTarget } from './words-of-target.ts';
import { wrapRuns } from './wrap.ts';

export interface SourceOptions extends ViewOptions {
  /** Words to show in tone `match`, or the thing on screen whose words are meant. */
  readonly highlight?: readonly Highlight[] | RowTarget;
}

/** The thread itself: every post with its speaker, its lines by number, quotes marked as quotes with their origin. */
export function sourceRows(analysis: Analysis, options: SourceOptions): Row[] {
  const scene = setScene(analysis, options);
  const { highlight = [] } = options;
  const words = 'kind' in highlight ? wordsOfTarget(analysis, highlight) : highlight;
  const byPost = new Map<string, Highlight[]>();
  for (const one of words) {
    const list = byPost.get(one.post);
    if (list) list.push(one);
    else byPost.set(one.post, [one]);
  }
  const digits = Math.max(3, String(analysis.file.thread.lines ?? '').length);
  const rows = analysis.file.posts.flatMap((post) => [
    ...toRows([[]], null),
    ...toRows([...postHead(scene, post), ...postLines(scene, post, byPost.get(post.id) ?? [], digits)], {
      kind: 'post',
      id: post.id,
    }),
  ]);
  return finishRows(rows.slice(1), scene.width, scene.glyphs);
}

/** ` A L3–8 · answers B L1 · 2026-01-04`: who speaks where, to whom, and what became of the post. */
export function postHead(scene: Scene, post: Post): readonly (readonly Run[])[] {
  const { glyphs, labelOf, say } = scene;
  const answered = post.replyTo === null ? undefined : scene.analysis.posts.get(post.replyTo);
  const facts = [
    postPlace(scene, post),
    ...(answered ? [`answers ${labelOf(answered.speaker)} ${postPlace(scene, answered)}`] : []),
    ...(post.time ? [say(post.time)] : []),
    ...(post.state === 'ok' ? [] : [post.state]),
    ...post.copies.map((copy) => `again ${placeOf(scene, { ...copy, post: post.id })}`),
  ];
  const name = say(scene.analysis.speakers.get(post.speaker)?.name ?? post.speaker);
  const runs = [
    run(
      ` ${name === labelOf(post.speaker) ? '' : `${name} = `}${labelOf(post.speaker)} `,
      toneOf(scene.sides, post.speaker),
    ),
    run(facts.join(` ${glyphs.dot} `), 'dim'),
  ];
  return wrapRuns(runs, scene.width, { lines: 2, clip: glyphs.ellipsis, indent: 2 });
}

function postPlace(scene: Scene, post: Post): string {
  const { firstLine = null, lastLine = null } = post.source ?? {};
  return placeOf(scene, { post: post.id, firstLine, lastLine });
}

function postLines(
  scene: Scene,
  post: Post,
  matches: readonly Highlight[],
  digits: number,
): readonly (readonly Run[])[] {
  const { glyphs, width } = scene;
  const spans = toneSpans(post.text.length, post.quotes, matches);
  const quotes = [...post.quotes].sort((a, b) => a.start - b.start);
  const out: (readonly Run[])[] = [];
  let first = 0;
  let quote = 0;
  for (const { start, end, line } of sourceLines(post)) {
    while (first < spans.length && spans[first]!.end <= start) first += 1;
    const runs: Run[] = [];
    for (let at = first; at < spans.length && spans[at]!.start < end; at += 1) {
      const span = spans[at]!;
      const text = post.text.slice(Math.max(start, span.start), Math.min(end, span.end));
      runs.push(run(verbatimLine(text, glyphs.picture), span.tone));
    }
    while (quote < quotes.length && quotes[quote]!.end <= start) quote += 1;
    const current = quotes[quote];
    const quoted = current !== undefined && current.start <= start && end > start;
    const marked = post.text.startsWith('>', start);
    const bar = run(quoted && !marked ? ' > ' : ` ${glyphs.divider} `, 'dim');
    const number = line === null ? '' : String(line);
    const room = Math.max(8, width - digits - 4);
    wrapRuns(runs, room, { clip: glyphs.ellipsis }).forEach((part, at) => {
      out.push([run(` ${padStart(at === 0 ? number : '', digits)}`, 'dim'), bar, ...part]);
    });
    for (let at = quote; at < quotes.length && quotes[at]!.start < end; at += 1) {
      const { of, end: last } = quotes[at]!;
      const origin = of && scene.analysis.posts.get(of.post);
      if (!origin || last > end) continue;
      const from = `quoted from ${scene.labelOf(origin.speaker)} ${postPlace(scene, origin)}`;
      out.push([run(` ${' '.repeat(digits)}   ${glyphs.arrow} ${from}`, 'dim')]);
    }
  }
  return out;
}
