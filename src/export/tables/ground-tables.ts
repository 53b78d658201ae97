import { type Analysis, denyTogether } from '../../analysis/index.ts';
import { nameOf, placeOf, wordsAt } from '../speech.ts';
import { several, type Table } from './cells.ts';

/** One row per crux; the columns about sides list everyone in the same order, parted by ` | `. */
export function cruxTable(analysis: Analysis): Table {
  return {
    columns: [
      ...['crux', 'rank', 'kind', 'score', 'band_low', 'band_high', 'question', 'settled_by', 'declared', 'divided'],
      ...['origin_share', 'issue', 'item', 'text', 'sides', 'stances', 'values', 'closes_plain', 'closes_capped'],
      ...['claims', 'quotes', 'moves', 'waypoints'],
    ],
    rows: analysis.file.cruxes.map((crux) => {
      const { id, rank, kind, score, band, question, settledBy, declared, divided, origin, issue, item, sides } = crux;
      const closes = Object.entries(crux.closes ?? {});
      const amount = (reading: 'plain' | 'capped') =>
        several(closes.map(([who, closure]) => `${nameOf(analysis, who)} ${closure[reading].toFixed(2)}`));
      const cited = sides.flatMap(({ claims }) => claims);
      return [
        ...[id, rank, kind, score, band?.[0] ?? null, band?.[1] ?? null, question, settledBy, declared, divided],
        ...[origin, issue, item, itemText(analysis, item)],
        several(sides.map(({ speaker, camp }) => nameOf(analysis, speaker) + (camp === null ? '' : ` (${camp})`))),
        several(sides.map(({ stance }) => stance)),
        several(sides.map(({ speaker, value }) => `${nameOf(analysis, speaker)} ${value.toFixed(2)}`)),
        ...[amount('plain'), amount('capped'), several(cited), quotes(analysis, cited)],
        ...[several(crux.moves), several(crux.waypoints)],
      ];
    }),
  };
}

/** One row per agreement, with the words of everyone who shares it. */
export function agreementTable(analysis: Analysis): Table {
  return {
    columns: [
      ...['agreement', 'kind', 'proposition', 'text', 'denied', 'speakers', 'hinge', 'hinge_text', 'disputed'],
      ...['load_bearing', 'hollow', 'cluster', 'claims', 'quotes', 'moves', 'move_quotes'],
    ],
    rows: analysis.file.agreements.map((agreement) => {
      const { id, kind, proposition, speakers, hinge, disputed, loadBearing, hollow, cluster, claims, moves } =
        agreement;
      const said = moves.flatMap((move) => analysis.moves.get(move) ?? []);
      return [
        ...[id, kind, proposition, itemText(analysis, proposition), denyTogether(analysis, agreement)],
        several(speakers.map((speaker) => nameOf(analysis, speaker))),
        ...[hinge, hinge && itemText(analysis, hinge), disputed, loadBearing, hollow, cluster],
        ...[several(claims), quotes(analysis, claims), several(moves)],
        several(said.map((move) => `${nameOf(analysis, move.speaker)} ${placeOf(move)} “${wordsAt(analysis, move)}”`)),
      ];
    }),
  };
}

/** What a proposition says; a relation as its reason, its type and its conclusion. */
function itemText({ propositions, relations }: Analysis, item: string): string {
  const relation = relations.get(item);
  if (!relation) return propositions.get(item)?.text ?? '';
  const conclusion = propositions.get(relation.to)?.text ?? relation.to;
  return `${propositions.get(relation.from)?.text ?? relation.from} — ${relation.type} — ${conclusion}`;
}

function quotes(analysis: Analysis, claims: readonly string[]): string | null {
  const found = claims.flatMap((id) => analysis.claims.get(id) ?? []);
  return several(found.map((claim) => `${nameOf(analysis, claim.speaker)} ${placeOf(claim)} “${claim.text}”`));
}
