import { ConfigError } from '../errors/index.ts';
import { checkSetting } from './check-setting.ts';
import type { Environment } from './folders.ts';
import { SETTING_NAMES, SETTINGS, type SettingName, type Settings } from './settings.ts';
import type { SettingsFile } from './settings-file.ts';

/** Who set a setting. */
export type Origin = 'flag' | 'environment' | 'file' | 'default';

/** The flags of a command that are settings, as the user wrote them. */
export type SettingFlags = { readonly [Name in SettingName]?: string | number | undefined };

export interface ResolvedSettings {
  readonly values: Settings;
  readonly origins: { readonly [Name in SettingName]: Origin };
}

/** The settings in force: a flag beats the environment, the environment the file, the file the default. An empty variable sets nothing. */
export function resolveSettings(flags: SettingFlags, env: Environment, file: SettingsFile): ResolvedSettings {
  const found = SETTING_NAMES.map((name) => [name, find(name, flags, env, file)] as const);
  return {
    values: Object.fromEntries(found.map(([name, { value }]) => [name, value])) as Settings,
    origins: Object.fromEntries(found.map(([name, { origin }]) => [name, origin])) as ResolvedSettings['origins'],
  };
}

/** Where a reader's key comes from: the file that a flag names, the variable OPENAI_API_KEY, the file that the settings name, or the program's own key file, if any. */
export type KeySource = { readonly key: string } | { readonly file: string; readonly required: boolean };

/** Finds the key's source by the same order as every setting; nothing is read here. */
export function findKey(settings: ResolvedSettings, env: Environment, ownKeyFile: string): KeySource {
  const named = settings.values['api-key-file'];
  if (named !== null && settings.origins['api-key-file'] === 'flag') return { file: named, required: true };
  const key = env['OPENAI_API_KEY']?.trim();
  if (key) return { key };
  return named === null ? { file: ownKeyFile, required: false } : { file: named, required: true };
}

/** Who pays at OpenAI, as OPENAI_ORG_ID and OPENAI_PROJECT_ID say; throws a ConfigError for what is no id. */
export function findAccount(env: Environment): {
  readonly organization: string | null;
  readonly project: string | null;
} {
  const id = (name: string) => {
    const value = env[name]?.trim() || null;
    if (value === null || /^[\w-]+$/.test(value)) return value;
    throw new ConfigError(`${name}: is no id`, 'Ids have letters, digits, - and _ only; unset it if it is not needed.');
  };
  return { organization: id('OPENAI_ORG_ID'), project: id('OPENAI_PROJECT_ID') };
}

function find(name: SettingName, flags: SettingFlags, env: Environment, file: SettingsFile) {
  const flag = flags[name];
  if (flag !== undefined) return { value: checkSetting(name, flag, `--${name}`), origin: 'flag' as const };
  const variable = SETTINGS[name].env;
  const set = variable === null ? undefined : env[variable];
  if (variable !== null && set !== undefined && set.trim() !== '')
    return { value: checkSetting(name, set, variable), origin: 'environment' as const };
  if (file[name] !== undefined) return { value: file[name], origin: 'file' as const };
  return { value: SETTINGS[name].fallback, origin: 'default' as const };
}
