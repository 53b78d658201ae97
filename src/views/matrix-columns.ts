import type { Proposition } from '../graph-file/index.ts';
import { cellWidth } from './runs.ts';
import type { Scene } from './scene.ts';

/** The speakers that a matrix shows and the columns that each takes, its gap included. */
export interface MatrixColumns {
  readonly speakers: readonly string[];
  readonly hidden: number;
  readonly widths: readonly number[];
}

/** As many voices as fit into `room` columns: those who state most views, in the order in which they first speak. */
export function matrixColumns(scene: Scene, propositions: readonly Proposition[], room: number): MatrixColumns {
  const stated = new Map<string, number>();
  for (const { views } of propositions) {
    for (const { speaker } of views) stated.set(speaker, (stated.get(speaker) ?? 0) + 1);
  }
  const pair: readonly string[] = scene.pair ?? [];
  const keen = scene.voices
    .filter((speaker) => stated.has(speaker))
    .map((speaker) => ({ speaker, views: pair.includes(speaker) ? Number.POSITIVE_INFINITY : stated.get(speaker)! }))
    .sort((a, b) => (a.views === b.views ? 0 : b.views - a.views));
  const chosen = new Map<string, number>();
  let used = 0;
  for (const { speaker } of keen) {
    const width = Math.max(3, cellWidth(scene.labelOf(speaker))) + 1;
    if (used + width > room) break;
    chosen.set(speaker, width);
    used += width;
  }
  const speakers = scene.voices.filter((speaker) => chosen.has(speaker));
  return {
    speakers,
    hidden: scene.voices.length - speakers.length,
    widths: speakers.map((speaker) => chosen.get(speaker)!),
  };
}
