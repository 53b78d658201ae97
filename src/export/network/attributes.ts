import type { Analysis } from '../../analysis/index.ts';
import type { Claim, Crux, Move, Post, Proposition, Relation } from '../../graph-file/index.ts';
import { cleanText, oneLine } from '../clean-text.ts';
import type { Marks } from '../marks.ts';
import { rounded } from '../rounded.ts';
import { claimsOf, nameOf, placeOf, signOf, wordsAt } from '../speech.ts';
import type { Attributes } from './network.ts';

const list = (items: Iterable<string>) => [...new Set(items)].join('; ') || undefined;
const some = <T>(value: T | null) => value ?? undefined;

/** What a proposition says, who is for and against it, and what the analysis makes of it. */
export function propositionAttributes(
  analysis: Analysis,
  proposition: Proposition,
  { cruxes, issues, agreements, unanswered }: Marks,
): Attributes {
  const claims = claimsOf(analysis, proposition);
  const who = (sign: number) =>
    list(claims.filter((claim) => signOf(claim) === sign).map(({ speaker }) => nameOf(analysis, speaker)));
  const { id, text } = proposition;
  const agreement = agreements.get(id);
  return {
    kind: 'proposition',
    text: cleanText(text),
    speakers_for: who(1),
    speakers_against: who(-1),
    speakers_unsure: who(0),
    ...cruxAttributes(cruxes.get(id)),
    issue: issues.has(id) || undefined,
    agreement: agreement?.kind,
    agreed_by: agreement && list(agreement.speakers.map((speaker) => nameOf(analysis, speaker))),
    unanswered: unanswered.has(id) || undefined,
  };
}

function cruxAttributes(crux: Crux | undefined): Attributes {
  if (!crux) return {};
  return {
    crux_rank: crux.rank,
    crux_kind: crux.kind,
    crux_score: crux.score === null ? undefined : rounded(crux.score),
    crux_question: oneLine(crux.question) || undefined,
  };
}

/** A claim with its speaker, stance, verbatim words and place. */
export function claimAttributes(analysis: Analysis, claim: Claim): Attributes {
  const { speaker, stance, kind, p, post, start, end, firstLine, lastLine, text } = claim;
  const url = analysis.posts.get(post)?.url ?? null;
  return {
    kind: 'claim',
    text: cleanText(text),
    speaker: cleanText(speaker),
    speaker_name: nameOf(analysis, speaker),
    stance,
    claim_kind: kind,
    probability: some(p),
    ...{ post: cleanText(post), start, end, first_line: some(firstLine), last_line: some(lastLine) },
    url: url === null ? undefined : cleanText(url),
    grounding: claim.grounding,
    rule: cleanText(claim.rule),
    confidence: rounded(claim.confidence),
  };
}

/** A post with its speaker, time and place; its text stays out, the claims quote from it. */
export function postAttributes(analysis: Analysis, { speaker, time, url, state, source, id }: Post): Attributes {
  return {
    ...{
      kind: 'post',
      post: cleanText(id),
      speaker: cleanText(speaker),
      speaker_name: nameOf(analysis, speaker),
      state,
    },
    time: time === null ? undefined : cleanText(time),
    url: url === null ? undefined : cleanText(url),
    ...{ start: source?.start, end: source?.end },
    first_line: some(source?.firstLine ?? null),
    last_line: some(source?.lastLine ?? null),
  };
}

/** A relation with its weight and everyone who states it: names, places (post:start-end), words. */
export function relationAttributes(analysis: Analysis, relation: Relation, crux: Crux | undefined): Attributes {
  const { id, type, weight, owner, premise, conclusion, feedback, statedBy } = relation;
  return {
    ...{ type, relation: cleanText(id), weight: rounded(weight), feedback: feedback || undefined },
    owner: owner === null ? undefined : nameOf(analysis, owner),
    premise: premise === 1 ? undefined : premise,
    conclusion: conclusion === 1 ? undefined : conclusion,
    speaker_name: list(statedBy.map(({ speaker }) => nameOf(analysis, speaker))),
    endorsed: list(statedBy.map(({ speaker, endorsed }) => `${nameOf(analysis, speaker)} ${rounded(endorsed)}`)),
    places: list(statedBy.map((said) => `${cleanText(said.post)}:${said.start}-${said.end} ${placeOf(said)}`)),
    text: statedBy.map((said) => cleanText(wordsAt(analysis, said))).join(' | ') || undefined,
    ...cruxAttributes(crux),
  };
}

/** A move with its speaker, words and place. */
export function moveAttributes(analysis: Analysis, move: Move, words: string): Attributes {
  const { type, speaker, post, start, end, firstLine, lastLine, rule, confidence } = move;
  return {
    ...{ type: `move: ${type}`, speaker_name: nameOf(analysis, speaker), text: cleanText(words) },
    ...{ post: cleanText(post), start, end, first_line: some(firstLine), last_line: some(lastLine) },
    ...{ rule: cleanText(rule), confidence: rounded(confidence) },
  };
}
