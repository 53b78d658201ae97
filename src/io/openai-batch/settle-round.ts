import type { ChatFailure, ChatRequest } from '../../readers/index.ts';
import type { Capabilities } from '../chat/capabilities.ts';
import type { KnownCapabilities } from '../chat/known-capabilities.ts';
import { learnRefusal } from '../chat/learn.ts';
import { toBatchLine } from './batch-file.ts';
import type { BatchResult } from './batch-results.ts';

/** A question that expired or met a fault is put so often; then the embedded reader stands in. */
const MOST_TRIES = 3;

/**
 * Failures of a round that stay: those that no other try would mend, and those of questions that were tried often enough.
 * A refusal of something that can be left out teaches to leave it out. `used` is what was known when the round began.
 */
export function settleRound(
  known: KnownCapabilities,
  used: ReadonlyMap<string, Capabilities>,
  open: readonly ChatRequest[],
  results: ReadonlyMap<string, BatchResult>,
  tries: Map<string, number>,
): ReadonlyMap<string, ChatFailure> {
  const failed = new Map<string, ChatFailure>();
  for (const request of open) {
    const { key, endpoint } = request;
    const { reply, refusal } = results.get(key) ?? NOT_ANSWERED;
    if (reply.ok) continue;
    const learned = refusal && learnRefusal(used.get(endpoint.model)!, fieldsOf(request, used), refusal);
    if (learned) {
      known.learn(endpoint.model, learned);
      continue;
    }
    const count = (tries.get(key) ?? 0) + 1;
    tries.set(key, count);
    if (!reply.retryable || count >= MOST_TRIES) failed.set(key, reply);
  }
  return failed;
}

const NOT_ANSWERED: Pick<BatchResult, 'reply' | 'refusal'> = {
  reply: {
    ok: false,
    kind: 'server',
    detail: 'The batch has no line for this question.',
    retryable: true,
    usage: null,
  },
  refusal: null,
};

/** Names of the fields that were sent for a question. */
function fieldsOf(request: ChatRequest, used: ReadonlyMap<string, Capabilities>): readonly string[] {
  return Object.keys(JSON.parse(toBatchLine(request, used.get(request.endpoint.model))).body);
}
