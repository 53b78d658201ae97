import { type Ground, groundQuote } from './ground.ts';
import { limitItems } from './limit-items.ts';
import type { ClaimLabel, MoveLabel, PartLabel, ReplyLabels } from './read-reply.ts';
import type { Place } from './unit-context.ts';
import type { Unit, UnitTurn } from './units.ts';

/** A label with the sentence that it stands on. */
export interface Grounded<T> {
  readonly label: T;
  readonly place: Place;
  readonly grounding: Ground['grounding'];
}

/** A label whose words were not found; `sort` tells which list it belongs to. */
export type Failing =
  | { readonly sort: 'claim'; readonly label: ClaimLabel }
  | { readonly sort: 'move'; readonly label: MoveLabel };

/** Labels of a unit after a look at its text. Counts are of items that are gone for good. */
export interface GroundedLabels {
  readonly claims: readonly Grounded<ClaimLabel>[];
  readonly moves: readonly Grounded<MoveLabel>[];
  /** They stand on their claims, so nothing is left to find in the text. */
  readonly parts: readonly PartLabel[];
  readonly failing: readonly Failing[];
  readonly dropped: { readonly claims: number; readonly moves: number };
  /** Items cut by turn number, from 1. */
  readonly cut: ReadonlyMap<number, number>;
}

/** A turn of n sentences has at most this many claims and as many moves: two a sentence, and some. */
const mostItems = (turn: UnitTurn) => 2 * (turn.to - turn.from) + 4;
const MOST_LINKS = 8;
const MOST_PARTS = 6;

/** Checks each label against the text of the turn under which it was given; unknown turns and quoted words are dropped. */
export function groundLabels(unit: Unit, places: ReadonlyMap<string, Place>, labels: ReplyLabels): GroundedLabels {
  const turnOf = (number: number) => unit.turns[number - 1];
  const most = (number: number) => mostItems(turnOf(number)!);
  const known = <T extends { readonly turn: number }>(items: readonly T[]) => items.filter(({ turn }) => turnOf(turn));
  const claimLabels = known(labels.claims);
  const moveLabels = known(labels.moves);
  const claims = limitItems(
    claimLabels,
    (claim) => JSON.stringify([claim.turn, baseOf(claim.id), claim.q, claim.as]),
    most,
  );
  const moves = limitItems(moveLabels, ({ turn, s, q, move, to }) => JSON.stringify([turn, s, q, move, to]), most);
  const parts = limitItems(
    known(labels.parts),
    ({ turn, id, to }) => JSON.stringify([turn, id, to]),
    () => MOST_PARTS,
  );
  const failing: Failing[] = [];
  const dropped = {
    claims: labels.claims.length - claimLabels.length,
    moves: labels.moves.length - moveLabels.length,
  };
  const found = {
    claims: claims.kept.flatMap((label) => {
      const ground = groundLabel(unit, places, label, label.id, label.stance === 'reported');
      if (ground === 'nowhere') failing.push({ sort: 'claim', label });
      else if (ground === 'quoted') dropped.claims++;
      return typeof ground === 'string'
        ? []
        : [{ label: { ...label, links: label.links.slice(0, MOST_LINKS) }, ...ground }];
    }),
    moves: moves.kept.flatMap((label) => {
      const ground = groundLabel(unit, places, label, label.s, label.move === 'restate');
      if (ground === 'nowhere') failing.push({ sort: 'move', label });
      else if (ground === 'quoted') dropped.moves++;
      return typeof ground === 'string' ? [] : [{ label, ...ground }];
    }),
  };
  return { ...found, parts: parts.kept, failing, dropped, cut: [claims.cut, parts.cut, moves.cut].reduce(addCounts) };
}

/** Where the words of a label stand in its turn, as a place of the thread. */
export function groundLabel(
  unit: Unit,
  places: ReadonlyMap<string, Place>,
  { turn: number, q }: { readonly turn: number; readonly q: string },
  id: string,
  quotable: boolean,
): Omit<Grounded<unknown>, 'label'> | 'nowhere' | 'quoted' {
  const turn = unit.turns[number - 1]!;
  const cited = places.get(baseOf(id));
  const inTurn = cited && cited.index === turn.index && turn.from <= cited.at && cited.at < turn.to;
  const ground = groundQuote(turn, inTurn ? cited.at : null, q, quotable);
  if (typeof ground === 'string') return ground;
  return { place: { index: turn.index, at: ground.at }, grounding: ground.grounding };
}

/** The sentence of an id: `2.1b` is a second claim in sentence `2.1`. */
export function baseOf(id: string): string {
  return id.replace(/^[[("]+|[\])",]+$/g, '').replace(/[a-z]$/, '');
}

function addCounts(one: ReadonlyMap<number, number>, other: ReadonlyMap<number, number>): Map<number, number> {
  const sum = new Map(one);
  for (const [turn, count] of other) sum.set(turn, (sum.get(turn) ?? 0) + count);
  return sum;
}
