import type { Notice } from '../errors/index.ts';
import type { Misplaced } from './own-words.ts';

type Kind = 'claim' | 'move' | 'relation';
type Reason = Misplaced | 'dangling' | 'circular';

const WHERE: Readonly<Record<Reason, string>> = {
  absent: 'in no post of the thread',
  outside: 'outside the text of the post',
  quoted: 'in words that the post only quotes',
  dangling: 'referring to something that was not kept',
  circular: 'leading from a proposition to itself',
};

/** Counts what could not be kept, by post and reason, so that each loss is told once. */
export interface Losses {
  count(kind: Kind, post: string, reason: Reason): void;
  totals(): { readonly claims: number; readonly moves: number; readonly relations: number };
  notices(): readonly Notice[];
}

/** `isPost` tells which post ids may stand in a notice. */
export function countLosses(isPost: (id: string) => boolean): Losses {
  const counts = new Map<string, { kind: Kind; post: string; reason: Reason; count: number }>();
  return {
    count(kind, post, reason) {
      const key = JSON.stringify([post, reason, kind]);
      const entry = counts.get(key) ?? { kind, post, reason, count: 0 };
      counts.set(key, { ...entry, count: entry.count + 1 });
    },
    totals() {
      const of = (kind: Kind) =>
        [...counts.values()].reduce((sum, loss) => sum + (loss.kind === kind ? loss.count : 0), 0);
      return { claims: of('claim'), moves: of('move'), relations: of('relation') };
    },
    notices: () =>
      [...counts.entries()]
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .map(([, { kind, post, reason, count }]) => ({
          rule: `${reason}-${kind}`,
          post: isPost(post) ? post : null,
          text: `Dropped ${count} ${kind}${count === 1 ? '' : 's'} of ${post}, ${WHERE[reason]}.`,
        })),
  };
}
