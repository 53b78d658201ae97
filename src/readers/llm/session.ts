import { CruxError, Interrupted } from '../../errors/index.ts';
import type { ChatClient, ChatReply, Endpoint, FailureKind } from './chat-client.ts';
import { makeRequest, type Question, type StagePrompt } from './make-request.ts';

/** Answers that a stage needs are not known yet: collect what was asked, have it answered and read again. */
export class AnswersPending extends CruxError {
  readonly code = 'pending';
  readonly exitCode = 1;
}

/** Why a question has no answer of use: a failure of the call, or an answer that is not what was asked for. */
export type Unanswered = FailureKind | 'unusable';

export type Outcome<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly kind: Unanswered; readonly detail: string };

/** What one reading has asked for so far. */
export interface Spent {
  readonly requests: number;
  readonly tokens: { readonly in: number; readonly out: number; readonly cached: number };
}

/** All calls of one reading go through here: counted once per question, answered or not. */
export interface Session {
  /** Puts a question and understands the answer; what `understand` cannot use (null) is asked for once more. */
  ask<T>(prompt: StagePrompt, question: Question, understand: (text: string) => T | null): Promise<Outcome<T>>;
  spent(): Spent;
  /** Ends a stage: throws AnswersPending where questions of it wait for their answers. */
  endStage(): void;
}

export interface SessionOptions {
  readonly client: ChatClient;
  readonly endpoint: Endpoint;
  readonly signal?: AbortSignal | undefined;
  /** `stop`: a stage with unanswered questions ends the reading; `degrade`: they count as failures. */
  readonly whenPending: 'stop' | 'degrade';
}

const AGAIN = 'Your last answer to this was not the JSON object that is asked for. Write that object and nothing else.';
const UNASKED: ReadonlySet<string> = new Set(['pending', 'budget', 'cancelled']);

/** Opens a reading's session. An answer `cancelled` throws Interrupted. */
export function openSession({ client, endpoint, signal, whenPending }: SessionOptions): Session {
  const counted = new Set<string>();
  const tokens = { in: 0, out: 0, cached: 0 };
  let requests = 0;
  let pending = 0;
  const count = (key: string, reply: ChatReply) => {
    if (counted.has(key) || (!reply.ok && UNASKED.has(reply.kind))) return;
    counted.add(key);
    requests++;
    tokens.in += reply.usage?.in ?? 0;
    tokens.out += reply.usage?.out ?? 0;
    tokens.cached += reply.usage?.cached ?? 0;
  };
  const put = async (prompt: StagePrompt, question: Question): Promise<ChatReply> => {
    const request = makeRequest(endpoint, prompt, question);
    const reply = await client.ask(request, signal);
    if (!reply.ok && reply.kind === 'cancelled') throw new Interrupted(`stopped while reading ${question.subject}`);
    if (!reply.ok && reply.kind === 'pending') pending++;
    count(request.key, reply);
    return reply;
  };
  return {
    async ask(prompt, question, understand) {
      for (const again of [false, true]) {
        const reply = await put(prompt, again ? { ...question, user: `${AGAIN}\n${question.user}` } : question);
        if (!reply.ok) return { ok: false, kind: reply.kind, detail: reply.detail };
        const value = understand(reply.text);
        if (value !== null) return { ok: true, value };
      }
      return { ok: false, kind: 'unusable', detail: 'two answers were not the JSON that was asked for' };
    },
    spent: () => ({ requests, tokens: { ...tokens } }),
    endStage() {
      const waiting = pending;
      pending = 0;
      if (waiting === 0 || whenPending === 'degrade') return;
      throw new AnswersPending(
        `${waiting} ${waiting === 1 ? 'question waits' : 'questions wait'} for an answer`,
        'Have the requests answered, then read again.',
      );
    },
  };
}
