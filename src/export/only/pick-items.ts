import type { Analysis } from '../../analysis/index.ts';
import type { Agreement, Claim, Crux } from '../../graph-file/index.ts';
import { fold } from '../../text/index.ts';
import { nameOf } from '../speech.ts';
import type { NumberKey, WordKey } from './keys.ts';
import { passes } from './number-test.ts';
import { type Condition, parseOnly } from './parse-only.ts';

/** Ids that a selection asks for by itself; what they stand on is brought in later. */
export interface Picked {
  readonly claims: ReadonlySet<string>;
  readonly cruxes: ReadonlySet<string>;
  readonly agreements: ReadonlySet<string>;
  readonly unanswered: ReadonlySet<string>;
}

const NONE: ReadonlySet<string> = new Set();
const idsOf = (items: readonly { readonly id: string }[]) => new Set(items.map(({ id }) => id));

/**
 * `cruxes`, `agreements` or a filter. A filter looks at each claim together with each crux that cites it: a claim is picked
 * where all conditions hold, a crux where they hold for one of its claims with it, an agreement or open claim with a picked claim.
 */
export function pickItems(analysis: Analysis, only: string): Picked {
  const { file } = analysis;
  const word = only.trim();
  if (word === 'cruxes') return { claims: NONE, cruxes: idsOf(file.cruxes), agreements: NONE, unanswered: NONE };
  if (word === 'agreements')
    return { claims: NONE, cruxes: NONE, agreements: idsOf(file.agreements), unanswered: NONE };
  const conditions = parseOnly(only).map(prepare);
  const context = lookUp(analysis);
  const claims = new Set<string>();
  const cruxes = new Set<string>();
  for (const claim of file.claims) {
    for (const crux of context.cruxes.get(claim.id) ?? [null]) {
      if (!conditions.every((condition) => holds(condition, { claim, crux }, context))) continue;
      claims.add(claim.id);
      if (crux) cruxes.add(crux.id);
    }
  }
  const cited = (item: { readonly claims: readonly string[] }) => item.claims.some((id) => claims.has(id));
  return {
    claims,
    cruxes,
    agreements: idsOf(file.agreements.filter(cited)),
    unanswered: idsOf(file.unanswered.filter(cited)),
  };
}

interface Context {
  readonly analysis: Analysis;
  readonly cruxes: ReadonlyMap<string, readonly Crux[]>;
  readonly agreements: ReadonlyMap<string, readonly Agreement[]>;
  readonly unanswered: ReadonlySet<string>;
  readonly issues: ReadonlySet<string>;
}

interface Sight {
  readonly claim: Claim;
  readonly crux: Crux | null;
}

type Prepared = Condition & { readonly folded: readonly string[] };

function prepare(condition: Condition): Prepared {
  if (condition.kind === 'says') return { ...condition, folded: [fold(condition.words)] };
  return { ...condition, folded: condition.kind === 'is' ? condition.values.map((value) => value.toLowerCase()) : [] };
}

function lookUp(analysis: Analysis): Context {
  const { file } = analysis;
  const byClaim = <T>(items: readonly T[], claimsOf: (item: T) => readonly string[]) => {
    const map = new Map<string, T[]>();
    for (const item of items) {
      for (const id of new Set(claimsOf(item))) {
        const list = map.get(id);
        if (list) list.push(item);
        else map.set(id, [item]);
      }
    }
    return map;
  };
  return {
    analysis,
    cruxes: byClaim(file.cruxes, ({ sides }) => sides.flatMap(({ claims }) => claims)),
    agreements: byClaim(file.agreements, ({ claims }) => claims),
    unanswered: new Set(file.unanswered.flatMap(({ claims }) => claims)),
    issues: new Set(file.issues.map(({ proposition }) => proposition)),
  };
}

function holds(condition: Prepared, sight: Sight, context: Context): boolean {
  return fits(condition, sight, context) !== condition.negated;
}

function fits(condition: Prepared, sight: Sight, context: Context): boolean {
  if (condition.kind === 'number') return passes(condition.test, numberOf(condition.key, sight));
  if (condition.kind === 'is') {
    const words = wordsOf(condition.key, sight, context);
    return condition.folded.some((value) => words.includes(value));
  }
  const [folded] = condition.folded;
  return folded ? fold(sight.claim.text).includes(folded) : sight.claim.text.includes(condition.words);
}

function numberOf(key: NumberKey, { claim, crux }: Sight): number | null {
  switch (key) {
    case 'score':
      return crux?.score ?? null;
    case 'rank':
      return crux?.rank ?? null;
    case 'line':
      return claim.firstLine;
    case 'confidence':
      return claim.confidence;
    case 'p':
      return claim.p;
  }
}

/** What a key finds at a claim, in lower case. */
function wordsOf(key: WordKey, { claim, crux }: Sight, context: Context): readonly string[] {
  const agreements = context.agreements.get(claim.id) ?? [];
  const lower = (...words: readonly string[]) => words.map((word) => word.toLowerCase());
  switch (key) {
    case 'speaker': {
      const name = nameOf(context.analysis, claim.speaker);
      // The views write `A?` for a guessed speaker, so that is what somebody may copy from there.
      return lower(claim.speaker, name, `${name}?`);
    }
    case 'stance':
    case 'kind':
    case 'id':
    case 'proposition':
    case 'rule':
      return lower(claim[key]);
    case 'post':
      return lower(claim.post, claim.post.replace(/^p(?=\d+$)/, ''));
    case 'crux':
      return crux ? lower(crux.kind, 'any') : [];
    case 'agreement':
      return agreements.length > 0 ? lower(...agreements.map(({ kind }) => kind), 'any') : [];
    case 'is':
      return [
        ...(crux ? ['crux'] : []),
        ...(crux?.declared ? ['declared'] : []),
        ...(agreements.length > 0 ? ['agreement'] : []),
        ...(context.unanswered.has(claim.id) ? ['unanswered'] : []),
        ...(context.issues.has(claim.proposition) ? ['issue'] : []),
      ];
  }
}
