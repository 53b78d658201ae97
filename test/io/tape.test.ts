import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  openTapeFile,
  parseTape,
  readTapeFile,
  recordingClient,
  replayClient,
  serializeTape,
  type TapeLine,
} from '../../src/io/index.ts';
import type { ChatClient, ChatReply } from '../../src/readers/index.ts';
import { chatRequest } from '../helpers/chat-request.ts';

const ANSWER: ChatReply = { ok: true, text: '{"fruit":"quince"}', usage: { in: 50, out: 5, cached: 0 } };
const REFUSAL: ChatReply = { ok: false, kind: 'refusal', detail: 'No.', retryable: false, usage: null };
const RESET: ChatReply = { ok: false, kind: 'unreachable', detail: 'Reset.', retryable: true, usage: null };

function clientOf(...replies: readonly ChatReply[]): ChatClient {
  let next = 0;
  return { ask: async () => replies[next++]! };
}

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'crux-tape-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

describe('a tape', () => {
  it('plays back what it recorded, refusals included, and nothing that was only the line', async () => {
    const lines: TapeLine[] = [];
    const recording = recordingClient(clientOf(ANSWER, REFUSAL, RESET), (line) => lines.push(line));
    for (const name of ['one', 'two', 'three']) await recording.ask(chatRequest(name));
    const replay = replayClient(lines);
    expect(await replay.ask(chatRequest('one'))).toEqual(ANSWER);
    expect(await replay.ask(chatRequest('two'))).toEqual(REFUSAL);
    expect(await replay.ask(chatRequest('three'))).toMatchObject({ ok: false, kind: 'pending' });
  });

  it('has the same bytes whatever the order of the answers', async () => {
    const record = async (names: readonly string[]) => {
      const lines: TapeLine[] = [];
      const client = recordingClient({ ask: async () => ANSWER }, (line) => lines.push(line));
      for (const name of names) await client.ask(chatRequest(name, { stage: name === 'c' ? 'segment' : 'read' }));
      return serializeTape(lines);
    };
    const tape = await record(['a', 'b', 'c']);
    expect(await record(['c', 'b', 'a', 'a'])).toBe(tape);
    expect(parseTape(tape, 't')[0]?.stage).toBe('segment');
  });

  it('names the line that is none of its own', () => {
    const line =
      '{"key":"k","stage":"read","model":"m","subject":"","text":"t","failure":null,"detail":null,"usage":null}';
    expect(parseTape(`${line}\n\n`, 't.jsonl').length).toBe(1);
    for (const bad of ['{', '[]', '{"key":"k","stage":"read"}', '{"key":"k","stage":"dance","text":"t"}', 'null'])
      expect(() => parseTape(`${line}\n${bad}\n`, 't.jsonl')).toThrow('t.jsonl:2');
  });
});

describe('a tape file', () => {
  const line = (name: string): TapeLine => ({
    key: chatRequest(name).key,
    stage: 'read',
    model: 'm',
    subject: name,
    text: name,
    failure: null,
    detail: null,
    usage: null,
  });

  it('is in order when it is closed, and holds what it held before', async () => {
    const path = join(folder, 'deep', 'tape.jsonl');
    for (const names of [['a', 'b'], ['c']]) {
      const tape = await openTapeFile(path);
      for (const name of names) tape.record(line(name));
      await tape.close();
    }
    expect(readFileSync(path, 'utf8')).toBe(serializeTape(['a', 'b', 'c'].map(line)));
    expect((await readTapeFile(path)).length).toBe(3);
  });

  it('drops a last line that a crash cut short', async () => {
    const path = join(folder, 'tape.jsonl');
    writeFileSync(path, `${serializeTape([line('a')])}{"key":"half`);
    const tape = await openTapeFile(path);
    tape.record(line('b'));
    await tape.close();
    expect((await readTapeFile(path)).map(({ subject }) => subject).sort()).toEqual(['a', 'b']);
  });

  it('says which file is missing', async () => {
    await expect(readTapeFile(join(folder, 'none.jsonl'))).rejects.toThrow('none.jsonl');
  });
});
