import type { GraphFile } from '../graph-file/index.ts';
import { type Gold, type GoldPart, hasPart } from './gold.ts';
import { openGround } from './ground.ts';
import { measureAgreements } from './measure-agreements.ts';
import { measureClaims } from './measure-claims.ts';
import { measureCruxes } from './measure-cruxes.ts';
import { measureMoves } from './measure-moves.ts';
import { measurePosts } from './measure-posts.ts';
import { measureRelations } from './measure-relations.ts';
import { measureStance } from './measure-stance.ts';
import { type Figures, MEASURE_NAMES, type Measure } from './measures.ts';
import { type PlacedGraph, placeGraph } from './placed-graph.ts';
import { compareWords } from './said.ts';

/** Figures of one thread. `thread` is the id of the thread: equal for all graphs of one input; `reader` read it. */
export interface ThreadScore {
  readonly name: string;
  readonly thread: string;
  readonly reader: string;
  readonly golds: number;
  readonly figures: Figures;
}

/**
 * Scores a graph file against the golds of its thread: the mean over annotators, null where one of them has nothing to measure.
 * `text` is the decoded input; without it later captures are only known as far as the graph tells.
 */
export function scoreThread(name: string, file: GraphFile, golds: readonly Gold[], text: string | null): ThreadScore {
  const placed = placeGraph(file, text);
  const all = golds.map((gold) => scoreGold(gold, placed));
  const mean = (measure: Measure) => {
    const values = all.map((figures) => figures[measure]).filter((value) => value !== null);
    return values.length < all.length || all.length === 0
      ? null
      : values.reduce((sum, value) => sum + value, 0) / all.length;
  };
  const figures = Object.fromEntries(MEASURE_NAMES.map((measure) => [measure, mean(measure)])) as Figures;
  const { reader, id } = file.thread;
  return { name, thread: id, reader: reader.model ?? reader.name, golds: golds.length, figures };
}

function scoreGold(gold: Gold, placed: PlacedGraph): Figures {
  const ground = openGround(gold, placed);
  const said = compareWords(ground);
  const needs = <T extends object>(part: GoldPart, measure: () => T): Partial<T> =>
    hasPart(gold, part) ? measure() : {};
  const found: Partial<Figures> = {
    ...needs('posts', () => measurePosts(ground)),
    ...needs('cruxes', () => measureCruxes(ground)),
    ...needs('agreements', () => measureAgreements(ground)),
    ...needs('claims', () => measureClaims(ground, said)),
    ...needs('relations', () => measureRelations(ground, said)),
    ...needs('relations', () => measureMoves(ground, said)),
    ...measureStance(ground),
  };
  return Object.fromEntries(MEASURE_NAMES.map((measure) => [measure, found[measure] ?? null])) as Figures;
}
