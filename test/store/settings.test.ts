import { describe, expect, it } from 'vitest';
import {
  changeSetting,
  checkSettingName,
  findAccount,
  findKey,
  ownFiles,
  parseSettingsFile,
  resolveSettings,
  SETTING_NAMES,
  serializeSettingsFile,
} from '../../src/store/index.ts';

const FILE = '/home/ann/.config/cruxgraph/settings.json';

describe('the settings in force', () => {
  it('take a flag before the environment, the environment before the file, and the file before the default', () => {
    const file = parseSettingsFile('{"model": "from-file", "base-url": "http://localhost:1/v1", "deadline": 30}', FILE);
    const env = { CRUX_MODEL: 'from-env', OPENAI_BASE_URL: 'http://localhost:2/v1' };
    const { values, origins } = resolveSettings({ model: 'from-flag' }, env, file);
    expect([values.model, origins.model]).toEqual(['from-flag', 'flag']);
    expect([values['base-url'], origins['base-url']]).toEqual(['http://localhost:2/v1', 'environment']);
    expect([values.deadline, origins.deadline]).toEqual([30, 'file']);
    expect([values.concurrency, origins.concurrency]).toEqual([16, 'default']);
  });

  it('leave prices and limits unknown where nobody set them', () => {
    const { values } = resolveSettings({}, {}, {});
    expect(values['price-input']).toBeNull();
    expect(values['max-cost']).toBeNull();
    expect(values.model).toBeNull();
  });

  it('take no notice of an empty variable', () => {
    expect(resolveSettings({}, { CRUX_MODEL: ' ', OPENAI_BASE_URL: '' }, {}).origins.model).toBe('default');
  });

  it('read numbers from flags as text', () => {
    const { values } = resolveSettings({ 'max-tokens': '20000', 'max-cost': '0.50' }, {}, {});
    expect([values['max-tokens'], values['max-cost']]).toEqual([20_000, 0.5]);
  });

  it.each([
    ['max-tokens', '1.5', '--max-tokens: "1.5" does not fit max-tokens'],
    ['max-cost', '-1', '--max-cost: "-1" does not fit max-cost'],
    ['deadline', '0', '--deadline: "0" does not fit deadline'],
    ['base-url', 'localhost:11434', '--base-url: this value does not fit base-url'],
    ['model', ' ', '--model: " " does not fit model'],
  ] as const)('refuse %s %s', (name, value, message) => {
    expect(() => resolveSettings({ [name]: value }, {}, {})).toThrow(message);
  });

  it('refuse an address with a password and do not show it', () => {
    expect(() => resolveSettings({ 'base-url': 'https://ann:hunter2@example.org/v1' }, {}, {})).toThrow(
      expect.objectContaining({ message: expect.not.stringContaining('hunter2') }),
    );
  });

  it('drop the slash at the end of an address, so that it names one endpoint however it is written', () => {
    expect(resolveSettings({ 'base-url': 'http://localhost:8080/v1/' }, {}, {}).values['base-url']).toBe(
      'http://localhost:8080/v1',
    );
  });
});

describe('the key', () => {
  const own = '/home/ann/.config/cruxgraph/api-key';

  it('comes from the file that a flag names, even where the environment has one', () => {
    const settings = resolveSettings({ 'api-key-file': 'key.txt' }, {}, {});
    expect(findKey(settings, { OPENAI_API_KEY: 'sk-env' }, own)).toEqual({ file: 'key.txt', required: true });
  });

  it('comes from the environment before the file that the settings name', () => {
    const settings = resolveSettings({}, {}, { 'api-key-file': '/keys/a' });
    expect(findKey(settings, { OPENAI_API_KEY: ' sk-env\n' }, own)).toEqual({ key: 'sk-env' });
    expect(findKey(settings, {}, own)).toEqual({ file: '/keys/a', required: true });
  });

  it('comes from the own key file, if there is one, where nothing is set', () => {
    expect(findKey(resolveSettings({}, {}, {}), {}, own)).toEqual({ file: own, required: false });
  });
});

describe('the settings file', () => {
  it('is empty where there is none', () => {
    expect(parseSettingsFile(null, FILE)).toEqual({});
  });

  it('names itself and the names that exist when it holds an unknown setting', () => {
    expect(() => parseSettingsFile('{"modle": "x"}', FILE)).toThrow(
      expect.objectContaining({
        message: `${FILE}: unknown setting modle`,
        hint: expect.stringContaining(SETTING_NAMES.join(', ')),
      }),
    );
  });

  it.each(['{', '[]', 'null', '"x"'])('is refused when it is %s', (text) => {
    expect(() => parseSettingsFile(text, FILE)).toThrow(FILE);
  });

  it('does not take a name that every object has for a setting', () => {
    expect(() => checkSettingName('constructor')).toThrow('unknown setting constructor');
  });

  it('keeps its order and changes by one line', () => {
    const before = parseSettingsFile('{"deadline": 60, "model": "a"}', FILE);
    const after = changeSetting(before, 'base-url', 'http://localhost:1/v1');
    expect(serializeSettingsFile(after)).toBe(
      '{\n  "model": "a",\n  "base-url": "http://localhost:1/v1",\n  "deadline": 60\n}\n',
    );
    expect(changeSetting(after, 'model', null)).toEqual({ 'base-url': 'http://localhost:1/v1', deadline: 60 });
  });

  it('reads back what it wrote', () => {
    const file = changeSetting(changeSetting({}, 'price-input', '0.25'), 'max-tokens', '1000');
    expect(parseSettingsFile(serializeSettingsFile(file), FILE)).toEqual({ 'price-input': 0.25, 'max-tokens': 1000 });
  });
});

describe('the places of own files', () => {
  it('follow the XDG folders', () => {
    const env = { XDG_CONFIG_HOME: '/c', XDG_CACHE_HOME: '/k' };
    expect(ownFiles(env, '/home/ann', 'linux')).toEqual({
      settings: '/c/cruxgraph/settings.json',
      apiKey: '/c/cruxgraph/api-key',
      answers: '/k/cruxgraph/answers.sqlite',
    });
  });

  it('stand under the home folder where the variables are unset or relative', () => {
    expect(ownFiles({ XDG_CONFIG_HOME: 'here' }, '/home/ann', 'linux').settings).toBe(FILE);
    expect(ownFiles({}, '/home/ann', 'linux').answers).toBe('/home/ann/.cache/cruxgraph/answers.sqlite');
  });
});

describe('the account that pays', () => {
  it('comes from two variables, and must be ids', () => {
    expect(findAccount({})).toEqual({ organization: null, project: null });
    expect(findAccount({ OPENAI_ORG_ID: ' org-1 ', OPENAI_PROJECT_ID: '' })).toEqual({
      organization: 'org-1',
      project: null,
    });
    expect(() => findAccount({ OPENAI_PROJECT_ID: 'a\nX-Spy: yes' })).toThrow('OPENAI_PROJECT_ID: is no id');
  });
});
