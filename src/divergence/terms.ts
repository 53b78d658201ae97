import type { Claim, Proposition, Relation, Term, View } from '../graph-file/index.ts';
import { fold } from '../text/index.ts';
import type { Standing } from './standing.ts';

/**
 * Terms to which claims give senses. Where two speakers use different senses, `verbality` tells which part of the gap on
 * a disputed claim goes away when the claim is split by sense and each side is heard in the other's sense (method of
 * elimination); null where nobody is heard so.
 */
export function listTerms({ graph, view }: Standing): readonly Term[] {
  const disputed = findDisputed(graph.propositions.values());
  const variants = indexVariants(graph.relations.values());
  const byTerm = Map.groupBy(graph.senses, ({ term }) => fold(term));
  return [...byTerm].map(([folded, given]) => {
    const claims = [...new Set(given.map(({ claim }) => graph.claims.get(claim)!))];
    const senses = [...Map.groupBy(claims, ({ proposition }) => proposition).values()].map((same) => ({
      speakers: [...new Set(same.map(({ speaker }) => speaker))].sort(),
      claim: same[0]!.id,
    }));
    const using = senses.length > 1 ? disputed.filter(({ text }) => text.includes(` ${folded} `)) : [];
    return { term: given[0]!.term, senses, verbality: measureVerbality(view, using, claims, variants) };
  });
}

interface Disputed {
  readonly id: string;
  readonly text: string;
  readonly views: readonly View[];
}

/** Propositions with views of different signs; their text folded, with a blank on either side. */
function findDisputed(propositions: Iterable<Proposition>): readonly Disputed[] {
  return [...propositions].flatMap(({ id, text, views }) => {
    const parted = views.some(({ value }) => value > 0) && views.some(({ value }) => value < 0);
    return parted ? [{ id, text: ` ${fold(text)} `, views }] : [];
  });
}

/** 1 − (mean gap within a sense / gap before) of the widest dispute on a claim that uses the term; null where none can be split. */
function measureVerbality(
  view: Standing['view'],
  disputed: readonly Disputed[],
  senses: readonly Claim[],
  variants: Variants,
): number | null {
  const owners = new Set(senses.map(({ speaker }) => speaker));
  let widest: { readonly before: number; readonly after: number } | null = null;
  for (const { id, views } of disputed) {
    const own = views.filter(({ speaker }) => owners.has(speaker)).sort((a, b) => b.value - a.value);
    const [high, low] = [own[0], own.at(-1)];
    if (!high || !low || high.value * low.value >= 0) continue;
    const before = high.value - low.value;
    const after = splitBySense(view, id, senses, [high.speaker, low.speaker], variants);
    if (after !== null && (!widest || before > widest.before)) widest = { before, after };
  }
  return widest && Math.max(0, 1 - widest.after / widest.before);
}

/** Mean gap of two speakers on a claim in one sense each time, over the senses in which both were heard; null where none is. */
function splitBySense(
  view: Standing['view'],
  claim: string,
  senses: readonly Claim[],
  speakers: readonly [string, string],
  variants: Variants,
): number | null {
  const gaps = speakers.flatMap((owner) => {
    const sense = senses.findLast(({ speaker }) => speaker === owner);
    if (!sense) return [];
    const meant = variants(claim, sense.proposition);
    const [first, second] = speakers.map((speaker) => {
      const said = meant.flatMap((variant) => view(variant, speaker)?.value ?? []);
      // A speaker's own words on the claim are meant in the speaker's own sense.
      return said[0] ?? (speaker === owner ? view(claim, speaker)?.value : undefined);
    });
    return first === undefined || second === undefined ? [] : [Math.abs(first - second)];
  });
  return gaps.length === 0 ? null : gaps.reduce((sum, gap) => sum + gap, 0) / gaps.length;
}

/** Propositions that state a claim in a sense: the sense defines a word in them, and they narrow the claim or are narrowed by it. */
type Variants = (claim: string, sense: string) => readonly string[];

function indexVariants(relations: Iterable<Relation>): Variants {
  const defined = new Set<string>();
  const kin = new Map<string, Set<string>>();
  const add = (claim: string, other: string) => kin.set(claim, (kin.get(claim) ?? new Set()).add(other));
  for (const { type, from, to } of relations) {
    if (type === 'defines') defined.add(`${from} ${to}`);
    if (type !== 'narrows') continue;
    add(from, to);
    add(to, from);
  }
  return (claim, sense) => [...(kin.get(claim) ?? [])].filter((other) => defined.has(`${sense} ${other}`)).sort();
}
