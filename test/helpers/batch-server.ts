import { type Act, type Asked, type ChatServer, sendJson, startChatServer } from './chat-server.ts';
import { plausibleAnswer } from './model-over-http.ts';

/** A line of a file of requests. */
export interface Line {
  readonly custom_id: string;
  // biome-ignore lint/suspicious/noExplicitAny: tests look into bodies of any shape
  readonly body: any;
}

/** What becomes of a line: an answer's text, an error with a status, or nothing before the batch expires. */
export type Fate = { readonly text: string } | { readonly status: number; readonly error: object } | 'expired';

/** What a batch server does out of the ordinary; all by the number of the batch from 1. */
export interface BatchScript {
  /** By default every line is answered plausibly. */
  readonly fate?: (line: Line, batch: number) => Fate;
  /** A batch that fails whole, with this reason. */
  readonly fails?: (batch: number) => string | null;
  /** What a request meets before it is served; null: it is served. */
  readonly meets?: (asked: Asked) => Act | null;
  /** The batch is made, but its maker never hears of it. */
  readonly losesAnswer?: (batch: number) => boolean;
}

export interface BatchServer extends ChatServer {
  /** The lines of each batch that was started, in order. */
  readonly batches: readonly (readonly Line[])[];
  /** How often each question was put. */
  puts(): ReadonlyMap<string, number>;
  /** Loses all batches that there are. */
  forget(): void;
}

interface Held {
  readonly id: string;
  readonly number: number;
  readonly lines: readonly Line[];
  readonly metadata: object;
  looks: number;
}

/** Starts a server that speaks the Files and Batches protocols: a batch is at work when it is looked at first, and over the next time. */
export async function startBatchServer(script: BatchScript = {}): Promise<BatchServer> {
  const { fate = answered, fails = () => null, meets = () => null, losesAnswer = () => false } = script;
  const uploads = new Map<string, readonly Line[]>();
  const held: Held[] = [];
  const lost = new Set<Held>();
  const fateOf = (line: Line, batch: Held) => fate(line, batch.number);
  const show = (batch: Held) => {
    const reason = fails(batch.number);
    const over = batch.looks > 1;
    const expired = batch.lines.some((line) => fateOf(line, batch) === 'expired');
    const status = !over ? 'in_progress' : reason !== null ? 'failed' : expired ? 'expired' : 'completed';
    return {
      id: batch.id,
      object: 'batch',
      status,
      metadata: batch.metadata,
      request_counts: { total: batch.lines.length, completed: over ? batch.lines.length : 0, failed: 0 },
      ...(status === 'failed' && { errors: { data: [{ line: 1, message: reason, code: 'invalid' }] } }),
      ...(over && reason === null && { output_file_id: `out-${batch.number}`, error_file_id: `err-${batch.number}` }),
    };
  };
  const results = (batch: Held, wanted: 'out' | 'err') =>
    batch.lines
      .flatMap((line) => {
        const made = resultLine(line, fateOf(line, batch));
        return made.file === wanted ? [JSON.stringify(made.line)] : [];
      })
      .reverse()
      .join('\n');
  const serve = (asked: Asked): Act => {
    const met = meets(asked);
    if (met) return met;
    const [, , kind, id = '', rest] = asked.path.split('?')[0]!.split('/');
    if (kind === 'files' && asked.method === 'POST') {
      const file = `file-${uploads.size + 1}`;
      uploads.set(file, readUpload(asked.raw));
      return send({ id: file, object: 'file' });
    }
    if (kind === 'files') {
      const [wanted, number] = id.split('-');
      return sendText(results(held[Number(number) - 1]!, wanted as 'out' | 'err'));
    }
    if (kind === 'batches' && id === '' && asked.method === 'GET')
      return send({ object: 'list', data: held.filter((batch) => !lost.has(batch)).map(show), has_more: false });
    if (kind === 'batches' && id === '') {
      const number = held.length + 1;
      const { input_file_id, metadata } = asked.body;
      held.push({ id: `batch-${number}`, number, lines: uploads.get(input_file_id) ?? [], metadata, looks: 0 });
      return losesAnswer(number) ? (_, request) => void request.socket.resetAndDestroy() : send(show(held.at(-1)!));
    }
    const batch = held.find((other) => other.id === id && !lost.has(other));
    if (batch === undefined || rest !== undefined)
      return (response) => sendJson(response, 404, { error: { message: 'No such batch', code: 'not_found' } });
    batch.looks += 1;
    return send(show(batch));
  };
  const server = await startChatServer(serve);
  return {
    ...server,
    get batches() {
      return held.map(({ lines }) => lines);
    },
    forget: () => {
      for (const batch of held) lost.add(batch);
    },
    puts: () => {
      const counts = new Map<string, number>();
      for (const { lines } of held)
        for (const line of lines) counts.set(line.custom_id, (counts.get(line.custom_id) ?? 0) + 1);
      return counts;
    },
  };
}

/** The stage that a line asks for. */
export function stageOf({ body }: Line): string {
  return body.response_format.json_schema.name.replace('crux_', '');
}

export function answered({ body }: Line): Fate {
  return { text: plausibleAnswer({ body } as Asked) };
}

function resultLine(line: Line, fate: Fate) {
  const of = (response: unknown, error: unknown) => ({ id: 'r', custom_id: line.custom_id, response, error });
  if (fate === 'expired')
    return { file: 'err', line: of(null, { code: 'batch_expired', message: 'Not executed before the window ended.' }) };
  if ('error' in fate)
    return { file: 'err', line: of({ status_code: fate.status, body: { error: fate.error } }, null) };
  const choices = [{ index: 0, message: { role: 'assistant', content: fate.text }, finish_reason: 'stop' }];
  const body = { object: 'chat.completion', model: 'm', choices, usage: { prompt_tokens: 5000, completion_tokens: 9 } };
  return { file: 'out', line: of({ status_code: 200, body }, null) };
}

function readUpload(raw: string): Line[] {
  const lines = raw.split(/\r?\n/).filter((line) => line.startsWith('{"custom_id"'));
  return lines.map((line) => JSON.parse(line) as Line);
}

/** Answers with JSON. */
export function send(body: unknown): Act {
  return (response) => sendJson(response, 200, body);
}

/** Answers with the bytes of a file. */
export function sendText(text: string): Act {
  return (response) => {
    response.writeHead(200, { 'content-type': 'application/octet-stream' });
    response.end(text);
  };
}
