import {
  DRAWS,
  type Evaluation,
  MEASURE_NAMES,
  MEASURES,
  type Measure,
  showFigure,
  tableRows,
} from '../../src/evaluation/index.ts';
import type { DeclarationFigures } from './declarations.ts';
import type { Baseline, DataReport, DataRow } from './public-data.ts';
import type { ThreadFigures } from './thread-figures.ts';

const LOW = 0.5;

/** Why a measure of the embedded reader may be low. */
const REASONS: Partial<Record<Measure, string>> = {
  post_f1: 'in text that names nobody, turns are guessed from quotations, addresses and changes of manner.',
  author: 'in text that names nobody, who speaks is guessed with the turns.',
  reply: 'a parent is named only where the source, a quotation or an address shows it; flat text mostly shows none.',
  'crux_r@5':
    'a point is listed only where words of both sides show that they part on it; nothing is inferred from what follows from what.',
  'stated_r@5': 'a declared crux is known by its cue words; other wordings are not heard.',
  open_r: 'whether a point was answered in other words is not seen.',
  agr_r: 'agreement is known by cue words that say what is agreed; shared premises that nobody names are not seen.',
  claim_p: 'the golds name the main claims only; the reader keeps every sentence that puts something forward.',
  relation_f1:
    'a relation is named only where a word announces a reason, or right behind the quoted claim that it attacks.',
  link_f1: 'the same.',
  move_f1: 'moves are known by cue words; disagreement that just says something else is not heard.',
  aimed_f1: 'a target needs a known parent, a quotation or likeness of words.',
  stance_f1: 'as with moves and their targets; silence counts as neutral.',
};

const TABLES: readonly (readonly [title: string, from: Measure, to: Measure])[] = [
  ['Posts and speakers', 'post_f1', 'reply'],
  ['Cruxes, open points and agreements', 'crux_r@3', 'agr_p'],
  ['Claims, relations, moves and stance of replies', 'claim_p', 'stance_f1'],
];

/** What docs/evaluation.md is made of. */
export interface Findings {
  readonly reader: string;
  readonly own: ThreadFigures;
  readonly ownByModel: ThreadFigures;
  readonly seeds: ThreadFigures | null;
  readonly seedsByModel: ThreadFigures | null;
  readonly data: DataReport | null;
  readonly declarations: readonly [seen: DeclarationFigures, unseen: DeclarationFigures];
}

/** docs/evaluation.md, as Markdown: figures from `findings`, words that hold whatever the figures are. */
export function writeEvaluation({
  reader,
  own,
  ownByModel,
  seeds,
  seedsByModel,
  data,
  declarations,
}: Findings): string {
  const parts = [
    HEAD(reader),
    '## Threads written for this project',
    OWN,
    ...tables(own.evaluation),
    '## The same threads, read by a model',
    BY_MODEL,
    ...tables(ownByModel.evaluation),
    ...(seeds ? ['## Seeds', SEEDS, ...tables(seeds.evaluation), leftOut(seeds.without)] : []),
    ...(seedsByModel ? ['## Seeds, read by a model', SEEDS_BY_MODEL, ...tables(seedsByModel.evaluation)] : []),
    '## Declared cruxes in sixty short threads',
    DECLARATIONS,
    declarationTable(declarations),
    '## Low figures',
    lowFigures([own, ...(seeds ? [seeds] : [])]),
    ...(data ? ['## Public data', DATA, dataTable(data.rows), belowBaseline(data.rows), list(data.remarks)] : []),
    '## What is kept back',
    KEPT_BACK,
    '## What the measures say',
    MEASURED,
    table([['measure', 'says'], ...MEASURE_NAMES.map((name) => [`\`${name}\``, MEASURES[name]])]),
    '## Measuring your own threads',
    YOUR_OWN,
  ];
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`;
}

const HEAD = (reader: string) => `# How well it reads

Made by \`node scripts/measure-data.ts\` (with a folder of further golds of seeds as its argument); no figure is edited by hand.
Reader, where no other is named: ${reader}. The tables of a model's reading are made from tapes of its answers, so they
come out the same without one.
All figures lie between 0 and 1. A dash stands where a thread or its gold has nothing to measure: no doubled capture, no
declared or one-sided crux, no reply that the text proves. Below each table stand the mean and the ends of its 95% interval,
from drawing threads anew ${DRAWS.rounds} times: with so few threads it is wide, and differences inside it say nothing.`;

const OWN = `The threads of \`corpora/\` and \`test/fixtures/declared/\`, each with a gold that was made by hand with the thread, before any
output of the program was seen. The reader has been improved with these figures in view since.`;

const BY_MODEL = `A model, Claude, answered the program's very requests by file (\`crux requests\`, \`crux answers\`) without seeing a gold, the
thread in one piece or anything of the program; its answers are \`corpora/*/answers.jsonl\`. What a smaller model makes of
them is another matter.`;

const SEEDS_BY_MODEL = `The same with the real threads; the answers are \`test/fixtures/tapes/seeds.jsonl\`. One sentence of the prompts about reading and
three about the second look were added after earlier rounds on these seeds had shown what was left out; the last two (none against
some is a parting, words in brackets count) in view of seed 003, whose third crux all four second looks confirm since then and hardly any did before.`;

const SEEDS = `Five real threads that are not part of the project. Where two readers annotated a thread, each figure is the mean over both. Seeds
000, 002 and 004, where they are listed, are measured against annotations of our own, made while the reader was built: take
them as what was aimed at, not as a test.`;

const DECLARATIONS = `The threads of \`test/fixtures/declarations/\`, written by somebody who had not seen the program, in as varied words as people use:
in 45 of them somebody says what the dispute turns on for them, all have decoys (ordinary conditions, offers beside the point,
what others would do). The wordings of one half were looked at when cues were written, those of the other were not: the
difference is what a list of cues is worth in words that it has not met.`;

function declarationTable(halves: Findings['declarations']): string {
  const share = (part: number, whole: number) => `${part} of ${whole}`;
  const row = (name: string, one: DeclarationFigures) => [
    name,
    share(one.heard, one.declared),
    share(one.paired, one.declared),
    share(one.right, one.cruxes),
    share(one.taken, one.decoys),
  ];
  return table([
    [
      'half',
      'declarations heard',
      'with the right other side',
      'listed cruxes that rest on one',
      'decoys taken for one',
    ],
    row('wordings seen', halves[0]),
    row('wordings not seen', halves[1]),
  ]);
}

const DATA = `The development halves of three annotated sets (threads of Change My View with claims and links, Hidey et al. 2017; pairs of a
comment and its reply with their stance, Lei and Huang 2022; arg-microtexts part 1, Peldszus and Stede). The embedded
reader has no fitted weights, and none of their text is here. “On this half” is the baseline counted by us on the same data as the reader, “on the whole
set” what the makers of the task counted. The interval is from drawing threads, pairs or texts anew.`;

const KEPT_BACK = `- The other half of each public set: it is not at hand here.
- The two readers' annotations of seeds 000, 002 and 004.`;

const MEASURED = `Posts are compared by lines of the input. Claims are the same if they overlap by a half (intersection over union), by characters
where the gold quotes them and by whole lines where it gives lines only; a line that holds several claims makes that lenient.
Everything is matched one to one. The golds name the main claims and relations only, so that precision counts true but minor
ones as wrong. Moves are what the relations of a gold do between two authors: agree; give way (partly agree, concede); oppose
(attack, undercut); clarify. Stance is that of a reply to a post of somebody else, by the sum of such relations or moves.
Post, crux and agreement measures are those of the scorer that came with the task, to the last digit; \`node
scripts/check-evaluation.mjs\` compares them on every gold and on some hundred damaged graphs.`;

const YOUR_OWN = `\`crux gold FILE\` writes an annotation form for a thread; fill it in as its instructions say, then \`crux eval GRAPH --gold FOLDER\`
gives the table above for your threads, with \`--compare OTHER\` the differences between two results thread by thread.`;

function tables(evaluation: Evaluation): string[] {
  return TABLES.flatMap(([title, from, to]) => {
    const measures = MEASURE_NAMES.slice(MEASURE_NAMES.indexOf(from), MEASURE_NAMES.indexOf(to) + 1);
    const readers = new Map(
      evaluation.threads.map(({ name, reader, golds }) => [name, [shownReader(reader), String(golds)]]),
    );
    const [head, ...rows] = tableRows(evaluation, measures);
    const wide = rows.map(([name, ...cells]) => [name!, ...(readers.get(name!) ?? ['', '']), ...cells]);
    return [`### ${title}`, table([[head![0]!, 'reader', 'golds', ...head!.slice(1)], ...wide])];
  });
}

/** Measures whose mean is low in one of the tables, with the reason. */
function lowFigures(figures: readonly ThreadFigures[]): string {
  const low = MEASURE_NAMES.filter((name) =>
    figures.some(({ evaluation }) => (evaluation.summary.find(({ measure }) => measure === name)?.mean ?? 1) < LOW),
  );
  const reasons = low.flatMap((name) => (REASONS[name] ? [`\`${name}\`: ${REASONS[name]}`] : []));
  const head = `Where a mean above is under ${LOW}, it is because the embedded reader knows no meanings, only words and places:`;
  return reasons.length === 0 ? `No mean above is under ${LOW}.` : `${head}\n\n${list(reasons)}`;
}

const shownReader = (reader: string) => (reader === 'rules' ? 'embedded' : reader);

function leftOut(names: readonly string[]): string {
  return names.length === 0 ? '' : `Without a gold at hand, and so not in the tables: ${names.join(', ')}.`;
}

function dataTable(rows: readonly DataRow[]): string {
  const shown = (row: DataRow, on: Baseline['on']) => {
    const named = row.baselines.filter((baseline) => baseline.on === on);
    return named.map(({ name, figure }) => `${showFigure(figure, 3)} ${name}`).join('; ') || '–';
  };
  return table([
    ['task', 'embedded reader', '95% interval', 'baselines on this half', 'baselines on the whole set', 'below'],
    ...rows.map((row) => [
      row.what,
      showFigure(row.figure, 3),
      row.interval ? `${showFigure(row.interval.low, 3)} to ${showFigure(row.interval.high, 3)}` : '–',
      shown(row, 'this half'),
      shown(row, 'the whole set'),
      howFarBelow(row),
    ]),
  ]);
}

const listBetter = ({ figure, baselines }: DataRow) => baselines.filter((baseline) => baseline.figure > figure);

function howFarBelow(row: DataRow): string {
  const better = listBetter(row).length;
  return better === 0 ? 'none' : better === row.baselines.length ? 'all' : `${better} of ${row.baselines.length}`;
}

function belowBaseline(rows: readonly DataRow[]): string {
  const below = rows.filter((row) => listBetter(row).length > 0);
  if (below.length === 0) return '';
  return `Below a baseline, and why:\n\n${list(below.map(({ what, because }) => `*${what}*: ${because}`))}\n\nBeyond that:`;
}

function list(items: readonly string[]): string {
  return items.map((item) => `- ${item}`).join('\n');
}

function table([head, ...rows]: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [line(head!), line(head!.map(() => '---')), ...rows.map(line)].join('\n');
}
