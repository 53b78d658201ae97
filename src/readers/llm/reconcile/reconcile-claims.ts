import { z } from 'zod';
import type { Notice } from '../../../errors/index.ts';
import type { Thread } from '../../../thread/index.ts';
import type { Judgements, NameJudgement, RelationJudgement, SameJudgement } from '../../judgements.ts';
import { HALVING } from '../constants.ts';
import { fence, quoteWords } from '../data-block.ts';
import { failureInWords } from '../failure-words.ts';
import { inGroups } from '../in-groups.ts';
import { parseReply } from '../parse-reply.ts';
import { RECONCILE_PROMPT, VERDICTS } from '../prompts/reconcile-prompt.ts';
import type { Session } from '../session.ts';
import { acceptWording, wordsOf } from '../wording.ts';
import { type ClaimPair, type Comparable, pickPairs } from './pick-pairs.ts';

const PAIRS_PER_CALL = 40;
const LONGEST_CLAIM = 200;
/** Share of a canonical wording's words that the claim or one that says the same must have. */
const SHARED = 0.5;
const OUT_PER_PAIR = 8;

const pairSchema = z.object({ pair: z.number().int(), verdict: z.enum(VERDICTS) });
const nameSchema = z.object({ claim: z.number().int(), text: z.string().min(1).max(400) });

interface Compared {
  readonly verdicts: readonly { readonly pair: ClaimPair; readonly verdict: (typeof VERDICTS)[number] }[];
  readonly names: readonly NameJudgement[];
  readonly notices: readonly Notice[];
}

/** Compares claims of different units and adds what says the same, the opposite or something narrower, and wordings. */
export async function reconcileClaims(
  session: Session,
  thread: Thread,
  judgements: Judgements,
  unitTokens: number,
): Promise<Judgements> {
  const calls = packCalls(pickPairs(thread, judgements, unitTokens));
  const compared = await Promise.all(
    calls.map((call, at) => compare(session, call, `pairs ${at + 1} of ${calls.length}`)),
  );
  const verdicts = compared.flatMap((one) => one.verdicts);
  const named = new Set(judgements.names.map(({ claim }) => claim));
  const names = compared.flatMap((one) => one.names).filter(({ claim }) => !named.has(claim) && named.add(claim));
  return {
    ...judgements,
    sames: [...judgements.sames, ...verdicts.flatMap(toSame)],
    relations: [...judgements.relations, ...verdicts.flatMap(toRelation)],
    names: [...judgements.names, ...names],
    notices: [...judgements.notices, ...compared.flatMap((one) => one.notices)],
  };
}

/** Pairs of a unit stay together, so that a unit that is read anew touches one call. */
function packCalls(units: readonly (readonly ClaimPair[])[]): ClaimPair[][] {
  const calls: ClaimPair[][] = [];
  for (const pairs of units) {
    const last = calls.at(-1);
    if (last && last.length + pairs.length <= PAIRS_PER_CALL) last.push(...pairs);
    else for (const group of inGroups(pairs, PAIRS_PER_CALL)) calls.push(group);
  }
  return calls;
}

/** One call; what is too large for it is compared in halves, down to a floor (HALVING). */
async function compare(session: Session, pairs: readonly ClaimPair[], subject: string, depth = 0): Promise<Compared> {
  const claims = [...new Set(pairs.flat())];
  const numbers = new Map(claims.map((claim, at) => [claim, at + 1]));
  const lines = [
    ...claims.map((claim) => `${numbers.get(claim)} ${quoteWords(claim.text, LONGEST_CLAIM)}`),
    ...pairs.map(([one, two], at) => `pair ${at + 1}: ${numbers.get(one)} ${numbers.get(two)}`),
  ];
  const user = `Compare pairs 1 to ${pairs.length}.\n${fence(lines)}`;
  const outcome = await session.ask(
    RECONCILE_PROMPT,
    { user, subject, out: OUT_PER_PAIR * pairs.length },
    readVerdicts,
  );
  if (outcome.ok) {
    const verdicts = [...outcome.value.verdicts].flatMap(([number, verdict]) => {
      const pair = pairs[number - 1];
      return pair ? [{ pair, verdict }] : [];
    });
    return { verdicts, names: checkNames(claims, verdicts, outcome.value.names), notices: [] };
  }
  const { kind, detail } = outcome;
  if ((kind === 'length' || kind === 'context') && depth < HALVING.mostTimes && pairs.length > 1) {
    const middle = Math.ceil(pairs.length / 2);
    const halves = [pairs.slice(0, middle), pairs.slice(middle)];
    const [one, two] = await Promise.all(halves.map((half) => compare(session, half, subject, depth + 1)));
    return {
      verdicts: [...one!.verdicts, ...two!.verdicts],
      names: [...one!.names, ...two!.names],
      notices: [...one!.notices, ...two!.notices],
    };
  }
  const text = `${pairs.length} pairs of claims were not compared: ${failureInWords(kind, detail)}.`;
  return { verdicts: [], names: [], notices: [{ rule: 'not-reconciled', post: null, text }] };
}

/** One verdict a pair: a pair with two different ones has none. */
function readVerdicts(text: string) {
  const reply = parseReply(text, 'pairs');
  if (!reply || !Array.isArray(reply['pairs'])) return null;
  const verdicts = new Map<number, (typeof VERDICTS)[number]>();
  for (const item of reply['pairs']) {
    const parsed = pairSchema.safeParse(item);
    if (!parsed.success) continue;
    const { pair, verdict } = parsed.data;
    verdicts.set(pair, (verdicts.get(pair) ?? verdict) === verdict ? verdict : 'different');
  }
  const names = (Array.isArray(reply['names']) ? reply['names'] : []).flatMap((item) => {
    const parsed = nameSchema.safeParse(item);
    return parsed.success ? [parsed.data] : [];
  });
  return { verdicts, names };
}

/** Wordings made of the words of a claim and of those that say the same or the opposite. */
function checkNames(
  claims: readonly Comparable[],
  verdicts: Compared['verdicts'],
  names: readonly z.infer<typeof nameSchema>[],
): NameJudgement[] {
  const kin = new Map<Comparable, string[]>();
  for (const { pair, verdict } of verdicts) {
    if (verdict !== 'same' && verdict !== 'opposite') continue;
    for (const claim of pair) kin.set(claim, [...(kin.get(claim) ?? []), ...pair.map(({ text }) => text)]);
  }
  return names.flatMap(({ claim: number, text }) => {
    const claim = claims[number - 1];
    const texts = claim && kin.get(claim);
    const accepted = texts ? acceptWording(text, wordsOf(texts), SHARED) : null;
    return accepted === null ? [] : [{ claim: claim!.claim.id, text: accepted }];
  });
}

function toSame({ pair: [one, two], verdict }: Compared['verdicts'][number]): SameJudgement[] {
  if (verdict !== 'same' && verdict !== 'opposite') return [];
  return [{ a: one.claim.id, b: two.claim.id, polarity: verdict === 'same' ? 1 : -1, rule: 'llm-reconcile' }];
}

/** A narrower claim says so itself: its own words are the place of the relation. */
function toRelation({ pair: [one, two], verdict }: Compared['verdicts'][number]): RelationJudgement[] {
  if (verdict !== 'narrower' && verdict !== 'wider') return [];
  const [from, to] = verdict === 'narrower' ? [two.claim, one.claim] : [one.claim, two.claim];
  const { post, start, end } = from;
  const id = `lr:${post}:${start}:${from.id}>${to.id}:narrows`;
  return [
    {
      ...{ id, post, start, end, from: from.id, to: to.id, type: 'narrows' },
      ...{ strength: 'normal', endorsed: 'holds', rule: 'llm-reconcile' },
    },
  ];
}
