import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const ROOT = join(import.meta.dirname, '../../corpora');

/** A thread of `corpora/`: its folder's name, its file, the bytes, and where its exported graph stands. */
export interface CorpusThread {
  readonly corpus: string;
  readonly file: string;
  readonly format: string;
  readonly bytes: Uint8Array;
  readonly graph: string;
}

export function listCorpora(): CorpusThread[] {
  return readdirSync(ROOT).flatMap((corpus) => {
    const about = JSON.parse(readFileSync(join(ROOT, corpus, 'corpus.json'), 'utf8'));
    return about.files.map((file: string) => ({
      corpus,
      file,
      format: about.format,
      bytes: readFileSync(join(ROOT, corpus, file)),
      graph: join(ROOT, '../graphs', corpus, `${file.replace(/\.[^.]*$/, '')}.crux.json`),
    }));
  });
}
