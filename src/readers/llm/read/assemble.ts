import type { Thread } from '../../../thread/index.ts';
import type { Judgements } from '../../judgements.ts';
import type { Spent } from '../session.ts';
import { borrowFromRules } from './borrow-from-rules.ts';
import { readCues } from './cross-check.ts';
import { findAddresses } from './find-addresses.ts';
import { findDisputes } from './find-disputes.ts';
import { judgeLabels } from './judge-labels.ts';
import { placeLabels } from './place-labels.ts';
import type { UnitOutcome, UnitReading, UnreadUnit } from './read-unit.ts';
import { claimFinder } from './references.ts';
import { relateClaims } from './relate-claims.ts';
import { tellLosses } from './tell-losses.ts';

/**
 * Joins what was read of a thread's units, and the embedded reader's labels where nothing was, into one set of judgements.
 * The same outcomes in the same order give the same judgements.
 */
export function assemble(
  thread: Thread,
  rules: Judgements,
  outcomes: readonly UnitOutcome[],
  spent: Spent,
): Judgements {
  const { posts } = thread;
  const readings = outcomes.filter((outcome): outcome is UnitReading => 'grounded' in outcome);
  const unread = outcomes.filter((outcome): outcome is UnreadUnit => 'kind' in outcome);
  const borrowedTurns = [...unread.flatMap(({ unit }) => unit.turns), ...readings.flatMap(({ missing }) => missing)];
  const labels = readings.map((reading) => placeLabels(posts, reading));
  const borrowed = borrowFromRules(posts, rules, borrowedTurns);
  const stated = labels.flatMap(({ claims }) => claims.map(({ judgement }) => judgement));
  const finder = claimFinder(posts, [...stated, ...borrowed.claims], rules.claims);
  const related = relateClaims(labels, finder, new Map(posts.map(({ id, speaker }) => [id, speaker])));
  const rest = borrowed.rest(finder);
  const checked = judgeLabels(posts, labels, finder, related.targetOf, readCues(rules));
  const addresses = findAddresses(posts, [...checked.moves, ...rest.moves]);
  const sames = [...checked.sames, ...rest.sames];
  const disputes = findDisputes(
    posts,
    { claims: [...checked.claims, ...borrowed.claims], moves: [...checked.moves, ...rest.moves], sames },
    rules,
    finder,
  );
  const claims = inThreadOrder(thread, [...checked.claims, ...borrowed.claims, ...finder.referred()]);
  const losses = tellLosses(
    readings,
    unread,
    labels.reduce((sum, { lost }) => sum + lost, related.lost),
  );
  const failed = new Set(borrowedTurns.map(({ index }) => index)).size;
  const withText = posts.filter(({ text }) => text !== '').length;
  return {
    claims,
    moves: inThreadOrder(thread, [...checked.moves, ...rest.moves, ...addresses.moves]),
    relations: [...related.relations, ...rest.relations],
    sames,
    terms: labels.flatMap((label) =>
      label.claims.flatMap(({ judgement, terms }) => terms.map((term) => ({ term, claim: judgement.id }))),
    ),
    names: labels.flatMap((label) =>
      label.claims.flatMap(({ judgement, wording }) => (wording ? [{ claim: judgement.id, text: wording }] : [])),
    ),
    disputes,
    notices: [...losses.notices, ...checked.notices, ...addresses.notices],
    ledger: {
      posts: { read: withText - failed, skipped: posts.length - withText, failed },
      claims: { kept: claims.length, repaired: losses.repaired, dropped: losses.dropped },
      ...spent,
    },
  };
}

function inThreadOrder<T extends { readonly post: string; readonly start: number }>(
  thread: Thread,
  items: readonly T[],
): T[] {
  const order = new Map(thread.posts.map(({ id }, index) => [id, index]));
  return [...items].sort((a, b) => order.get(a.post)! - order.get(b.post)! || a.start - b.start);
}
