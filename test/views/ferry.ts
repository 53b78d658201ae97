import type { GraphFile } from '../../src/graph-file/index.ts';
import { buildGraphFile, type GraphSpec, type PostSpec } from '../helpers/graph-file-builder.ts';

const RULES = { name: 'rules', model: null, version: '1' } as const;

const POSTS: readonly PostSpec[] = [
  {
    by: 'Ada',
    text: 'The island should keep its ferry instead of building a bridge.\nA bridge would let heavy lorries through the village every morning. I think our crux is whether the ferry can carry everybody who lives here in ten years.\nThe ferry loses money each winter, I grant that.',
  },
  {
    by: 'Bo',
    answers: 1,
    text: '> The ferry loses money each winter\nYes, I fully agree with you that the winter runs lose money. But the island should not keep a ferry that strands people when the wind is up.\nI agree that our crux is capacity: the ferry cannot carry everybody in ten years, because the school is growing and two boats is all the pier can take.',
    quotes: [{ words: '> The ferry loses money each winter', from: 1 }],
  },
  {
    by: 'Ada',
    answers: 2,
    text: 'The ferry can carry everybody in ten years if we run it hourly, and an hourly boat needs only one more crew.\nMost storms last less than a day. You say lorries are welcome; for me quiet streets are the reason to live here.',
  },
  {
    by: 'Bo',
    answers: 3,
    text: 'Lorries through the village would bring the building material that we wait for today, so that is a point for the bridge.\nAn hourly boat is still a boat: by a link I mean a road that is open at night. If everybody does get a seat, then I agree that one more crew is enough.',
  },
  {
    by: 'Ada',
    text: 'By a link I mean any crossing that I can plan my day around.\nWho would pay for the bridge toll?',
  },
];

const CLAIMS: GraphSpec['claims'] = [
  { id: 'c1', post: 1, of: 'keep', kind: 'policy', words: POSTS[0]!.text.split('\n')[0]! },
  {
    id: 'c2',
    post: 1,
    of: 'lorries',
    kind: 'forecast',
    words: 'A bridge would let heavy lorries through the village every morning.',
  },
  { id: 'c3', post: 1, of: 'winter', words: 'The ferry loses money each winter, I grant that.' },
  {
    id: 'c4',
    post: 2,
    of: 'keep',
    kind: 'policy',
    stance: 'reject',
    words: 'But the island should not keep a ferry that strands people when the wind is up.',
  },
  {
    id: 'c5',
    post: 2,
    of: 'capacity',
    kind: 'forecast',
    stance: 'reject',
    words: 'the ferry cannot carry everybody in ten years',
  },
  { id: 'c6', post: 2, of: 'school', words: 'the school is growing and two boats is all the pier can take' },
  {
    id: 'c7',
    post: 3,
    of: 'capacity',
    kind: 'forecast',
    words: 'The ferry can carry everybody in ten years if we run it hourly',
  },
  { id: 'c8', post: 3, of: 'crew', words: 'an hourly boat needs only one more crew' },
  { id: 'c9', post: 3, of: 'storms', words: 'Most storms last less than a day.' },
  { id: 'c10', post: 3, of: 'quiet', kind: 'value', words: 'for me quiet streets are the reason to live here' },
  {
    id: 'c11',
    post: 4,
    of: 'lorries',
    kind: 'forecast',
    words: 'Lorries through the village would bring the building material that we wait for today',
  },
  { id: 'c12', post: 4, of: 'link-road', kind: 'definition', words: 'by a link I mean a road that is open at night' },
  {
    id: 'c13',
    post: 5,
    of: 'link-plan',
    kind: 'definition',
    words: 'By a link I mean any crossing that I can plan my day around.',
  },
  { id: 'c14', post: 5, of: 'toll', words: 'Who would pay for the bridge toll?' },
];

const MOVES: GraphSpec['moves'] = [
  {
    id: 'm1',
    type: 'crux',
    post: 1,
    words: 'I think our crux is whether the ferry can carry everybody who lives here in ten years.',
  },
  {
    id: 'm2',
    type: 'agree',
    post: 2,
    target: 'c3',
    words: 'Yes, I fully agree with you that the winter runs lose money.',
  },
  {
    id: 'm4',
    type: 'cond_agree',
    post: 4,
    target: 'c8',
    words: 'If everybody does get a seat, then I agree that one more crew is enough.',
  },
  {
    id: 'm3',
    type: 'crux',
    post: 2,
    words: 'I agree that our crux is capacity: the ferry cannot carry everybody in ten years',
  },
];

const TERMS: GraphFile['terms'] = [
  {
    term: 'link',
    verbality: 0.6,
    senses: [
      { speakers: ['Bo'], claim: 'c12' },
      { speakers: ['Ada'], claim: 'c13' },
    ],
  },
];

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
    claims: CLAIMS!.filter(({ post }) => post === 1),
    unanswered: [{ claim: 'c1' }, { claim: 'c2' }],
  });

/** Two voices that never meet. */
export const ferryApart = (): GraphFile =>
  buildGraphFile({ posts: POSTS.slice(0, 2), reader: RULES, claims: CLAIMS!.filter(({ post }) => post <= 2) });

/** Five voices in two camps, from a format without lines. */
export const ferryCamps = (): GraphFile => {
  const said: readonly (readonly [string, string])[] = [
    ['Ada', 'We should keep the ferry.'],
    ['Bo', 'No, the ferry has to go.'],
    ['Cy', 'Keep it, please.'],
    ['Dee', 'I would not keep it either.'],
    ['Eli', 'I am not sure about the ferry.'],
    ['Ada', 'The pier is sound.'],
    ['Dee', 'The pier is rotten.'],
    ['Cy', 'The pier was repaired last year, it is sound.'],
    ['Bo', 'The boat is old.'],
    ['Ada', 'True, the boat is old.'],
  ];
  const claim = (post: number, of: string, stance?: 'reject' | 'unsure') => {
    return { id: `c${post}`, post, of, words: said[post - 1]![1], ...(stance ? { stance } : {}) };
  };
  const file = buildGraphFile({
    posts: said.map(([by, text], at) => ({ by, text, ...(at > 0 ? { answers: 1 } : {}) })),
    format: 'reddit-json',
    source: 'ferry.json',
    lines: false,
    claims: [
      claim(1, 'keep'),
      claim(2, 'keep', 'reject'),
      claim(3, 'keep'),
      claim(4, 'keep', 'reject'),
      claim(5, 'keep', 'unsure'),
      claim(6, 'pier'),
      claim(7, 'pier', 'reject'),
      claim(8, 'pier'),
      claim(9, 'boat'),
      claim(10, 'boat'),
    ],
    wordings: { keep: 'The ferry should be kept', pier: 'The pier is sound', boat: 'The boat is old' },
    issues: [
      {
        proposition: 'keep',
        gap: -1.6,
        sides: [
          { speaker: 'Ada', camp: 'pro', value: 0.8 },
          { speaker: 'Bo', camp: 'con', value: -0.8 },
          { speaker: 'Cy', camp: 'pro', value: 0.8 },
          { speaker: 'Dee', camp: 'con', value: -0.8 },
        ],
      },
    ],
    cruxes: [
      {
        item: 'pier',
        issue: 'i1',
        kind: 'overdetermined',
        score: 0.32,
        question: 'Is the pier sound?',
        divided: true,
        closes: { pro: { plain: 0.32, capped: 0 }, con: { plain: 0.32, capped: 0.1 } },
        sides: [['c6'], ['c7'], ['c8']],
      },
    ],
    agreements: [{ proposition: 'boat', speakers: ['Ada', 'Bo'], claims: ['c9', 'c10'] }],
  });
  const camps: Record<string, string> = { Ada: 'pro', Cy: 'pro', Bo: 'con', Dee: 'con' };
  const cruxes = file.cruxes.map((crux) => ({
    ...crux,
    sides: crux.sides.map((side) => ({ ...side, camp: camps[side.speaker] ?? null })),
  }));
  return { ...file, cruxes };
};
