import type { ChatClient, ChatFailure, ChatRequest } from '../../readers/index.ts';

/** Answers nothing and hands every question on to `collect`, each key once: for request files and for runs that only count. */
export function pendingClient(collect: (request: ChatRequest) => void): ChatClient {
  const seen = new Set<string>();
  return {
    ask: async (request) => {
      if (!seen.has(request.key)) collect(request);
      seen.add(request.key);
      return PENDING;
    },
  };
}

const PENDING: ChatFailure = {
  ok: false,
  kind: 'pending',
  detail: 'The question waits for its answer.',
  retryable: true,
  usage: null,
};
