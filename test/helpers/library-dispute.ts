import type { GraphFile } from '../../src/graph-file/index.ts';
import { buildGraphFile, type ClaimSpec, type GraphSpec, type PostSpec } from './graph-file-builder.ts';

const POSTS: readonly PostSpec[] = [
  {
    by: 'Nadia Okafor',
    text: 'The library should drop late fees for everybody.\nFees keep the poorest readers away: in our branch every third card is blocked over less than five euros. By a late fee I mean any charge for the days alone, not for a lost book.',
  },
  {
    by: 'Tom',
    answers: 1,
    text: '> every third card is blocked\nThat is true, every third card is blocked. Still, I would not drop the fees; without them the books stay out for months.\nBooks that stay out for months are what empties the shelf.',
    quotes: [{ words: '> every third card is blocked', from: 1 }],
  },
  {
    by: 'Nadia Okafor',
    answers: 2,
    text: 'The books come back without fees as well: the town next door dropped theirs and returns went up.\nA reminder by message does more than a coin.',
  },
  {
    by: 'Ines',
    answers: 3,
    text: 'The town next door also bought twice as many copies, so its returns say nothing about fees.\nI would drop them only if the reminders start first. For children I would drop them today.',
  },
  {
    by: 'Tom',
    answers: 4,
    text: 'Twice as many copies does not matter for that, they counted returns per copy.\nA reminder never moved anybody, I am not sure about that though.',
  },
];

const CLAIMS: readonly ClaimSpec[] = [
  { id: 'c1', post: 1, of: 'drop', kind: 'policy', words: 'The library should drop late fees for everybody.' },
  { id: 'c2', post: 1, of: 'away', words: 'Fees keep the poorest readers away' },
  { id: 'c3', post: 1, of: 'blocked', words: 'in our branch every third card is blocked over less than five euros' },
  {
    id: 'c4',
    post: 1,
    of: 'meaning',
    kind: 'definition',
    words: 'By a late fee I mean any charge for the days alone, not for a lost book.',
  },
  { id: 'c5', post: 2, of: 'blocked', words: 'That is true, every third card is blocked.' },
  { id: 'c6', post: 2, of: 'drop', kind: 'policy', stance: 'reject', words: 'Still, I would not drop the fees' },
  {
    id: 'c7',
    post: 2,
    of: 'months',
    kind: 'forecast',
    words: 'without them the books stay out for months.\nBooks that stay out for months are what empties the shelf.',
  },
  {
    id: 'c8',
    post: 3,
    of: 'months',
    kind: 'forecast',
    stance: 'reject',
    words: 'The books come back without fees as well',
  },
  { id: 'c9', post: 3, of: 'returns', words: 'the town next door dropped theirs and returns went up' },
  { id: 'c10', post: 3, of: 'reminder', words: 'A reminder by message does more than a coin.' },
  { id: 'c11', post: 4, of: 'copies', words: 'The town next door also bought twice as many copies' },
  {
    id: 'c12',
    post: 4,
    of: 'drop',
    kind: 'policy',
    stance: 'conditional',
    words: 'I would drop them only if the reminders start first.',
  },
  { id: 'c13', post: 4, of: 'children', kind: 'policy', words: 'For children I would drop them today.' },
  { id: 'c14', post: 5, of: 'percopy', words: 'they counted returns per copy' },
  {
    id: 'c15',
    post: 5,
    of: 'reminder',
    stance: 'unsure',
    words: 'A reminder never moved anybody, I am not sure about that though.',
  },
];

const SPEC: GraphSpec = {
  source: 'library.txt',
  title: 'Late fees: keep or drop?',
  posts: POSTS,
  claims: CLAIMS,
  wordings: {
    drop: 'The library should drop late fees',
    months: 'Without fees books stay out for months',
    blocked: 'Every third card is blocked over a small debt',
  },
  moves: [
    { id: 'm1', type: 'agree', post: 2, words: 'That is true', target: 'c3' },
    { id: 'm2', type: 'disagree', post: 3, words: 'The books come back without fees as well', target: 'c7' },
    { id: 'm3', type: 'undercut', post: 4, words: 'so its returns say nothing about fees', target: 'r4' },
    {
      id: 'm4',
      type: 'cond_agree',
      post: 4,
      words: 'I would drop them only if the reminders start first.',
      target: 'drop',
    },
    { id: 'm5', type: 'clarify', post: 5, words: 'A reminder never moved anybody', target: 'p3' },
  ],
  relations: [
    { id: 'r1', from: 'away', to: 'drop', words: [{ post: 1, words: 'Fees keep the poorest readers away' }] },
    { id: 'r2', from: 'blocked', to: 'away', words: [{ post: 1, words: 'in our branch every third card is blocked' }] },
    {
      id: 'r3',
      from: 'months',
      to: 'drop',
      type: 'attacks',
      words: [
        { post: 2, words: 'without them the books stay out for months' },
        { post: 3, words: 'The books come back without fees as well', endorsed: 0 },
      ],
    },
    { id: 'r4', from: 'returns', to: 'months', type: 'attacks', words: [{ post: 3, words: 'returns went up' }] },
    {
      id: 'r5',
      from: 'copies',
      to: 'r4',
      type: 'undercuts',
      words: [{ post: 4, words: 'so its returns say nothing about fees' }],
    },
    {
      id: 'r6',
      from: 'percopy',
      to: 'r5',
      type: 'undercuts',
      words: [{ post: 5, words: 'Twice as many copies does not matter for that' }],
    },
    {
      id: 'r7',
      from: 'reminder',
      to: 'drop',
      type: 'requires',
      words: [{ post: 4, words: 'only if the reminders start first' }],
    },
    {
      id: 'r8',
      from: 'children',
      to: 'drop',
      type: 'narrows',
      words: [{ post: 4, words: 'For children I would drop them today.' }],
    },
    { id: 'r9', from: 'meaning', to: 'drop', type: 'defines', words: [{ post: 1, words: 'By a late fee I mean' }] },
    { id: 'r10', from: 'months', to: 'away', words: [{ post: 2, words: 'what empties the shelf' }] },
  ],
  issues: [
    {
      proposition: 'drop',
      gap: -1.6,
      sides: [
        { speaker: 'Nadia Okafor', camp: null, value: 0.8 },
        { speaker: 'Tom', camp: null, value: -0.8 },
      ],
      origins: [
        { item: 'months', share: 0.7 },
        { item: 'drop', share: 0.3 },
      ],
      cruxSet: { items: ['months'], closes: 0.62 },
    },
  ],
  cruxes: [
    {
      item: 'months',
      issue: 'i1',
      kind: 'double',
      score: 0.62,
      question: 'Do books stay out for months once there are no fees?',
      settledBy: 'A year without fees in one branch.',
      declared: true,
      moves: ['m2'],
      closes: { 'Nadia Okafor': { plain: 0.6, capped: 0.4 }, Tom: { plain: 0.64, capped: 0.64 } },
      sides: [['c8'], ['c7']],
    },
    { item: 'r7', issue: 'i1', kind: 'bearing', score: 0.1, sides: [['c10'], ['c15']], waypoints: ['drop'] },
  ],
  agreements: [
    { proposition: 'blocked', speakers: ['Nadia Okafor', 'Tom'], claims: ['c3', 'c5'], moves: ['m1'] },
    {
      proposition: 'drop',
      speakers: ['Nadia Okafor', 'Ines'],
      kind: 'conditional',
      hinge: 'reminder',
      claims: ['c1', 'c12'],
      moves: ['m4'],
    },
  ],
  unanswered: [{ claim: 'c13', notBy: ['Tom'], closes: 0.12 }],
  terms: [{ term: 'late fee', verbality: 0.2, senses: [{ speakers: ['Nadia Okafor'], claim: 'c4' }] }],
  notices: [
    { rule: 'claim-dropped', post: 'p3', text: 'One claim was dropped because its words are not in the post.' },
  ],
};

/** Three people on late fees: every type of relation, undercuts of undercuts, a negated premise, agreements, a reply tree, links and times. */
export function libraryDispute(): GraphFile {
  const file = buildGraphFile(SPEC);
  return {
    ...file,
    posts: file.posts.map((post, at) => ({
      ...post,
      time: at === 4 ? 'last week' : `2024-05-0${at + 1}T08:30:00+02:00`,
      url: `https://forum.example.org/t/12?page=1&post=${at + 1}`,
    })),
    relations: file.relations.map((one) => (one.id === 'r10' ? { ...one, premise: -1 as const, weight: 0.5 } : one)),
  };
}

/** Long quotations without any relation, from a format without lines. */
export function looseRemarks(): GraphFile {
  const said = ['One thing is clear.', 'Another thing is not.', 'A third thing, to end with.'];
  return buildGraphFile({
    source: 'remarks.json',
    format: 'reddit-json',
    lines: false,
    inferred: 0.4,
    posts: said.map((text, at) => ({ by: 'ABA'[at]!, text, ...(at > 0 ? { answers: at } : {}) })),
    claims: said.map((words, at) => ({ id: `c${at + 1}`, post: at + 1, of: `q${at + 1}`, words })),
  });
}

/** Two posts in which nobody claims anything. */
export function noClaims(): GraphFile {
  return buildGraphFile({
    posts: [
      { by: 'Ada', text: 'Hello.' },
      { by: 'Bo', text: '', answers: 1 },
    ],
  });
}
