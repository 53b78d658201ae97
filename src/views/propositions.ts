import { denyTogether } from '../analysis/index.ts';
import type { Agreement, Claim, Proposition } from '../graph-file/index.ts';
import { inLineOrder, placesOf } from './places.ts';
import { creditRuns, spokenRuns } from './quotes.ts';
import type { Run } from './row.ts';
import { run } from './runs.ts';
import type { Scene } from './scene.ts';
import { toneOf } from './sides.ts';

/** The claims behind ids, those that are missing left out. */
export function claimsOf({ analysis }: Scene, ids: readonly string[]): readonly Claim[] {
  return ids.flatMap((id) => analysis.claims.get(id) ?? []);
}

/**
 * What a proposition says: a wording of its own as it stands, or, where it is only somebody's sentence, that sentence as a
 * quotation with its speaker and place. Never words that no one said unless a reader or an analyst worded them.
 */
export function propositionRuns(scene: Scene, id: string): readonly Run[] {
  const proposition = scene.analysis.propositions.get(id);
  if (!proposition) return [run(scene.say(id), 'dim')];
  const claim = sentenceBehind(scene, proposition);
  if (!claim) return [run(scene.say(proposition.text), 'strong')];
  const { speaker } = claim;
  return [...creditRuns(scene, speaker, null, [claim]), ...spokenRuns(scene, claim.text, toneOf(scene.sides, speaker))];
}

/** The claim whose sentence a proposition merely repeats; null where the proposition has a wording of its own. */
export function sentenceBehind(scene: Scene, { text, claims }: Proposition): Claim | null {
  const members = claimsOf(scene, claims);
  const same = members.find((claim) => claim.text === text);
  if (same) return same;
  const said = scene.say(text);
  const alike = members.find((claim) => scene.say(claim.text) === said);
  // A cue-based reader words nothing, so whatever stands there is safest shown as what somebody literally said.
  return alike ?? (scene.offline ? (members[0] ?? null) : null);
}

/**
 * 1, or −1 where the words shown for a proposition deny it ("I don't think that …"): then a view is told with the other sign,
 * so that whoever spoke the words is never shown as rejecting them.
 */
export function directionOf(scene: Scene, id: string): 1 | -1 {
  const proposition = scene.analysis.propositions.get(id);
  const claim = proposition ? sentenceBehind(scene, proposition) : null;
  const view = claim && proposition?.views.find((one) => one.claim === claim.id);
  return view && view.value < 0 ? -1 : 1;
}

/** Where a speaker says or denies a proposition: their name and the places of their claims in it. */
export function holderRuns(scene: Scene, speaker: string, claims: readonly Claim[]): readonly Run[] {
  const own = claims.filter((claim) => claim.speaker === speaker);
  const places = placesOf(scene, inLineOrder(own), 2);
  return [run(scene.labelOf(speaker), toneOf(scene.sides, speaker)), run(places ? ` ${places}` : '', 'dim')];
}

/** What an agreement is about, with "denied by all of them" before words that its speakers share in denying. */
export function sharedRuns(scene: Scene, agreement: Agreement): readonly Run[] {
  const { proposition, speakers } = agreement;
  const shown = directionOf(scene, proposition);
  const denied = shown > 0 && denyTogether(scene.analysis, agreement);
  const who = speakers.length > 2 ? 'all' : 'both';
  return [...(denied ? [run(`${who} deny: `, 'warning')] : []), ...propositionRuns(scene, proposition)];
}
