import type { Notice } from '../../../errors/index.ts';
import { failureInWords } from '../failure-words.ts';
import { subjectOf, type UnitReading, type UnreadUnit } from './read-unit.ts';

/** What was lost on the way from answers to labels. */
export interface Losses {
  readonly notices: readonly Notice[];
  /** Claims whose citation was put right, and claims without ground. */
  readonly repaired: number;
  readonly dropped: number;
}

/** Tells once per unit what was not read, and once for the thread how much of what was read stands on the text. */
export function tellLosses(readings: readonly UnitReading[], unread: readonly UnreadUnit[], lostLinks: number): Losses {
  const sum = (count: (reading: UnitReading) => number) =>
    readings.reduce((total, reading) => total + count(reading), 0);
  const repairedOf = (items: readonly { readonly grounding: string }[]) =>
    items.filter(({ grounding }) => grounding === 'repaired').length;
  const claims = sum(({ grounded }) => grounded.claims.length);
  const moves = sum(({ grounded }) => grounded.moves.length);
  const repaired = sum(({ grounded }) => repairedOf(grounded.claims));
  const dropped = sum(({ grounded }) => grounded.dropped.claims);
  const droppedMoves = sum(({ grounded }) => grounded.dropped.moves);
  const malformed = sum(({ malformed }) => malformed);
  const byReason = Map.groupBy(unread, ({ kind, detail }) => failureInWords(kind, detail));
  const notices: Notice[] = [...byReason].map(([reason, units]) => {
    const subjects = units.map(({ unit }) => subjectOf(unit)).join(', ');
    const post = units.length === 1 ? units[0]!.unit.turns[0]!.post.id : null;
    return { rule: 'read-by-rules', post, text: `Read by the embedded reader: ${subjects}; ${reason}.` };
  });
  for (const { missing, unit, grounded, invented } of readings) {
    if (invented && missing.length > 0)
      notices.push({
        rule: 'read-by-rules',
        post: missing[0]!.post.id,
        text: `Read by the embedded reader: ${subjectOf(unit)}; no claim of the answer stands on words of the posts.`,
      });
    else if (missing.length > 0)
      notices.push({
        rule: 'read-by-rules',
        post: missing[0]!.post.id,
        text: `Read by the embedded reader: ${missing.map(({ post }) => post.id).join(', ')}; the answer left ${missing.length === 1 ? 'it' : 'them'} out.`,
      });
    for (const [turn, cut] of grounded.cut) {
      const post = unit.turns[turn - 1]!.post.id;
      notices.push({
        rule: 'too-many-items',
        post,
        text: `${cut} labels beyond what a post of this length can hold were cut.`,
      });
    }
  }
  if (readings.length > 0) {
    const found = claims + moves;
    const all = found + dropped + droppedMoves;
    const mended = repaired + sum(({ grounded }) => repairedOf(grounded.moves));
    const text = `Grounded ${found}/${all} claims and moves: ${mended} citations repaired, ${all - found} dropped because their words do not stand in the post.`;
    notices.push({ rule: 'grounding', post: null, text });
  }
  if (malformed > 0)
    notices.push({
      rule: 'malformed-items',
      post: null,
      text: `${malformed} labels were not of the form that is asked for.`,
    });
  if (lostLinks > 0)
    notices.push({ rule: 'lost-links', post: null, text: `${lostLinks} links led to no claim and were dropped.` });
  return { notices, repaired, dropped };
}
