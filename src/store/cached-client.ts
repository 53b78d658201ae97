import { CANCELLED, type ChatClient, type ChatReply, type ChatRequest, type FailureKind } from '../readers/index.ts';
import type { AnswerCache, StoredAnswer } from './answer-cache.ts';

/** How often answers came from the cache, were asked for, and could not be kept (disk full, say). */
export interface CacheUse {
  readonly hits: number;
  readonly asked: number;
  readonly unsaved: number;
}

export interface CachedClient extends ChatClient {
  use(): CacheUse;
}

/** Failures that the same question would meet again: kept, so that a re-run sends nothing. */
export const LASTING: ReadonlySet<FailureKind> = new Set(['length', 'refusal', 'filtered']);

/**
 * Answers from the cache where it can and asks `inner` once for each key otherwise, also when equal questions come at once.
 * A cache that cannot be read or written costs requests, never an answer.
 */
export function cachedClient(inner: ChatClient, cache: AnswerCache): CachedClient {
  const underWay = new Map<string, Promise<ChatReply>>();
  let hits = 0;
  let asked = 0;
  let unsaved = 0;

  async function askInner(request: ChatRequest, signal: AbortSignal | undefined): Promise<ChatReply> {
    asked += 1;
    const reply = await inner.ask(request, signal);
    const { key, stage, endpoint } = request;
    const stored = toStored({ key, stage, model: endpoint.model }, reply);
    try {
      if (stored !== null) cache.put([stored]);
    } catch {
      unsaved += 1;
    }
    return reply;
  }

  async function ask(request: ChatRequest, signal?: AbortSignal): Promise<ChatReply> {
    if (signal?.aborted) return CANCELLED;
    const held = recallReply(cache, request.key);
    if (held !== null) {
      hits += 1;
      return held;
    }
    const other = underWay.get(request.key);
    if (other !== undefined) {
      const reply = await other;
      // Another run's user stopped that one, not this one.
      return !reply.ok && reply.kind === 'cancelled' ? ask(request, signal) : reply;
    }
    const own = askInner(request, signal).finally(() => underWay.delete(request.key));
    underWay.set(request.key, own);
    return own;
  }

  return { ask, use: () => ({ hits, asked, unsaved }) };
}

/** A reply as it is kept, wherever it came from, or null for one that the next run should ask for again. */
export function toStored(
  about: Pick<StoredAnswer, 'key' | 'stage' | 'model'>,
  reply: ChatReply,
  lasting = LASTING,
): StoredAnswer | null {
  if (!reply.ok && !lasting.has(reply.kind)) return null;
  const { usage } = reply;
  return {
    ...about,
    reply: JSON.stringify(reply),
    inputTokens: usage?.in ?? null,
    cachedTokens: usage?.cached ?? null,
    outputTokens: usage?.out ?? null,
  };
}

/** The reply that the cache holds for a key; null where it holds none or cannot be read. */
export function recallReply(cache: AnswerCache, key: string): ChatReply | null {
  try {
    const stored = cache.get(key);
    const reply = stored === null ? null : (JSON.parse(stored.reply) as ChatReply);
    return reply === null || typeof (reply.ok ? reply.text : reply.kind) !== 'string' ? null : reply;
  } catch {
    return null;
  }
}
