import { computeDivergence, type Divergence } from '../divergence/index.ts';
import { InternalError } from '../errors/index.ts';
import { buildClaimGraph, type ClaimGraph } from '../graph/index.ts';
import { checkGraphFile } from '../graph-file/index.ts';
import type { Judgements, Reader } from '../readers/index.ts';
import type { Thread } from '../thread/index.ts';
import { type Analysis, openAnalysis } from './analysis.ts';
import { type Computed, inWords, lookTwice } from './look-twice.ts';
import { statedViews } from './stated-views.ts';
import { toGraphFile } from './to-graph-file.ts';

/** What to look at: a pair of speaker ids, a post id to stop at, uncertainty bands. */
export interface AnalysisOptions {
  readonly pair?: readonly [string, string];
  readonly asOf?: string;
  readonly bands?: boolean;
}

/**
 * The stages in order: read, reconcile, graph, divergence, a second look at every point on which speakers part (what it does
 * not confirm is taken out and the graph built anew), and wording. Throws only what the reader throws for the whole thread.
 */
export async function analyzeThread(thread: Thread, reader: Reader, options: AnalysisOptions = {}): Promise<Analysis> {
  const read = await reader.reconcile(thread, await reader.read(thread));
  const compute = (judgements: Judgements) => computeFrom(thread, judgements, options);
  const { judgements, computed } = await lookTwice(thread, reader, read, compute);
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

function computeFrom(thread: Thread, judgements: Judgements, { pair, asOf, bands }: AnalysisOptions): Computed {
  const graph = buildClaimGraph(thread, judgements, asOf === undefined ? {} : { asOf });
  const divergence = computeDivergence(graph, thread, { ...(pair && { pair }), ...(bands && { bands }) });
  return { graph, divergence };
}

async function wordCruxes(
  thread: Thread,
  judgements: Judgements,
  { graph, divergence }: Computed,
  reader: Reader,
): Promise<Divergence> {
  const plain = inWords(graph, divergence.cruxes);
  const items = plain.map((item, at) => ({ ...item, views: statedViews(graph, divergence.cruxes[at]!) }));
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
