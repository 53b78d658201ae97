import { ConfigError, UsageError } from '../errors/index.ts';
import { readKeyFile, readSecret, removeOwnFile, writePrivate } from '../io/index.ts';
import { checkKey, findKey, type OwnFiles, type ResolvedSettings } from '../store/index.ts';
import type { Output } from './output.ts';
import { warnOfExposure } from './read-key.ts';

/** The name under which `crux config` looks after the key; it is no setting and never stands in the settings file. */
export const API_KEY = 'api-key';

/** `crux config set api-key`: takes the key from standard input alone, so that no list of processes and no shell history has it. */
export async function setKey(given: string | undefined, files: OwnFiles, settings: ResolvedSettings, output: Output) {
  if (given !== undefined)
    throw new UsageError(
      'a key is not taken from the command line, where others can read it',
      'Write crux config set api-key and type it in, or pipe it in. Treat a key that was written there as known to others.',
    );
  await writePrivate(files.apiKey, `${checkKey(await readSecret('key (not shown): '))}\n`);
  output.talk(`the key is set in ${files.apiKey}`);
  const source = findKey(settings, process.env, files.apiKey);
  if ('key' in source) output.talk('OPENAI_API_KEY is set too and goes before it');
  else if (source.file !== files.apiKey) output.talk(`${source.file} goes before it; see crux config get api-key-file`);
}

/** `crux config unset api-key`: removes the program's own key file. */
export async function unsetKey(files: OwnFiles, output: Output): Promise<void> {
  await removeOwnFile(files.apiKey);
  output.talk(`no key is kept in ${files.apiKey}`);
}

/** Whether there is a key and where, as `crux config` lists it, never the key; warns of a file that others may read. */
export async function describeKey(files: OwnFiles, settings: ResolvedSettings, output: Output): Promise<string> {
  const source = findKey(settings, process.env, files.apiKey);
  if ('key' in source) return row('(set)', 'environment', 'OPENAI_API_KEY');
  try {
    const held = await readKeyFile(source.file, source.required);
    const warning = held && warnOfExposure(source.file, held);
    if (warning) output.talk(warning);
    return held ? row('(set)', 'file', source.file) : row('(not set)', 'default', ABOUT);
  } catch (error) {
    if (error instanceof ConfigError) return row('(cannot be read)', 'file', error.message);
    throw error;
  }
}

const ABOUT = 'key of the endpoint; set it with crux config set api-key';

function row(state: string, origin: string, about: string): string {
  return `${API_KEY.padEnd(14)} ${state.padEnd(30)} ${origin.padEnd(12)} ${about}`;
}
