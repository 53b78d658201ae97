import { existsSync } from 'node:fs';
import { join } from 'node:path';
import {
  bootstrap,
  type Interval,
  type LabelPair,
  labelF1,
  macroF1,
  REPLY_STANCES,
  sharesOf,
} from '../../src/evaluation/index.ts';
import { type AnnotatedThread, type ReplyPair, readLines } from './annotated-threads.ts';
import { addCounts, type CmvCounts, countThread } from './cmv.ts';
import { findMainClaim, type MainClaim } from './microtexts.ts';
import { readPairs } from './reply-pairs.ts';

/** What a simpler way gets: counted by us on the same half as the reader, or on the whole set by the makers of the task. */
export interface Baseline {
  readonly name: string;
  readonly figure: number;
  readonly on: 'this half' | 'the whole set';
}

/** One line of the table: a task, the reader's figure and the baselines. */
export interface DataRow {
  readonly what: string;
  readonly figure: number;
  readonly interval: Interval | null;
  readonly baselines: readonly Baseline[];
  /** Why it may be below. */
  readonly because: string;
}

/** More about what the reader does, as sentences. */
export interface DataReport {
  readonly rows: readonly DataRow[];
  readonly remarks: readonly string[];
}

const here = (name: string, figure: number): Baseline => ({ name, figure, on: 'this half' });
const whole = (name: string, figure: number): Baseline => ({ name, figure, on: 'the whole set' });

const ROUNDS = 1000;
const SEED = 1;

/** Measures the embedded reader on the development halves in `folder`; null where they are not at hand. */
export async function measurePublicData(folder: string): Promise<DataReport | null> {
  if (!existsSync(folder)) return null;
  const read = <T>(name: string) => readLines<T>(join(folder, name));
  const threads = await inOrder(read<AnnotatedThread>('cmv-modes-dev.jsonl'), countThread);
  const pairs = await readPairs(read<ReplyPair>('reply-stance-dev.jsonl'));
  const texts = await inOrder(read<AnnotatedThread>('arg-microtexts-1.jsonl'), findMainClaim);
  return {
    rows: [...rowsOfThreads(threads), rowOfPairs(pairs), rowOfTexts(texts)],
    remarks: [...remarksOnThreads(addCounts(threads)), ...remarksOnPairs(pairs), ...remarksOnTexts(texts)],
  };
}

async function inOrder<T, R>(items: readonly T[], measure: (item: T) => Promise<R>): Promise<R[]> {
  const results: R[] = [];
  for (const item of items) results.push(await measure(item));
  return results;
}

const QUOTED = 'claim of the last quoted line, else the first (claims given)';
const NEAREST = 'nearest claim before (claims given)';

function rowsOfThreads(threads: readonly CmvCounts[]): DataRow[] {
  const all = addCounts(threads);
  const figure = (of: (counts: CmvCounts) => number) => ({
    figure: of(all),
    interval: bootstrap(threads, (drawn) => of(addCounts(drawn)), ROUNDS, SEED),
  });
  return [
    {
      what: 'claim spans, F1 at an overlap of a half (CMV)',
      ...figure(({ claims }) => f1Of(claims)),
      baselines: [
        here('every sentence', f1Of(all.sentences)),
        whole('every sentence', 0.73),
        whole('every clause', 0.752),
      ],
      because:
        'The reader takes whole sentences that put something forward by their wording and leaves the others out, and it never splits a sentence; the annotators took most sentences, and many clauses.',
    },
    {
      what: 'link to another post: parent right (CMV)',
      ...figure(({ parents, across }) => parents.right / across.gold),
      baselines: [whole('the post that is answered', 0.915)],
      because:
        'The parent comes from the source and is the same as the baseline; the rest are links past the parent, and the half differs from the whole.',
    },
    {
      what: 'link to another post: right claim (CMV)',
      ...figure(({ across }) => across.found / across.gold),
      baselines: [here(QUOTED, all.across.thumb / all.across.gold), whole(QUOTED, 0.35)],
      because:
        'The baseline is given the claims and guesses always; the reader has to find both claims first, and names a target only where a quotation or likeness of words shows it.',
    },
    {
      what: 'link inside a post (CMV)',
      ...figure(({ inside }) => inside.found / inside.gold),
      baselines: [here(NEAREST, all.inside.thumb / all.inside.gold), whole(NEAREST, 0.7)],
      because:
        'The same, and the reader takes one sentence for a reason of its neighbour only where a word such as “because” or “therefore” opens it.',
    },
  ];
}

const f1Of = ({ matched, predicted, gold }: CmvCounts['claims']) => sharesOf(matched, predicted, gold).f1 ?? 0;
const percent = (part: number, whole: number) => `${Math.round((100 * part) / Math.max(1, whole))}%`;

function remarksOnThreads({ claims, across, inside }: CmvCounts): string[] {
  return [
    `Claim spans: ${claims.predicted} were named and ${percent(claims.matched, claims.predicted)} of them are annotated; ${percent(claims.matched, claims.gold)} of the ${claims.gold} annotated ones were found.`,
    `Links to another post: ${across.named} were named with their claim and ${across.right} of them are annotated; ${across.gold} are annotated.`,
    `Links inside a post: ${inside.named} were named and ${inside.right} of them are annotated; ${inside.gold} are annotated.`,
  ];
}

function rowOfPairs(pairs: readonly LabelPair[]): DataRow {
  const figure = (drawn: readonly LabelPair[]) => macroF1(drawn, REPLY_STANCES) ?? 0;
  const label = majority(pairs);
  return {
    what: 'reply stance on pairs, macro-F1',
    figure: figure(pairs),
    interval: bootstrap(pairs, figure, ROUNDS, SEED),
    baselines: [
      here('majority', figure(pairs.map(({ gold }) => ({ gold, predicted: label })))),
      whole('majority', 0.175),
      whole('70 cue words', 0.409),
      whole('logistic regression on words', 0.62),
    ],
    because:
      'Agreement and disagreement of short replies mostly have no cue word, and the reader’s cues are chosen for long discussions: to be right when it speaks. Silence counts as neutral here.',
  };
}

function majority(pairs: readonly LabelPair[]): string {
  const uses = (label: string) => pairs.filter(({ gold }) => gold === label).length;
  return [...REPLY_STANCES].sort((a, b) => uses(b) - uses(a))[0]!;
}

function remarksOnPairs(pairs: readonly LabelPair[]): string[] {
  const heard = pairs.filter(({ predicted }) => predicted !== 'neutral');
  const right = heard.filter(({ gold, predicted }) => gold === predicted);
  const each = REPLY_STANCES.map((label) => `${label} ${(labelF1(pairs, label) ?? 0).toFixed(3)}`).join(', ');
  return [
    `Reply stance: F1 by label: ${each}. A stance was heard in ${heard.length} of ${pairs.length} replies and was right in ${percent(right.length, heard.length)} of these.`,
  ];
}

function rowOfTexts(texts: readonly MainClaim[]): DataRow {
  const share = (drawn: readonly MainClaim[]) => drawn.filter(({ reader }) => reader).length / drawn.length;
  return {
    what: 'main claim (arg-microtexts)',
    figure: share(texts),
    interval: bootstrap(texts, share, ROUNDS, SEED),
    baselines: [
      here('first unit', texts.filter(({ first }) => first).length / texts.length),
      here('last unit', texts.filter(({ last }) => last).length / texts.length),
    ],
    because:
      'A text of one voice has no crux. What is measured is the claim that the program lists first, which is chosen for calling for an answer, not for being the thesis.',
  };
}

function remarksOnTexts(texts: readonly MainClaim[]): string[] {
  const found = texts.filter(({ anywhere }) => anywhere).length;
  return [`Main claim: it is among the claims that were named in ${found} of ${texts.length} texts.`];
}
