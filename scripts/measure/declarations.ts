import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { analyze, type GraphFile } from '../../src/index.ts';

interface Declared {
  readonly by: string;
  readonly words: string;
  readonly other?: { readonly words: readonly string[] };
}

type Gold = Readonly<Record<string, { readonly declared: readonly Declared[]; readonly decoys: readonly string[] }>>;

/** How declared cruxes of short threads are heard; counts. */
export interface DeclarationFigures {
  readonly threads: number;
  readonly declared: number;
  /** Declarations that a crux move stands on. */
  readonly heard: number;
  /** Declarations in a crux that quotes the right words against them. */
  readonly paired: number;
  /** Cruxes listed, and those of them that rest on a declaration. */
  readonly cruxes: number;
  readonly right: number;
  readonly decoys: number;
  readonly taken: number;
}

/**
 * The short threads of test/fixtures/declarations by halves: the wordings of the odd ones were looked at when cues were written,
 * those of the even ones were not.
 */
export async function measureDeclarations(
  root: string,
): Promise<readonly [seen: DeclarationFigures, unseen: DeclarationFigures]> {
  const folder = join(root, 'test/fixtures/declarations');
  const gold = JSON.parse(readFileSync(join(folder, 'gold.json'), 'utf8')) as Gold;
  const names = readdirSync(folder).filter((name) => name.endsWith('.txt'));
  const half = (rest: number) => names.filter((name) => Number.parseInt(name, 10) % 2 === rest);
  return [await measure(folder, half(1), gold), await measure(folder, half(0), gold)];
}

async function measure(folder: string, names: readonly string[], gold: Gold): Promise<DeclarationFigures> {
  const sum = { threads: names.length, declared: 0, heard: 0, paired: 0, cruxes: 0, right: 0, decoys: 0, taken: 0 };
  for (const name of names) {
    const { declared, decoys } = gold[name.slice(0, 2)]!;
    const { file } = await analyze(readFileSync(join(folder, name)), { name });
    const moves = file.moves.filter(({ type }) => type === 'crux').map((move) => wordsOf(file, move));
    const cruxes = file.cruxes.filter((crux) => crux.declared).map((crux) => quotedIn(file, crux));
    const onOne = (quotes: readonly string[]) =>
      declared.some(({ words }) => quotes.some((quote) => meet(quote, words)));
    sum.declared += declared.length;
    sum.heard += declared.filter(({ words }) => moves.some((move) => meet(move, words))).length;
    sum.paired += declared.filter(({ words, other }) =>
      cruxes.some(
        (quotes) =>
          quotes.some((quote) => meet(quote, words)) &&
          other?.words.some((against) => quotes.some((quote) => meet(quote, against))),
      ),
    ).length;
    sum.cruxes += cruxes.length;
    sum.right += cruxes.filter(onOne).length;
    sum.decoys += decoys.length;
    sum.taken += decoys.filter((decoy) => moves.some((move) => meet(move, decoy))).length;
  }
  return sum;
}

function wordsOf({ posts }: GraphFile, { post, start, end }: { post: string; start: number; end: number }): string {
  return posts.find(({ id }) => id === post)!.text.slice(start, end);
}

function quotedIn(file: GraphFile, { sides }: GraphFile['cruxes'][number]): readonly string[] {
  const ids = new Set(sides.flatMap(({ claims }) => claims));
  return file.claims.filter(({ id }) => ids.has(id)).map(({ text }) => text);
}

function meet(one: string, other: string): boolean {
  const [a, b] = [one, other].map((text) => text.replace(/\s+/g, ' ').trim()) as [string, string];
  return a.includes(b) || b.includes(a);
}
