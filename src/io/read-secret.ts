import { Interrupted } from '../errors/index.ts';
import { readStreamInput } from './read-input.ts';

/**
 * One line of standard input that nobody may see: typed at a prompt (on standard error) that shows no letter of it, or the
 * first line of what is piped in. Throws Interrupted where the user leaves the prompt.
 */
export async function readSecret(prompt: string): Promise<string> {
  const { stdin, stderr } = process;
  if (!stdin.isTTY) {
    const { bytes } = await readStreamInput(stdin, 'standard input');
    return new TextDecoder().decode(bytes).split('\n', 1)[0]!.trim();
  }
  const { read } = await import('read');
  // Ctrl-D closes the prompt without a line: then nothing is left to wait for.
  const left = new Promise<never>((_, reject) => process.once('beforeExit', () => reject(new Error('left'))));
  try {
    return (await Promise.race([read({ prompt, silent: true, terminal: true, output: stderr }), left])).trim();
  } catch {
    stderr.write('\n');
    throw new Interrupted('stopped', 'Nothing was changed.');
  }
}
