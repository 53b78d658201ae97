import type { Analysis } from '../analysis/index.ts';

/** One text of an export and what its file name ends in, `.argdown` or `.claims.csv`. */
export interface ExportedText {
  readonly suffix: string;
  readonly text: string;
}

/** A format that results can be written in; `endings` are all the suffixes that `write` may give. */
export interface ExportFormat {
  readonly name: string;
  readonly endings: readonly string[];
  readonly describe: string;
  write(analysis: Analysis): readonly ExportedText[] | Promise<readonly ExportedText[]>;
}
