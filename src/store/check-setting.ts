import { ConfigError } from '../errors/index.ts';
import { SETTING_NAMES, SETTINGS, type SettingKind, type SettingName } from './settings.ts';

const EXPECTED: Readonly<Record<SettingKind, string>> = {
  text: 'some text',
  path: 'a path',
  url: 'an http or https address without a user name or password in it',
  seconds: 'a number of seconds above 0',
  count: 'a whole number from 1',
  money: 'a number from 0',
};

/** A name as the user wrote it as a setting's name; throws a ConfigError that lists the names. */
export function checkSettingName(name: string): SettingName {
  if (Object.hasOwn(SETTINGS, name)) return name as SettingName;
  throw new ConfigError(`unknown setting ${name}`, `Settings: ${SETTING_NAMES.join(', ')}.`);
}

/** A value as the user wrote it (text, or a JSON value of the settings file), as the setting's kind; `place` says in the error where it stood. */
export function checkSetting(name: SettingName, value: unknown, place: string): string | number {
  const { kind } = SETTINGS[name];
  const held = parse(kind, value);
  if (held === null) {
    // An address may hold a password: the rest may be shown.
    const shown = kind === 'url' ? 'this value' : JSON.stringify(value);
    throw new ConfigError(`${place}: ${shown} does not fit ${name}`, `${name} is ${EXPECTED[kind]}.`);
  }
  return held;
}

function parse(kind: SettingKind, value: unknown): string | number | null {
  if (kind === 'text' || kind === 'path' || kind === 'url') {
    if (typeof value !== 'string' || value.trim() === '') return null;
    return kind === 'url' ? parseUrl(value.trim()) : value.trim();
  }
  const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
  if (typeof number !== 'number' || !Number.isFinite(number)) return null;
  if (kind === 'money') return number >= 0 ? number : null;
  if (kind === 'seconds') return number > 0 ? number : null;
  return Number.isSafeInteger(number) && number >= 1 ? number : null;
}

function parseUrl(text: string): string | null {
  if (!URL.canParse(text)) return null;
  const url = new URL(text);
  if (url.protocol !== 'http:' && url.protocol !== 'https:') return null;
  return url.username === '' && url.password === '' ? text.replace(/\/$/, '') : null;
}
