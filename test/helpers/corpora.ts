import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const ROOT = join(import.meta.dirname, '../../corpora');

/** A thread of `corpora/`: its folder's name, its file, the bytes, and where its exported graph stands. */
export interface CorpusThread {
  readonly corpus: string;
  readonly file: string;
  readonly format: string;
  readonly bytes: Uint8Array;
  readonly graph: string;
  /** A tape of a model's answers and the graph of that reading, where there is one. */
  readonly byModel: { readonly model: string; readonly tape: string; readonly graph: string } | null;
}

export function listCorpora(): CorpusThread[] {
  return readdirSync(ROOT).flatMap((corpus) => {
    const about = JSON.parse(readFileSync(join(ROOT, corpus, 'corpus.json'), 'utf8'));
    const tape = join(ROOT, corpus, 'answers.jsonl');
    const model = existsSync(tape) ? JSON.parse(readFileSync(tape, 'utf8').split('\n')[0]!).model : null;
    return about.files.map((file: string) => {
      const graph = `${file.replace(/\.[^.]*$/, '')}.crux.json`;
      return {
        corpus,
        file,
        format: about.format,
        bytes: readFileSync(join(ROOT, corpus, file)),
        graph: join(ROOT, '../graphs', corpus, graph),
        byModel: model && { model, tape, graph: join(ROOT, '../graphs', corpus, model, graph) },
      };
    });
  });
}
