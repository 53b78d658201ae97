import { type LabelPair, stanceFinder } from '../../src/evaluation/index.ts';
import { analyzeThread, type ReplyPair } from './annotated-threads.ts';

/** The stance that the reader's moves show, against the label of each pair. */
export async function readPairs(pairs: readonly ReplyPair[]): Promise<LabelPair<ReplyPair['label']>[]> {
  const read: LabelPair<ReplyPair['label']>[] = [];
  for (const [at, { parent, reply, label }] of pairs.entries()) {
    const posts = [
      { id: 'parent', author: 'asker', reply_to: null, text: parent },
      { id: 'reply', author: 'answerer', reply_to: 'parent', text: reply },
    ];
    const file = await analyzeThread({ thread_id: `pair ${at + 1}`, posts, claims: [], relations: [] });
    read.push({ gold: label, predicted: stanceFinder(file)('p2', 'p1') });
  }
  return read;
}
