import { type Gold, parseGold } from '../../src/evaluation/index.ts';
import { buildGraphFile, type GraphSpec } from '../helpers/graph-file-builder.ts';

/**
 * Four posts on six lines:
 *   1 Ann  The roof will hold another winter.
 *   2      So we should wait with the repair.
 *   3 Bo   I disagree, it will not hold, the beams are wet.     (answers p1)
 *   4      The gutters leak, that much is plain.
 *   5 Ann  I agree that the gutters leak.                       (answers p2)
 *   6 Cy   Nobody has looked at the beams.                      (answers p2)
 */
export const ROOF = {
  source: 'roof.txt',
  posts: [
    { by: 'Ann', text: 'The roof will hold another winter.\nSo we should wait with the repair.' },
    {
      by: 'Bo',
      text: 'I disagree, it will not hold, the beams are wet.\nThe gutters leak, that much is plain.',
      answers: 1,
    },
    { by: 'Ann', text: 'I agree that the gutters leak.', answers: 2 },
    { by: 'Cy', text: 'Nobody has looked at the beams.', answers: 2 },
  ],
  claims: [
    { id: 'hold', post: 1, words: 'The roof will hold another winter.', of: 'HOLD' },
    { id: 'wait', post: 1, words: 'So we should wait with the repair.', of: 'WAIT' },
    { id: 'wet', post: 2, words: 'it will not hold, the beams are wet', of: 'WET' },
    { id: 'leak', post: 2, words: 'The gutters leak, that much is plain.', of: 'LEAK' },
    { id: 'leak-too', post: 3, words: 'I agree that the gutters leak.', of: 'LEAK' },
    { id: 'unseen', post: 4, words: 'Nobody has looked at the beams.', of: 'UNSEEN' },
  ],
} as const satisfies GraphSpec;

export const ROOF_TEXT = ROOF.posts.map(({ text }) => text).join('\n');

export function roofGraph(more: Partial<GraphSpec> = {}) {
  return buildGraphFile({ ...ROOF, ...more });
}

const POSTS = [
  { id: 'p1', author: 'Ann', first_line: 1, last_line: 2, reply_to: null, duplicate_of: null },
  { id: 'p2', author: 'Bo', first_line: 3, last_line: 4, reply_to: 'p1', duplicate_of: null },
  { id: 'p3', author: 'Ann', first_line: 5, last_line: 5, reply_to: 'p2', duplicate_of: null },
  { id: 'p4', author: 'Cy', first_line: 6, last_line: 6, reply_to: 'p2', duplicate_of: null },
];

/** A gold of the thread on the roof, as an analyst writes it; `more` overrides its parts. */
export function roofGold(more: Readonly<Record<string, unknown>> = {}): Gold {
  return parseGold(goldText(more), 'roof.gold.json');
}

export function goldText(more: Readonly<Record<string, unknown>> = {}): string {
  return JSON.stringify({ seed: 'roof.txt', lines: 6, posts: POSTS, claims: [], cruxes: [], agreements: [], ...more });
}

/** Claims of a gold by line only, or with the words that they are. */
export function goldClaims(
  lines: Readonly<Record<string, readonly [post: string, author: string, line: number, text?: string]>>,
) {
  return Object.entries(lines).map(([id, [post, author, line, text]]) => ({ id, post, author, line, text }));
}
