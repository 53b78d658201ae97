import type { Agreement, Claim, Move } from '../graph-file/index.ts';
import { claimsOf } from './propositions.ts';
import { type Quotation, quoteAssent, quoteClaim } from './quotes.ts';
import type { Scene } from './scene.ts';

/**
 * Each speaker's words in an agreement: whoever spoke first by the claim itself, the others by the words that take it up. Where
 * it is not known which words of a speaker are meant, there is no quotation of theirs and the others' verbs name them.
 */
export function agreementQuotes(scene: Scene, { speakers, claims, moves }: Agreement): readonly Quotation[] {
  const order = new Map(scene.analysis.file.posts.map(({ id }, at) => [id, at]));
  const byPlace = (a: Claim | Move, b: Claim | Move) =>
    (order.get(a.post) ?? 0) - (order.get(b.post) ?? 0) || a.start - b.start;
  const said = [...claimsOf(scene, claims)].sort(byPlace);
  const taken = moves.flatMap((id) => scene.analysis.moves.get(id) ?? []).sort(byPlace);
  const speaks = ({ speaker }: Claim | Move) => speaker;
  const heard = new Set([...said.map(speaks), ...taken.map(speaks)]);
  const silent = speakers.filter((speaker) => !heard.has(speaker)).map(scene.labelOf);
  const first = silent.length > 0 ? null : said[0]?.speaker;
  return speakers.flatMap((speaker) => {
    const own = said.filter((claim) => claim.speaker === speaker);
    const move = taken.find((one) => one.speaker === speaker);
    if (move && (speaker !== first || own.length === 0)) return [quoteAssent(scene, move, silent)];
    return own[0] ? [quoteClaim(own[0], own.slice(1))] : [];
  });
}
