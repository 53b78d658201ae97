import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { buildInto } from '../helpers/build.ts';

const TALK =
  'Ann: The ferry should run in winter because the clinic is across the water.\n\nBob: I doubt that anybody takes the ferry in winter.\n\nAnn: Count them.\n';
let bin = '';
let folder = '';

beforeAll(() => {
  bin = join(buildInto('dist-by-file'), 'bin.js');
  folder = mkdtempSync(join(tmpdir(), 'crux-by-file-'));
  writeFileSync(join(folder, 'ferry.txt'), TALK);
}, 120_000);

function crux(...args: string[]) {
  const env = {
    PATH: process.env['PATH'],
    XDG_CACHE_HOME: join(folder, 'cache'),
    XDG_CONFIG_HOME: join(folder, 'config'),
  };
  const { status, stdout, stderr } = spawnSync(process.execPath, [bin, ...args], {
    cwd: folder,
    encoding: 'utf8',
    env,
  });
  return { code: status, out: stdout, err: stderr };
}

describe('reading by a model by file', () => {
  it('writes a round of requests in the OpenAI Batch form, without a key and without asking anybody', () => {
    const { code, err } = crux('requests', 'ferry.txt', '--model', 'm1', '-o', 'round-1.jsonl');
    expect(code).toBe(0);
    expect(err).toContain('wrote 1 requests to round-1.jsonl');
    const line = JSON.parse(readFileSync(join(folder, 'round-1.jsonl'), 'utf8'));
    expect(line).toMatchObject({ method: 'POST', url: '/v1/chat/completions', body: { model: 'm1' } });
    expect(line.custom_id).toMatch(/^[0-9a-f]{64}$/);
  });

  it('takes answers in and goes on from there until nothing is left to ask', () => {
    const { custom_id } = JSON.parse(readFileSync(join(folder, 'round-1.jsonl'), 'utf8'));
    writeFileSync(join(folder, 'results.jsonl'), `${JSON.stringify({ custom_id, content: { turns: [] } })}\n`);
    expect(crux('answers', 'results.jsonl')).toMatchObject({
      code: 0,
      err: 'results.jsonl: kept 1 answers, 0 to be asked again\n',
    });
    expect(crux('cache').out).toContain('1 answers');
    const again = crux('requests', 'ferry.txt', '--model', 'm1', '-o', 'round-2.jsonl');
    expect(again.err).not.toContain(custom_id);
    const shown = crux('show', 'ferry.txt', '--model', 'm1', '--known-only', '--json');
    expect(JSON.parse(shown.out).thread.reader).toMatchObject({ name: 'llm', model: 'm1' });
  });

  it('lets a corrected answer take the place of the one given before', () => {
    const { custom_id } = JSON.parse(readFileSync(join(folder, 'round-1.jsonl'), 'utf8'));
    const longer = { turns: [], note: 'longer than the first '.repeat(200) };
    const before = crux('cache').out;
    writeFileSync(join(folder, 'corrected.jsonl'), `${JSON.stringify({ custom_id, content: longer })}\n`);
    expect(crux('answers', 'corrected.jsonl').err).toContain('kept 1 answers');
    expect(crux('cache').out).toContain('1 answers');
    expect(crux('cache').out).not.toBe(before);
    expect(crux('answers', 'results.jsonl').code).toBe(0);
    expect(crux('cache').out).toBe(before);
  });

  it('says which line of a file is no result', () => {
    writeFileSync(join(folder, 'wrong.jsonl'), '{"nothing": 1}\n');
    expect(crux('answers', 'wrong.jsonl')).toMatchObject({
      code: 2,
      err: expect.stringContaining('wrong.jsonl:1: no result'),
    });
  });

  it('needs a model to be named', () => {
    expect(crux('requests', 'ferry.txt', '-o', 'x.jsonl')).toMatchObject({
      code: 2,
      err: expect.stringContaining('--model'),
    });
  });
});

describe('settings', () => {
  it('are set, shown with where they come from, and taken out again', () => {
    expect(crux('config', 'set', 'model', 'm2').code).toBe(0);
    expect(crux('config', 'get', 'model').out).toMatch(/^model +m2 +file/);
    expect(crux('config', 'path').out.trim()).toBe(join(folder, 'config/cruxgraph/settings.json'));
    expect(crux('config', 'unset', 'model').code).toBe(0);
    expect(crux('config', 'get', 'model').out).toMatch(/^model +\(not set\) +default/);
  });

  it('without a key the embedded reader reads and says so in one line', () => {
    const { code, out, err } = crux('show', 'ferry.txt', '--model', 'm1', '--json');
    expect(code).toBe(0);
    expect(JSON.parse(out).thread.reader.name).toBe('rules');
    expect(err.trim().split('\n')).toHaveLength(1);
    expect(err).toContain('No key');
  });

  it('let a dry run print what would be asked', () => {
    const { code, out } = crux('show', 'ferry.txt', '--model', 'm3', '--dry-run');
    expect(code).toBe(0);
    expect(out).toMatch(/^stage +calls +tokens in +tokens out\nread +1 /);
    const known = crux('show', 'ferry.txt', '--model', 'm3', '--dry-run', '--known-only');
    expect(known).toMatchObject({ code: 0, out: 'Nothing would be asked. Only answers at hand would be used.\n' });
  });
});
