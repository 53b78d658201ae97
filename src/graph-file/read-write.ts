import { z } from 'zod';
import { SourceError } from '../errors/index.ts';
import { checkGraphFile } from './check.ts';
import { dropStale } from './drop-stale.ts';
import { type GraphFile, graphFileSchema } from './schema.ts';

/** `corrected`: the file may have been edited by hand, so findings that cite removed labels are dropped instead of refused. */
export interface ParseOptions {
  readonly corrected?: boolean;
}

/** Reads a graph file's text; throws a SourceError that names the first key that does not fit, or the first broken invariant. */
export function parseGraphFile(text: string, name: string, { corrected = false }: ParseOptions = {}): GraphFile {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (cause) {
    throw new SourceError(
      `${name}: not JSON: ${(cause as Error).message}`,
      'A graph file is written by `crux export`.',
      cause,
    );
  }
  const result = graphFileSchema.safeParse(value);
  if (!result.success) {
    const issue = result.error.issues[0]!;
    const path = issue.path.join('.') || '(top level)';
    throw new SourceError(
      `${name}: not a graph file at ${path}: ${issue.message}`,
      '`crux schema` prints what is expected.',
    );
  }
  const file = corrected ? dropStale(result.data) : result.data;
  const broken = checkGraphFile(file)[0];
  if (broken) throw new SourceError(`${name}: ${broken}`, '`crux schema` and docs/graph-file.md say what must hold.');
  return file;
}

/** The file's bytes: keys sorted, two spaces, newline at the end, numbers rounded to 4 decimals; equal results give equal bytes. */
export function serializeGraphFile(file: GraphFile): string {
  return `${JSON.stringify(sortKeys(file), null, 2)}\n`;
}

/** The contract as a JSON Schema (draft 2020-12), generated from the types that the code uses. */
export function graphFileJsonSchema(): unknown {
  return { title: 'cruxgraph graph file, version 1', ...z.toJSONSchema(graphFileSchema, { io: 'input' }) };
}

function sortKeys(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sortKeys);
  if (typeof value === 'number') return Math.round(value * 1e4) / 1e4 + 0;
  if (value === null || typeof value !== 'object') return value;
  const entries = Object.entries(value).filter(([, inner]) => inner !== undefined);
  entries.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
  return Object.fromEntries(entries.map(([key, inner]) => [key, sortKeys(inner)]));
}
