import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';

const FOLDER = join(import.meta.dirname, '../fixtures/views');

/** Compares a view with its golden file; UPDATE=1 writes the file, without it a missing file fails. */
export function expectGolden(name: string, text: string): void {
  const path = join(FOLDER, `${name}.txt`);
  if (process.env['UPDATE'] === '1') {
    mkdirSync(FOLDER, { recursive: true });
    writeFileSync(path, text);
    return;
  }
  expect(existsSync(path), `test/fixtures/views/${name}.txt is missing; UPDATE=1 npm test writes it`).toBe(true);
  expect(text).toBe(readFileSync(path, 'utf8'));
}
