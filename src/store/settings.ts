/** What a setting holds: `seconds` and `money` are positive numbers, `count` a whole number from 1, `url` an http(s) address without credentials. */
export type SettingKind = 'text' | 'url' | 'path' | 'seconds' | 'count' | 'money';

interface Setting {
  readonly kind: SettingKind;
  /** The environment variable that sets it, or null. */
  readonly env: string | null;
  readonly fallback: string | number | null;
  readonly about: string;
}

/** Every setting by its name: the name in the settings file and, with two dashes, the flag. Prices have no fallback: an unknown price stays unknown. */
export const SETTINGS = {
  model: { kind: 'text', env: 'CRUX_MODEL', fallback: null, about: 'name of the model that reads' },
  'base-url': {
    kind: 'url',
    env: 'OPENAI_BASE_URL',
    fallback: 'https://api.openai.com/v1',
    about: 'address of an OpenAI-compatible endpoint',
  },
  'api-key-file': { kind: 'path', env: 'CRUX_API_KEY_FILE', fallback: null, about: 'file whose first line is the key' },
  deadline: { kind: 'seconds', env: null, fallback: 120, about: 'seconds that one call may take' },
  concurrency: { kind: 'count', env: null, fallback: 16, about: 'most calls under way at once' },
  'price-input': { kind: 'money', env: null, fallback: null, about: 'price of a million input tokens' },
  'price-cached': { kind: 'money', env: null, fallback: null, about: 'price of a million cached input tokens' },
  'price-output': { kind: 'money', env: null, fallback: null, about: 'price of a million output tokens' },
  'max-cost': { kind: 'money', env: null, fallback: null, about: 'money at which a run stops' },
  'max-tokens': { kind: 'count', env: null, fallback: null, about: 'tokens, in and out, at which a run stops' },
} as const satisfies Readonly<Record<string, Setting>>;

export type SettingName = keyof typeof SETTINGS;

type Text = 'text' | 'url' | 'path';
type Held<Name extends SettingName> = (typeof SETTINGS)[Name]['kind'] extends Text ? string : number;
type Missing<Name extends SettingName> = (typeof SETTINGS)[Name]['fallback'] extends null ? null : never;

/** The values in force, by name; null where nothing sets it and nothing is assumed. */
export type Settings = { readonly [Name in SettingName]: Held<Name> | Missing<Name> };

/** The names of all settings, in the order in which they are listed to the user. */
export const SETTING_NAMES = Object.keys(SETTINGS) as readonly SettingName[];
