import type { Claim, Stance } from '../../graph-file/index.ts';
import { cleanText, oneLine } from '../clean-text.ts';
import { marksOf } from '../marks.ts';
import { propositionsInOrder, signOf } from '../speech.ts';
import type { Scheme } from './aif-vocabulary.ts';
import { type Drawing, illocute } from './drawing.ts';
import { timeOf } from './locutions.ts';

/** Draws an I node for each proposition, and for each claim who says it (L), how (YA) and what (I). */
export function drawClaims(drawing: Drawing): void {
  const { analysis, sheet, contents } = drawing;
  const { cruxes } = marksOf(analysis);
  for (const { id, text } of propositionsInOrder(analysis)) {
    const crux = cruxes.get(id)?.rank;
    contents.set(id, sheet.addWords('I', cleanText(text), '', { proposition: id, crux }));
  }
  for (const claim of analysis.file.claims) drawClaim(drawing, claim);
}

const FORCES: Readonly<Record<Stance, Scheme>> = {
  assert: 'Asserting',
  hedge: 'Asserting',
  doubt: 'Asserting',
  reject: 'Asserting',
  conditional: 'Asserting',
  unsure: 'Default Illocuting',
  reported: 'Default Illocuting',
};

function drawClaim(drawing: Drawing, claim: Claim): void {
  const { id, stance, kind, text, post } = claim;
  const { analysis, sheet, locutions, contents } = drawing;
  const locution = locutions.utter(claim, { claim: id, post });
  const proposition = contents.get(claim.proposition)!;
  const same = oneLine(analysis.propositions.get(claim.proposition)!.text) === oneLine(text);
  const content = same
    ? proposition
    : sheet.addWords('I', cleanText(text), timeOf(analysis, post), { claim: id, proposition: claim.proposition });
  illocute(drawing, locution.node, FORCES[stance], content, { claim: id, stance, kind });
  drawing.claims.set(id, { locution, content });
  if (same) return;
  // Other words for the same are a rephrase; words that deny it are a conflict with it.
  sheet.connect(content, sheet.addScheme(signOf(claim) < 0 ? 'CA' : 'MA', { claim: id }), proposition);
}
