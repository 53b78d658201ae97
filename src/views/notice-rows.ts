import type { Notice } from '../errors/index.ts';
import { flowFacts, toRows } from './lay-out.ts';
import { count } from './numbers.ts';
import type { Row } from './row.ts';
import { run } from './runs.ts';
import type { Scene } from './scene.ts';
import { wrapRuns } from './wrap.ts';

/** Something that was guessed, repaired or lost; `at` is its place in the file's list. */
export function noticeRows(scene: Scene, notice: Notice, at: number, lines: number): Row[] {
  const { glyphs, width, say } = scene;
  const runs = [run(` ${glyphs.notice} `, 'warning'), run(say(notice.text), 'dim')];
  return toRows(wrapRuns(runs, width - 1, { lines, clip: glyphs.ellipsis, indent: 3 }), {
    kind: 'notice',
    id: String(at),
  });
}

const READERS = {
  rules: 'rules (cues only: computes no closure, misses disagreement that no cue word marks, can be misled by a cue)',
  llm: 'llm',
  given: 'given by the graph file',
} as const;

/** Who labelled, what that reader cannot do, and how many of its labels were found in the text. */
export function footRows(scene: Scene): Row[] {
  const { glyphs, width, say } = scene;
  const { thread, ledger } = scene.analysis.file;
  const { kept, repaired, dropped } = ledger.claims;
  const { read, skipped, failed } = ledger.posts;
  const model = thread.reader.model ? ` ${say(thread.reader.model)}` : '';
  const lost = [...(skipped > 0 ? [`${skipped} skipped`] : []), ...(failed > 0 ? [`${failed} failed`] : [])];
  const facts = [
    `labels: ${READERS[thread.reader.name]}${model}`,
    `grounded ${kept + repaired}/${kept + repaired + dropped} claims${repaired > 0 ? ` (${repaired} repaired)` : ''}`,
    ...(lost.length > 0 ? [`${count(read, 'post')} read, ${lost.join(', ')}`] : []),
  ];
  return toRows(
    flowFacts(
      facts.map((fact) => [run(fact, 'dim')]),
      width,
      glyphs,
    ),
    null,
  );
}
