// Four processes fill one answer cache at once, three with 10,000 answers each and one until it is killed with SIGKILL in
// the middle; then every answer that a process had been promised is looked for. Run: node scripts/check-cache.ts [rounds]
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fillTogether } from '../test/helpers/fill-together.ts';

const rounds = Number(process.argv[2] ?? 3);
for (let round = 1; round <= rounds; round += 1) {
  const folder = mkdtempSync(join(tmpdir(), 'crux-cache-'));
  const began = performance.now();
  const { exits, promised, lost, integrity } = await fillTogether(join(folder, 'answers.sqlite'), 10_000, 5000);
  const seconds = ((performance.now() - began) / 1000).toFixed(1);
  console.log(
    `round ${round}: ended ${exits.join(' ')}; ${promised} promised, ${lost} lost, integrity ${integrity}, ${seconds} s`,
  );
  rmSync(folder, { recursive: true });
  if (lost > 0 || integrity !== 'ok' || exits.join() !== 'SIGKILL,0,0,0') process.exitCode = 1;
}
