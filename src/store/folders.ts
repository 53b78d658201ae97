import { isAbsolute, join } from 'node:path';

/** The environment as the command line passes it in. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** Files that the program keeps for its user, as absolute paths. */
export interface OwnFiles {
  readonly settings: string;
  readonly apiKey: string;
  readonly answers: string;
}

/**
 * Places of the program's own files by the XDG base directory rules: settings and key under XDG_CONFIG_HOME, answers under
 * XDG_CACHE_HOME; a relative value counts as unset, as the rules ask. On Windows APPDATA and LOCALAPPDATA take their places.
 */
export function ownFiles(env: Environment, home: string, platform: string): OwnFiles {
  const windows = platform === 'win32';
  const config = folder(env, 'XDG_CONFIG_HOME') ?? (windows ? folder(env, 'APPDATA') : null) ?? join(home, '.config');
  const cache = folder(env, 'XDG_CACHE_HOME') ?? (windows ? folder(env, 'LOCALAPPDATA') : null) ?? join(home, '.cache');
  return {
    settings: join(config, 'cruxgraph', 'settings.json'),
    apiKey: join(config, 'cruxgraph', 'api-key'),
    answers: join(cache, 'cruxgraph', 'answers.sqlite'),
  };
}

function folder(env: Environment, name: string): string | null {
  const value = env[name];
  return value !== undefined && isAbsolute(value) ? value : null;
}
