// Twenty threads' worth of calls against a server on this machine that takes a second for each answer and allows ten
// requests a second, counted in each of the ways that servers count; prints how much of the allowance was used.
// Run: node scripts/check-throughput.ts
import { systemClock } from '../src/io/index.ts';
import { tooMany } from '../test/helpers/chat-faults.ts';
import { chatClient, chatRequest } from '../test/helpers/chat-request.ts';
import { type Act, say, startChatServer } from '../test/helpers/chat-server.ts';
import { METERS, type Meter } from '../test/helpers/rate-meters.ts';

const ALLOWED = 10;
const THREADS = 20;
/** Calls of one thread, round by round: the next round waits for the one before. */
const ROUNDS = [12, 6, 2, 1];

async function measure(meter: Meter, retryAfter: string | null) {
  let refused = 0;
  const answer = say('{"fruit":"quince"}');
  const late: Act = (response, request, asked) => void setTimeout(() => answer(response, request, asked), 1000);
  const server = await startChatServer(() => {
    if (meter(performance.now())) return late;
    refused += 1;
    return tooMany(retryAfter);
  });
  const client = chatClient(server.baseUrl, { clock: systemClock, concurrency: 16, deadline: 120_000 });
  const began = performance.now();
  let answered = 0;
  const threads = Array.from({ length: THREADS }, async (_, thread) => {
    for (const [round, calls] of ROUNDS.entries()) {
      const names = Array.from({ length: calls }, (_, call) => `thread ${thread} round ${round} call ${call}`);
      const replies = await Promise.all(names.map((name) => client.ask(chatRequest(name))));
      answered += replies.filter(({ ok }) => ok).length;
    }
  });
  await Promise.all(threads);
  const seconds = (performance.now() - began) / 1000;
  await server.close();
  return { answered, refused, seconds, used: answered / ALLOWED / seconds };
}

const runs = Object.entries(METERS).flatMap(([name, meter]) =>
  ['1', null].map(async (retryAfter) => {
    const { answered, refused, seconds, used } = await measure(meter(ALLOWED), retryAfter);
    const header = retryAfter === null ? 'no Retry-After' : 'Retry-After: 1';
    const share = `${(used * 100).toFixed(1)} %`;
    console.log(
      `${share} of the allowance: ${name}, ${header}; ${answered} answers in ${seconds.toFixed(1)} s, ${refused} refusals`,
    );
    return used;
  }),
);
if (Math.min(...(await Promise.all(runs))) < 0.9) process.exitCode = 1;
