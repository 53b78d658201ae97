import type { Notice } from '../../../errors/index.ts';
import { hasHiddenCharacters } from '../../../text/index.ts';
import type { ThreadPost } from '../../../thread/index.ts';
import type { MoveJudgement } from '../../judgements.ts';
import { addressesModel } from './addresses-model.ts';
import { sentenceText } from './unit-context.ts';

/** Sentences that speak to the model become the move meta, beside whatever else they are, and are told; likewise invisible signs. */
export function findAddresses(
  posts: readonly ThreadPost[],
  moves: readonly MoveJudgement[],
): { readonly moves: readonly MoveJudgement[]; readonly notices: readonly Notice[] } {
  const meta = new Set(moves.flatMap(({ type, post, start }) => (type === 'meta' ? [`${post} ${start}`] : [])));
  const found: MoveJudgement[] = [];
  const notices: Notice[] = [];
  for (const post of posts) {
    let count = 0;
    for (const [at, { start, end, quoted }] of post.sentences.entries()) {
      if (!addressesModel(sentenceText(post, at))) continue;
      count++;
      if (quoted || meta.has(`${post.id} ${start}`)) continue;
      const words = { post: post.id, start, end };
      const id = `lm:${post.id}:${start}:meta:seen`;
      found.push({ id, type: 'meta', ...words, target: null, rule: 'addresses-model', confidence: 0.8 });
    }
    if (count > 0) {
      const text = `${count === 1 ? 'A sentence speaks' : `${count} sentences speak`} to the model that reads along; read as any other, labelled meta.`;
      notices.push({ rule: 'addresses-model', post: post.id, text });
    }
    if (hasHiddenCharacters(post.text)) {
      const text = 'Invisible characters were left out of what the model saw.';
      notices.push({ rule: 'hidden-characters', post: post.id, text });
    }
  }
  return { moves: found, notices };
}
