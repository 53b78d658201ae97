import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { parseGraphFile } from '../../src/graph-file/index.ts';
import { workerAnalyst } from '../../src/io/index.ts';

it('a worker reads a thread, writes it, and brings back a summary, also straight from the sources', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'crux-worker-'));
  const path = join(folder, 'a.txt');
  writeFileSync(path, 'Ann: The ferry should run.\n\nBob: No, it should not.\n');
  const settings = { folder: join(folder, 'out'), formats: ['json'], only: null, format: null, bands: false };
  const workers = await workerAnalyst(settings, 1);
  const good = await workers.read({ path, target: 'sub/a', named: true });
  const bad = await workers.read({ path: join(folder, 'gone.txt'), target: 'gone', named: true });
  await workers.rest();
  expect(good).toMatchObject({ state: 'read', why: null, outputs: [{ path: 'sub/a.crux.json' }] });
  expect(good.summary?.counts).toMatchObject({ posts: 2, speakers: 2 });
  const file = parseGraphFile(readFileSync(join(folder, 'out/sub/a.crux.json'), 'utf8'), 'a');
  expect(file.thread.source).toBe('a.txt');
  expect(bad).toMatchObject({ state: 'failed', sha256: null, outputs: [], summary: null });
  expect(existsSync(join(folder, 'out/gone.crux.json'))).toBe(false);
  rmSync(folder, { recursive: true });
});
