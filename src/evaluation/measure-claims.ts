import type { Ground } from './ground.ts';
import { countMatched } from './matching.ts';
import type { Said } from './said.ts';
import { sharesOf } from './shares.ts';

interface ClaimMeasures {
  readonly claim_p: number | null;
  readonly claim_r: number | null;
  readonly claim_f1: number | null;
}

/** Claims whose words overlap by half, one to one. */
export function measureClaims({ file, gold }: Ground, said: Said): ClaimMeasures {
  const matched = countMatched(file.claims.map(({ id }) => said.byClaim.get(id)!));
  const { precision, recall, f1 } = sharesOf(matched, file.claims.length, gold.claims.length);
  return { claim_p: precision, claim_r: recall, claim_f1: f1 };
}
