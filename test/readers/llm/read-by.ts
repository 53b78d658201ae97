import type { Judgements } from '../../../src/readers/index.ts';
import { type LlmReader, type LlmReaderOptions, llmReader } from '../../../src/readers/llm/index.ts';
import type { Thread } from '../../../src/thread/index.ts';
import { type Script, type Scripted, type ScriptedClient, scriptedClient } from './scripted-client.ts';

export const ENDPOINT = { model: 'some-model', baseUrl: 'http://127.0.0.1:1/v1', parameters: { temperature: 0 } };

export interface Read {
  readonly judgements: Judgements;
  readonly client: ScriptedClient;
  readonly reader: LlmReader;
  /** Words of a claim by its id. */
  words(claim: string): string;
  /** Claims as `post stance words`. */
  readonly claims: readonly string[];
  /** Notices of a rule. */
  notices(rule: string): readonly string[];
}

/** Reads a thread with a script for the read calls (and, as needed, repairs and comparisons). */
export async function readBy(
  thread: Thread,
  scripts: Parameters<typeof scriptedClient>[0] | Script | Scripted,
  options: Partial<LlmReaderOptions> = {},
): Promise<Read> {
  const isScripts = typeof scripts === 'object' && ('read' in scripts || 'reconcile' in scripts);
  const client = scriptedClient(
    isScripts
      ? (scripts as object)
      : { read: typeof scripts === 'function' ? (scripts as Script) : () => scripts as Scripted },
  );
  const reader = llmReader({ client, endpoint: ENDPOINT, ...options });
  const read = await reader.read(thread);
  const judgements = 'reconcile' in (isScripts ? scripts : {}) ? await reader.reconcile(thread, read) : read;
  const textOf = (id: string) => thread.posts.find((post) => post.id === id)!.text;
  const slice = ({ post, start, end }: { post: string; start: number; end: number }) => textOf(post).slice(start, end);
  return {
    judgements,
    client,
    reader,
    words: (claim) => slice(judgements.claims.find(({ id }) => id === claim)!),
    claims: judgements.claims.map((claim) => `${claim.post} ${claim.stance} ${slice(claim)}`),
    notices: (rule) => judgements.notices.filter((notice) => notice.rule === rule).map(({ text }) => text),
  };
}

/** A claim as an answer writes it, with what a test cares about. */
export function claim(id: string, q: string, more: Partial<ClaimSketch> = {}): ClaimSketch {
  return { id, q, kind: 'fact', stance: 'assert', as: null, text: null, links: [], ...more };
}

interface ClaimSketch {
  readonly id: string;
  readonly q: string;
  readonly kind: string;
  readonly stance: string;
  readonly as: string | null;
  readonly text: string | null;
  readonly links: readonly { readonly to: string; readonly rel: string; readonly w: string }[];
}

/** What an answer to a read call says of a turn. */
interface TurnSketch {
  readonly claims?: readonly object[];
  readonly parts?: readonly object[];
  readonly moves?: readonly object[];
}

/** An answer to a read call: claims, parts and moves by turn. */
export function answer(...turns: readonly TurnSketch[]): object {
  return {
    turns: turns.map(({ claims = [], parts = [], moves = [] }, at) => ({ turn: at + 1, claims, parts, moves })),
    odds: [],
    terms: [],
  };
}

/** A move as an answer writes it. */
export function move(s: string, q: string, type: string, to: string | null = null): object {
  return { s, q, move: type, to };
}
