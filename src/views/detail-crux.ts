import type { Crux, CruxSide } from '../graph-file/index.ts';
import { markOf, titleRuns } from './crux-rows.ts';
import {
  closureOf,
  cruxColumns,
  hasOppositeViews,
  isContention,
  reasonsOf,
  titleDirection,
  viewWord,
} from './crux-sides.ts';
import { declaredRuns } from './declared.ts';
import { claimRows, fieldRows, headingRows, moveRows, wordsRows } from './detail-lines.ts';
import { closureRange, percent, signed } from './numbers.ts';
import { claimsOf, propositionRuns } from './propositions.ts';
import { quoteClaim } from './quotes.ts';
import type { Row } from './row.ts';
import { run } from './runs.ts';
import type { Scene } from './scene.ts';

const KINDS: Readonly<Record<Crux['kind'], string>> = {
  double: "double crux: either side would move if it took the other's view",
  overdetermined: 'over-determined: for at least one side other reasons suffice',
  'one-sided': 'one-sided: only one side would move',
  bearing: 'bearing: the sides weigh the same fact differently',
  contention: 'point of contention: no closure computed',
};

/** A crux in full: its kind and figures, each side's words and reasons, the moves that name it, its way to the issue. */
export function cruxDetail(scene: Scene, crux: Crux): readonly Row[] {
  const { glyphs } = scene;
  const contention = isContention(scene, crux);
  const kind = contention ? KINDS.contention : KINDS[crux.kind];
  const { left, right } = cruxColumns(scene, crux);
  const moves = crux.moves.flatMap((id) => scene.analysis.moves.get(id) ?? []);
  const title = titleRuns(scene, crux);
  const text = (value: string) => [run(value)];
  return [
    ...fieldRows(scene, `${markOf(scene, crux)}${crux.rank}`, title.length > 0 ? title : text(kind)),
    ...fieldRows(scene, 'kind', title.length > 0 ? text(kind) : []),
    ...fieldRows(scene, 'declared', declaredRuns(scene, crux)),
    ...(contention ? [] : fieldRows(scene, 'score', text(scoreText(scene, crux)))),
    ...(contention || crux.origin === null
      ? []
      : fieldRows(scene, 'origin', text(`${percent(crux.origin, glyphs)} of the gap starts here`))),
    ...(crux.divided ? fieldRows(scene, 'camps', text('divided inside a camp: the score is halved')) : []),
    ...fieldRows(scene, 'settled by', text(crux.settledBy === null ? '' : scene.say(crux.settledBy))),
    ...[left, right].flatMap((own) => sideDetail(scene, crux, own)),
    ...(moves.length > 0 ? headingRows(scene, 'MOVES') : []),
    ...moves.flatMap((move) => moveRows(scene, move)),
    ...(crux.waypoints.length > 0 ? headingRows(scene, 'ON THE WAY TO THE ISSUE') : []),
    ...crux.waypoints.flatMap((id) => fieldRows(scene, glyphs.waypoint, propositionRuns(scene, id))),
  ];
}

function scoreText({ glyphs }: Scene, { score, band }: Crux): string {
  const range = band ? `, ${band[0].toFixed(2)}${glyphs.range}${band[1].toFixed(2)} under uncertain labels` : '';
  return `${score!.toFixed(2)}${range} (geometric mean of what both sides close)`;
}

function sideDetail(scene: Scene, crux: Crux, own: readonly CruxSide[]): readonly Row[] {
  return own.flatMap((side) => {
    const value = side.value * titleDirection(scene, crux);
    const view = hasOppositeViews(scene, crux) ? `: ${viewWord(value)} ${signed(value, scene.glyphs)}` : '';
    const camp = side.camp === null ? '' : ` (${scene.say(side.camp)})`;
    const closure = isContention(scene, crux) ? null : closureOf(crux, side);
    const closes = closure ? closureRange(closure, scene.glyphs) : '';
    const reasons = isContention(scene, crux) ? [] : reasonsOf(scene, crux, side);
    const weighed = scene.analysis.relations.get(crux.item)?.statedBy.filter(({ speaker }) => speaker === side.speaker);
    return [
      ...headingRows(scene, `${scene.labelOf(side.speaker)}${camp}${view}`),
      ...fieldRows(scene, 'if wrong', [
        run(
          closes === ''
            ? ''
            : `closes ${closes} of the gap${closure?.plain === closure?.capped ? '' : ' (capped and plain reading)'}`,
        ),
      ]),
      ...(weighed ?? []).flatMap(({ speaker, ...said }) => {
        const text = scene.analysis.posts.get(said.post)?.text.slice(said.start, said.end) ?? '';
        return wordsRows(scene, { speaker, verb: 'weighs it', said: [said], text }, { kind: 'post', id: said.post });
      }),
      ...claimsOf(scene, side.claims).flatMap((claim) => claimRows(scene, claim)),
      ...(reasons.length > 0 ? fieldRows(scene, 'reasons', [run('given by this side')]) : []),
      ...reasons.flatMap((claim) => wordsRows(scene, quoteClaim(claim), { kind: 'claim', id: claim.id })),
    ];
  });
}
