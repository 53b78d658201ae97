import { type ChatClient, type ChatRequest, STAGES, type Stage } from './chat-client.ts';

/** What the calls of a stage come to, in tokens of four bytes. */
export interface StagePlan {
  readonly stage: Stage;
  readonly calls: number;
  readonly in: number;
  readonly out: number;
}

/** A client that asks nobody. */
export interface Planner {
  readonly client: ChatClient;
  /** Questions without a known answer, each once, in the order in which they came up. */
  requests(): readonly ChatRequest[];
}

/**
 * Collects what would be asked; every question is `pending`. Behind a cache, only what is not known comes here. A reader
 * that stops at pending questions shows the next round; one that degrades goes on with the embedded reader's labels and so
 * shows about what the later rounds will be.
 */
export function planRequests(): Planner {
  const open = new Map<string, ChatRequest>();
  return {
    client: {
      async ask(request) {
        open.set(request.key, request);
        return { ok: false, kind: 'pending', detail: '', retryable: true, usage: null };
      },
    },
    requests: () => [...open.values()],
  };
}

/** Adds up requests by stage, in the order of the stages; stages without calls are left out. */
export function planStages(requests: Iterable<ChatRequest>): readonly StagePlan[] {
  const byStage = Map.groupBy(requests, ({ stage }) => stage);
  return STAGES.flatMap((stage) => {
    const calls = byStage.get(stage);
    if (!calls) return [];
    const sum = (part: 'in' | 'out') => calls.reduce((total, { estimate }) => total + estimate[part], 0);
    return [{ stage, calls: calls.length, in: sum('in'), out: sum('out') }];
  });
}
