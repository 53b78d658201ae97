import type { Crux, Move } from '../graph-file/index.ts';
import { inLineOrder, placesOf } from './places.ts';
import { namesCrux } from './quotes.ts';
import type { Run } from './row.ts';
import { run } from './runs.ts';
import type { Scene } from './scene.ts';

/**
 * `named as the crux by A L3; what would change a mind: B L7`: who says that the dispute turns on this, by that very word or in
 * others ("would change my mind"). Empty for a crux that nobody declares.
 */
export function declaredRuns(scene: Scene, crux: Crux): readonly Run[] {
  if (!crux.declared) return [];
  const moves = crux.moves.flatMap((id) => scene.analysis.moves.get(id) ?? []).filter(({ type }) => type === 'crux');
  const said = Map.groupBy(moves, (move) => (namesCrux(scene, move) ? NAMED : (SAID[move.rule] ?? DECISIVE)));
  const parts = [...said].map(([words, own]) => `${words} ${credits(scene, own)}`);
  return parts.length > 0 ? [run(parts.join('; '), 'crux')] : [];
}

/** `agrees only in part: B L7`, where a side quotes words that take the other's claim on in part; null elsewhere. */
export function holdingBack(scene: Scene, crux: Crux): string | null {
  const { claims, moves } = scene.analysis;
  const quoted = crux.sides.flatMap((side) => side.claims.map((id) => claims.get(id)!));
  const partial = crux.moves
    .flatMap((id) => moves.get(id) ?? [])
    .filter(
      ({ type, post, start, target }) =>
        type === 'partial' &&
        quoted.some((claim) => claim.post === post && claim.start === start) &&
        quoted.some(({ id }) => id === target),
    );
  return partial.length > 0 ? `agrees only in part: ${credits(scene, partial)}` : null;
}

const NAMED = 'named as the crux by';
const DECISIVE = 'called decisive by';
const MIND = 'what would change a mind:';
const DEPENDS = 'what it depends on:';
const DIFFER = 'named as where they differ by';
const RESTS = 'what an argument rests on:';
/** A model labels a declaration and does not say of which sort. */
const DECLARED = 'declared by';
/** What the words of a move say, by the rule that heard them: no more than they do. */
const SAID: Readonly<Record<string, string>> = {
  'would-change-my-mind': MIND,
  'would-convince-me': MIND,
  'offers-to-yield': MIND,
  'position-unless': MIND,
  'the-disagreement-is': DIFFER,
  'where-we-part': DIFFER,
  'turns-on': DEPENDS,
  'it-depends': DEPENDS,
  'load-bearing': RESTS,
  llm: DECLARED,
  'llm-check': DECLARED,
};

/** What a speaker does who says such words: `names the crux`, `says what would change a mind`. */
export function declarationWords(scene: Scene, move: Move): string {
  return namesCrux(scene, move) ? 'names the crux' : (DOES[SAID[move.rule] ?? ''] ?? 'says what decides');
}

const DOES: Readonly<Record<string, string>> = {
  [MIND]: 'says what would change a mind',
  [DEPENDS]: 'says what it depends on',
  [DIFFER]: 'says where they differ',
  [RESTS]: 'says what an argument rests on',
  [DECLARED]: 'declares',
};

function credits(scene: Scene, moves: readonly Move[]): string {
  const speakers = [...new Set(moves.map(({ speaker }) => speaker))];
  const places = (own: string) => placesOf(scene, inLineOrder(moves.filter(({ speaker }) => speaker === own)));
  return speakers.map((speaker) => `${scene.labelOf(speaker)} ${places(speaker)}`).join(', ');
}
