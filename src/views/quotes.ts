import type { Claim, Move } from '../graph-file/index.ts';
import { focusQuote } from './focus-quote.ts';
import { inLineOrder, placeOf, placesOf, type Said } from './places.ts';
import type { Run } from './row.ts';
import { cellWidth, run } from './runs.ts';
import type { Scene } from './scene.ts';
import { toneOf } from './sides.ts';
import { wrapRuns } from './wrap.ts';

/** Somebody's own words: who, where, and what they literally say. `verb` names the move where one is labelled. */
export interface Quotation {
  readonly speaker: string;
  readonly verb: string | null;
  readonly said: readonly Said[];
  readonly text: string;
}

/** What a claim's speaker says in it; `others` are further claims of the same speaker, only their places are shown. */
export function quoteClaim(claim: Claim, others: readonly Claim[] = []): Quotation {
  return { speaker: claim.speaker, verb: null, said: [claim, ...inLineOrder(others)], text: claim.text };
}

const VERBS: Readonly<Partial<Record<Move['type'], string>>> = {
  agree: 'agrees',
  partial: 'agrees in part',
  concede: 'concedes',
  cond_agree: 'agrees on a condition',
  disagree: 'disagrees',
  undercut: 'denies that it bears',
  clarify: 'asks',
  restate: 'restates',
  correct: 'corrects',
  update: 'moves',
  bet: 'bets',
  define: 'defines',
  scope: 'sets aside',
  crux: 'names the crux',
};

/** The words of a move, verbatim from its post. */
export function quoteMove(scene: Scene, move: Move): Quotation {
  const verb = move.type === 'crux' && !namesCrux(scene, move) ? 'says what decides' : VERBS[move.type];
  return { speaker: move.speaker, verb: verb ?? move.type, said: [move], text: wordsOf(scene, move) };
}

/** Whether a crux move calls it so, rather than saying what would change a mind. */
export function namesCrux(scene: Scene, move: Move): boolean {
  return /\bcrux/i.test(wordsOf(scene, move));
}

function wordsOf({ analysis }: Scene, { post, start, end }: Move): string {
  return analysis.posts.get(post)?.text.slice(start, end) ?? '';
}

const ASSENT = /\b(?:agree|agreed|grant|granted|concede|accept|fair|true)\b/i;

/**
 * The words of a move that takes up something, from the clause on that does so where they are long. `others`: whose words are
 * taken up, where these stand nowhere beside it.
 */
export function quoteAssent(scene: Scene, move: Move, others: readonly string[]): Quotation {
  const { verb, ...quotation } = quoteMove(scene, move);
  const whom = others.length === 0 ? '' : ` ${move.type === 'concede' ? 'to' : 'with'} ${others.join(' ')}`;
  const text = focusQuote(scene.say(quotation.text), ASSENT, scene.glyphs.ellipsis);
  return { ...quotation, verb: `${verb}${whom}`, text };
}

/** `A L7 agrees “words”` in runs: speaker and words in the tone of the side, the place dim. */
export function quoteRuns(scene: Scene, { speaker, verb, said, text }: Quotation): readonly Run[] {
  const tone = toneOf(scene.sides, speaker);
  return [...creditRuns(scene, speaker, verb, said), ...spokenRuns(scene, text, tone)];
}

/** `A L7 (also L12) agrees `: whose words, where, and what they do; the quoted words stand at the first place. */
export function creditRuns(scene: Scene, speaker: string, verb: string | null, said: readonly Said[]): readonly Run[] {
  const tone = toneOf(scene.sides, speaker);
  return [run(`${scene.labelOf(speaker)} `, tone), run(placed(scene, said), 'dim'), run(verb ? `${verb} ` : '')];
}

function placed(scene: Scene, [quoted, ...others]: readonly Said[]): string {
  if (!quoted) return '';
  const place = placeOf(scene, quoted);
  const more = others.filter((one) => placeOf(scene, one) !== place);
  return more.length > 0 ? `${place} (also ${placesOf(scene, more, 2)}) ` : `${place} `;
}

/** Words between quotation marks. */
export function spokenRuns({ glyphs, say }: Scene, text: string, tone: Run['tone']): readonly Run[] {
  return [run(glyphs.open, 'dim'), run(say(text), tone), run(glyphs.close, 'dim')];
}

/** A quotation in at most `lines` lines of `width` columns; where words are left out it ends in `…”`. */
export function quoteLines(scene: Scene, quotation: Quotation, width: number, lines: number) {
  return wrapQuote(scene, quoteRuns(scene, quotation), width, lines);
}

/** Runs that end in a closing quotation mark, wrapped so that a shortened quotation is closed too. */
export function wrapQuote({ glyphs }: Scene, runs: readonly Run[], width: number, lines: number, indent = 0) {
  const clip = glyphs.ellipsis + glyphs.close;
  return wrapRuns(runs, Math.max(width, cellWidth(clip) + 1), { lines, clip, indent });
}
