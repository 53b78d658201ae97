import { ConfigError } from '../errors/index.ts';
import { checkSetting, checkSettingName } from './check-setting.ts';
import { SETTING_NAMES, type SettingName } from './settings.ts';

/** What a settings file sets. */
export type SettingsFile = { readonly [Name in SettingName]?: string | number };

/** Reads the text of a settings file (null: there is none); throws a ConfigError that names the file for anything that is not an object of known settings. */
export function parseSettingsFile(text: string | null, path: string): SettingsFile {
  if (text === null || text.trim() === '') return {};
  const values = parseObject(text, path);
  const file: { -readonly [Name in SettingName]?: string | number } = {};
  for (const [key, value] of Object.entries(values)) {
    const name = nameIn(key, path);
    file[name] = checkSetting(name, value, path);
  }
  return file;
}

/** The settings file with one setting more, changed or (value null) taken out. */
export function changeSetting(file: SettingsFile, name: SettingName, value: string | null): SettingsFile {
  const { [name]: _, ...others } = file;
  return value === null ? others : { ...others, [name]: checkSetting(name, value, `crux config set ${name}`) };
}

/** The file's text: settings in the order in which they are listed, so that a change is a change of one line. */
export function serializeSettingsFile(file: SettingsFile): string {
  const ordered = SETTING_NAMES.flatMap((name) => (file[name] === undefined ? [] : [[name, file[name]]]));
  return `${JSON.stringify(Object.fromEntries(ordered), null, 2)}\n`;
}

function parseObject(text: string, path: string): object {
  const hint = 'Mend the file, or remove it and set the settings anew with crux config set.';
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value;
  } catch (cause) {
    throw new ConfigError(`${path}: is not JSON`, hint, cause);
  }
  throw new ConfigError(`${path}: is not a JSON object`, hint);
}

function nameIn(key: string, path: string): SettingName {
  try {
    return checkSettingName(key);
  } catch (error) {
    if (error instanceof ConfigError) throw new ConfigError(`${path}: ${error.message}`, error.hint);
    throw error;
  }
}
