// What a batch promises, on 500 and 5,000 generated threads: the same bytes after 20 kills, nothing half-written under its
// final name, speed of two workers on two cores, flat memory. Run: npm run check:batch [kills | speed | memory]
import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { FORUM, seededNumbers, writeManyThreads } from '../test/helpers/many-threads.ts';

const bin = new URL('../dist/bin.js', import.meta.url).pathname;
const base = mkdtempSync(join(tmpdir(), 'crux-check-batch-'));
const KILLS = 20;
const MEMORY_ALLOWED = 1.3;
const SPEED_WANTED = 1.7;

function start(threads: string, out: string, jobs: number, before: readonly string[] = []): ChildProcess {
  const line = [...before, process.execPath, bin, 'batch', threads, '-o', out, '--jobs', String(jobs), '--json'];
  const child = spawn(line[0]!, line.slice(1), { stdio: ['ignore', 'pipe', 'ignore'] });
  child.stdout.resume();
  return child;
}

function ended(child: ChildProcess): Promise<string> {
  return new Promise((resolve) => child.once('exit', (code, signal) => resolve(signal ?? String(code))));
}

async function run(threads: string, out: string, jobs: number, before: readonly string[] = []): Promise<number> {
  const began = performance.now();
  const code = await ended(start(threads, out, jobs, before));
  if (code !== '0') throw new Error(`crux batch ended with ${code}`);
  return (performance.now() - began) / 1000;
}

/** Every file that a user sees, by name, with the hash of its bytes. */
function visible(folder: string): ReadonlyMap<string, string> {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort();
  const files = names.filter((name) => !/(^|\/)\./.test(name) && statSync(join(folder, name)).isFile());
  const hash = (name: string) =>
    createHash('sha256')
      .update(readFileSync(join(folder, name)))
      .digest('hex');
  return new Map(files.map((name) => [name, hash(name)]));
}

/** Names of files that stand under their final name and are not whole JSON. */
function halfWritten(folder: string): string[] {
  if (!existsSync(folder)) return [];
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  return names.filter((name) => {
    if (/(^|\/)\./.test(name) || !name.endsWith('.json')) return false;
    try {
      JSON.parse(readFileSync(join(folder, name), 'utf8'));
      return false;
    } catch {
      return true;
    }
  });
}

function aimAtFirstThread(child: ChildProcess, aim: () => void): void {
  const look = (text: Buffer) => {
    if (!text.includes('"finished"')) return;
    child.stdout!.off('data', look);
    aim();
  };
  child.stdout!.on('data', look);
}

async function checkKills(threads: string): Promise<boolean> {
  const [calm, killed] = [join(base, 'calm'), join(base, 'killed')];
  const usual = await run(threads, calm, 2);
  const random = seededNumbers(7);
  let torn = 0;
  const left: number[] = [];
  for (let kill = 0; kill < KILLS; kill++) {
    // Each run gets some way from where the one before was killed; one in five dies before it has read a thread.
    const early = random() < 0.2;
    const seconds = random() * (early ? 1 : usual / 25);
    const child = start(threads, killed, 2);
    const end = ended(child);
    const aim = () => setTimeout(() => child.kill('SIGKILL'), seconds * 1000);
    if (early) aim();
    else aimAtFirstThread(child, aim);
    let over = false;
    void end.then(() => {
      over = true;
    });
    while (!over) {
      torn += halfWritten(killed).length;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    torn += halfWritten(killed).length;
    left.push(existsSync(killed) ? visible(killed).size : 0);
  }
  await run(threads, killed, 2);
  const [wanted, got] = [visible(calm), visible(killed)];
  const different = [...new Set([...wanted.keys(), ...got.keys()])].filter(
    (name) => wanted.get(name) !== got.get(name),
  );
  const drafts = readdirSync(killed).filter((name) => name.endsWith('.drafts')).length;
  console.log(`files after each kill: ${left.join(' ')}`);
  console.log(
    `${KILLS} kills: ${wanted.size} files undisturbed, ${got.size} after the kills, ${different.length} different, ${torn} half-written seen, ${drafts} draft folders left`,
  );
  return different.length === 0 && torn === 0 && drafts === 0;
}

/** Ways to read the same threads: V8 compiles and collects garbage on a second core beside one job, unless it is held to one. */
const WAYS = {
  'one job': { jobs: 1, cores: [] },
  'one job on one core': { jobs: 1, cores: ['taskset', '--cpu-list', '0'] },
  'two jobs': { jobs: 2, cores: [] },
} as const;

/** Best of some rounds for each way; two cores are measured against one, as speed-up is defined. */
async function checkSpeed(threads: string, what: string, rounds: number): Promise<boolean> {
  const best = new Map<string, number>();
  for (let round = 0; round < rounds; round++) {
    for (const [way, { jobs, cores }] of Object.entries(WAYS)) {
      const out = join(base, 'speed');
      rmSync(out, { recursive: true, force: true });
      const seconds = await run(threads, out, jobs, cores);
      best.set(way, Math.min(best.get(way) ?? Infinity, seconds));
      console.log(`  ${way}: ${seconds.toFixed(2)} s (load of the machine ${loadavg()[0]!.toFixed(1)})`);
    }
  }
  const times = (way: keyof typeof WAYS) => (best.get(way)! / best.get('two jobs')!).toFixed(2);
  const told = [...best].map(([way, seconds]) => `${way} ${seconds.toFixed(2)} s`).join(', ');
  console.log(
    `500 ${what}, best of ${rounds}: ${told}; two are ${times('one job on one core')} times as fast as one core, ${times('one job')} times as fast as one job`,
  );
  return Number(times('one job on one core')) >= SPEED_WANTED;
}

/** Peak of the process's memory with its worker threads, kB. */
async function peakOf(threads: string, out: string): Promise<number> {
  const child = start(threads, out, 2);
  const end = ended(child);
  let peak = 0;
  const timer = setInterval(() => {
    try {
      const status = readFileSync(`/proc/${child.pid}/status`, 'utf8');
      peak = Math.max(peak, Number(/VmHWM:\s+(\d+)/.exec(status)?.[1] ?? 0));
    } catch {
      clearInterval(timer);
    }
  }, 20);
  const code = await end;
  clearInterval(timer);
  if (code !== '0') throw new Error(`crux batch ended with ${code}`);
  return peak;
}

async function checkMemory(few: string, many: string): Promise<boolean> {
  const small = await peakOf(few, join(base, 'memory-500'));
  const large = await peakOf(many, join(base, 'memory-5000'));
  const again = await peakOf(many, join(base, 'memory-5000'));
  const mb = (kb: number) => `${Math.round(kb / 1024)} MB`;
  console.log(
    `peak memory: 500 threads ${mb(small)}, 5,000 threads ${mb(large)}, ${(large / small).toFixed(2)} times; 5,000 unchanged ones ${mb(again)}`,
  );
  return large / small <= MEMORY_ALLOWED;
}

const wanted = process.argv[2] ?? 'all';
const asked = (name: string) => wanted === 'all' || wanted === name;
try {
  console.log(`uptime: ${execFileSync('uptime', { encoding: 'utf8' }).trim()}`);
  const few = join(base, 'threads-500');
  writeManyThreads(few, 500);
  const results: boolean[] = [];
  if (asked('kills')) results.push(await checkKills(few));
  if (asked('speed')) {
    const forum = join(base, 'threads-forum');
    writeManyThreads(forum, 500, FORUM);
    results.push(await checkSpeed(forum, 'threads of 5 to 150 KB', 3));
    await checkSpeed(few, 'threads of 5 to 17 KB', 4);
  }
  if (asked('memory')) {
    const many = join(base, 'threads-5000');
    writeManyThreads(many, 5000);
    results.push(await checkMemory(few, many));
  }
  if (!results.every(Boolean)) process.exitCode = 1;
} finally {
  rmSync(base, { recursive: true, force: true });
}
