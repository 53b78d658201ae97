import type { ChatRequest } from '../../readers/index.ts';
import { callGate } from '../chat/call-gate.ts';
import { type Capabilities, FORMATS, type Format, looser, UNTRIED } from '../chat/capabilities.ts';
import { endure } from '../chat/endure.ts';
import { knownCapabilities } from '../chat/known-capabilities.ts';
import { type OpenEndpoint, openEndpoint } from '../chat/open-endpoint.ts';
import type { OpenAiOptions } from '../chat/openai-client.ts';
import type { Completion } from '../chat/read-completion.ts';
import { tryOnce } from '../chat/try-once.ts';
import {
  BINDINGS,
  type Binding,
  type Finding,
  parametersFinding,
  promptFinding,
  reasoningFinding,
  schemaFinding,
  speedFinding,
  tokensFinding,
} from './finding.ts';
import { accessProbe, LONG_PROMPT_TOKENS, longProbe, NEEDLE, schemaProbe, speedProbe } from './probes.ts';

interface Probed {
  readonly reply: Completion['reply'];
  readonly learned: Capabilities;
  /** Seconds. */
  readonly took: number;
}

type Put = (request: ChatRequest, assumed: Capabilities) => Promise<Probed>;

/**
 * Tries out what an endpoint really does with a model, in a handful of calls, reports each finding as it is made, and notes
 * down what crux should send it from now on. Says whether the endpoint can be used at all; rejects only when stopped.
 */
export async function examineEndpoint(
  options: OpenAiOptions,
  model: string,
  report: (finding: Finding) => void,
  signal: AbortSignal = new AbortController().signal,
): Promise<boolean> {
  const endpoint = { model, baseUrl: options.baseUrl, parameters: { temperature: 0, seed: 7 } };
  const put = putter(options, await openEndpoint(options), signal);

  const access = await put(accessProbe(endpoint), { ...UNTRIED, format: 'plain' });
  const { reply } = access;
  if (!reply.ok && !ANSWERED.has(reply.kind)) {
    report({
      probe: 'access',
      verdict: 'bad',
      seen: reply.detail,
      done: 'The embedded reader reads, without a model.',
    });
    return false;
  }
  report({ probe: 'access', verdict: 'good', seen: 'The endpoint answers.', done: 'The model reads.' });
  report(parametersFinding(access.learned));
  report(tokensFinding(reply.usage !== null));

  const { capabilities, finding, field } = await examineSchemas(put, schemaProbe(endpoint), access.learned);
  report(finding);
  const thinking = reasoningFinding(field, capabilities.reasoningRoom);
  if (thinking !== null) report(thinking);

  const plain = { ...capabilities, format: 'plain' as const };
  const long = await put(longProbe(endpoint), plain);
  report(promptFinding(long.reply));
  const speed = await put(speedProbe(endpoint), plain);
  const written = speed.reply.usage?.out ?? (speed.reply.ok ? speed.reply.text.length / 4 : 0);
  const read = long.reply.ok && long.took > 0 ? LONG_PROMPT_TOKENS / long.took : null;
  if (written > 0 && speed.took > 0) report(speedFinding(read, written / speed.took, options.deadline));
  knownCapabilities(options.baseUrl, options.memory).replace(model, capabilities);
  return true;
}

/** Failures that are answers all the same. */
const ANSWERED: ReadonlySet<string> = new Set(['length', 'refusal', 'filtered', 'empty']);

function putter(options: OpenAiOptions, endpoint: OpenEndpoint, signal: AbortSignal): Put {
  const { clock, deadline, patience, apiKey } = options;
  const gate = callGate(1, clock);
  return async (request, assumed) => {
    let learned = assumed;
    const began = clock.now();
    const reply = await endure({
      clock,
      gate,
      deadline,
      patience,
      signal,
      retries: 1,
      closed: { until: Number.NEGATIVE_INFINITY },
      capabilities: () => learned,
      learn: (more) => {
        learned = looser(learned, more);
      },
      attempt: (used, timeout) =>
        tryOnce(endpoint, { request, used, timeout, signal, apiKey, wallTime: clock.wallTime }),
    });
    return { reply, learned, took: (clock.now() - began) / 1000 };
  };
}

/** Asks in one form after the other until one is enforced; the best that was seen is used. */
async function examineSchemas(put: Put, request: ChatRequest, assumed: Capabilities) {
  const tried = new Map<Format, Binding>();
  let capabilities = assumed;
  let field: string = 'content';
  for (const format of FORMATS.slice(0, -1)) {
    const { reply, learned } = await put(request, { ...capabilities, format });
    capabilities = { ...learned, format };
    tried.set(format, learned.format === format ? readBinding(reply) : 'refused');
    if (reply.ok) field = reply.served.field;
    if (tried.get(format) === 'enforced') break;
  }
  const rank = (format: Format) => BINDINGS.indexOf(tried.get(format) ?? 'refused');
  const best = [...tried.keys()].reduce((a, b) => (rank(b) < rank(a) ? b : a));
  const used = tried.get(best) === 'refused' ? 'plain' : best;
  return { capabilities: { ...capabilities, format: used }, finding: schemaFinding(tried, used), field };
}

function readBinding(reply: Completion['reply']): Binding {
  if (!reply.ok) return ANSWERED.has(reply.kind) ? 'unconstrained' : 'unknown';
  try {
    const value = JSON.parse(reply.text) as { readonly colour?: unknown; readonly shade?: unknown } | null;
    return value?.colour === NEEDLE && typeof value.shade === 'object' ? 'enforced' : 'ignored';
  } catch {
    return 'unconstrained';
  }
}
