import type { Script } from './scripted-client.ts';

/** Sentences of a turn as a call shows them. */
interface Shown {
  readonly turn: number;
  readonly id: string;
  readonly words: readonly string[];
}

/** First words of a sentence, as many as a model is asked to cite. */
const cite = ({ words }: Shown) => words.slice(0, 5).join(' ');
const KINDS = ['fact', 'forecast', 'value', 'policy'] as const;

/**
 * A model that labels as much as it is asked for: a claim for every 80 words or so, some of them linked, some taking a
 * position on what the turn answers, and a move for each turn. What it says is no use; how much it says is.
 */
export const plausibleRead: Script = (_request, { lines }) => {
  const shown = lines.flatMap((line): Shown[] => {
    const match = /^((\d+)\.\d+) ("(?:[^"\\]|\\.)*")$/.exec(line);
    return match
      ? [{ turn: Number(match[2]), id: match[1]!, words: (JSON.parse(match[3]!) as string).split(' ') }]
      : [];
  });
  const headers = lines.filter((line) => line.startsWith('turn '));
  const turns = headers.map((header, at) => {
    const own = shown.filter(({ turn }) => turn === at + 1);
    const count = Math.max(1, Math.round(own.reduce((sum, { words }) => sum + words.length, 0) / 80));
    const chosen = own
      .filter((_, number) => number % Math.max(1, Math.floor(own.length / count)) === 0)
      .slice(0, count);
    const answered = /(?:answers|after).* (x\d+|\d+)$/.exec(header)?.[1];
    const to = answered === undefined ? null : /^\d/.test(answered) ? `${answered}.1` : answered;
    const claims = chosen.map((sentence, number) => ({
      id: sentence.id,
      q: cite(sentence),
      kind: KINDS[number % KINDS.length],
      stance: number === 0 && to ? 'reject' : number % 3 === 2 ? 'hedge' : 'assert',
      as: number === 0 ? to : null,
      text: number % 3 === 1 ? sentence.words.slice(0, 12).join(' ') : null,
      links: number === 1 ? [{ to: chosen[0]!.id, rel: 'supports', w: 'normal' }] : [],
    }));
    const first = own[0]!;
    const parts = to ? [{ id: chosen.at(-1)!.id, to }] : [];
    return { turn: at + 1, claims, parts, moves: [{ s: first.id, q: cite(first), move: 'disagree', to }] };
  });
  return { turns, odds: [], terms: [] };
};

/** One pair in five says the same; every fifth of these gets a wording. */
export const plausibleReconcile: Script = (_request, data) => {
  const pairs = data.lines.flatMap((line) => /^pair (\d+): (\d+) (\d+)$/.exec(line)?.slice(1).map(Number) ?? []);
  const numbers = pairs.filter((_, at) => at % 3 === 0);
  return {
    pairs: numbers.map((pair) => ({ pair, verdict: pair % 5 === 0 ? 'same' : 'different' })),
    names: numbers
      .filter((pair) => pair % 5 === 0)
      .map((pair) => pairs[pairs.indexOf(pair) + 1]!)
      .map((claim) => ({ claim, text: data.words(String(claim)).split(' ').slice(0, 12).join(' ') })),
  };
};

/** Words each item as a question made of its first quote, and confirms every item. */
export const plausibleName: Script = (_request, { lines }) => ({
  items: itemsOf(lines).map(({ item, words, yes, no }) => ({
    ...{ item, question: `Is it true that ${words.split(' ').slice(0, 10).join(' ')}?`, yes, no, kind: 'fact' },
    settled_by: `A count of ${words.split(' ').slice(0, 8).join(' ')} over a year.`,
  })),
});

export const plausibleReview: Script = (_request, { lines }) => ({
  items: itemsOf(lines).map(({ item }) => ({ item, verdict: 'confirmed' })),
});

/** Confirms everybody whose words stand under an item. */
export const plausibleShared: Script = (_request, { lines }) => ({
  items: itemsOf(lines).map(({ item, names }) => ({ item, hold: names, part: [] })),
});

/** Everybody speaks in turn: two voices, a new turn at every third paragraph. */
export const plausibleSegment: Script = (_request, { lines }) => ({
  turns: lines
    .flatMap((line) => Number(/^(\d+) /.exec(line)?.[1] ?? 0) || [])
    .filter((paragraph) => paragraph % 3 === 1)
    .map((first, at) => ({ first, speaker: at % 2 === 0 ? 'A' : 'B', cue: 'opener', confidence: 'high' })),
});

interface Item {
  readonly item: number;
  /** The first words of the item. */
  readonly words: string;
  readonly names: readonly string[];
  /** Who is marked to say yes, and who says no by the marks or speaks besides. */
  readonly yes: string | null;
  readonly no: string | null;
}

const SAYS = /^("(?:[^"\\]|\\.)*") (yes |no )?"/;

function itemsOf(lines: readonly string[]): Item[] {
  const starts = lines.flatMap((line, at) => (/^item \d+$/.test(line) ? [at] : []));
  return starts.map((start, at) => {
    const own = lines.slice(start + 1, starts[at + 1]).filter((line) => SAYS.test(line));
    const said = own.map((line) => {
      const [, name, view] = SAYS.exec(line)!;
      return { name: JSON.parse(name!) as string, view: view?.trim() ?? null };
    });
    const yes = (said.find(({ view }) => view === 'yes') ?? said.find(({ view }) => view === null))?.name ?? null;
    const others = said.filter(({ name, view }) => name !== yes && view !== 'yes');
    const no = (others.find(({ view }) => view === 'no') ?? others[0])?.name ?? null;
    return {
      item: Number(lines[start]!.slice('item '.length)),
      words: JSON.parse(/"(?:[^"\\]|\\.)*"$/.exec(own[0]!)![0]) as string,
      names: [...new Set(said.map(({ name }) => name))],
      ...{ yes, no },
    };
  });
}
