import { type BatchEvent, EVENTS_SCHEMA, type PlanEntry } from '../batch/index.ts';
import { stripForTerminal } from '../text/index.ts';

/** A plan for people, a line an input, or as one JSON object a line. */
export function planLines(plan: readonly PlanEntry[], asJson: boolean): string {
  if (asJson) {
    const head = { event: 'plan', schema: EVENTS_SCHEMA, files: plan.length };
    const lines = plan.map(({ input, target, action, why }) => ({
      event: 'entry',
      file: input.file,
      target,
      action,
      why,
    }));
    return [head, ...lines].map((line) => JSON.stringify(line)).join('\n');
  }
  const lines = plan.map(({ input, target, action, why }) => {
    const to = action === 'read' ? ` -> ${say(target)}` : '';
    return `${action.padEnd(10)} ${say(input.file)}${to} (${say(why)})`;
  });
  const count = plan.filter(({ action }) => action === 'read').length;
  return [...lines, `${count} of ${plan.length} files would be read`].join('\n');
}

/** What an event says to people on a line of its own; null for what needs no line. */
export function eventLine(event: BatchEvent): string | null {
  switch (event.event) {
    case 'planned':
      return `${event.files} files, ${event.toRead} to be read`;
    case 'skipped':
      return event.action === 'skip' ? `skipped ${say(event.file)}: ${say(event.why)}` : null;
    case 'started':
      return null;
    case 'finished':
      return `${event.result} ${say(event.file)}${event.why === null ? '' : `: ${say(event.why)}`}`;
    case 'stopped':
      return `stopped, ${event.left} files left unread`;
    case 'summary':
      return summaryLine(event);
  }
}

function summaryLine(event: Extract<BatchEvent, { event: 'summary' }>): string {
  const named = ['read', 'degraded', 'failed', 'skipped', 'unchanged', 'duplicate'] as const;
  const counts = named.filter((name) => event[name] > 0).map((name) => `${event[name]} ${name}`);
  const seconds = (event.milliseconds / 1000).toFixed(1);
  return `${counts.join(', ') || 'nothing to do'}; ${event.indexed} ${event.indexed === 1 ? 'thread' : 'threads'} in the index; ${seconds} s`;
}

/** Words of others on one line of a terminal. */
const say = (words: string) => stripForTerminal(words).replaceAll('\n', ' ');
