import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { warnOfExposure } from '../../src/cli/read-key.ts';
import { buildInto } from '../helpers/build.ts';
import { startInPty } from '../helpers/pty.ts';

const KEY = 'sk-test-0123456789abcdef';
let bin = '';
let folder = '';

beforeAll(() => {
  bin = join(buildInto('dist-api-key'), 'bin.js');
}, 120_000);

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'crux-api-key-'));
  return () => rmSync(folder, { recursive: true });
});

const keyFile = () => join(folder, 'config/cruxgraph/api-key');
const environment = (more: Record<string, string> = {}) => ({
  PATH: process.env['PATH'] ?? '',
  XDG_CACHE_HOME: join(folder, 'cache'),
  XDG_CONFIG_HOME: join(folder, 'config'),
  ...more,
});

function crux(args: readonly string[], input = '', more: Record<string, string> = {}) {
  const options = { cwd: folder, encoding: 'utf8' as const, input, env: environment(more) };
  const { status, stdout, stderr } = spawnSync(process.execPath, [bin, ...args], options);
  return { code: status, out: stdout, err: stderr };
}

describe('crux config set api-key', () => {
  it('takes the first line that is piped in and keeps it where only its owner may read it', () => {
    const set = crux(['config', 'set', 'api-key'], `${KEY}\n`);
    expect(set).toEqual({ code: 0, out: '', err: `the key is set in ${keyFile()}\n` });
    expect(readFileSync(keyFile(), 'utf8')).toBe(`${KEY}\n`);
    expect(statSync(keyFile()).mode & 0o777).toBe(0o600);
    expect(readdirSync(join(folder, 'config/cruxgraph'))).toEqual(['api-key']);
  });

  it('asks on a terminal and shows no letter of what is typed', async () => {
    const program = startInPty(process.execPath, [bin, 'config', 'set', 'api-key'], {
      cwd: folder,
      env: environment(),
    });
    await program.waitFor('key (not shown):');
    program.press(`${KEY}\r`);
    expect((await program.ended).code).toBe(0);
    expect(program.output()).toContain('the key is set in');
    expect(program.output()).not.toContain(KEY.slice(0, 6));
    expect(readFileSync(keyFile(), 'utf8')).toBe(`${KEY}\n`);
  });

  it.each([
    ['Ctrl-C', '\u0003'],
    ['Ctrl-D', '\u0004'],
  ])('changes nothing where the user leaves the prompt by %s', async (_, keys) => {
    const program = startInPty(process.execPath, [bin, 'config', 'set', 'api-key'], {
      cwd: folder,
      env: environment(),
    });
    await program.waitFor('key (not shown):');
    program.press(keys);
    expect((await program.ended).code).toBe(130);
    expect(existsSync(keyFile())).toBe(false);
  });

  it('takes no key from the command line, and does not repeat it', () => {
    const { code, out, err } = crux(['config', 'set', 'api-key', KEY]);
    expect([code, out]).toEqual([2, '']);
    expect(err).toContain('a key is not taken from the command line');
    expect(err).not.toContain(KEY);
    expect(existsSync(keyFile())).toBe(false);
  });

  it.each([
    ['nothing', '', 'no key was given'],
    ['two words', 'two words', 'signs that no key has'],
    ['control characters', '\u001b[2Jsk-1', 'signs that no key has'],
    ['a whole file', 'k'.repeat(1001), 'more than 1000 characters'],
  ])('refuses what is no key, without repeating it: %s', (_, input, words) => {
    const { code, err } = crux(['config', 'set', 'api-key'], input);
    expect(code).toBe(2);
    expect(err).toContain(words);
    if (input !== '') expect(err).not.toContain(input);
  });

  it('says what goes before it', () => {
    expect(crux(['config', 'set', 'api-key'], KEY, { OPENAI_API_KEY: 'sk-other' }).err).toContain(
      'OPENAI_API_KEY is set too and goes before it',
    );
    writeFileSync(join(folder, 'other'), 'sk-other\n');
    crux(['config', 'set', 'api-key-file', join(folder, 'other')]);
    expect(crux(['config', 'set', 'api-key'], KEY).err).toContain(`${join(folder, 'other')} goes before it`);
  });
});

describe('crux config get api-key', () => {
  it('says whether there is a key and where, never which', () => {
    expect(crux(['config', 'get', 'api-key']).out).toMatch(/^api-key +\(not set\) +default/);
    crux(['config', 'set', 'api-key'], KEY);
    for (const args of [['config', 'get', 'api-key'], ['config']]) {
      const { code, out, err } = crux(args);
      expect(code).toBe(0);
      expect(out).toMatch(new RegExp(`api-key +\\(set\\) +file +${keyFile()}\n$`));
      expect(out + err).not.toContain(KEY);
    }
    const { out } = crux(['config', 'get', 'api-key'], '', { OPENAI_API_KEY: KEY });
    expect(out).toMatch(/^api-key +\(set\) +environment +OPENAI_API_KEY\n$/);
  });

  it('says so where the file cannot be read', () => {
    mkdirSync(keyFile(), { recursive: true });
    expect(crux(['config', 'get', 'api-key']).out).toMatch(
      /^api-key +\(cannot be read\) +file .*api-key: no key can be/,
    );
  });
});

describe('crux config unset api-key', () => {
  it('removes the key, also where there is none', () => {
    crux(['config', 'set', 'api-key'], KEY);
    for (const _ of [1, 2]) {
      expect(crux(['config', 'unset', 'api-key'])).toMatchObject({ code: 0, err: `no key is kept in ${keyFile()}\n` });
      expect(existsSync(keyFile())).toBe(false);
    }
  });
});

describe('a settings file', () => {
  it('holds no key: one that does is refused without showing it', () => {
    mkdirSync(join(folder, 'config/cruxgraph'), { recursive: true });
    writeFileSync(join(folder, 'config/cruxgraph/settings.json'), JSON.stringify({ 'api-key': KEY }));
    const { code, err } = crux(['config']);
    expect(code).toBe(2);
    expect(err).toContain('unknown setting api-key');
    expect(err).not.toContain(KEY);
  });
});

describe('a key file that others may read', () => {
  it('is told with what to do about it, wherever the key is read, and the run goes on', () => {
    crux(['config', 'set', 'api-key'], KEY);
    chmodSync(keyFile(), 0o644);
    writeFileSync(join(folder, 'ferry.txt'), 'Ann: The ferry should run.\n\nBob: I disagree.\n');
    const warning = `${keyFile()}: others on this machine may read this key file. Make it yours alone: chmod 600 ${keyFile()}\n`;
    expect(crux(['config', 'get', 'api-key'])).toMatchObject({ code: 0, err: warning });
    const plan = crux(['show', 'ferry.txt', '--model', 'm', '--dry-run']);
    expect(plan).toMatchObject({ code: 0, err: warning });
    const local = ['--model', 'm', '--base-url', 'http://127.0.0.1:9/v1'];
    expect(crux(['show', 'ferry.txt', ...local]).err).toContain(warning);
    expect(crux(['doctor', ...local]).err).toContain(warning);
    chmodSync(keyFile(), 0o600);
    expect(crux(['show', 'ferry.txt', '--model', 'm', '--dry-run']).err).toBe('');
  });

  it('may have a name of any kind', () => {
    expect(warnOfExposure("it's mine\u001b[2J", { key: KEY, exposed: true })).toMatch(
      /^it's mine: others .* chmod 600 -- 'it'\\''s mine'$/,
    );
    expect(warnOfExposure('key', { key: KEY, exposed: false })).toBeNull();
  });
});
