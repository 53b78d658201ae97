import type { Crux, Move } from '../graph-file/index.ts';
import { inLineOrder, placesOf } from './places.ts';
import { namesCrux } from './quotes.ts';
import type { Run } from './row.ts';
import { run } from './runs.ts';
import type { Scene } from './scene.ts';

/**
 * `named as the crux by A L3; marked as decisive by B L7`: who says that the dispute turns on this, by that very word or in
 * others ("would change my mind"). Empty for a crux that nobody declares.
 */
export function declaredRuns(scene: Scene, crux: Crux): readonly Run[] {
  if (!crux.declared) return [];
  const moves = crux.moves.flatMap((id) => scene.analysis.moves.get(id) ?? []).filter(({ type }) => type === 'crux');
  const named = moves.filter((move) => namesCrux(scene, move));
  const implied = moves.filter((move) => !namesCrux(scene, move));
  const parts = [
    ...(named.length > 0 ? [`named as the crux by ${credits(scene, named)}`] : []),
    ...(implied.length > 0 ? [`marked as decisive by ${credits(scene, implied)}`] : []),
  ];
  return [run(parts.length > 0 ? parts.join('; ') : 'marked as decisive', 'crux')];
}

function credits(scene: Scene, moves: readonly Move[]): string {
  const speakers = [...new Set(moves.map(({ speaker }) => speaker))];
  const places = (own: string) => placesOf(scene, inLineOrder(moves.filter(({ speaker }) => speaker === own)));
  return speakers.map((speaker) => `${scene.labelOf(speaker)} ${places(speaker)}`).join(', ');
}
