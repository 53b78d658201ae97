import { computeDivergence, type Divergence } from '../divergence/index.ts';
import { InternalError } from '../errors/index.ts';
import { buildClaimGraph, type ClaimGraph } from '../graph/index.ts';
import { checkGraphFile } from '../graph-file/index.ts';
import type { CruxInWords, Judgements, Reader, Words } from '../readers/index.ts';
import type { Thread } from '../thread/index.ts';
import { type Analysis, openAnalysis } from './analysis.ts';
import { toGraphFile } from './to-graph-file.ts';

/** What to look at: a pair of speaker ids, a post id to stop at, uncertainty bands. */
export interface AnalysisOptions {
  readonly pair?: readonly [string, string];
  readonly asOf?: string;
  readonly bands?: boolean;
}

/**
 * The stages in order: read, reconcile, graph, divergence, a second look at what leads to a crux (what it does not confirm is
 * taken out and the graph built once more), and wording. Throws only what the reader throws for the whole thread.
 */
export async function analyzeThread(thread: Thread, reader: Reader, options: AnalysisOptions = {}): Promise<Analysis> {
  const read = await reader.reconcile(thread, await reader.read(thread));
  const first = compute(thread, read, options);
  const doubted = await findDoubted(thread, read, first, reader);
  const judgements = doubted.size === 0 ? read : without(read, doubted);
  const computed = doubted.size === 0 ? first : compute(thread, judgements, options);
  const worded = await wordCruxes(thread, judgements, computed, reader);
  const { graph } = computed;
  const account = reader.account?.();
  const ledger = {
    ...lostIn(judgements, graph),
    ...(account && { requests: account.requests, tokens: account.tokens }),
  };
  const reading = { stamp: reader.stamp, ledger, notices: account?.notices ?? judgements.notices };
  const file = toGraphFile(thread, graph, worded, reading, options.asOf ?? null);
  const broken = checkGraphFile(file);
  if (broken.length > 0) throw new InternalError(`the analysis of ${thread.source} broke a promise: ${broken[0]}`);
  return openAnalysis(file);
}

interface Computed {
  readonly graph: ClaimGraph;
  readonly divergence: Divergence;
}

function compute(thread: Thread, judgements: Judgements, { pair, asOf, bands }: AnalysisOptions): Computed {
  const graph = buildClaimGraph(thread, judgements, asOf === undefined ? {} : { asOf });
  const divergence = computeDivergence(graph, thread, { ...(pair && { pair }), ...(bands && { bands }) });
  return { graph, divergence };
}

/** Places of the claims under cruxes that the second look does not confirm, as `post start end`. */
async function findDoubted(
  thread: Thread,
  judgements: Judgements,
  { graph, divergence }: Computed,
  reader: Reader,
): Promise<ReadonlySet<string>> {
  const items = inWords(graph, divergence);
  if (items.length === 0) return new Set();
  const confirmed = await reader.review(thread, judgements, items);
  const doubted = items.filter(({ id }) => !confirmed.has(id)).flatMap(({ words }) => words);
  return new Set(doubted.map(placeKey));
}

const placeKey = ({ post, start, end }: Words) => `${post} ${start} ${end}`;

function without(judgements: Judgements, doubted: ReadonlySet<string>): Judgements {
  return { ...judgements, claims: judgements.claims.filter((claim) => !doubted.has(placeKey(claim))) };
}

function inWords(graph: ClaimGraph, divergence: Divergence): CruxInWords[] {
  return divergence.cruxes.map(({ id, sides }) => ({
    id,
    words: sides
      .flatMap(({ claims }) => claims)
      .map((claim) => {
        const { post, start, end, speaker } = graph.claims.get(claim)!;
        return { post, start, end, speaker };
      }),
  }));
}

async function wordCruxes(
  thread: Thread,
  judgements: Judgements,
  { graph, divergence }: Computed,
  reader: Reader,
): Promise<Divergence> {
  const items = inWords(graph, divergence);
  const named = items.length === 0 ? [] : await reader.name(thread, judgements, items);
  const namings = new Map(named.map((naming) => [naming.id, naming]));
  const cruxes = divergence.cruxes.map((crux) => {
    const naming = namings.get(crux.id);
    return naming ? { ...crux, question: naming.question, settledBy: naming.settledBy } : crux;
  });
  return { ...divergence, cruxes };
}

function lostIn({ ledger }: Judgements, graph: ClaimGraph): Judgements['ledger'] {
  const dropped = ledger.claims.dropped + graph.dropped.claims;
  return { ...ledger, claims: { ...ledger.claims, kept: graph.claims.size, dropped } };
}
