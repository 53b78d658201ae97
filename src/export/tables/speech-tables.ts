import type { Analysis } from '../../analysis/index.ts';
import { claimsOf, nameOf, placeOf, propositionsInOrder, signOf, wordsAt } from '../speech.ts';
import { several, type Table } from './cells.ts';

/** One row per post, with its place in the input and its whole text. */
export function postTable(analysis: Analysis): Table {
  return {
    columns: [
      ...['post', 'speaker', 'speaker_name', 'speaker_given', 'speaker_confidence', 'reply_to', 'time', 'url', 'state'],
      ...['start', 'end', 'first_line', 'last_line', 'text'],
    ],
    rows: analysis.file.posts.map(({ id, speaker, replyTo, time, url, state, source, text }) => {
      const { given, confidence } = analysis.speakers.get(speaker)!;
      const place = source ? [source.start, source.end, source.firstLine, source.lastLine] : [null, null, null, null];
      return [id, speaker, nameOf(analysis, speaker), given, confidence, replyTo, time, url, state, ...place, text];
    }),
  };
}

/** One row per claim: who, how, where (offsets in the post's text), and the words. */
export function claimTable(analysis: Analysis): Table {
  return {
    columns: [
      ...[
        'claim',
        'post',
        'speaker',
        'speaker_name',
        'proposition',
        'side',
        'stance',
        'kind',
        'probability',
        'polarity',
      ],
      ...['start', 'end', 'first_line', 'last_line', 'grounding', 'rule', 'confidence', 'text'],
    ],
    rows: analysis.file.claims.map((claim) => {
      const { id, post, speaker, proposition, stance, kind, p, polarity, start, end, firstLine, lastLine } = claim;
      const { grounding, rule, confidence, text } = claim;
      return [
        ...[id, post, speaker, nameOf(analysis, speaker), proposition, SIDES[signOf(claim)], stance, kind, p, polarity],
        ...[start, end, firstLine, lastLine, grounding, rule, confidence, text],
      ];
    }),
  };
}

const SIDES = { '1': 'for', '0': 'unsure', '-1': 'against' } as const;

/** One row per proposition: its wording, who stands where, the claims behind it. */
export function propositionTable(analysis: Analysis): Table {
  return {
    columns: ['proposition', 'text', 'speakers_for', 'speakers_against', 'speakers_unsure', 'views', 'claims'],
    rows: propositionsInOrder(analysis).map((proposition) => {
      const { id, text, views } = proposition;
      const claims = claimsOf(analysis, proposition);
      const who = (sign: number) => {
        const own = claims.filter((claim) => signOf(claim) === sign);
        return several([...new Set(own.map(({ speaker }) => nameOf(analysis, speaker)))]);
      };
      const values = views.map(({ speaker, value }) => `${nameOf(analysis, speaker)} ${value.toFixed(2)}`);
      return [id, text, who(1), who(-1), who(0), several(values), several(claims.map((claim) => claim.id))];
    }),
  };
}

/** One row per relation; the columns about who states it list everyone in the same order, parted by ` | `. */
export function relationTable(analysis: Analysis): Table {
  return {
    columns: [
      ...['relation', 'from', 'to', 'type', 'weight', 'owner', 'premise', 'conclusion', 'feedback'],
      ...['stated_by', 'endorsed', 'posts', 'spans', 'places', 'words'],
    ],
    rows: analysis.file.relations.map((relation) => {
      const { id, from, to, type, weight, owner, premise, conclusion, feedback, statedBy } = relation;
      return [
        ...[id, from, to, type, weight, owner && nameOf(analysis, owner), premise, conclusion, feedback],
        several(statedBy.map(({ speaker }) => nameOf(analysis, speaker))),
        several(statedBy.map(({ speaker, endorsed }) => `${nameOf(analysis, speaker)} ${endorsed.toFixed(2)}`)),
        several(statedBy.map(({ post }) => post)),
        several(statedBy.map(({ start, end }) => `${start}-${end}`)),
        several(statedBy.map(placeOf)),
        several(statedBy.map((said) => wordsAt(analysis, said))),
      ];
    }),
  };
}
