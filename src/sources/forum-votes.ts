/** The votes that a header prints; absent where the header leaves open which figure is which. */
export interface ForumVotes {
  readonly karma?: number;
  readonly agreement?: number;
  readonly afKarma?: number;
}

const NUMBER = /^(?:0|-?[1-9]\d{0,4})$/;

/**
 * Reads what stands behind a comment's age (`Ω` with the Alignment Forum's karma, karma, agreement). Figures that run
 * together are split by the karma that the page lists elsewhere (`listed`), or by a sign; otherwise they stay unset.
 * `nextLine` is an agreement score on a line of its own; `glued` says that there is none because it runs on.
 */
export function readVotes(votes: string, nextLine: string | null, listed: string | null, glued: boolean): ForumVotes {
  const forum = votes.startsWith('Ω');
  const parts = votes
    .replace('Ω', '')
    .split(/\s+/)
    .filter((part) => part !== '');
  const fallback: ForumVotes = {
    ...(listed === null ? {} : { karma: Number(listed) }),
    ...(nextLine === null ? {} : { agreement: Number(nextLine) }),
  };
  if (parts.length > 1) return numbers(forum ? parts : ['', ...parts]);
  const figures = parts[0] ?? '';
  const splits = [...waysToSplit(figures, forum, glued)].filter(
    ([af, karma, agreement]) =>
      [af, karma, agreement].every((part) => part === '' || NUMBER.test(part)) && (listed === null || karma === listed),
  );
  const told = listed !== null || !glued || /\d-/.test(figures);
  const certain = splits.length > 1 ? splits.filter(([, , agreement]) => agreement !== '') : splits;
  const only = certain[0];
  if (!told || certain.length !== 1 || !only) return fallback;
  return { ...fallback, ...numbers(only) };
}

type Split = readonly [af: string, karma: string, agreement: string];

function* waysToSplit(figures: string, forum: boolean, glued: boolean): Generator<Split> {
  if (figures.length > 12) return;
  const firsts = forum ? cuts(figures) : [['', figures] as const];
  for (const [af, rest] of firsts) {
    if (rest !== '') yield [af, rest, ''];
    if (glued) for (const [karma, agreement] of cuts(rest)) yield [af, karma, agreement];
  }
}

function cuts(figures: string): (readonly [string, string])[] {
  return Array.from(figures.slice(1), (_, at) => [figures.slice(0, at + 1), figures.slice(at + 1)] as const);
}

function numbers([af, karma, agreement]: readonly (string | undefined)[]): ForumVotes {
  return {
    ...(karma ? { karma: Number(karma) } : {}),
    ...(agreement ? { agreement: Number(agreement) } : {}),
    ...(af ? { afKarma: Number(af) } : {}),
  };
}
