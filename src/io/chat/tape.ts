import { ConfigError } from '../../errors/index.ts';
import {
  CANCELLED,
  type ChatClient,
  type ChatFailure,
  type ChatReply,
  type ChatRequest,
  FAILURES,
  type FailureKind,
  STAGES,
  type Stage,
  type Usage,
} from '../../readers/index.ts';

/** What was answered to one question, as a line of a tape; exactly one of `text` and `failure` is not null. */
export interface TapeLine {
  readonly key: string;
  readonly stage: Stage;
  readonly model: string;
  readonly subject: string;
  readonly text: string | null;
  readonly failure: FailureKind | null;
  readonly detail: string | null;
  readonly usage: Usage | null;
}

/** Failures that are the endpoint's answer to the question; the others say something of the line or the run. */
const ANSWERS: ReadonlySet<FailureKind> = new Set(['length', 'context', 'refusal', 'filtered', 'empty']);

/** Answers from a tape; a question that is not on it is `pending`. */
export function replayClient(lines: Iterable<TapeLine>): ChatClient {
  const byKey = new Map([...lines].map((line) => [line.key, line]));
  return {
    ask: async (request, signal) => {
      if (signal?.aborted) return CANCELLED;
      const line = byKey.get(request.key);
      return line === undefined ? failure('pending', 'The tape holds no answer to this question.') : play(line);
    },
  };
}

/** Asks `inner` and hands every answer on to `record`. */
export function recordingClient(inner: ChatClient, record: (line: TapeLine) => void): ChatClient {
  return {
    ask: async (request, signal) => {
      const reply = await inner.ask(request, signal);
      if (reply.ok || ANSWERS.has(reply.kind)) record(toTapeLine(request, reply));
      return reply;
    },
  };
}

/** A reply as the line that plays it back. */
export function toTapeLine({ key, stage, endpoint, subject }: ChatRequest, reply: ChatReply): TapeLine {
  return {
    key,
    stage,
    model: endpoint.model,
    subject,
    text: reply.ok ? reply.text : null,
    failure: reply.ok ? null : reply.kind,
    detail: reply.ok ? null : reply.detail,
    usage: reply.usage,
  };
}

/** A tape's text in JSON Lines, by stage and key, so that equal answers make equal bytes; of two answers to a question the later stays. */
export function serializeTape(lines: Iterable<TapeLine>): string {
  const byKey = new Map([...lines].map((line) => [line.key, line]));
  const order = (a: TapeLine, b: TapeLine) =>
    STAGES.indexOf(a.stage) - STAGES.indexOf(b.stage) || (a.key < b.key ? -1 : 1);
  return [...byKey.values()].sort(order).map(serializeTapeLine).join('');
}

/** One line of a tape with its line break. */
export function serializeTapeLine(line: TapeLine): string {
  const { key, stage, model, subject, text, failure, detail, usage } = line;
  return `${JSON.stringify({ key, stage, model, subject, text, failure, detail, usage })}\n`;
}

/** Reads a tape; throws a ConfigError that names file and line for anything that is not one. */
export function parseTape(text: string, name: string): readonly TapeLine[] {
  return text.split('\n').flatMap((line, index) => {
    if (line.trim() === '') return [];
    const parsed = parseLine(line);
    if (parsed !== null) return [parsed];
    throw new ConfigError(
      `${name}:${index + 1}: is not a line of a tape`,
      'A tape is written with --record; record it anew.',
    );
  });
}

function parseLine(text: string): TapeLine | null {
  try {
    const line = JSON.parse(text) as TapeLine;
    const known = STAGES.includes(line.stage) && typeof line.key === 'string';
    const said = typeof line.text === 'string' || (line.failure !== null && FAILURES.includes(line.failure));
    return known && said ? line : null;
  } catch {
    return null;
  }
}

function play({ text, failure: kind, detail, usage }: TapeLine): ChatReply {
  if (text !== null) return { ok: true, text, usage };
  return { ...failure(kind ?? 'empty', detail ?? 'The tape holds a failure.'), usage };
}

function failure(kind: FailureKind, detail: string): ChatFailure {
  return { ok: false, kind, detail, retryable: kind === 'pending', usage: null };
}
