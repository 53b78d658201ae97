import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { summariseThread } from '../../src/batch/index.ts';
import { ConfigError } from '../../src/errors/index.ts';
import { analyze } from '../../src/index.ts';
import { openBatchLedger } from '../../src/store/index.ts';

let folder: string;
let path: string;
const today = () => new Date('2026-01-02T03:04:05Z');
const ENTRY = {
  target: 'sub/a',
  file: 'sub/a.txt',
  sha256: 'abc',
  settings: 'usual',
  state: 'read',
  why: null,
  milliseconds: 12,
  outputs: [{ path: 'sub/a.crux.json', sha256: 'def' }],
} as const;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'crux-ledger-'));
  path = join(folder, 'ledger.sqlite');
});
afterEach(() => rmSync(folder, { recursive: true }));

describe('the ledger of a batch', () => {
  it('gives back what was kept, also to the next process', async () => {
    const summary = summariseThread(await analyze('Ann: The ferry should run.\n\nBob: No.\n'));
    const ledger = openBatchLedger(path, today);
    ledger.keep(ENTRY, summary);
    ledger.keep({ ...ENTRY, target: 'b', state: 'failed', why: 'is empty', sha256: null, outputs: [] }, null);
    ledger.close();
    const again = openBatchLedger(path, today);
    expect({ ...again.entry('sub/a') }).toEqual(ENTRY);
    expect(again.resultOf('sub/a')).toEqual({ sha256: 'abc', summary });
    expect(again.entry('b')).toMatchObject({ state: 'failed', why: 'is empty' });
    expect(again.resultOf('b')).toBeNull();
    expect(again.entry('c')).toBeNull();
    again.close();
  });

  it('can be asked by other programs when it is closed', () => {
    const ledger = openBatchLedger(path, today);
    ledger.keep(ENTRY, null);
    ledger.close();
    const db = new DatabaseSync(path, { readOnly: true });
    expect({ ...db.prepare('SELECT file, state, milliseconds, ended FROM threads').get() }).toEqual({
      file: 'sub/a.txt',
      state: 'read',
      milliseconds: 12,
      ended: '2026-01-02T03:04:05.000Z',
    });
    db.close();
  });

  it('is held by one run at a time', () => {
    const ledger = openBatchLedger(path, today);
    expect(() => openBatchLedger(path, today)).toThrow(/another crux batch is at work/);
    ledger.close();
    openBatchLedger(path, today).close();
  });

  it('says what to do about a file that is none', () => {
    writeFileSync(path, 'not a database, whatever its name says; long enough to be looked at');
    expect(() => openBatchLedger(path, today)).toThrow(ConfigError);
  });
});
