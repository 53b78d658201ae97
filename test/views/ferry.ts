import type { GraphFile } from '../../src/graph-file/index.ts';
import { buildGraphFile } from '../helpers/graph-file-builder.ts';
import { CLAIMS, MOVES, POSTS, TERMS } from './ferry-thread.ts';

const RULES = { name: 'rules', model: null, version: '1' } as const;

/** Two named speakers, labelled by a model: issue, double crux, bearing crux, one-sided crux, shared ground. */
export const ferryByModel = (): GraphFile =>
  buildGraphFile({
    posts: POSTS,
    title: 'Ferry or bridge?',
    claims: CLAIMS,
    moves: MOVES,
    wordings: {
      keep: 'The island should keep its ferry instead of building a bridge',
      capacity: 'The ferry can carry everybody who lives here in ten years',
      lorries: 'A bridge brings lorries through the village',
      winter: 'The ferry loses money in winter',
    },
    relations: [
      {
        id: 'r1',
        from: 'capacity',
        to: 'keep',
        words: [{ post: 1, words: 'I think our crux is whether the ferry can carry everybody' }],
      },
      {
        id: 'r2',
        from: 'lorries',
        to: 'keep',
        words: [
          { post: 3, words: 'for me quiet streets are the reason to live here' },
          { post: 4, words: 'so that is a point for the bridge', endorsed: -1 },
        ],
      },
      {
        id: 'r3',
        from: 'crew',
        to: 'capacity',
        words: [{ post: 3, words: 'if we run it hourly, and an hourly boat needs only one more crew' }],
      },
      {
        id: 'r4',
        from: 'school',
        to: 'capacity',
        type: 'attacks',
        words: [{ post: 2, words: 'because the school is growing' }],
      },
    ],
    issues: [
      {
        proposition: 'keep',
        gap: -1.6,
        sides: [
          { speaker: 'Ada', camp: null, value: 0.8 },
          { speaker: 'Bo', camp: null, value: -0.8 },
        ],
        origins: [
          { item: 'capacity', share: 0.52 },
          { item: 'keep', share: 0.34 },
          { item: 'r2', share: 0.14 },
        ],
        cruxSet: { items: ['capacity', 'r2'], closes: 0.95 },
        conviction: [{ speaker: 'Bo', proposition: 'keep', nats: 1.4 }],
      },
    ],
    cruxes: [
      {
        item: 'capacity',
        issue: 'i1',
        kind: 'double',
        score: 0.855,
        question: 'Can the ferry carry everybody in ten years?',
        settledBy: 'A count of commuters against the seats of an hourly timetable.',
        declared: true,
        moves: ['m1', 'm3'],
        closes: { Ada: { plain: 0.85, capped: 0.34 }, Bo: { plain: 0.9, capped: 0.9 } },
        origin: 0.52,
        band: [0.42, 1],
        sides: [['c7'], ['c5']],
      },
      {
        item: 'r2',
        issue: 'i1',
        kind: 'bearing',
        score: 0.38,
        question: 'Do lorries in the village speak for or against a bridge?',
        closes: { Ada: { plain: 0.4, capped: 0.4 }, Bo: { plain: 0.36, capped: 0.2 } },
        origin: 0.14,
        sides: [['c2'], ['c11']],
      },
      {
        item: 'storms',
        issue: 'i1',
        kind: 'one-sided',
        score: 0.06,
        question: 'Do storms stop the ferry for long?',
        waypoints: ['keep'],
        closes: { Ada: { plain: 0.03, capped: 0 }, Bo: { plain: 0.14, capped: 0.1 } },
        sides: [['c9'], ['c4']],
      },
    ],
    agreements: [
      { proposition: 'winter', speakers: ['Ada', 'Bo'], claims: ['c3'], moves: ['m2'], loadBearing: true },
      { proposition: 'lorries', speakers: ['Ada', 'Bo'], claims: ['c2', 'c11'], hollow: true },
      {
        proposition: 'crew',
        speakers: ['Ada', 'Bo'],
        claims: ['c8'],
        moves: ['m4'],
        kind: 'conditional',
        hinge: 'capacity',
      },
    ],
    unanswered: [
      { claim: 'c10', notBy: ['Bo'], closes: 0.19 },
      { claim: 'c6', notBy: ['Ada'], closes: 0.12 },
      { claim: 'c9', notBy: ['Bo'], closes: 0.11 },
      { claim: 'c14', notBy: ['Bo'] },
    ],
    terms: TERMS,
    notices: [
      { rule: 'claim-dropped', post: 'p3', text: 'One claim was dropped because its words are not in the post.' },
    ],
  });

/** The same dispute from bare text by the embedded reader: speakers inferred, words only, no closure. */
export const ferryByRules = (): GraphFile =>
  buildGraphFile({
    posts: POSTS.map((post) => ({ ...post, by: post.by === 'Ada' ? 'A' : 'B' })),
    reader: RULES,
    inferred: 0.44,
    format: 'text',
    captures: { count: 2, captured: 21, kept: 11 },
    claims: CLAIMS,
    moves: MOVES,
    cruxes: [
      { item: 'capacity', declared: true, moves: ['m1', 'm3'], sides: [['c7'], ['c5']] },
      { item: 'keep', sides: [['c1'], ['c4']] },
      { item: 'lorries', sides: [['c2'], ['c11']] },
      { item: 'storms', sides: [['c9'], ['c4']] },
    ],
    agreements: [{ proposition: 'winter', speakers: ['A', 'B'], claims: ['c3'], moves: ['m2'] }],
    unanswered: [
      { claim: 'c10', notBy: ['B'] },
      { claim: 'c14', notBy: ['B'] },
    ],
    terms: TERMS.map((term) => ({
      ...term,
      senses: term.senses.map((sense, at) => ({ ...sense, speakers: [at === 0 ? 'B' : 'A'] })),
    })),
    notices: [
      {
        rule: 'captures-merged',
        post: null,
        text: 'The file holds 2 captures of one thread; their 21 paragraphs were merged into 11.',
      },
      { rule: 'speakers-inferred', post: null, text: 'The text names no speakers: turns and speakers are inferred.' },
      { rule: 'quote-untied', post: 'p2', text: 'A quotation in post p2 was found in no earlier post.' },
    ],
  });

/** One voice only. */
export const ferryAlone = (): GraphFile =>
  buildGraphFile({
    posts: [POSTS[0]!, POSTS[4]!],
    reader: RULES,
    claims: CLAIMS.filter(({ post }) => post === 1),
    unanswered: [{ claim: 'c1' }, { claim: 'c2' }],
  });

/** Two voices that never meet. */
export const ferryApart = (): GraphFile =>
  buildGraphFile({ posts: POSTS.slice(0, 2), reader: RULES, claims: CLAIMS.filter(({ post }) => post <= 2) });
