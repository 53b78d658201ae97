import type { ThreadSummary } from './thread-summary.ts';

/** Version of the form of `index.crux.json`; unlike a graph file's, so that no reader takes the index for a thread. */
export const INDEX_SCHEMA = 'cruxgraph-index/1';
export const JSON_INDEX = 'index.crux.json';

/** A thread with its results: its file below the folder it came from, and the path of the results without ending. */
export interface IndexedThread {
  readonly file: string;
  readonly result: string;
  readonly summary: ThreadSummary;
}

/** The index as JSON, piece by piece, one thread a line; equal threads give equal bytes. */
export function* jsonIndex(threads: Iterable<IndexedThread>): Iterable<string> {
  yield `{"schema":"${INDEX_SCHEMA}","threads":[`;
  let first = true;
  for (const { file, result, summary } of threads) {
    yield `${first ? '' : ','}\n${JSON.stringify({ file, result, ...summary })}`;
    first = false;
  }
  yield '\n]}\n';
}
