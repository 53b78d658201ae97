import { differInKind } from './belief/verdict.ts';
import { viewOfParty } from './camp-view.ts';
import { CAMP_VIEW, MAX_PAIRS } from './constants.ts';
import type { Exchanges, Pair } from './exchanges.ts';
import type { Layers } from './layers.ts';
import type { Standing } from './standing.ts';

/** One side of a contest: a speaker, or a camp of speakers who take the same side on the issue. */
export interface Party {
  readonly camp: 'pro' | 'con' | 'undecided' | null;
  readonly members: readonly string[];
}

/** A proposition on which two parties state views that differ in kind. */
export interface Contest {
  readonly proposition: string;
  readonly parties: readonly [Party, Party];
  /** Size of the gap times the turns that touch the proposition. */
  readonly weight: number;
  /** Whether it is a reason for conclusions on none of which both parties have spoken. */
  readonly headless: boolean;
}

/**
 * The issues of a discussion, heaviest first: for each pair of speakers (or for camps, where no pair dominates) the
 * propositions with a gap from which no reasons lead up to another one with a gap. So where the headline claim is shared,
 * the sub-claim that is fought over is the issue.
 */
export function findContests(
  standing: Standing,
  exchanges: Exchanges,
  layers: Layers,
  pair: Pair | undefined,
): readonly Contest[] {
  const readings: ((proposition: string) => readonly [Party, Party] | null)[] = [];
  if (pair || exchanges.pairwise)
    for (const [one, other] of pair ? [pair] : exchanges.pairs.slice(0, MAX_PAIRS)) {
      const parties = [one, other].map((speaker) => ({ camp: null, members: [speaker] })) as unknown as [Party, Party];
      readings.push(() => parties);
    }
  else readings.push((proposition) => formCamps(standing, exchanges, proposition));
  const contests = readings.flatMap((read) => topContests(standing, layers, read));
  const key = ({ proposition, parties }: Contest) =>
    [proposition, ...parties.flatMap(({ members }) => members)].join(' ');
  return contests.sort((a, b) => b.weight - a.weight || (key(a) < key(b) ? -1 : 1));
}

function topContests(
  standing: Standing,
  { components, above }: Layers,
  read: (proposition: string) => readonly [Party, Party] | null,
): Contest[] {
  const found: Contest[] = [];
  const covered: boolean[] = [];
  components.forEach((propositions, component) => {
    covered[component] = above[component]!.some((upper) => covered[upper]);
    if (covered[component]) return;
    const contests = propositions.flatMap((proposition) => {
      const parties = read(proposition);
      const weight = parties ? gapOf(standing, proposition, parties) * standing.turnsOn(proposition) : 0;
      return parties && weight > 0
        ? [{ proposition, parties, weight, headless: isHeadless(standing, proposition, parties) }]
        : [];
    });
    if (contests.length === 0) return;
    covered[component] = true;
    // Propositions in one circle cannot all stand above each other: the weightiest does.
    found.push(contests.reduce((best, next) => (next.weight > best.weight ? next : best)));
  });
  return found;
}

function isHeadless(standing: Standing, proposition: string, parties: readonly [Party, Party]): boolean {
  const conclusions = standing.conclusionsOf(proposition);
  const heard = (conclusion: string) =>
    parties.every(({ members }) => viewOfParty(standing, conclusion, members) !== null);
  return conclusions.length > 0 && !conclusions.some(heard);
}

/** Distance of the parties' views, 0 where one has none or they do not differ in kind. */
function gapOf(standing: Standing, proposition: string, parties: readonly [Party, Party]): number {
  const [first, second] = parties.map(({ members }) => viewOfParty(standing, proposition, members));
  if (first === null || second === null) return 0;
  return differInKind(first!, second!) ? Math.abs(second! - first!) : 0;
}

/** Camps on a proposition by stated views; for and against where both exist, otherwise whichever differs from the undecided. */
function formCamps(standing: Standing, exchanges: Exchanges, proposition: string): readonly [Party, Party] | null {
  const { views } = standing.graph.propositions.get(proposition)!;
  if (views.length < 2) return null;
  const camp = (name: 'pro' | 'con' | 'undecided', holds: (value: number) => boolean): Party => {
    return { camp: name, members: views.filter(({ value }) => holds(value)).map(({ speaker }) => speaker) };
  };
  const all = [
    camp('pro', (value) => value >= CAMP_VIEW),
    camp('con', (value) => value <= -CAMP_VIEW),
    camp('undecided', (value) => Math.abs(value) < CAMP_VIEW),
  ].filter(({ members }) => members.length > 0);
  const [one, other] = all;
  if (!one || !other) return null;
  const met = one.members.some((member) => other.members.some((rival) => exchanges.met(member, rival)));
  return met ? [one, other] : null;
}
