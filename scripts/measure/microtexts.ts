import { type AnnotatedThread, analyzeThread, spanMover } from './annotated-threads.ts';
import { isSame } from './spans.ts';

/** Whether the main claim of a text was found: by the reader, as the first or as the last unit, and among all claims at all. */
export interface MainClaim {
  readonly reader: boolean;
  readonly first: boolean;
  readonly last: boolean;
  readonly anywhere: boolean;
}

/**
 * A text of one voice has no crux; the claim that the program puts first is the first of those that call for an answer, else
 * the first of all.
 */
export async function findMainClaim(text: AnnotatedThread): Promise<MainClaim> {
  const file = await analyzeThread(text);
  const move = spanMover(text, file);
  const units = [...text.claims].sort((a, b) => a.start - b.start);
  const main = units.find(({ central }) => central)!;
  const chosen = file.unanswered[0]?.claims[0] ?? file.claims[0]?.id;
  const isMain = (claim: (typeof file.claims)[number]) => isSame(move(claim), main);
  return {
    reader: file.claims.some((claim) => claim.id === chosen && isMain(claim)),
    first: units[0] === main,
    last: units.at(-1) === main,
    anywhere: file.claims.some(isMain),
  };
}
