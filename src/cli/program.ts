import { Command, Option } from 'commander';
import type { BatchOptions } from './batch-settings.ts';
import type { RequestOptions } from './by-file.ts';
import type { EvalOptions } from './evaluate.ts';
import type { ExportOptions } from './export.ts';
import type { LoadOptions } from './load-analysis.ts';
import type { Output } from './output.ts';
import { type ReaderFlags, withReader } from './reader-flags.ts';
import type { ShowOptions } from './show.ts';
import { VERSION } from './version.ts';

type CommonOptions = LoadOptions & ShowOptions & { readonly plain?: boolean };

/** The command line as data: commands, options and help. Each command loads its code when it runs. */
export function buildProgram(output: Output): Command {
  const program = new Command('crux')
    .description(
      'Reads a discussion and shows where the disputants part, on what they agree,\nand which claim would move them.',
    )
    .version(VERSION, '-V, --version', 'print the version')
    .helpOption('-h, --help', 'print help')
    .helpCommand('help [command]', 'print help for a command')
    .showHelpAfterError('(crux --help lists commands and options)')
    .configureOutput({ writeOut: (text) => output.data(text), writeErr: (text) => output.talk(text) })
    .exitOverride();
  program.enablePositionalOptions();

  withReading(
    program.command('open', { isDefault: true }).argument('<file>', 'discussion to open, - for standard input'),
  )
    .description('open a discussion on the terminal (also: crux FILE); without one, print the Fork view')
    .option('--view <name>', 'view to start with: fork, ladder, matrix', 'fork')
    .option('--ascii', 'use only ASCII characters')
    .action(async (file: string, options: CommonOptions) => {
      const { open } = await import('./open.ts');
      await open(file, options, output);
    });

  withReading(program.command('show').argument('<file>', 'discussion to show, - for standard input'))
    .description('print a view as plain text, or the whole result as JSON')
    .option('--view <name>', 'fork, ladder, matrix or source', 'fork')
    .addOption(new Option('--plain', 'plain text (the default)').conflicts('json'))
    .option('--json', 'the whole result as a graph file')
    .option('--width <columns>', 'width of the view, 60 to 200 (default: the terminal, else 100)')
    .option('--ascii', 'use only ASCII characters')
    .action(async (file: string, options: CommonOptions) => {
      const { showFile } = await import('./show-file.ts');
      await showFile(file, options, output);
    });

  withReading(program.command('export').argument('<files...>', 'discussions to export, - for standard input'))
    .description('write results for other programs')
    .option(
      '--to <formats>',
      'json, markdown, argdown, aif, xaif, graphml, gexf, dot, svg, mermaid, csv; several by commas',
      'json',
    )
    .option('--only <what>', 'cruxes, agreements, or a filter such as `speaker:A score:>0.5 "words"`')
    .option('-o, --out-dir <folder>', 'folder to write to, - for standard output', '-')
    .action(async (files: string[], options: ExportOptions) => {
      const { exportFiles } = await import('./export.ts');
      await exportFiles(files, options, output);
    });

  withReader(
    program.command('batch').argument('<paths...>', 'files, folders and globs of discussions'),
    'print what would be read and why; read no thread, write nothing',
  )
    .description('read whole folders of discussions, what is new or changed of them, with an index over all')
    .requiredOption('-o, --out-dir <folder>', 'folder for results, index and ledger')
    .option('--to <formats>', 'what to write of each thread, as for crux export', 'json')
    .option('--only <what>', 'cruxes, agreements, or a filter, as for crux export')
    .option('--format <name>', 'what all inputs are; detected if not given')
    .option('--bands', 'compute how sure each score is (slower)')
    .option('--jobs <number>', 'threads to be read at once (default: one a processor)')
    .option('--openai-batch', 'have the model asked through the OpenAI Batch API: half the price, within days')
    .option('--json', 'what happens, one JSON object a line')
    .action(async (paths: string[], options: BatchOptions) => {
      const { batch } = await import('./batch.ts');
      await batch(paths, options, output);
    });

  program
    .command('schema')
    .description('print the JSON Schema of the graph file')
    .action(async () => {
      const { graphFileJsonSchema } = await import('../graph-file/index.ts');
      output.data(JSON.stringify(graphFileJsonSchema(), null, 2));
    });

  withReading(program.command('requests').argument('<files...>', 'discussions to have read by a model'))
    .description('write the next round of questions to a file (OpenAI Batch form)')
    .requiredOption('-o, --out <file>', 'file to write, requests.jsonl')
    .action(async (files: string[], options: RequestOptions) => {
      const { writeRequests } = await import('./by-file.ts');
      await writeRequests(files, options, output);
    });

  program
    .command('answers')
    .argument('<files...>', 'results of such requests, one JSON object a line')
    .description('take results in; then ask for the next round')
    .action(async (files: string[]) => {
      const { takeAnswers } = await import('./by-file.ts');
      await takeAnswers(files, output);
    });

  program
    .command('eval')
    .argument('<graphs...>', 'graph files, or folders of them')
    .description('measure how well threads were read')
    .requiredOption('--gold <folder>', 'golds made by people (crux gold FILE makes a form)')
    .option('--compare <graphs>', 'graph files of another reading, to compare with')
    .option('--json', 'all figures as JSON')
    .action(async (graphs: string[], options: EvalOptions) => {
      const { evaluateGraphs } = await import('./evaluate.ts');
      await evaluateGraphs(graphs, options, output);
    });

  withReading(program.command('gold').argument('<file>', 'discussion or graph file'))
    .description('print an annotation form, to make gold of a thread')
    .action(async (file: string, options: LoadOptions) => {
      const { printGoldForm } = await import('./evaluate.ts');
      await printGoldForm(file, options, output);
    });

  program
    .command('doctor')
    .description('find out what a model endpoint really does')
    .option('--model <name>', 'name of the model')
    .option('--base-url <url>', 'address of the endpoint')
    .option('--api-key-file <file>', 'file whose first line is the key')
    .option('--deadline <seconds>', 'what one call may take')
    .action(async (options: ReaderFlags) => {
      const { doctor } = await import('./doctor.ts');
      await doctor(options, output);
    });

  program
    .command('config')
    .argument('[action]', 'get, set, unset or path')
    .argument('[name]', 'setting, or api-key (set from standard input, never shown)')
    .argument('[value]', 'its value')
    .description('print or change settings')
    .action(async (action?: string, name?: string, value?: string) => {
      const { config } = await import('./own-files.ts');
      await config(action, name, value, output);
    });

  program
    .command('cache')
    .argument('[action]', 'stats, clear or path')
    .description('look after the answers that are kept')
    .action(async (action?: string) => {
      const { cache } = await import('./own-files.ts');
      await cache(action, output);
    });

  program.addHelpText('after', EXAMPLES);
  for (const command of program.commands) command.exitOverride().showHelpAfterError('(crux --help lists commands)');
  return program;
}

function withReading(command: Command): Command {
  return withReader(command)
    .option('--format <name>', 'what the input is; detected if not given (text, transcript, markdown, forum-page, …)')
    .option('--speakers <file>', 'turn starts and names: lines `12 Alice` or `A = Alice`')
    .option('--pair <a,b>', 'look at two speakers only')
    .option('--as-of <post>', 'stop after this post, to see the discussion as it stood then')
    .option('--bands', 'compute how sure each score is (slower)');
}

const EXAMPLES = `
Examples:
  crux thread.txt                       explore a pasted discussion
  crux show thread.md --width 120       print where it forks
  crux show thread.json --json | jq .cruxes
  crux export a.txt b.txt -o graphs     write a.crux.json and b.crux.json
  crux export a.txt --to argdown,csv -o out --only cruxes
  crux batch threads -o results         read a folder of discussions, again only what changed

Without --model nothing leaves this machine: the embedded reader uses no model and no network.
Exit codes: 0 ok, 1 some items failed, 2 could not run, 70 fault of crux, 130 stopped.`;
