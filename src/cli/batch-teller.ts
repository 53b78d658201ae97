import type { BatchEvent, PlanEntry } from '../batch/index.ts';
import { progressLine } from './batch-progress.ts';
import { eventLine } from './batch-words.ts';
import type { Output } from './output.ts';

/** Who tells the user what happens in a batch. */
export interface Teller {
  tell(event: BatchEvent): void;
  end(): void;
}

/** JSON lines on standard output if asked; else on the side a bar where that is a terminal, and plain lines elsewhere. */
export async function chooseTeller(asJson: boolean, output: Output, plan: readonly PlanEntry[]): Promise<Teller> {
  if (asJson) return { tell: (event) => output.data(escapeJson(event)), end: () => {} };
  const total = plan.filter(({ action }) => action === 'read').length;
  if (process.stderr.isTTY && process.env['TERM'] !== 'dumb') return barTeller(total);
  return {
    tell: (event) => {
      const line = eventLine(event);
      if (line !== null) output.talk(line);
    },
    end: () => {},
  };
}

/** One line of JSON in which nothing acts on a terminal: names of files may hold C1 and bidi controls. */
function escapeJson(event: BatchEvent): string {
  return JSON.stringify(event).replace(/[\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/g, (sign) => {
    return `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`;
  });
}

/** The bar stays below the lines of what went wrong; threads that went well move only the bar. */
async function barTeller(total: number): Promise<Teller> {
  const { createLogUpdate } = await import('log-update');
  const bar = createLogUpdate(process.stderr);
  const began = performance.now();
  let [done, failed] = [0, 0];
  const paint = () => bar(progressLine({ done, total, failed, seconds: (performance.now() - began) / 1000 }));
  return {
    tell: (event) => {
      if (event.event === 'finished') {
        done++;
        if (event.result === 'failed' || event.result === 'degraded') failed++;
      }
      const line = event.event === 'finished' && event.result === 'read' ? null : eventLine(event);
      if (line !== null) bar.persist(line);
      if (event.event === 'summary') bar.clear();
      else paint();
    },
    end: () => bar.done(),
  };
}
