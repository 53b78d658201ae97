import { type Analysis, resolvePair } from '../analysis/index.ts';
import { SourceError, UsageError } from '../errors/index.ts';
import { type LoadOptions, printPlan, withAnalyses } from './load-analysis.ts';
import type { Output } from './output.ts';
import { checkView, type ShowOptions, show } from './show.ts';

/** Opens FILE on the terminal; where there is none to draw on, prints the view instead. */
export async function open(file: string, options: LoadOptions & ShowOptions, output: Output): Promise<void> {
  const view = checkView(options.view);
  if (options.dryRun) return printPlan([file], options, output);
  let analysis: Analysis | null = null;
  await withAnalyses(options, output, async (load) => {
    analysis = await load(file).catch((error: unknown) => {
      throw isBareWord(file) && isMissing(error) ? neitherFileNorCommand(file) : error;
    });
  });
  if (analysis === null) return;
  if (!process.stdout.isTTY || !process.stdin.isTTY || process.env['TERM'] === 'dumb') {
    show(analysis, options, output);
    return;
  }
  await openScreen(analysis, view === 'source' ? 'fork' : view, options);
}

const isMissing = (error: unknown) =>
  error instanceof SourceError && (error.cause as NodeJS.ErrnoException | undefined)?.code === 'ENOENT';

const isBareWord = (file: string) => /^[a-z-]{2,20}$/.test(file);

/** `crux shwo`: a word without a dot or slash was likely meant as a command. */
function neitherFileNorCommand(word: string): UsageError {
  return new UsageError(`${word}: neither a file nor a command`, 'crux --help lists the commands.');
}

async function openScreen(
  analysis: Analysis,
  view: 'fork' | 'ladder' | 'matrix',
  { ascii = false, pair }: LoadOptions & ShowOptions,
): Promise<void> {
  const { runTui } = await import('../tui/index.ts');
  const { stopAndWait } = await import('../io/index.ts');
  const noColour = process.env['NO_COLOR'] !== undefined && process.env['NO_COLOR'] !== '';
  await runTui(analysis, {
    stdin: process.stdin,
    stdout: process.stdout,
    stderr: process.stderr,
    glyphs: ascii || !knowsUnicode() ? 'ascii' : 'unicode',
    colour: !noColour,
    background: lightBackground() ? 'light' : 'dark',
    view,
    ...(pair !== undefined && { pair: resolvePair(analysis.file.speakers, pair) }),
    ...(process.platform !== 'win32' && { suspend: stopAndWait }),
  });
}

function knowsUnicode(): boolean {
  const locale = process.env['LC_ALL'] || process.env['LC_CTYPE'] || process.env['LANG'] || '';
  return process.platform === 'win32' || process.platform === 'darwin' || /utf-?8/i.test(locale) || locale === '';
}

/** COLORFGBG is `fg;bg`; backgrounds 7 and 9 to 15 are light. */
function lightBackground(): boolean {
  const background = Number(process.env['COLORFGBG']?.split(';').at(-1) ?? Number.NaN);
  return background === 7 || (background >= 9 && background <= 15);
}
