import type { Analysis } from '../analysis/index.ts';
import type { RowTarget } from './row.ts';

/** A stretch of a post: UTF-16 offsets, end exclusive. */
export interface Highlight {
  readonly post: string;
  readonly start: number;
  readonly end: number;
}

/** The words in the thread that something on screen rests on; empty for what has none. */
export function wordsOfTarget(analysis: Analysis, { kind, id }: RowTarget): readonly Highlight[] {
  const { file } = analysis;
  const words = (claims: readonly string[], moves: readonly string[] = []): readonly Highlight[] => [
    ...claims.flatMap((one) => analysis.claims.get(one) ?? []),
    ...moves.flatMap((one) => analysis.moves.get(one) ?? []),
  ];
  switch (kind) {
    case 'crux': {
      const crux = analysis.cruxes.get(id);
      if (!crux) return [];
      const weighed = analysis.relations.get(crux.item)?.statedBy ?? [];
      return [
        ...words(
          crux.sides.flatMap(({ claims }) => claims),
          crux.moves,
        ),
        ...weighed,
      ];
    }
    case 'agreement': {
      const agreement = file.agreements.find((one) => one.id === id);
      return agreement ? words(agreement.claims, agreement.moves) : [];
    }
    case 'unanswered':
      return words(file.unanswered.find((one) => one.id === id)?.claims ?? []);
    case 'issue': {
      const issue = file.issues.find((one) => one.id === id);
      return words(issue ? (analysis.propositions.get(issue.proposition)?.claims ?? []) : []);
    }
    case 'term':
      return words(file.terms[Number(id)]?.senses.map(({ claim }) => claim) ?? []);
    case 'claim':
      return words([id]);
    case 'post':
      return openingLine(analysis, id);
    case 'notice': {
      const post = file.notices[Number(id)]?.post;
      return post ? openingLine(analysis, post) : [];
    }
  }
}

function openingLine({ posts }: Analysis, id: string): readonly Highlight[] {
  const text = posts.get(id)?.text ?? '';
  const end = text.indexOf('\n');
  return text === '' ? [] : [{ post: id, start: 0, end: end < 0 ? text.length : end }];
}
