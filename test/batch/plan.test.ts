import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type BatchInput, fingerprint, type Known, type LedgerEntry, planBatch } from '../../src/batch/index.ts';

const input = (file: string, more: Partial<BatchInput> = {}): BatchInput => ({
  path: `in/${file}`,
  file,
  named: false,
  sha256: `hash of ${file}`,
  bytes: 10,
  refused: null,
  sameAs: null,
  ...more,
});
const entry = (file: string, more: Partial<LedgerEntry> = {}): LedgerEntry => ({
  target: file.replace(/\.txt$/, ''),
  file,
  sha256: `hash of ${file}`,
  settings: 'usual',
  state: 'read',
  why: null,
  milliseconds: 5,
  outputs: [{ path: `${file}.crux.json`, sha256: 'x' }],
  ...more,
});
const known = (entries: readonly LedgerEntry[], isIntact = true): Known => ({
  entry: (target) => entries.find((each) => each.target === target) ?? null,
  isIntact: () => isIntact,
});
const decide = (one: BatchInput, of: Known, settings = 'usual') => {
  const { action, why } = planBatch([one], of, settings)[0]!;
  return [action, why];
};

describe('the plan of a batch', () => {
  it('reads what is new, changed, read otherwise, failed, degraded, or has lost its results', () => {
    const a = input('a.txt');
    expect(decide(a, known([]))).toEqual(['read', 'new']);
    expect(decide(a, known([entry('a.txt')]))).toEqual(['unchanged', 'read before']);
    expect(decide(a, known([entry('a.txt', { sha256: 'other' })]))).toEqual(['read', 'changed']);
    expect(decide(a, known([entry('a.txt')]), 'others')).toEqual(['read', 'read with other settings before']);
    expect(decide(a, known([entry('a.txt', { state: 'failed' })]))).toEqual(['read', 'failed before']);
    expect(decide(a, known([entry('a.txt', { state: 'degraded' })]))).toEqual(['read', 'lost something before']);
    expect(decide(a, known([entry('a.txt')], false))).toEqual(['read', 'its results were changed or are gone']);
    expect(decide(a, known([entry('b.txt', { target: 'a' })]))).toEqual([
      'read',
      'its place held the results of b.txt',
    ]);
  });

  it('passes over again what no source reads, unless it is named or has changed', () => {
    const skipped = known([entry('a.txt', { state: 'skipped', why: 'a picture' })]);
    expect(decide(input('a.txt'), skipped)).toEqual(['skip', 'a picture']);
    expect(decide(input('a.txt', { named: true }), skipped)).toEqual(['read', 'skipped before']);
    expect(decide(input('a.txt', { sha256: 'other' }), skipped)).toEqual(['read', 'changed']);
  });

  it('opens no links and reads no file twice', () => {
    expect(decide(input('a.txt', { refused: 'a link' }), known([]))).toEqual(['skip', 'a link']);
    expect(decide(input('a.txt', { sameAs: 'b.txt' }), known([]))).toEqual(['duplicate', 'the same file as b.txt']);
  });

  it('is the same for any order of the inputs, and a plan once done leaves nothing to do', () => {
    const files = fc.uniqueArray(fc.constantFrom('a.txt', 'a.md', 'A.txt', 'sub/a.txt', 'b', 'index.txt', '../x.txt'));
    fc.assert(
      fc.property(files, fc.boolean(), (names, turned) => {
        const inputs = names.map((name) => input(name));
        const first = planBatch(inputs, known([]), 'usual');
        expect(planBatch(turned ? inputs.toReversed() : inputs, known([]), 'usual')).toEqual(first);
        const done = first.map(({ input: { file }, target }) => entry(file, { target: target! }));
        expect(planBatch(inputs, known(done), 'usual').map(({ action }) => action)).toEqual(
          names.map(() => 'unchanged'),
        );
      }),
    );
  });

  it('tells settings apart by every part of them', () => {
    const usual = {
      program: '1',
      reader: { name: 'rules', model: null, version: '1' },
      baseUrl: null,
      review: true,
      formats: ['json'],
      only: null,
      format: null,
      bands: false,
    };
    const others = [
      { ...usual, program: '2' },
      { ...usual, reader: { ...usual.reader, version: '2' } },
      { ...usual, baseUrl: 'http://localhost' },
      { ...usual, review: false },
      { ...usual, formats: ['json', 'csv'] },
      { ...usual, only: 'cruxes' },
      { ...usual, format: 'text' },
      { ...usual, bands: true },
    ];
    const words = [usual, ...others].map(fingerprint);
    expect(new Set(words).size).toBe(words.length);
    expect(fingerprint({ ...usual })).toBe(words[0]);
  });
});
