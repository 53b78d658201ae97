import type { GraphFile } from '../../src/graph-file/index.ts';
import type { ClaimSpec, MoveSpec, PostSpec } from '../helpers/graph-file-builder.ts';

/** Five posts on whether an island should have a bridge. */
export const POSTS: readonly PostSpec[] = [
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

/** What is claimed in them. */
export const CLAIMS: readonly ClaimSpec[] = [
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

/** What they do with each other's claims. */
export const MOVES: readonly MoveSpec[] = [
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

/** A word that they use in two senses. */
export const TERMS: GraphFile['terms'] = [
  {
    term: 'link',
    verbality: 0.6,
    senses: [
      { speakers: ['Bo'], claim: 'c12' },
      { speakers: ['Ada'], claim: 'c13' },
    ],
  },
];
