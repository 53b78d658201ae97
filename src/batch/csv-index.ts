import { type Value, writeRows } from '../export/index.ts';
import type { IndexedThread } from './json-index.ts';

export const CSV_INDEX = 'index.csv';

const COLUMNS = [
  ...['file', 'result', 'title', 'format', 'posts', 'speakers', 'speaker_names', 'claims', 'cruxes'],
  ...['top_crux', 'top_crux_kind', 'top_crux_declared', 'top_crux_sides', 'closes_low', 'closes_high'],
  ...['gaps', 'widest_gap', 'gap_between', 'agreements', 'first_agreement', 'unanswered', 'notices', 'failed_posts'],
];

/** The index as CSV, piece by piece, a row a thread; cells that a spreadsheet would run as a formula are disarmed. */
export function* csvIndex(threads: Iterable<IndexedThread>): Iterable<string> {
  yield writeRows([COLUMNS]);
  for (const thread of threads) yield writeRows([rowOf(thread)]);
}

function rowOf({ file, result, summary }: IndexedThread): readonly Value[] {
  const { title, format, counts, speakers, cruxes, gaps, agreements } = summary;
  const [crux, gap, agreement] = [cruxes[0], gaps[0], agreements[0]];
  const names = speakers.map(({ name }) => name);
  return [
    ...[file, result, title, format, counts.posts, counts.speakers, several(names), counts.claims, counts.cruxes],
    ...[crux ? crux.question || crux.text : null, crux?.kind ?? null, crux?.declared ?? null],
    several(crux?.sides.map(({ speaker, stance }) => `${speaker} ${stance}`) ?? []),
    ...[crux?.closes?.low ?? null, crux?.closes?.high ?? null, counts.gaps, gap?.size ?? null],
    ...[gap ? gap.between.map((side) => side.join(', ')).join(' / ') : null],
    ...[counts.agreements, agreement?.text ?? null, counts.unanswered, counts.notices, counts.failedPosts],
  ];
}

const several = (items: readonly string[]) => (items.length === 0 ? null : items.join(' | '));
