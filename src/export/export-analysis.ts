import type { Analysis } from '../analysis/index.ts';
import { UsageError } from '../errors/index.ts';
import { writeAif } from './aif/aif.ts';
import { writeXaif } from './aif/xaif.ts';
import { writeArgdown } from './argdown.ts';
import type { ExportedText, ExportFormat } from './export-format.ts';
import { writeJson } from './json-graph.ts';
import { writeMarkdown } from './markdown.ts';
import { writeGexf } from './network/gexf.ts';
import { writeGraphml } from './network/graphml.ts';
import { narrowAnalysis } from './only/narrow-analysis.ts';
import { writeDot } from './picture/dot.ts';
import { writeMermaid } from './picture/mermaid.ts';
import { writeSvg } from './picture/svg.ts';
import { TABLES, writeTable } from './tables/csv.ts';

function single(
  name: string,
  ending: string,
  describe: string,
  write: (analysis: Analysis) => string | Promise<string>,
): ExportFormat {
  return {
    name,
    describe,
    endings: [ending],
    write: async (analysis) => [{ suffix: ending, text: await write(analysis) }],
  };
}

/** Every format that results can be written in. */
export const EXPORTS: readonly ExportFormat[] = [
  single('json', '.crux.json', 'the graph file: everything, and crux opens it again', writeJson),
  single('markdown', '.md', 'a report to read, with every quotation', writeMarkdown),
  single('argdown', '.argdown', 'an argument map in Argdown', writeArgdown),
  single('aif', '.aif.json', 'Argument Interchange Format, with the dialogue', writeAif),
  single('xaif', '.xaif.json', 'AIF for OVA and its tools, with people and the marked text', writeXaif),
  single('graphml', '.graphml', 'a typed graph for NetworkX, yEd, igraph', writeGraphml),
  single('gexf', '.gexf', 'a coloured graph for Gephi', writeGexf),
  single('dot', '.dot', 'a drawing for Graphviz', writeDot),
  single('svg', '.svg', 'the drawing, laid out', writeSvg),
  single('mermaid', '.mmd', 'a flowchart for Obsidian, GitHub and other Markdown pages', writeMermaid),
  {
    name: 'csv',
    endings: Object.keys(TABLES).map((name) => `.${name}.csv`),
    describe: 'six tables for a spreadsheet or a database',
    write: (analysis) =>
      Object.entries(TABLES).map(([name, table]) => ({ suffix: `.${name}.csv`, text: writeTable(table(analysis)) })),
  },
];

/** What to write of an analysis. */
export interface ExportOptions {
  /** `cruxes`, `agreements` or a filter (docs/exports.md); everything if left out. */
  readonly only?: string | undefined;
}

/** The texts of one format, each with the ending of its file name; throws a UsageError for an unknown format or a bad filter. */
export async function exportAnalysis(
  analysis: Analysis,
  format: string,
  options: ExportOptions = {},
): Promise<readonly ExportedText[]> {
  const found = findExport(format);
  return found.write(options.only === undefined ? analysis : narrowAnalysis(analysis, options.only));
}

/** The format of a name, or a UsageError that lists all. */
export function findExport(name: string): ExportFormat {
  const found = EXPORTS.find((format) => format.name === name);
  if (found) return found;
  throw new UsageError(`unknown export format ${name}`, `Formats: ${EXPORTS.map((format) => format.name).join(', ')}.`);
}
