import { UsageError } from '../errors/index.ts';

/** What the analyst knows better than the program: where turns start and who speaks (`--speakers FILE`). */
export interface SpeakerOverrides {
  /** Turn starts by line of the input, with the speaker's name; in order of lines. */
  readonly starts: readonly { readonly line: number; readonly name: string }[];
  /** New names for speakers, by the name that the program gave. */
  readonly renames: ReadonlyMap<string, string>;
}

/**
 * Reads a speakers file: `12 Alice` says that a post by Alice starts at line 12, `A = Alice` renames a speaker;
 * `#` starts a comment. Throws a UsageError that names the first line that is neither.
 */
export function parseSpeakers(text: string, name: string): SpeakerOverrides {
  const starts: { line: number; name: string }[] = [];
  const renames = new Map<string, string>();
  for (const [at, row] of text.split(/\r?\n/).entries()) {
    const line = row
      .replace(/^\uFEFF/, '')
      .replace(/(^|\s)#.*$/, '')
      .trim();
    if (line === '') continue;
    const start = /^(?:L\s*)?(\d{1,9})[:.]?\s+(\S.*)$/i.exec(line);
    const rename = /^(.{1,80}?)\s*=\s*(\S.*)$/.exec(line);
    if (start) starts.push({ line: Number(start[1]), name: start[2]! });
    else if (rename) renames.set(rename[1]!, rename[2]!);
    else
      throw new UsageError(
        `${name}:${at + 1}: neither a turn start nor a new name: ${line.slice(0, 60)}`,
        'Write `12 Alice` (a post by Alice starts at line 12) or `A = Alice` (call A Alice).',
      );
  }
  starts.sort((a, b) => a.line - b.line);
  return { starts, renames };
}
