import { afterEach, describe, expect, it } from 'vitest';
import { type BatchFile, batchService, labelOf } from '../../src/io/index.ts';
import { send, sendText } from '../helpers/batch-server.ts';
import { fault } from '../helpers/chat-faults.ts';
import { stillClock } from '../helpers/chat-request.ts';
import { type Act, type Asked, type ChatServer, startChatServer } from '../helpers/chat-server.ts';

const KEY = 'sk-test-0123456789';
const FILE: BatchFile = { model: 'm', requests: 1, text: '{"custom_id":"k"}\n' };
const NONE: ReadonlySet<string> = new Set();
const GO_ON = new AbortController().signal;

const servers: ChatServer[] = [];
afterEach(async () => {
  await Promise.all(servers.splice(0).map((server) => server.close()));
});

type Batch = Record<string, unknown> & { status: string };

/** A batch service that keeps its batches; each look moves the batch one status on. */
async function serve(statuses: readonly string[], more: object = {}, first: readonly Act[] = []) {
  const batches: Batch[] = [];
  const uploads: string[] = [];
  const files: Record<string, string> = { out: '{"custom_id":"a"}', err: '{"custom_id":"b"}\n' };
  const faults = [...first];
  const answer = (asked: Asked): Act => {
    const passing = faults.shift();
    if (passing !== undefined) return passing;
    if (asked.path === '/v1/files') {
      uploads.push(asked.raw);
      return send({ id: `file-${uploads.length}`, object: 'file' });
    }
    if (asked.path.startsWith('/v1/files/')) {
      const text = files[asked.path.split('/')[3] ?? ''];
      return text === undefined ? fault(404, 'No such File object') : sendText(text);
    }
    if (asked.path.startsWith('/v1/batches?')) return send({ object: 'list', data: batches, has_more: false });
    if (asked.method === 'POST' && asked.path === '/v1/batches') {
      batches.push({ id: `batch-${batches.length + 1}`, ...asked.body, status: statuses[0] ?? 'validating' });
      return send(batches.at(-1));
    }
    const batch = batches.find(({ id }) => asked.path.includes(String(id)));
    if (batch === undefined) return fault(404, 'No such batch');
    batch.status = asked.path.endsWith('/cancel')
      ? 'cancelling'
      : (statuses[statuses.indexOf(batch.status) + 1] ?? batch.status);
    return send({ ...batch, ...more });
  };
  const server = await startChatServer(answer);
  servers.push(server);
  const clock = stillClock();
  return {
    server,
    uploads,
    batches,
    clock,
    service: batchService({ baseUrl: server.baseUrl, apiKey: KEY, account: null }, clock),
  };
}

describe('the batch service', () => {
  it('uploads a file, starts a batch of it and waits for its end, ever more seldom', async () => {
    const { service, uploads, server, clock } = await serve(['validating', 'in_progress', 'finalizing', 'completed'], {
      request_counts: { total: 1, completed: 1, failed: 0 },
      output_file_id: 'out',
      error_file_id: 'err',
    });
    const { id } = await service.start(FILE, NONE, GO_ON);
    expect(uploads[0]).toContain(FILE.text);
    expect(uploads[0]).toMatch(/name="purpose"\r\n\r\nbatch/);
    const created = server.asked.find(({ method, path }) => method === 'POST' && path === '/v1/batches');
    expect(created?.body).toMatchObject({ input_file_id: 'file-1', endpoint: '/v1/chat/completions' });
    const told: string[] = [];
    const state = await service.wait(id, ({ status }) => told.push(status), GO_ON);
    expect(told).toEqual(['in_progress', 'finalizing', 'completed']);
    expect(clock.slept).toEqual([10_000, 15_000]);
    expect(state).toMatchObject({ stage: 'ended', done: 1, total: 1, files: ['out', 'err'] });
    expect(await service.results(state, GO_ON)).toBe('{"custom_id":"a"}\n{"custom_id":"b"}\n');
  });

  it('finds the batch of the same file again instead of paying twice', async () => {
    const { service, uploads } = await serve(['in_progress']);
    const first = await service.start(FILE, NONE, GO_ON);
    expect((await service.start(FILE, NONE, GO_ON)).id).toBe(first.id);
    expect(uploads.length).toBe(1);
    expect((await service.start({ ...FILE, text: '{"custom_id":"l"}\n' }, NONE, GO_ON)).id).not.toBe(first.id);
  });

  it('starts a file anew whose batch failed', async () => {
    const { service, batches } = await serve(['failed']);
    await service.start(FILE, NONE, GO_ON);
    await service.start(FILE, NONE, GO_ON);
    expect(batches.length).toBe(2);
  });

  it.each([
    ['expired', 'ended'],
    ['cancelled', 'ended'],
    ['failed', 'failed'],
    ['cancelling', 'open'],
  ])('counts a batch that is %s as %s', async (status, stage) => {
    const { service } = await serve([status], { errors: { data: [{ line: 3, message: 'not JSON', code: 'x' }] } });
    const { id } = await service.start(FILE, NONE, GO_ON);
    expect(await service.look(id, GO_ON)).toMatchObject({ status, stage, faults: ['line 3: not JSON'] });
  });

  it('bears with a service that is away for a while, and knows a batch that is gone', async () => {
    const away = fault(500, 'Maintenance', {}, { 'x-should-retry': 'false' });
    const { service, clock } = await serve([], {}, [away, away]);
    const told: string[] = [];
    const state = await service.wait('batch-9', ({ status }) => told.push(status), GO_ON);
    expect(told).toEqual(['gone']);
    expect(state).toMatchObject({ stage: 'failed', faults: ['the service knows no such batch'] });
    expect(clock.slept).toEqual([10_000, 15_000]);
  });

  it('takes a result file that is no longer kept for an empty one', async () => {
    const { service } = await serve(['completed'], { output_file_id: 'expired', error_file_id: 'err' });
    const { id } = await service.start(FILE, NONE, GO_ON);
    const state = await service.look(id, GO_ON);
    expect(state.files).toEqual(['expired', 'err']);
    expect(await service.results(state, GO_ON)).toBe('{"custom_id":"b"}\n');
  });

  it('gives up a service that stays away', async () => {
    const away = fault(500, 'Maintenance', {}, { 'x-should-retry': 'false' });
    const { service, server } = await serve([], {}, Array(30).fill(away));
    await expect(service.wait('batch-9', () => undefined, GO_ON)).rejects.toThrow('Maintenance');
    expect(server.asked).toHaveLength(21);
  });

  it('starts a file anew whose earlier batch is done with', async () => {
    const { service, uploads, batches, clock } = await serve(['in_progress']);
    const { id } = await service.start(FILE, NONE, GO_ON);
    expect((await service.find(labelOf(FILE), NONE, GO_ON))?.id).toBe(id);
    expect(await service.find(labelOf(FILE), new Set([id]), GO_ON)).toBeNull();
    expect((await service.start(FILE, new Set([id]), GO_ON)).id).not.toBe(id);
    expect([uploads.length, batches.length, clock.slept]).toEqual([2, 2, []]);
  });

  it('cancels', async () => {
    const { service } = await serve(['in_progress']);
    const { id } = await service.start(FILE, NONE, GO_ON);
    expect(await service.cancel(id, GO_ON)).toMatchObject({ status: 'cancelling', stage: 'open' });
  });

  it('says what is wrong without the key', async () => {
    const { service } = await serve(['in_progress'], {}, [fault(401, `Incorrect API key provided: ${KEY}`)]);
    await expect(service.start(FILE, NONE, GO_ON)).rejects.toThrow(
      expect.objectContaining({ message: expect.stringMatching(/^the batch cannot be started: .*401.*\*\*\*/) }),
    );
  });
});
