import { ConfigError } from '../../errors/index.ts';
import type { ChatClient, ChatFailure, ChatReply, ChatRequest, Stage, Usage } from '../../readers/index.ts';

/** Money for a million tokens, as the user set it; null: unknown. `cached` unknown counts as `input`. */
export interface Prices {
  readonly input: number | null;
  readonly cached: number | null;
  readonly output: number | null;
}

/** What a run may spend; null: no limit. Tokens are input and output together. */
export interface SpendingLimits {
  readonly cost: number | null;
  readonly tokens: number | null;
}

/** What one stage, or the run, really spent. `counted` says whether the endpoint counted every call; where it did not, four bytes are a token. */
export interface Spending extends Usage {
  readonly calls: number;
  /** Null while a price is unknown. */
  readonly money: number | null;
  readonly counted: boolean;
}

export interface BudgetClient extends ChatClient {
  spent(): Spending;
  spentByStage(): ReadonlyMap<Stage, Spending>;
}

/**
 * Asks `inner` as long as not even the largest answers under way could pass a limit: where they could, a call waits for them
 * to come in, and is refused as `budget` if it does not fit even then. Throws a ConfigError for a money limit without prices.
 */
export function budgetClient(inner: ChatClient, prices: Prices, limits: SpendingLimits): BudgetClient {
  if (limits.cost !== null && (prices.input === null || prices.output === null))
    throw new ConfigError(
      'max-cost is set, but the price of the model is not known',
      'Set price-input and price-output (money for a million tokens) with crux config set, or use --max-tokens.',
    );
  const stages = new Map<Stage, Spending>();
  const underWay = new Set<Usage>();
  const waiting: (() => void)[] = [];
  /** How far endpoints' counts go above the estimate, at most, so far. */
  let inputFactor = 1;
  let largestOutput = 0;

  function fits(need: Usage): boolean {
    const all = [...stages.values(), ...underWay, need].reduce<Usage>(sum, NOTHING);
    const tokens = all.in + all.out;
    if (limits.tokens !== null && tokens > limits.tokens) return false;
    return limits.cost === null || (price(all, prices) ?? 0) <= limits.cost;
  }

  function largest({ estimate, maxOutputTokens }: ChatRequest): Usage {
    return { in: Math.ceil(estimate.in * inputFactor), out: Math.max(maxOutputTokens, largestOutput), cached: 0 };
  }

  function book(request: ChatRequest, reply: ChatReply): void {
    if (reply.usage === null && !reply.ok) return;
    const usage = reply.usage ?? guess(request, reply);
    if (reply.usage !== null) {
      inputFactor = Math.max(inputFactor, usage.in / Math.max(1, request.estimate.in));
      largestOutput = Math.max(largestOutput, usage.out);
    }
    const before = stages.get(request.stage) ?? { ...NOTHING, calls: 0, money: 0, counted: true };
    const after = sum(before, usage);
    stages.set(request.stage, {
      ...after,
      calls: before.calls + 1,
      money: price(after, prices),
      counted: before.counted && reply.usage !== null,
    });
  }

  return {
    ask: async (request, signal) => {
      let need = largest(request);
      while (!fits(need)) {
        if (underWay.size === 0) return REFUSED;
        await new Promise<void>((resolve) => waiting.push(resolve));
        need = largest(request);
      }
      underWay.add(need);
      try {
        const reply = await inner.ask(request, signal);
        book(request, reply);
        return reply;
      } finally {
        underWay.delete(need);
        for (const wake of waiting.splice(0)) wake();
      }
    },
    spent: () => {
      const all = [...stages.values()];
      const usage = all.reduce<Usage>(sum, NOTHING);
      const calls = all.reduce((total, stage) => total + stage.calls, 0);
      return { ...usage, calls, money: price(usage, prices), counted: all.every(({ counted }) => counted) };
    },
    spentByStage: () => new Map(stages),
  };
}

/** Money that tokens cost, or null where a price is unknown. */
export function price({ in: input, out, cached }: Usage, prices: Prices): number | null {
  if (prices.input === null || prices.output === null) return null;
  const cachedPrice = prices.cached ?? prices.input;
  return ((input - cached) * prices.input + cached * cachedPrice + out * prices.output) / 1_000_000;
}

const NOTHING: Usage = { in: 0, out: 0, cached: 0 };

const REFUSED: ChatFailure = {
  ok: false,
  kind: 'budget',
  detail: 'The call could pass the limit set on money or tokens.',
  retryable: true,
  usage: null,
};

function guess({ estimate }: ChatRequest, reply: ChatReply): Usage {
  const out = reply.ok ? Math.ceil(Buffer.byteLength(reply.text) / 4) : 0;
  return { in: estimate.in, out, cached: 0 };
}

function sum(a: Usage, b: Usage): Usage {
  return { in: a.in + b.in, out: a.out + b.out, cached: a.cached + b.cached };
}
