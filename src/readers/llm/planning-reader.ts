import type { Thread } from '../../thread/index.ts';
import type { Judgements } from '../judgements.ts';
import { type CruxInWords, everybodyShares, type SharedInWords } from '../reader.ts';
import type { LlmReader } from './llm-reader.ts';
import type { Planner } from './plan.ts';

/** As many as one call of either later stage takes; more is seldom found. */
const TYPICAL_CRUXES = 8;

/**
 * A reader of one thread for a plan. The embedded reader, which stands in for open answers, computes no cruxes; so where
 * answers are open the second looks and a naming of a typical number of items are planned in place of those that it leaves.
 */
export function planningReader(reader: LlmReader, planner: Planner): LlmReader {
  const before = planner.requests().length;
  let expected = false;
  return {
    ...reader,
    async reconcile(thread, judgements) {
      const reconciled = await reader.reconcile(thread, judgements);
      expected = planner.requests().length > before;
      const items = expected ? typicalCruxes(thread, reconciled) : [];
      if (items.length > 0) {
        await reader.review(thread, reconciled, items);
        await reader.confirmShared(thread, reconciled, items.map(asShared));
        await reader.name(thread, reconciled, items);
      }
      return reconciled;
    },
    review: async (thread, judgements, items) =>
      expected ? new Set(items.map(({ id }) => id)) : reader.review(thread, judgements, items),
    confirmShared: async (thread, judgements, items) =>
      expected ? everybodyShares(items) : reader.confirmShared(thread, judgements, items),
    name: async (thread, judgements, items) => (expected ? [] : reader.name(thread, judgements, items)),
  };
}

const asShared = (item: CruxInWords): SharedInWords => ({ ...item, says: '', how: 'shared' });

/** Stand-ins for cruxes: claims each beside the next one by somebody else; none where all are by one person. */
function typicalCruxes(thread: Thread, { claims }: Judgements): CruxInWords[] {
  const speakers = new Map(thread.posts.map(({ id, speaker }) => [id, speaker]));
  const inWords = ({ post, start, end }: Judgements['claims'][number]) => ({
    ...{ post, start, end },
    speaker: speakers.get(post)!,
  });
  const items = claims.flatMap((claim, at): CruxInWords[] => {
    const other = claims.slice(at + 1).find(({ post }) => speakers.get(post) !== speakers.get(claim.post));
    return other ? [{ id: claim.id, words: [inWords(claim), inWords(other)] }] : [];
  });
  return items.slice(0, TYPICAL_CRUXES);
}
