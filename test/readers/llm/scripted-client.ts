import type { ChatClient, ChatReply, ChatRequest, FailureKind, Stage } from '../../../src/readers/llm/index.ts';

/** What a scripted model answers: text, an object to be written as JSON, or a failure. */
export type Scripted = string | object | ChatReply;
export type Script = (request: ChatRequest, data: Data) => Scripted;

/** The data block of a call, line by line, marker lines left out. */
export interface Data {
  readonly lines: readonly string[];
  /** Words behind a line's label, unescaped: of `2.1`, `x1`, `12`. */
  words(label: string): string;
}

export interface ScriptedClient extends ChatClient {
  readonly asked: ChatRequest[];
  /** Requests of a stage. */
  of(stage: Stage): ChatRequest[];
}

/** A client that answers by script; a stage without one is a failure of the test. Usage is counted at four bytes a token. */
export function scriptedClient(scripts: Partial<Record<Stage, Script>>): ScriptedClient {
  const asked: ChatRequest[] = [];
  return {
    asked,
    of: (stage) => asked.filter((request) => request.stage === stage),
    async ask(request) {
      asked.push(request);
      const script = scripts[request.stage];
      if (!script) throw new Error(`nobody expected a call of stage ${request.stage}`);
      const scripted = script(request, readData(request));
      if (typeof scripted === 'object' && 'ok' in scripted) return scripted as ChatReply;
      const text = typeof scripted === 'string' ? scripted : JSON.stringify(scripted);
      const out = Math.ceil(Buffer.byteLength(text) / 4);
      return { ok: true, text, usage: { in: request.estimate.in, out, cached: 0 } };
    },
  };
}

export function failure(kind: FailureKind, detail = ''): ChatReply {
  return { ok: false, kind, detail, retryable: false, usage: null };
}

/** Reads the data block out of a call. */
export function readData({ messages }: ChatRequest): Data {
  const user = messages.at(-1)!.content.split('\n');
  const marker = user.at(-1)!;
  const lines = user.slice(user.indexOf(marker) + 1, -1);
  return {
    lines,
    words(label) {
      const line = lines.find((one) => one.startsWith(`${label} `));
      return line === undefined ? '' : (JSON.parse(/"(?:[^"\\]|\\.)*"$/.exec(line)![0]) as string);
    },
  };
}
