import type { Crux } from '../graph-file/index.ts';
import { isContention } from './crux-sides.ts';
import type { Scene } from './scene.ts';

/** The heading of the section that holds the cruxes; it says where no closure was computed. */
export function cruxTitle(scene: Scene, cruxes: readonly Crux[]): string {
  const { offline, narrow } = scene;
  if (!offline && (cruxes.length === 0 || !cruxes.every((crux) => isContention(scene, crux)))) return 'THE FORK';
  if (!offline) return 'POINTS OF CONTENTION (no closure computed)';
  if (cruxes.length === 0) return 'POINTS OF CONTENTION (offline: words and cues)';
  const why = narrow ? 'cues only, no closure' : 'offline: words and cues, no closure computed';
  return `POINTS OF CONTENTION (${why})`;
}
