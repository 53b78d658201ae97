import { HALVING } from '../constants.ts';
import { READ_PROMPT } from '../prompts/read-prompt.ts';
import type { Session, Unanswered } from '../session.ts';
import { type GroundedLabels, groundLabels } from './ground-labels.ts';
import { type ReplyLabels, readLabels } from './read-reply.ts';
import { repairCitations } from './repair-citations.ts';
import type { Place } from './unit-context.ts';
import { halve, isOwn, sizeOfUnit, type Unit, type UnitTurn } from './units.ts';
import type { Sheet, SheetWriter } from './write-unit.ts';

/** A unit as the model read it. */
export interface UnitReading {
  readonly unit: Unit;
  readonly places: ReadonlyMap<string, Place>;
  readonly grounded: Omit<GroundedLabels, 'failing'>;
  readonly odds: ReplyLabels['odds'];
  readonly terms: ReplyLabels['terms'];
  /** Turns that the answer left out. */
  readonly missing: readonly UnitTurn[];
  /** Items that were not of the form that is asked for. */
  readonly malformed: number;
  /** Nothing that the answer states of claims stands on the text: all its turns are `missing`. */
  readonly invented: boolean;
}

/** A unit without an answer of use. */
export interface UnreadUnit {
  readonly unit: Unit;
  readonly kind: Unanswered;
  readonly detail: string;
}

export type UnitOutcome = UnitReading | UnreadUnit;

// An answer takes about half the tokens of its text, and a frame for each turn.
const OUT_SHARE = 0.5;
const OUT_PER_TURN = 12;

/** Reads one unit; one that is too large for an answer or a context is read in halves, down to a floor (HALVING). Never throws for what a model answers. */
export async function readUnit(
  session: Session,
  write: SheetWriter,
  unit: Unit,
  { depth, withContext } = { depth: 0, withContext: true },
): Promise<readonly UnitOutcome[]> {
  const sheet = write(unit, withContext);
  const subject = subjectOf(unit);
  const out = sizeOfUnit(unit) * OUT_SHARE + unit.turns.length * OUT_PER_TURN;
  const outcome = await session.ask(READ_PROMPT, { user: sheet.user, subject, out }, readLabels);
  if (outcome.ok) return [await check(session, unit, sheet, outcome.value)];
  const { kind, detail } = outcome;
  if (kind === 'length' || kind === 'context') {
    if (kind === 'context' && unit.turns.length === 1 && sheet.hasContext)
      return readUnit(session, write, unit, { depth, withContext: false });
    const halvable = depth < HALVING.mostTimes && sizeOfUnit(unit) >= HALVING.leastTokens;
    const halves = halvable ? halve(unit) : null;
    const next = { depth: depth + 1, withContext };
    if (halves) return (await Promise.all(halves.map((half) => readUnit(session, write, half, next)))).flat();
  }
  return [{ unit, kind, detail }];
}

async function check(session: Session, unit: Unit, { places }: Sheet, labels: ReplyLabels): Promise<UnitReading> {
  const { failing, ...grounded } = groundLabels(unit, places, labels);
  const repaired = await repairCitations(session, unit, places, failing, subjectOf(unit));
  const lost = (sort: 'claim' | 'move', found: number) => failing.filter((item) => item.sort === sort).length - found;
  const claims = [...grounded.claims, ...repaired.claims];
  const moves = [...grounded.moves, ...repaired.moves];
  const invented = isInvented(labels, claims.length, moves.length);
  return {
    unit,
    places,
    grounded: {
      claims,
      moves: invented ? [] : moves,
      parts: grounded.parts,
      dropped: {
        claims: grounded.dropped.claims + lost('claim', repaired.claims.length),
        moves: grounded.dropped.moves + lost('move', repaired.moves.length),
      },
      cut: grounded.cut,
    },
    odds: labels.odds,
    terms: labels.terms,
    missing: unit.turns.filter((turn, number) => (invented || !labels.turns.has(number + 1)) && hasOwn(turn)),
    malformed: labels.malformed,
    invented,
  };
}

/** Whether an answer stated claims, or nothing but moves and broken items, and none of that could be kept. */
function isInvented({ claims, moves, malformed }: ReplyLabels, keptClaims: number, keptMoves: number): boolean {
  if (claims.length > 0) return keptClaims === 0;
  return moves.length + malformed > 0 && keptMoves === 0;
}

function hasOwn({ post, from, to }: UnitTurn): boolean {
  for (let at = from; at < to; at++) if (isOwn(post, at)) return true;
  return false;
}

/** The posts of a unit, for people. */
export function subjectOf({ turns }: Unit): string {
  const [first, last] = [turns[0]!.post.id, turns.at(-1)!.post.id];
  return first === last ? first : `${first}–${last}`;
}
