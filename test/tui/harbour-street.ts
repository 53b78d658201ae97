import { type Analysis, openAnalysis } from '../../src/analysis/analysis.ts';
import { type Claim, type GraphFile, graphFileSchema, type Stance } from '../../src/graph-file/index.ts';

const POSTS = [
  ['ann', 'Cycle lanes on Harbour Street make the town safer.\n\nDrivers slow down where the road looks narrow.'],
  [
    'ben',
    'I doubt that. Drivers do not slow down for paint.\n\nWe agree that the crossing at the school is dangerous.',
  ],
  ['ann', 'The crossing at the school is dangerous, yes.\n\nWhat would change my mind is a count of cars at night.'],
  ['ben', 'A count at night tells nothing about the morning.\n\nMoney for lanes is money taken from the buses.'],
] as const;

const CLAIMS: readonly (readonly [post: number, words: string, proposition: string, stance: Stance])[] = [
  [0, 'Cycle lanes on Harbour Street make the town safer.', 'safer', 'assert'],
  [0, 'Drivers slow down where the road looks narrow.', 'slow', 'assert'],
  [1, 'I doubt that.', 'safer', 'doubt'],
  [1, 'Drivers do not slow down for paint.', 'slow', 'reject'],
  [1, 'We agree that the crossing at the school is dangerous.', 'crossing', 'assert'],
  [2, 'The crossing at the school is dangerous, yes.', 'crossing', 'assert'],
  [3, 'Money for lanes is money taken from the buses.', 'money', 'assert'],
];

const VALUES: Readonly<Partial<Record<Stance, number>>> = { assert: 0.8, doubt: -0.5, reject: -0.8 };

/** A small discussion of our own with one crux, one agreement and one claim without answer. */
export function harbourStreet(): Analysis {
  return openAnalysis(harbourFile());
}

/** The same discussion with so many more posts of filling that the source view has thousands of rows. */
export function longThread(posts: number): Analysis {
  const file = harbourFile();
  const filler = Array.from({ length: posts }, (_, index) =>
    postOf(index + POSTS.length, index % 2 === 0 ? 'ann' : 'ben', `Filling number ${index}, a line of no weight.`),
  );
  return openAnalysis({ ...file, posts: [...file.posts, ...filler] });
}

function harbourFile(): GraphFile {
  const posts = POSTS.map(([speaker, text], index) => postOf(index, speaker, text));
  const claims = CLAIMS.map(([post, words, proposition, stance], index): Claim => {
    const start = POSTS[post]![1].indexOf(words);
    const line = post * 4 + (start === 0 ? 1 : 3);
    return {
      id: `c${index}`,
      post: `p${post}`,
      speaker: POSTS[post]![0],
      start,
      end: start + words.length,
      text: words,
      firstLine: line,
      lastLine: line,
      kind: 'fact',
      stance,
      p: null,
      proposition,
      polarity: 1,
      grounding: 'exact',
      rule: 'given',
      confidence: 1,
    };
  });
  const propositions = [...new Set(claims.map(({ proposition }) => proposition))].map((id) => {
    const own = claims.filter(({ proposition }) => proposition === id);
    return {
      id,
      text: own[0]!.text,
      claims: own.map((claim) => claim.id),
      views: own.map(({ id: claim, speaker, stance }) => ({ speaker, stance, value: VALUES[stance]!, claim })),
    };
  });
  const side = (speaker: string, stance: Stance, claim: string) => ({
    speaker,
    camp: null,
    stance,
    value: VALUES[stance]!,
    claims: [claim],
  });
  return graphFileSchema.parse({
    schema: 'cruxgraph/1',
    thread: {
      id: 'lanes',
      title: 'Lanes on Harbour Street',
      format: 'markdown',
      source: 'lanes.md',
      sha256: '0'.repeat(64),
      lines: 16,
      reader: { name: 'given', model: null, version: '1' },
    },
    speakers: ['ann', 'ben'].map((id) => ({ id, name: id === 'ann' ? 'Ann' : 'Ben', given: true, confidence: 1 })),
    posts,
    claims,
    propositions,
    relations: [
      {
        id: 'r1',
        from: 'slow',
        to: 'safer',
        type: 'supports',
        weight: 1,
        owner: null,
        statedBy: [{ speaker: 'ann', endorsed: 1, post: 'p0', start: 0, end: 50, firstLine: 1, lastLine: 1 }],
      },
    ],
    moves: [],
    issues: [
      {
        id: 'i1',
        proposition: 'safer',
        gap: 1.3,
        sides: [
          { speaker: 'ann', camp: null, value: 0.8 },
          { speaker: 'ben', camp: null, value: -0.5 },
        ],
        origins: [],
        cruxSet: { items: ['slow'], closes: 0.6 },
      },
    ],
    cruxes: [
      {
        id: 'k1',
        rank: 1,
        issue: 'i1',
        item: 'slow',
        kind: 'double',
        question: 'Do drivers slow down beside cycle lanes?',
        settledBy: 'A count of speeds before and after.',
        declared: false,
        score: 0.6,
        closes: { ann: { plain: 0.6, capped: 0.6 }, ben: { plain: 0.6, capped: 0.6 } },
        waypoints: [],
        sides: [side('ann', 'assert', 'c1'), side('ben', 'reject', 'c3')],
        moves: [],
      },
    ],
    agreements: [
      {
        id: 'a1',
        proposition: 'crossing',
        speakers: ['ann', 'ben'],
        kind: 'full',
        hinge: null,
        loadBearing: false,
        hollow: false,
        claims: ['c4', 'c5'],
        moves: [],
      },
    ],
    unanswered: [{ id: 'u1', proposition: 'money', by: 'ben', notBy: ['ann'], closes: 0.1, claims: ['c6'] }],
    terms: [],
    notices: [],
    ledger: {
      posts: { read: POSTS.length, skipped: 0, failed: 0 },
      claims: { kept: CLAIMS.length, repaired: 0, dropped: 0 },
      requests: 0,
      tokens: { in: 0, out: 0, cached: 0 },
    },
  });
}

function postOf(index: number, speaker: string, text: string): GraphFile['posts'][number] {
  const start = index * 200;
  const lines = text.split('\n').length;
  return {
    id: `p${index}`,
    speaker,
    replyTo: index === 0 ? null : `p${index - 1}`,
    replyBy: index === 0 ? null : 'source',
    startConfidence: 1,
    time: null,
    url: null,
    state: 'ok',
    text,
    pieces: [{ start: 0, end: text.length, sourceStart: start, firstLine: index * 4 + 1 }],
    source: { start, end: start + text.length, firstLine: index * 4 + 1, lastLine: index * 4 + lines },
    copies: [],
    quotes: [],
    blocks: [{ start: 0, end: text.length, kind: 'paragraph' }],
    signals: {},
  };
}
