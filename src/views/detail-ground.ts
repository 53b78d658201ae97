import type { Agreement, Issue, Term, Unanswered } from '../graph-file/index.ts';
import { claimRows, fieldRows, headingRows, moveRows } from './detail-lines.ts';
import { percent, signed } from './numbers.ts';
import { claimsOf, directionOf, propositionRuns, sharedRuns } from './propositions.ts';
import type { Row, Run } from './row.ts';
import { run } from './runs.ts';
import type { Scene } from './scene.ts';
import { toneOf } from './sides.ts';

const KINDS: Readonly<Record<Agreement['kind'], string>> = {
  full: 'agreement',
  partial: 'agreement in part',
  conditional: 'agreement on a condition',
  concession: 'granted by one side',
};

/** An agreement in full: who shares what in which words, on what condition, and what hangs on it. */
export function agreementDetail(scene: Scene, agreement: Agreement): readonly Row[] {
  const { hinge, loadBearing, hollow, claims, moves } = agreement;
  const remarks = [
    ...(loadBearing ? ["both sides' views of the issue rest on it"] : []),
    ...(hollow ? ['the sides agree on it but weigh it differently'] : []),
  ];
  const found = moves.flatMap((id) => scene.analysis.moves.get(id) ?? []);
  return [
    ...fieldRows(scene, scene.glyphs.shared, sharedRuns(scene, agreement)),
    ...fieldRows(scene, 'kind', [run(KINDS[agreement.kind])]),
    ...fieldRows(scene, 'shared by', speakerRuns(scene, agreement.speakers)),
    ...fieldRows(scene, 'if', hinge === null ? [] : propositionRuns(scene, hinge)),
    ...fieldRows(scene, 'note', [run(scene.offline ? '' : remarks.join('; '))]),
    ...(claims.length > 0 ? headingRows(scene, 'CLAIMS') : []),
    ...claimsOf(scene, claims).flatMap((claim) => claimRows(scene, claim)),
    ...(found.length > 0 ? headingRows(scene, 'MOVES') : []),
    ...found.flatMap((move) => moveRows(scene, move)),
  ];
}

/** Something left without an answer, in full. */
export function unansweredDetail(scene: Scene, { by, notBy, closes, claims }: Unanswered): readonly Row[] {
  const { offline, glyphs } = scene;
  const none = offline ? 'none found from ' : 'none from ';
  const share =
    closes === null || offline ? '' : `${percent(closes, glyphs)} of the gap, if the silent side took it on`;
  return [
    ...fieldRows(scene, 'said by', speakerRuns(scene, [by])),
    ...fieldRows(scene, 'answer', notBy.length > 0 ? [run(none), ...speakerRuns(scene, notBy)] : []),
    ...fieldRows(scene, 'would close', [run(share)]),
    ...headingRows(scene, 'CLAIMS'),
    ...claimsOf(scene, claims).flatMap((claim) => claimRows(scene, claim)),
  ];
}

/** A word and the senses that are given to it. */
export function termDetail(scene: Scene, { term, senses, verbality }: Term): readonly Row[] {
  const share =
    verbality === null || scene.offline
      ? ''
      : `${percent(verbality, scene.glyphs)} of the gap goes when the senses are kept apart`;
  return [
    ...fieldRows(scene, 'term', [run(scene.say(term), 'strong')]),
    ...fieldRows(scene, 'verbal', [run(share)]),
    ...senses.flatMap(({ speakers, claim }) => [
      ...headingRows(scene, speakers.map(scene.labelOf).join(' ')),
      ...claimsOf(scene, [claim]).flatMap((one) => claimRows(scene, one)),
    ]),
  ];
}

/** An issue in full: each side's view in its own words and what closes the gap. */
export function issueDetail(scene: Scene, issue: Issue): readonly Row[] {
  const { glyphs, offline, analysis } = scene;
  const { cruxSet } = issue;
  const members = claimsOf(scene, analysis.propositions.get(issue.proposition)?.claims ?? []);
  const speakers = [...new Set(issue.sides.map(({ speaker }) => speaker))];
  const direction = directionOf(scene, issue.proposition);
  const value = (speaker: string) => direction * (issue.sides.find((side) => side.speaker === speaker)?.value ?? 0);
  return [
    ...fieldRows(scene, 'issue', propositionRuns(scene, issue.proposition)),
    ...(offline ? [] : fieldRows(scene, 'gap', [run(Math.abs(issue.gap).toFixed(2))])),
    ...(offline || cruxSet.items.length === 0
      ? []
      : fieldRows(scene, 'settled by', [
          run(`${cruxSet.items.length} cruxes together close ${percent(cruxSet.closes, glyphs)} of the gap`),
        ])),
    ...(offline ? [] : issue.backfires).flatMap((item) => fieldRows(scene, 'backfires', itemRuns(scene, item))),
    ...speakers.flatMap((speaker) => [
      ...headingRows(scene, `${scene.labelOf(speaker)}${offline ? '' : ` ${signed(value(speaker), glyphs)}`}`),
      ...members.filter((claim) => claim.speaker === speaker).flatMap((claim) => claimRows(scene, claim)),
    ]),
  ];
}

/** What an item of the graph is about: a proposition, or a relation's premise. */
function itemRuns(scene: Scene, item: string): readonly Run[] {
  return propositionRuns(scene, scene.analysis.relations.get(item)?.from ?? item);
}

function speakerRuns(scene: Scene, speakers: readonly string[]): readonly Run[] {
  return speakers.map((speaker, at) =>
    run(`${at === 0 ? '' : ' '}${scene.labelOf(speaker)}`, toneOf(scene.sides, speaker)),
  );
}
