import type { Agreement, Crux, Unanswered } from '../graph-file/index.ts';
import type { Scene } from './scene.ts';

/** The cruxes in rank order; with a pair only those that both are a side of. */
export function pickCruxes({ analysis, pair }: Scene): readonly Crux[] {
  const cruxes = pair
    ? analysis.file.cruxes.filter(({ sides }) => pair.every((id) => sides.some(({ speaker }) => speaker === id)))
    : [...analysis.file.cruxes];
  return cruxes.sort((a, b) => a.rank - b.rank);
}

/** The agreements in the file's order; with a pair only those that both share. */
export function pickAgreements({ analysis, pair }: Scene): readonly Agreement[] {
  const { agreements } = analysis.file;
  return pair ? agreements.filter(({ speakers }) => pair.every((id) => speakers.includes(id))) : agreements;
}

/** What one side said without an answer; with a pair only what one of them left to the other. */
export function pickUnanswered({ analysis, pair }: Scene): readonly Unanswered[] {
  const { unanswered } = analysis.file;
  if (!pair) return unanswered;
  const [a, b] = pair;
  return unanswered.filter(({ by, notBy }) => (by === a && notBy.includes(b)) || (by === b && notBy.includes(a)));
}
