import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { vi } from 'vitest';
import { analyzeThread } from '../../src/analysis/index.ts';
import type { ReaderFlags } from '../../src/cli/reader-flags.ts';
import { chooseReader } from '../../src/cli/wire.ts';
import { planStages } from '../../src/readers/index.ts';
import type { Thread } from '../../src/thread/index.ts';
import { type ChatServer, type Script, say, startChatServer } from '../helpers/chat-server.ts';
import { plausibleAnswer } from '../helpers/model-over-http.ts';

/** Calls by stage; stages without calls are left out. */
export type Calls = Readonly<Record<string, number>>;

/** Runs of the command line's readers against a model over HTTP, with a folder for their files. */
export interface ModelRuns {
  readonly folder: string;
  readonly server: ChatServer;
  /** Reads the thread; gives the finished graph file and what the server was asked on the way. */
  run(thread: Thread, flags?: ReaderFlags): Promise<{ readonly file: unknown; readonly calls: Calls }>;
  /** What a dry run of the same says would be asked; it asks nothing itself. */
  plan(thread: Thread, flags?: ReaderFlags): Promise<Calls>;
  close(): Promise<void>;
}

/** Opens them with empty files; the model labels plausibly unless a script says otherwise. */
export async function openModelRuns(script: Script = (asked) => say(plausibleAnswer(asked))): Promise<ModelRuns> {
  const folder = mkdtempSync(join(tmpdir(), 'crux-model-runs-'));
  const server = await startChatServer(script);
  const environment = { XDG_CACHE_HOME: join(folder, 'cache'), XDG_CONFIG_HOME: join(folder, 'config') };
  for (const [name, value] of Object.entries(environment)) vi.stubEnv(name, value);
  const read = async (thread: Thread, flags: ReaderFlags) => {
    const before = server.asked.length;
    const signal = new AbortController().signal;
    const choice = await chooseReader({ model: 'm', baseUrl: server.baseUrl, ...flags }, signal);
    const { file } = await analyzeThread(thread, choice.makeReader());
    const planned = choice.planned();
    await choice.close();
    const calls: Record<string, number> = {};
    for (const { body } of server.asked.slice(before)) {
      const stage = body.response_format.json_schema.name.replace('crux_', '');
      calls[stage] = (calls[stage] ?? 0) + 1;
    }
    return { file, calls, planned };
  };
  return {
    folder,
    server,
    run: (thread, flags = {}) => read(thread, flags),
    plan: async (thread, flags = {}) => {
      const { planned, calls } = await read(thread, { ...flags, dryRun: true });
      if (Object.keys(calls).length > 0) throw new Error('a dry run asked somebody');
      return Object.fromEntries(planStages(planned ?? []).map((stage) => [stage.stage, stage.calls]));
    },
    close: async () => {
      vi.unstubAllEnvs();
      await server.close();
      rmSync(folder, { recursive: true });
    },
  };
}
