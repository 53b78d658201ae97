import { contentWords } from '../../text/index.ts';
import type { Paragraph, TurnGuess } from '../../thread/index.ts';
import { guessVoices } from './guess-voices.ts';
import { topicNamed } from './named-topic.ts';
import { straighten } from './own-sentences.ts';
import { type CueHit, turnCues } from './turn-cues.ts';
import { echoCues } from './turn-echoes.ts';

/** Points that a gap between paragraphs needs to count as a turn start. */
const THRESHOLD = 1.5;
const QUOTE_POINTS = 2.2;

interface Gap {
  readonly first: number;
  points: number;
  readonly rule: string;
}

/**
 * Turns of text that marks none: each gap between paragraphs gets points from the words around it; what a quote proves
 * (nobody quotes the post that they are writing) and what the page says (`19 comments`) outranks words.
 */
export function guessTurns(paragraphs: readonly Paragraph[], declaredPosts: number | null): TurnGuess[] {
  if (paragraphs.length === 0) return [];
  const gaps = paragraphs.slice(1).map((paragraph, at) => {
    const echoes = echoCues(
      paragraphs.slice(Math.max(0, at - 5), at + 1).map(({ text }) => text),
      paragraph.text,
    );
    return weighGap(paragraphs[at]!, paragraph, echoes);
  });
  const starts = paragraphs.some(({ breakBefore }) => breakBefore)
    ? gaps
        .filter(({ first }) => paragraphs[first]!.breakBefore)
        .map(({ first }) => ({ first, points: 6, rule: 'break' }))
    : chooseStarts(paragraphs, gaps, declaredPosts);
  const turns = [{ first: 0, points: 6, rule: 'first' }, ...starts];
  return guessVoices(paragraphs, turns);
}

function weighGap(before: Paragraph, paragraph: Paragraph, echoes: readonly CueHit[]): Gap {
  const hits = [...turnCues(before.text, paragraph.text), ...(paragraph.quotes === null ? echoes : [])];
  if (paragraph.quotes !== null) hits.push({ rule: 'quote', points: QUOTE_POINTS });
  if (before.quotes !== null) hits.push({ rule: 'after-quote', points: -4 });
  if (before.footnote && !paragraph.footnote) hits.push({ rule: 'after-footnote', points: 4 });
  if (paragraph.footnote) hits.push({ rule: 'footnote', points: -6 });
  if (paragraph.afterFurniture) hits.push({ rule: 'furniture', points: 8 });
  const points = hits.reduce((sum, hit) => sum + hit.points, 0);
  const strongest = hits.reduce<string>((rule, hit) => (hit.points > 0 && rule === 'none' ? hit.rule : rule), 'none');
  return { first: paragraph.index, points, rule: strongest };
}

function chooseStarts(paragraphs: readonly Paragraph[], gaps: readonly Gap[], declaredPosts: number | null): Gap[] {
  const furniture = gaps.findLastIndex(({ first }) => paragraphs[first]!.afterFurniture);
  // Before a comment list stands one article.
  const article = furniture >= 0 && declaredPosts !== null && declaredPosts > 1 ? gaps[furniture]!.first : 0;
  const open = settleTopics(
    paragraphs,
    settleQuotes(
      paragraphs,
      gaps.filter(({ first }) => first >= article),
    ),
  );
  const chosen = new Set<Gap>();
  for (const gap of open) if (gap.points >= THRESHOLD || (article > 0 && gap.first === article)) chosen.add(gap);
  if (article > 0 && declaredPosts !== null) fitCount(paragraphs, open, chosen, declaredPosts - 1, article);
  return [...chosen].sort((a, b) => a.first - b.first);
}

/**
 * What quotes prove, first to last: between a quote and what it quotes at least one turn starts (where no words say so, at
 * the likeliest gap), and further quotes of the post that a turn already answers continue that turn, point by point.
 */
function settleQuotes(paragraphs: readonly Paragraph[], gaps: readonly Gap[]): Gap[] {
  const settled = gaps.map((gap) => ({ ...gap }));
  const isStart = ({ points }: Gap) => points >= THRESHOLD;
  for (const { index, quotes } of paragraphs) {
    const here = settled.findIndex(({ first }) => first === index);
    if (quotes === null || here < 0) continue;
    const starts = settled.filter((gap) => gap.first < index && isStart(gap)).map(({ first }) => first);
    const turnOf = (paragraph: number) => starts.findLast((first) => first <= paragraph) ?? 0;
    const current = turnOf(index - 1);
    if (turnOf(quotes) === current) {
      startBetween(settled, quotes, index);
      continue;
    }
    const answered = paragraphs.find(
      (before) => before.index >= current && before.index < index && before.quotes !== null,
    );
    if (answered && turnOf(answered.quotes!) === turnOf(quotes)) settled[here]!.points -= QUOTE_POINTS + 2;
  }
  return settled;
}

const TOPIC_REACH = 12;

/** Nobody answers "your second place" in the turn that named it: between the two at least one turn starts. */
function settleTopics(paragraphs: readonly Paragraph[], gaps: readonly Gap[]): Gap[] {
  const settled = gaps.map((gap) => ({ ...gap }));
  for (const { index, text } of paragraphs) {
    const topic = topicNamed(straighten(text.slice(0, 240)));
    if (topic.length === 0 || !settled.some(({ first }) => first === index)) continue;
    const named = paragraphs.slice(Math.max(0, index - TOPIC_REACH), index).findLast((before) => {
      const said = new Set(contentWords(before.text));
      return topic.every((word) => said.has(word));
    });
    const divided = ({ first, points }: Gap) => first > named!.index && first <= index && points >= THRESHOLD;
    if (named && !settled.some(divided)) startBetween(settled, named.index, index);
  }
  return settled;
}

/** Makes the likeliest gap behind one paragraph and up to another a turn start. */
function startBetween(gaps: readonly Gap[], behind: number, upTo: number): void {
  const between = gaps.filter(({ first }) => first > behind && first <= upTo);
  const likeliest = between.reduce((best, gap) => (gap.points >= best.points ? gap : best));
  likeliest.points = Math.max(likeliest.points, QUOTE_POINTS);
}

/** A page that says how many comments it has: take as many gaps as it takes, likeliest first. */
function fitCount(
  paragraphs: readonly Paragraph[],
  open: readonly Gap[],
  chosen: Set<Gap>,
  comments: number,
  article: number,
): void {
  const ranked = open.toSorted((a, b) => b.points - a.points || a.first - b.first);
  for (const gap of ranked) if (chosen.size < comments && gap.points > -1) chosen.add(gap);
  for (const gap of ranked.reverse()) {
    if (chosen.size <= comments) break;
    if (gap.first !== article && gap.points < 3 && paragraphs[gap.first]!.quotes === null) chosen.delete(gap);
  }
}
