import type { Agreement } from '../graph-file/index.ts';

/** An agreement before it is known how much hangs on it. */
export type AgreementDraft = Omit<Agreement, 'id' | 'loadBearing' | 'hollow' | 'cluster'>;

/** An agreement without condition. */
export function draftAgreement(
  proposition: string,
  speakers: readonly string[],
  kind: Agreement['kind'],
  claims: readonly string[],
  moves: readonly string[],
): AgreementDraft {
  return {
    proposition,
    speakers: [...new Set(speakers)].sort(),
    kind,
    hinge: null,
    disputed: false,
    claims: [...new Set(claims)],
    moves: [...moves],
  };
}
