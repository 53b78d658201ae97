// Runs the compiled TUI on a discussion of the tests, as the command line would. Arguments: folder of the build, what to show.
import { join } from 'node:path';
import { harbourStreet, longThread } from './harbour-street.ts';

process.env['NODE_ENV'] = 'production';
const [, , build, show = 'short'] = process.argv;
const { runTui } = await import(join(build!, 'tui/index.js'));
const { stopAndWait } = await import(join(build!, 'io/stop-and-wait.js'));
const whole = show.startsWith('long') ? longThread(Number(show.slice(4))) : harbourStreet();
const torn = () => {
  throw new Error('the map of cruxes is torn');
};
const analysis = show === 'broken' ? { ...whole, cruxes: { get: torn } } : whole;
const { stdin, stdout, stderr } = process;

try {
  await runTui(analysis, {
    stdin,
    stdout,
    stderr,
    glyphs: 'unicode',
    colour: !process.env['NO_COLOR'],
    suspend: stopAndWait,
  });
  stdout.write('goodbye\n');
} catch (error) {
  stdout.write(`failed: ${error instanceof Error ? error.message : error}\n`);
  process.exitCode = 70;
}
