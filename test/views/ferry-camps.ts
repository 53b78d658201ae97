import type { GraphFile } from '../../src/graph-file/index.ts';
import { buildGraphFile } from '../helpers/graph-file-builder.ts';

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
