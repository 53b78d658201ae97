import { CANCELLED, type ChatClient, type ChatFailure, type ChatReply, type ChatRequest } from '../../readers/index.ts';
import { callGate } from './call-gate.ts';
import type { Clock } from './clock.ts';
import { endure } from './endure.ts';
import { type CapabilityMemory, knownCapabilities } from './known-capabilities.ts';
import { type Access, type OpenEndpoint, openEndpoint } from './open-endpoint.ts';
import { tryOnce } from './try-once.ts';

/** How to reach an endpoint and how patient to be with it; times in milliseconds. */
export interface OpenAiOptions extends Access {
  /** What the server may take for one call, all its attempts together; a wait that a rate limit asks for does not count. */
  readonly deadline: number;
  /** What a call may wait for rate limits. */
  readonly patience: number;
  /** Most calls under way at once. */
  readonly concurrency: number;
  readonly clock: Clock;
  /** Keeps what was learned of endpoints beyond this run. */
  readonly memory: CapabilityMemory | null;
}

export const DEFAULT_PATIENCE = 10 * 60_000;
export const LARGEST_REPLY = 16 * 1024 * 1024;

const RETRIES = 4;
/** Nothing that a later call of the run could do better. */
const HOPELESS: ReadonlySet<string> = new Set(['denied', 'unknown-model']);

/**
 * Puts questions to an OpenAI-compatible endpoint. A call that failed for its key or its model before any was answered ends
 * the endpoint for this run: later calls get the same failure without being sent. Where nothing could be reached at all,
 * later calls try once instead of five times.
 */
export function openAiClient(options: OpenAiOptions): ChatClient {
  const { clock, deadline, patience, apiKey } = options;
  const gate = callGate(options.concurrency, clock);
  const known = knownCapabilities(options.baseUrl, options.memory);
  const closed = { until: Number.NEGATIVE_INFINITY };
  let opened: Promise<OpenEndpoint> | null = null;
  let answered = false;
  let unreachable = false;
  let hopeless: ChatFailure | null = null;

  async function carry(request: ChatRequest, signal: AbortSignal): Promise<ChatReply> {
    opened ??= openEndpoint(options);
    const endpoint = await opened;
    const { model } = request.endpoint;
    return endure({
      clock,
      gate,
      deadline,
      patience,
      signal,
      closed,
      get retries() {
        return unreachable ? 0 : RETRIES;
      },
      capabilities: () => known.of(model),
      learn: (learned) => known.learn(model, learned),
      attempt: async (used, timeout) =>
        hopeless === null
          ? tryOnce(endpoint, { request, used, timeout, signal, apiKey, wallTime: clock.wallTime })
          : { outcome: { reply: hopeless, reasoning: 0 }, sent: [] },
    });
  }

  function note(reply: ChatReply): void {
    answered ||= reply.ok;
    unreachable = !answered && !reply.ok && (unreachable || reply.kind === 'unreachable');
    if (!answered && !reply.ok && HOPELESS.has(reply.kind)) hopeless = reply;
  }

  return {
    ask: async (request, signal = new AbortController().signal) => {
      if (signal.aborted) return CANCELLED;
      if (hopeless !== null) return hopeless;
      try {
        const reply = await carry(request, signal);
        note(reply);
        return reply;
      } catch (error) {
        if (signal.aborted) return CANCELLED;
        throw error;
      }
    },
  };
}
