import type { Notice } from '../errors/index.ts';
import type { GraphFile } from '../graph-file/index.ts';
import type { Gold } from './gold.ts';

/** A graph file and where it lies; `name` is a path with `/`. */
export interface NamedGraph {
  readonly name: string;
  readonly file: GraphFile;
}

export interface NamedGold {
  readonly name: string;
  readonly gold: Gold;
}

/** A graph with the golds of its thread, one of each annotator. */
export interface GoldPair extends NamedGraph {
  readonly golds: readonly NamedGold[];
}

/**
 * Finds the golds of each graph: those of an input with the graph's checksum or, where a gold has none, with its name. Among
 * those of one name the ones with as many lines come first, then those in a folder of the same name as one that the graph lies in.
 */
export function pairGolds(
  graphs: readonly NamedGraph[],
  golds: readonly NamedGold[],
): { readonly pairs: readonly GoldPair[]; readonly notices: readonly Notice[] } {
  const pairs: GoldPair[] = [];
  const notices: Notice[] = [];
  for (const graph of graphs) {
    const found = findGolds(graph, golds);
    if (found.length > 0) pairs.push({ ...graph, golds: found });
    else {
      const text = `${graph.name}: no gold for ${graph.file.thread.source}; a gold names its thread by \`seed\`.`;
      notices.push({ rule: 'no-gold', post: null, text });
    }
  }
  const used = new Set(pairs.flatMap((pair) => pair.golds));
  for (const gold of golds.filter((each) => !used.has(each)))
    notices.push({ rule: 'no-graph', post: null, text: `${gold.name}: no graph of ${gold.gold.seed} was given.` });
  return { pairs, notices };
}

function findGolds({ name, file }: NamedGraph, golds: readonly NamedGold[]): readonly NamedGold[] {
  const { source, sha256, lines } = file.thread;
  const named = golds.filter(({ gold }) =>
    gold.sha256 === null ? baseOf(gold.seed) === source : gold.sha256 === sha256,
  );
  const asLong = narrow(named, ({ gold }) => gold.lines === lines);
  return narrow(asLong, (gold) => partsOf(name).slice(0, -1).includes(folderOf(gold.name)));
}

/** Those that pass, unless none does. */
function narrow(golds: readonly NamedGold[], passes: (gold: NamedGold) => boolean): readonly NamedGold[] {
  const passed = golds.filter(passes);
  return passed.length > 0 ? passed : golds;
}

const partsOf = (path: string) => path.split('/');
const baseOf = (path: string) => partsOf(path).at(-1)!;
const folderOf = (path: string) => partsOf(path).at(-2) ?? '';
