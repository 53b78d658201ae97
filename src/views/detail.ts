import type { Analysis } from '../analysis/index.ts';
import { cruxDetail } from './detail-crux.ts';
import { agreementDetail, issueDetail, termDetail, unansweredDetail } from './detail-ground.ts';
import { claimDetail, noticeDetail, postDetail } from './detail-words.ts';
import { finishRows, toRows } from './lay-out.ts';
import { footRows } from './notice-rows.ts';
import type { Row, RowTarget } from './row.ts';
import { run } from './runs.ts';
import { type Scene, setScene, type ViewOptions } from './scene.ts';

/** One thing in full: all its words with their places, figures, and where its labels come from. Terms and notices go by their index. */
export function detailRows(analysis: Analysis, target: RowTarget, options: ViewOptions): Row[] {
  const scene = setScene(analysis, options);
  const body = detailOf(scene, target);
  if (!body) return finishRows(missing(scene, target), scene.width, scene.glyphs);
  const head = body.findIndex((row) => row.target !== null || row.runs.length === 0);
  const rows = body.map((row, at) => (head < 0 || at < head ? { ...row, target } : row));
  return finishRows([...rows, ...toRows([[]], null), ...footRows(scene)], scene.width, scene.glyphs);
}

function missing({ say }: Scene, { kind, id }: RowTarget): Row[] {
  return toRows([[run(` no ${kind} ${say(id)} in this file`, 'warning')]], null);
}

function detailOf(scene: Scene, { kind, id }: RowTarget): readonly Row[] | null {
  const { analysis } = scene;
  const { file } = analysis;
  const draw = <T>(item: T | undefined, lines: (scene: Scene, item: T) => readonly Row[]) =>
    item ? lines(scene, item) : null;
  const byId = <T extends { readonly id: string }>(items: readonly T[]) => items.find((item) => item.id === id);
  switch (kind) {
    case 'crux':
      return draw(analysis.cruxes.get(id), cruxDetail);
    case 'agreement':
      return draw(byId(file.agreements), agreementDetail);
    case 'unanswered':
      return draw(byId(file.unanswered), unansweredDetail);
    case 'issue':
      return draw(byId(file.issues), issueDetail);
    case 'term':
      return draw(file.terms[Number(id)], termDetail);
    case 'claim':
      return draw(analysis.claims.get(id), claimDetail);
    case 'post':
      return draw(analysis.posts.get(id), postDetail);
    case 'notice':
      return draw(file.notices[Number(id)], noticeDetail);
  }
}
