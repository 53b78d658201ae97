import type { Analysis } from '../analysis/index.ts';
import type { Crux, CruxSide } from '../graph-file/index.ts';
import { cruxColumns, isContention, wordedQuestion } from './crux-sides.ts';
import { loneDeclarations } from './declaration-rows.ts';
import { count } from './numbers.ts';
import { placeOf } from './places.ts';
import { claimsOf } from './propositions.ts';
import { clipRuns, run } from './runs.ts';
import { type Scene, setScene } from './scene.ts';
import { pickAgreements, pickCruxes, pickUnanswered } from './select.ts';
import type { Pair } from './sides.ts';

const QUOTED = 90;

/** Where they part in one sentence, for a pipe's first line. Without a computed closure it only quotes. */
export function summarySentence(analysis: Analysis, pair?: Pair): string {
  const scene = setScene(analysis, { width: 200, ...(pair ? { pair } : {}) });
  const { voices, offline } = scene;
  const { claims } = analysis.file;
  const agreements = pickAgreements(scene);
  const unanswered = pickUnanswered(scene);
  if (voices.length === 0) return 'No posts: nothing to compare.';
  if (voices.length === 1) {
    const who = scene.nameless ? 'No authors given' : 'One voice';
    const open = unanswered.length > 0 ? count(unanswered.length, 'open claim') : count(claims.length, 'claim');
    return `${who}: nothing to compare; ${open}.`;
  }
  const cruxes = pickCruxes(scene);
  const scored = cruxes.find((crux) => !isContention(scene, crux));
  const declared = loneDeclarations(scene).length;
  // What cues find is no count of what there is.
  const rest = offline
    ? [
        `${count(agreements.length, 'agreement')} found`,
        ...(declared > 0 ? [`${declared} declared to decide without the other side`] : []),
        ...(unanswered.length > 0 ? [`${unanswered.length} open`] : []),
      ].join('; ')
    : `${count(agreements.length, 'shared claim')}; ${unanswered.length} unanswered`;
  if (scored && !offline) return `They part on: ${questionOf(scene, scored)} (${scored.score!.toFixed(2)}); ${rest}.`;
  const first = cruxes[0];
  if (!first) return `${offline ? 'No point of contention found by cues' : 'No stated gap found'}; ${rest}.`;
  const { left, right } = cruxColumns(scene, first);
  const points = count(cruxes.length, 'point');
  return `${points} of contention found (no closure computed), first: ${sideOf(scene, left)} / ${sideOf(scene, right)}; ${rest}.`;
}

function questionOf(scene: Scene, crux: Crux): string {
  const words = wordedQuestion(scene, crux);
  if (words !== '') return words;
  const { left, right } = cruxColumns(scene, crux);
  return `${sideOf(scene, left)} / ${sideOf(scene, right)}`;
}

function sideOf(scene: Scene, sides: readonly CruxSide[]): string {
  const [claim] = claimsOf(scene, sides[0]?.claims ?? []);
  if (!claim) return '?';
  const { glyphs } = scene;
  const [words] = clipRuns([run(scene.say(claim.text))], QUOTED, glyphs.ellipsis);
  return `${scene.labelOf(claim.speaker)} ${placeOf(scene, claim)} ${glyphs.open}${words!.text}${glyphs.close}`;
}
