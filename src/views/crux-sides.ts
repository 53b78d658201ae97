import type { Claim, Closure, Crux, CruxSide } from '../graph-file/index.ts';
import { behindHinge, keepHinge } from './focus-quote.ts';
import type { Lines } from './lay-out.ts';
import { closureRange } from './numbers.ts';
import { placeOf } from './places.ts';
import { claimsOf, directionOf, sentenceBehind } from './propositions.ts';
import { type Quotation, quoteClaim, quoteLines, spokenRuns, wrapQuote } from './quotes.ts';
import { run, runsWidth } from './runs.ts';
import type { Scene } from './scene.ts';
import { splitColumns, toneOf } from './sides.ts';

/** How much of a side is shown. */
export interface SideDepth {
  /** Lines for each quotation. */
  readonly lines: number;
  readonly quotes: number;
  readonly reasons: number;
}

/** A point without a closure that can be relied on: only words are shown for it, no score. Cues alone never give one. */
export function isContention({ offline }: Scene, { kind, score }: Crux): boolean {
  return offline || kind === 'contention' || score === null;
}

/** How much of the gap a side closes if it takes the other's view; a camp's figure where the speaker has none of their own. */
export function closureOf({ closes }: Crux, side: CruxSide | undefined): Closure | null {
  if (!closes || !side) return null;
  return closes[side.speaker] ?? (side.camp === null ? undefined : closes[side.camp]) ?? null;
}

/** The sides of a crux in their columns; with a pair only its two speakers. */
export function cruxColumns({ sides, pair }: Scene, crux: Crux) {
  const kept = pair ? crux.sides.filter(({ speaker }) => pair.includes(speaker)) : crux.sides;
  return splitColumns(sides, kept);
}

/** One side of a crux in lines of `width` columns: its view where views are opposite, its words, its reasons. */
export function sideLines(scene: Scene, crux: Crux, own: readonly CruxSide[], width: number, depth: SideDepth): Lines {
  const quoted = own.slice(0, depth.quotes);
  const hidden = new Set(own.slice(depth.quotes).map(({ speaker }) => speaker)).size;
  const lines = [...statusLine(scene, crux, own, width)];
  for (const side of quoted) lines.push(...sideQuotes(scene, crux, side, width, depth.lines));
  if (!isContention(scene, crux)) {
    for (const side of quoted) {
      for (const claim of reasonsOf(scene, crux, side).slice(0, depth.reasons)) {
        const lead = [run(`${scene.glyphs.reason} `, 'dim'), run(`${placeOf(scene, claim)} `, 'dim')];
        const kept = behindHinge(scene.say(claim.text), width - runsWidth(lead) - 2, scene.glyphs.ellipsis);
        const words = spokenRuns(scene, kept, toneOf(scene.sides, side.speaker));
        lines.push(...wrapQuote(scene, [...lead, ...words], width, 1));
      }
    }
  }
  if (hidden > 0) lines.push([run(`+${hidden} more on this side`, 'dim')]);
  return lines;
}

/** Whether the sides state views of opposite sign on the very proposition that the crux is about. */
export function hasOppositeViews(scene: Scene, crux: Crux): boolean {
  const { item, sides, kind } = crux;
  if (kind === 'bearing' || isContention(scene, crux)) return false;
  const aboutItem = sides.every(({ claims }) => claimsOf(scene, claims).every((one) => one.proposition === item));
  const values = sides.map(({ value }) => value);
  return aboutItem && Math.max(...values) > 0 && Math.min(...values) < 0;
}

/**
 * A reader's wording of what a crux asks; empty where there is none or it only repeats what somebody said. Over a contention a
 * claim is no question either: its other side may grant it and hold something else against it.
 */
export function wordedQuestion(scene: Scene, crux: Crux): string {
  const { question, item } = crux;
  const proposition = scene.analysis.propositions.get(item);
  const repeats =
    proposition?.text === question && (isContention(scene, crux) || sentenceBehind(scene, proposition) !== null);
  return scene.offline || repeats ? '' : scene.say(question);
}

/** With which sign views of the item answer the title: a reader's question asks about the item, quoted words may deny it. */
export function titleDirection(scene: Scene, crux: Crux): 1 | -1 {
  return wordedQuestion(scene, crux) === '' ? directionOf(scene, crux.item) : 1;
}

/** A view in a word. */
export function viewWord(value: number): string {
  return value >= 0.3 ? 'yes' : value <= -0.3 ? 'no' : 'unsure';
}

function statusLine(scene: Scene, crux: Crux, own: readonly CruxSide[], width: number): Lines {
  const first = own[0];
  if (!first || isContention(scene, crux)) return [];
  const { glyphs } = scene;
  const who = [...new Set(own.map(({ speaker }) => scene.labelOf(speaker)))];
  const names = who.length > 3 ? `${who.slice(0, 3).join(' ')} +${who.length - 3}` : who.join(' ');
  const view = hasOppositeViews(scene, crux) ? ` ${viewWord(first.value * titleDirection(scene, crux))}` : '';
  const closure = closureOf(crux, first);
  const range = closure ? closureRange(closure, glyphs) : null;
  if (view === '' && !range) return [];
  const line = [run(names + view, toneOf(scene.sides, first.speaker))];
  if (!range) return [line];
  const closes = [...line, run(` ${glyphs.arrow} `, 'dim'), run(`if wrong, closes ${range}`)];
  const whole = [...closes, run(' of the gap')];
  return [runsWidth(whole) <= width ? whole : closes];
}

function sideQuotes(scene: Scene, crux: Crux, side: CruxSide, width: number, lines: number) {
  const relation = scene.analysis.relations.get(crux.item);
  const weighing = relation?.statedBy.find(({ speaker }) => speaker === side.speaker);
  const text = weighing && scene.analysis.posts.get(weighing.post)?.text.slice(weighing.start, weighing.end);
  if (weighing && text) {
    const quotation: Quotation = { speaker: side.speaker, verb: null, said: [weighing], text };
    return quoteLines(scene, quotation, width, lines);
  }
  const [first, ...others] = claimsOf(scene, side.claims);
  if (!first) return [];
  const quotation = quoteClaim(first, others);
  const kept = keepHinge(scene.say(quotation.text), width * lines - 12, scene.glyphs.ellipsis);
  return quoteLines(scene, { ...quotation, text: kept }, width, lines);
}

/** What a side itself gives as reasons for its view of the item: its own claims that support it or, if it denies it, attack it. */
export function reasonsOf(scene: Scene, crux: Crux, side: CruxSide): readonly Claim[] {
  const { file, propositions } = scene.analysis;
  const wanted = side.value < 0 ? 'attacks' : 'supports';
  const reasons: Claim[] = [];
  for (const { from, to, type, statedBy, feedback } of file.relations) {
    if (to !== crux.item || type !== wanted || feedback) continue;
    if (!statedBy.some(({ speaker, endorsed }) => speaker === side.speaker && endorsed > 0)) continue;
    const members = claimsOf(scene, propositions.get(from)?.claims ?? []);
    const own = members.find(({ speaker, stance }) => speaker === side.speaker && stance !== 'reported');
    if (own) reasons.push(own);
  }
  return reasons;
}
