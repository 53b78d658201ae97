import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { buildInto } from '../helpers/build.ts';

const ROOT = join(import.meta.dirname, '../..');
let bin = '';
beforeAll(() => {
  bin = join(buildInto('dist-evaluate'), 'bin.js');
}, 120_000);

function crux(...args: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [bin, ...args], { cwd: ROOT, encoding: 'utf8' });
  return { code: status, out: stdout, err: stderr };
}

describe('crux eval', () => {
  it('measures graphs against golds, a row a thread and the mean', () => {
    const { code, out } = crux('eval', 'graphs', '--gold', 'corpora');
    expect(code).toBe(0);
    const rows = out.trim().split('\n');
    expect(rows[0]).toMatch(/^thread +post_f1/);
    expect(rows.slice(1).map((row) => row.split(' ')[0])).toEqual([
      ...['cache-review', 'chess-club-rules'].flatMap((name) => [`${name}/claude/thread.txt`, `${name}/thread.txt`]),
      ...['claude/thread.json', 'market-street/thread.json'],
      ...['publishing-evals', 'rl-vs-prompted-cot', 'weights-and-measures'].flatMap((name) => [
        `${name}/claude/thread.txt`,
        `${name}/thread.txt`,
      ]),
      'mean',
      'from',
      'to',
    ]);
  });

  it('finds no difference between a reading and itself', () => {
    const { code, out } = crux('eval', 'graphs', '--gold', 'corpora', '--compare', 'graphs', '--json');
    expect(code).toBe(0);
    const { differences } = JSON.parse(out);
    expect(new Set(differences.map(({ difference }: { difference: number | null }) => difference ?? 0))).toEqual(
      new Set([0]),
    );
  });

  it('says what is missing where no graph has a gold', () => {
    const { code, err } = crux('eval', 'graphs/publishing-evals', '--gold', 'test/fixtures/declared/ferry.gold.json');
    expect(code).toBe(2);
    expect(err).toContain('no graph file has a gold');
  });
});

describe('crux gold', () => {
  it('prints a form with the posts filled in and nothing judged', () => {
    const form = JSON.parse(crux('gold', 'test/fixtures/declared/ferry.txt').out);
    expect(form.seed).toBe('ferry.txt');
    expect(form.posts.length).toBe(25);
    expect([form.cruxes, form.agreements, form.annotated]).toEqual([[], [], ['posts']]);
  });
});
