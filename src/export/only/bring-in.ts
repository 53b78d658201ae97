import type { Analysis } from '../../analysis/index.ts';
import type { Picked } from './pick-items.ts';

/** Ids of everything that stays, by list of the graph file. */
export interface Kept extends Picked {
  readonly propositions: ReadonlySet<string>;
  readonly relations: ReadonlySet<string>;
  readonly moves: ReadonlySet<string>;
  readonly issues: ReadonlySet<string>;
}

/** What was picked and all that it refers to, and the relations whose two ends are then there. */
export function bringIn(analysis: Analysis, picked: Picked): Kept {
  const { file, claims, propositions, relations, moves } = analysis;
  const kept = {
    claims: new Set<string>(),
    propositions: new Set<string>(),
    relations: new Set<string>(),
    moves: new Set<string>(),
    issues: new Set<string>(),
  };
  const keepClaim = (id: string) => {
    const claim = claims.get(id);
    if (!claim) return;
    kept.claims.add(id);
    kept.propositions.add(claim.proposition);
  };
  const keepWhole = (id: string) => {
    const proposition = propositions.get(id);
    if (!proposition) return;
    kept.propositions.add(id);
    proposition.claims.forEach(keepClaim);
  };
  const keepItem = (id: string) => {
    keepWhole(id);
    for (let at = relations.get(id); at && !kept.relations.has(at.id); at = relations.get(at.to)) {
      kept.relations.add(at.id);
      keepWhole(at.from);
      keepWhole(at.to);
    }
  };
  const keepMove = (id: string) => {
    const move = moves.get(id);
    if (!move) return;
    kept.moves.add(id);
    if (move.target === null) return;
    keepClaim(move.target);
    keepItem(move.target);
  };

  picked.claims.forEach(keepClaim);
  for (const crux of file.cruxes) {
    if (!picked.cruxes.has(crux.id)) continue;
    keepItem(crux.item);
    crux.waypoints.forEach(keepItem);
    crux.sides.flatMap((side) => side.claims).forEach(keepClaim);
    crux.moves.forEach(keepMove);
    if (crux.issue !== null) kept.issues.add(crux.issue);
  }
  for (const agreement of file.agreements) {
    if (!picked.agreements.has(agreement.id)) continue;
    keepWhole(agreement.proposition);
    if (agreement.hinge !== null) keepWhole(agreement.hinge);
    agreement.claims.forEach(keepClaim);
    agreement.moves.forEach(keepMove);
  }
  for (const open of file.unanswered) {
    if (!picked.unanswered.has(open.id)) continue;
    kept.propositions.add(open.proposition);
    open.claims.forEach(keepClaim);
  }
  for (const issue of file.issues) if (kept.issues.has(issue.id)) keepWhole(issue.proposition);

  for (const { id, from, to, type } of file.relations) {
    if (type !== 'undercuts' && kept.propositions.has(from) && kept.propositions.has(to)) kept.relations.add(id);
  }
  const undercuts = Map.groupBy(
    file.relations.filter(({ type }) => type === 'undercuts'),
    ({ to }) => to,
  );
  // A set yields what is added while it is walked, so undercuts of undercuts follow.
  for (const id of kept.relations) {
    for (const cut of undercuts.get(id) ?? []) if (kept.propositions.has(cut.from)) kept.relations.add(cut.id);
  }
  return { ...picked, ...kept };
}
