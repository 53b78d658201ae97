const LONGEST = 20_000;

/** What a file says of itself before its text; `end` is the offset behind it. */
export interface FrontMatter {
  readonly end: number;
  readonly title: string | null;
  readonly author: string | null;
  readonly time: string | null;
  readonly url: string | null;
}

/** Front matter at the start of a text: YAML between `---` lines, or a fenced JSON block with a title. Null where there is none. */
export function readFrontMatter(text: string): FrontMatter | null {
  const head = text.slice(0, LONGEST);
  const yaml = /^\s*---[ \t]*\n([\s\S]*?)\n(?:---|\.\.\.)[ \t]*(?:\n|$)/.exec(head);
  if (yaml) return hasOnlyFields(yaml[1]!) ? fields(yaml[0].length, (key) => yamlField(yaml[1]!, key)) : null;
  const json = /^\s*```json[ \t]*\n([\s\S]*?)\n```[ \t]*(?:\n|$)/.exec(head);
  if (!json) return null;
  const record = parseRecord(json[1]!);
  if (!record || typeof record['title'] !== 'string') return null;
  return fields(json[0].length, (key) => (typeof record[key] === 'string' ? record[key] : null));
}

function fields(end: number, field: (key: string) => string | null): FrontMatter {
  const time = field('published') ?? field('date');
  return { end, title: field('title'), author: field('author'), time, url: field('url') };
}

function hasOnlyFields(yaml: string): boolean {
  return yaml.split('\n').every((line) => /^(?:[\w.-]+[ \t]*:|[ \t]+\S|[ \t]*-[ \t]|[ \t]*#|[ \t]*$)/.test(line));
}

function yamlField(yaml: string, key: string): string | null {
  const line = yaml.split('\n').find((candidate) => candidate.startsWith(`${key}:`));
  const value = line?.slice(key.length + 1).trim() ?? '';
  const bare = /^(["']).*\1$/.test(value) && value.length > 1 ? value.slice(1, -1) : value;
  return bare === '' ? null : bare;
}

function parseRecord(json: string): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(json);
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : null;
  } catch {
    return null;
  }
}
