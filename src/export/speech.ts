import type { Analysis } from '../analysis/index.ts';
import type { Claim, Proposition, Stance } from '../graph-file/index.ts';
import { oneLine } from './clean-text.ts';

/** Something said at a place of the thread. */
export interface Said {
  readonly post: string;
  readonly firstLine: number | null;
  readonly lastLine: number | null;
}

/** A speaker's name on one line; the id where there is none. */
export function nameOf({ speakers }: Analysis, id: string): string {
  return oneLine(speakers.get(id)?.name ?? '') || oneLine(id) || '(nobody)';
}

/** Where something stands, as the views say it: `L3`, `L3–5`, or `#12` for the post where the input has no lines. */
export function placeOf({ post, firstLine, lastLine }: Said): string {
  if (firstLine === null) return `#${oneLine(post).replace(/^p(?=\d+$)/, '')}`;
  return lastLine === null || lastLine === firstLine ? `L${firstLine}` : `L${firstLine}–${lastLine}`;
}

/** The words that stand at a place of a post, as they are. */
export function wordsAt(
  { posts }: Analysis,
  at: { readonly post: string; readonly start: number; readonly end: number },
) {
  return posts.get(at.post)?.text.slice(at.start, at.end) ?? '';
}

const SIGNS: Readonly<Record<Stance, 1 | 0 | -1>> = {
  assert: 1,
  hedge: 1,
  unsure: 0,
  doubt: -1,
  reject: -1,
  conditional: 1,
  reported: 1,
};

/** Whether a claim's words speak for its proposition (1), against it (−1) or take no side (0). */
export function signOf({ stance, p, polarity }: Claim): 1 | 0 | -1 {
  const own = p === null || stance === 'reported' ? SIGNS[stance] : p > 0.5 ? 1 : p < 0.5 ? -1 : 0;
  return own === 0 ? 0 : own === polarity ? 1 : -1;
}

/** The claims of a proposition in the file's order. */
export function claimsOf({ claims }: Analysis, proposition: Proposition): readonly Claim[] {
  return proposition.claims.flatMap((id) => claims.get(id) ?? []);
}

/** Propositions by the first claim on them in the thread, those without claims last. */
export function propositionsInOrder({ file, propositions }: Analysis): readonly Proposition[] {
  const spoken = new Set(file.claims.map(({ proposition }) => proposition));
  const first = [...spoken].flatMap((id) => propositions.get(id) ?? []);
  return [...first, ...file.propositions.filter(({ id }) => !spoken.has(id))];
}
