import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { batch } from '../../src/cli/batch.ts';
import { loadAnalysis } from '../../src/cli/load-analysis.ts';
import type { Output } from '../../src/cli/output.ts';
import { type BatchPorts, readByBatch } from '../../src/cli/read-by-batch.ts';
import { chooseReader } from '../../src/cli/wire.ts';
import { LabelError } from '../../src/errors/index.ts';
import {
  answered,
  type BatchScript,
  type BatchServer,
  type Line,
  stageOf,
  startBatchServer,
} from '../helpers/batch-server.ts';
import { fault } from '../helpers/chat-faults.ts';
import { stillClock } from '../helpers/chat-request.ts';
import { longThread } from '../readers/llm/long-thread.ts';

const KEY = 'sk-test-0123456789';
let folder: string;
let paths: string[];
const servers: BatchServer[] = [];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'crux-by-batch-'));
  const env = { XDG_CACHE_HOME: join(folder, 'cache'), XDG_CONFIG_HOME: folder, OPENAI_API_KEY: KEY };
  for (const [name, value] of Object.entries(env)) vi.stubEnv(name, value);
  paths = [12, 6].map((posts) => {
    const path = join(folder, `${posts}.txt`);
    writeFileSync(path, asText(posts));
    return path;
  });
});
afterEach(async () => {
  vi.unstubAllEnvs();
  await Promise.all(servers.splice(0).map((server) => server.close()));
  rmSync(folder, { recursive: true });
});

function asText(posts: number): string {
  const { posts: all, speakers } = longThread(posts, 255, 'chain');
  const names = new Map(speakers.map(({ id, name }) => [id, name]));
  return all.map(({ speaker, text }) => `${names.get(speaker)}: ${text}\n`).join('\n');
}

async function serve(script: BatchScript = {}): Promise<BatchServer> {
  const server = await startBatchServer(script);
  servers.push(server);
  return server;
}

/** Runs the rounds; gives what was said, whether something was lost, and the error, if any. */
async function run({ baseUrl }: BatchServer, ports: Partial<BatchPorts> = {}, stop = new AbortController()) {
  const said: string[] = [];
  let lost = false;
  const output: Output = {
    data: () => undefined,
    talk: (text) => void said.push(text),
    lose: () => {
      lost = true;
    },
    get lost() {
      return lost;
    },
    terminal: null,
  };
  const error = await readByBatch(paths, { model: 'm', baseUrl }, output, stop.signal, {
    clock: stillClock(),
    limits: {},
    ...ports,
  }).then(
    () => null,
    (thrown: unknown) => thrown,
  );
  return { said, lost, error };
}

/** The threads as they are read afterwards, from what is known alone. */
async function readKnown({ baseUrl }: BatchServer) {
  const choice = await chooseReader({ model: 'm', baseUrl, knownOnly: true }, new AbortController().signal);
  const read = await Promise.all(paths.map(async (path) => (await loadAnalysis(path, {}, choice.makeReader())).file));
  await choice.close();
  return read;
}

const failedPosts = async (server: BatchServer) => (await readKnown(server)).map(({ ledger }) => ledger.posts.failed);
const isFirstRead = (line: Line, lines: readonly Line[]) => lines[0]?.custom_id === line.custom_id;

describe('reading by batch', () => {
  it('goes round by round until all threads have their answers, and puts each question once', async () => {
    const server = await serve();
    const { said, lost, error } = await run(server);
    expect([error, lost]).toEqual([null, false]);
    expect(server.batches.map((lines) => [...new Set(lines.map(stageOf))].sort())).toEqual([
      ['read'],
      ['reconcile'],
      ['review'],
      ['name'],
    ]);
    expect(said[0]).toMatch(/^round 1: \d+ questions in one batch$/);
    expect(said).toContain('  batch-1: in_progress, 0 of 3 answered');
    expect(said.at(-1)).toBe('all questions are answered after 4 rounds');
    expect([...server.puts().values()].every((count) => count === 1)).toBe(true);
    expect(server.asked.some(({ path }) => path.includes('chat/completions'))).toBe(false);
    for (const { ledger, claims, thread } of await readKnown(server)) {
      expect(ledger.posts.failed).toBe(0);
      expect(claims.every(({ rule }) => rule.startsWith('llm'))).toBe(true);
      expect(thread.reader).toMatchObject({ name: 'llm', model: 'm' });
    }
    expect((await run(server)).said).toEqual(['all questions are answered after 0 rounds']);
  });

  it('splits a round where a file would be too large', async () => {
    const server = await serve();
    const { said } = await run(server, { limits: { mostRequests: 2 } });
    expect(said[0]).toBe('round 1: 3 questions in 2 batches');
    expect(server.batches.slice(0, 2).map(({ length }) => length)).toEqual([2, 1]);
    expect(await failedPosts(server)).toEqual([0, 0]);
  });

  it('reads no standard input, which each round would have to read anew', async () => {
    const server = await serve();
    paths = ['-'];
    expect((await run(server)).error).toMatchObject({ message: 'standard input can be read once only' });
  });
});

describe('crux batch --openai-batch', () => {
  it('has everything asked by batch, then reads from what is known, and passes over what is no discussion', async () => {
    const server = await serve();
    writeFileSync(join(folder, 'notes.json'), '{"no":"discussion"}');
    const said: string[] = [];
    const output: Output = {
      data: (text) => void said.push(text),
      talk: (text) => void said.push(text),
      lose: () => void said.push('lost'),
      lost: false,
      terminal: null,
    };
    const options = { outDir: join(folder, 'out'), to: 'json', model: 'm', baseUrl: server.baseUrl, openaiBatch: true };
    await batch([...paths, join(folder, '*.json')], options, output, { clock: stillClock(), limits: {} });
    expect(said).toContain('all questions are answered after 4 rounds');
    expect(said.at(-1)).toMatch(/^2 read, 1 skipped; 2 threads in the index/);
    expect(server.asked.some(({ path }) => path.includes('chat/completions'))).toBe(false);
    const graph = JSON.parse(readFileSync(join(folder, 'out/12.crux.json'), 'utf8'));
    expect(graph.thread.reader).toMatchObject({ name: 'llm', model: 'm' });
    expect(graph.ledger.posts.failed).toBe(0);
  });
});

describe('a run that was cut short', () => {
  it('takes up the batches that it started, and puts no question twice', async () => {
    const server = await serve();
    const stop = new AbortController();
    const clock = stillClock();
    const stopping = {
      ...clock,
      sleep: async (milliseconds: number, signal: AbortSignal) => {
        stop.abort();
        return clock.sleep(milliseconds, signal);
      },
    };
    const limits = { mostRequests: 2 };
    expect((await run(server, { clock: stopping, limits }, stop)).error).toMatchObject({ code: 'interrupted' });
    expect(server.batches).toHaveLength(2);
    expect((await run(server, { limits: {} })).error).toBeNull();
    expect([...server.puts().values()].every((count) => count === 1)).toBe(true);
    expect(await failedPosts(server)).toEqual([0, 0]);
  });

  it('finds the batch of which it never heard', async () => {
    const server = await serve({ losesAnswer: (batch) => batch === 1 });
    expect((await run(server)).error).toBeNull();
    expect([...server.puts().values()].every((count) => count === 1)).toBe(true);
  });

  it('goes on where a crash came between the start of a batch and the note of its id', async () => {
    let line: 'up' | 'down' | 'mended' = 'up';
    const server = await serve({
      meets: ({ method, path }) => {
        if (line === 'down') return fault(401, 'Incorrect API key provided');
        if (line === 'up' && method === 'POST' && path === '/v1/batches') line = 'down';
        return null;
      },
      losesAnswer: (batch) => batch === 1,
    });
    expect((await run(server)).error).toBeInstanceOf(LabelError);
    expect(server.batches).toHaveLength(1);
    line = 'mended';
    expect((await run(server)).error).toBeNull();
    expect([...server.puts().values()].every((count) => count === 1)).toBe(true);
  });

  it('starts anew where the service has lost the batch', async () => {
    const server = await serve();
    const stop = new AbortController();
    await run(server, { clock: { ...stillClock(), sleep: async () => stop.abort() } }, stop);
    server.forget();
    const { said, error } = await run(server);
    expect(error).toBeNull();
    expect(said[0]).toBe('  batch-1: gone, 0 of 0 answered; the service knows no such batch');
    expect(await failedPosts(server)).toEqual([0, 0]);
  });
});

describe('lines that are not answered', () => {
  it('are put again alone where the batch expired, also where all of it did', async () => {
    const server = await serve({
      fate: (line, batch) =>
        batch === 1 || (batch === 2 && !isFirstRead(line, server.batches[1]!)) ? 'expired' : answered(line),
    });
    expect(await run(server)).toMatchObject({ error: null, lost: false });
    expect(server.batches.slice(0, 3).map(({ length }) => length)).toEqual([3, 3, 2]);
    expect(await failedPosts(server)).toEqual([0, 0]);
  });

  it('are put three times where the service fails, then the embedded reader stands in and the run says so', async () => {
    const server = await serve({
      fate: (line) =>
        isFirstRead(line, server.batches[0]!) ? { status: 500, error: { message: 'Oops' } } : answered(line),
    });
    const { said, lost, error } = await run(server);
    expect([error, lost]).toEqual([null, true]);
    expect(server.puts().get(server.batches[0]![0]!.custom_id)).toBe(3);
    expect([...server.puts().values()].filter((count) => count > 1)).toHaveLength(1);
    expect(said.join('\n')).toMatch(/rounds, but for 1\n {2}The server failed \(500: Oops\)\.$/);
    const [first, second] = await failedPosts(server);
    expect([first! > 0 && first! < 12, second]).toEqual([true, 0]);
  });

  it('are put once where no other try would help', async () => {
    const server = await serve({
      fate: (line) =>
        isFirstRead(line, server.batches[0]!) ? { status: 400, error: { message: 'Nonsense' } } : answered(line),
    });
    expect(await run(server)).toMatchObject({ error: null, lost: true });
    expect([...server.puts().values()].every((count) => count === 1)).toBe(true);
  });

  it('are put in halves where they are too large, and what is known then is used', async () => {
    const server = await serve({
      fate: (line) =>
        stageOf(line) === 'read' && JSON.stringify(line.body).length > 17_000
          ? { status: 400, error: { message: 'maximum context length', code: 'context_length_exceeded' } }
          : answered(line),
    });
    expect(await run(server)).toMatchObject({ error: null, lost: false });
    expect(server.batches[1]!.filter((line) => stageOf(line) === 'read').length).toBeGreaterThan(1);
    expect(await failedPosts(server)).toEqual([0, 0]);
  });

  it('teach what the model refuses: the next round leaves it out', async () => {
    const refusal = {
      message: "Unsupported parameter: 'temperature' is not supported with this model.",
      param: 'temperature',
      code: 'unsupported_parameter',
    };
    const server = await serve({
      fate: (line) => (line.body.temperature === undefined ? answered(line) : { status: 400, error: refusal }),
    });
    expect(await run(server)).toMatchObject({ error: null, lost: false });
    expect(server.batches.map((lines) => lines.every(({ body }) => body.temperature === undefined))).toEqual([
      false,
      ...server.batches.slice(1).map(() => true),
    ]);
    expect(server.batches[1]).toHaveLength(server.batches[0]!.length);
    expect(await failedPosts(server)).toEqual([0, 0]);
  });
});

describe('batches that the service does not take', () => {
  it('end the run with the reason, where none is taken', async () => {
    const server = await serve({ fails: () => 'the organisation has no credit' });
    const { error } = await run(server);
    expect(error).toBeInstanceOf(LabelError);
    expect(error).toMatchObject({ message: 'no batch was accepted: line 1: the organisation has no credit' });
    expect(JSON.stringify(error)).not.toContain(KEY);
  });

  it('are started anew in the next round, where another was taken', async () => {
    const server = await serve({ fails: (batch) => (batch === 2 ? 'too many tokens enqueued' : null) });
    const { said, error, lost } = await run(server, { limits: { mostRequests: 2 } });
    expect([error, lost]).toEqual([null, false]);
    expect(said.join('\n')).toContain('batch-2: failed, 1 of 1 answered; line 1: too many tokens enqueued');
    expect(await failedPosts(server)).toEqual([0, 0]);
  });
});
