import type { Crux } from '../graph-file/index.ts';
import { isContention } from './crux-sides.ts';
import type { Scene } from './scene.ts';

/** The heading of the section that holds the cruxes; it says where no closure was computed. */
export function cruxTitle({ offline, narrow }: Scene, cruxes: readonly Crux[]): string {
  if (cruxes.length === 0 ? !offline : !cruxes.every(isContention)) return 'THE FORK';
  if (!offline) return 'POINTS OF CONTENTION (no closure computed)';
  const why = narrow ? 'cues only, no closure' : 'offline: words and cues, no closure computed';
  return `POINTS OF CONTENTION (${why})`;
}
