import { type FileKey, readKeyFile } from '../io/index.ts';
import { findKey, type OwnFiles, type ResolvedSettings } from '../store/index.ts';
import { stripForTerminal } from '../text/index.ts';

/** The key in force, null where there is none, and a line for people where others could read it too. */
export interface FoundKey {
  readonly key: string | null;
  readonly warning: string | null;
}

/** The key from flag, environment or file. */
export async function readKey(settings: ResolvedSettings, files: OwnFiles): Promise<FoundKey> {
  const source = findKey(settings, process.env, files.apiKey);
  if ('key' in source) return { key: source.key, warning: null };
  const held = await readKeyFile(source.file, source.required);
  return { key: held?.key ?? null, warning: held && warnOfExposure(source.file, held) };
}

/** What is wrong, where and what to do, for a key file that others on the machine may read; null for one that they may not. */
export function warnOfExposure(path: string, { exposed }: FileKey): string | null {
  if (!exposed) return null;
  const shown = stripForTerminal(path).replace(/\n/g, ' ');
  const quoted =
    /^[\w./~+-]+$/.test(shown) && !shown.startsWith('-') ? shown : `-- '${shown.replaceAll("'", "'\\''")}'`;
  return `${shown}: others on this machine may read this key file. Make it yours alone: chmod 600 ${quoted}`;
}
