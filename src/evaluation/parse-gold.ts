import { SourceError } from '../errors/index.ts';
import { type Gold, goldSchema, hasPart } from './gold.ts';

const HINT = '`crux gold FILE` opens an annotation form with all keys and an explanation of each.';

/**
 * Reads a gold annotation; `name` stands in messages. Throws a SourceError that names the first places which do not fit:
 * broken JSON, wrong keys, ids that nothing has, lines outside the thread, claims still undecided.
 */
export function parseGold(text: string, name: string): Gold {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (cause) {
    throw new SourceError(`${name}: not JSON: ${(cause as Error).message}`, HINT, cause);
  }
  const result = goldSchema.safeParse(value);
  if (!result.success) {
    const faults = result.error.issues.map(({ path, message }) => `${path.join('.') || '(top level)'}: ${message}`);
    throw refuse(name, faults);
  }
  const faults = findFaults(result.data);
  if (faults.length > 0) throw refuse(name, faults);
  const claims = result.data.claims.filter(({ keep }) => keep === true);
  return { ...result.data, claims };
}

const SHOWN = 3;

function refuse(name: string, faults: readonly string[]): SourceError {
  const more = faults.length > SHOWN ? ` (and ${faults.length - SHOWN} more)` : '';
  return new SourceError(`${name}: not a gold annotation: ${faults.slice(0, SHOWN).join('; ')}${more}`, HINT);
}

function findFaults(gold: Gold): string[] {
  const faults: string[] = [];
  const posts = uniqueIds(gold.posts, 'post', faults);
  uniqueIds(gold.claims, 'claim', faults);
  const kept = new Set(gold.claims.filter(({ keep }) => keep === true).map(({ id }) => id));
  const say = (wrong: boolean, fault: string) => {
    if (wrong) faults.push(fault);
  };
  const within = (line: number, where: string) =>
    say(gold.lines !== null && line > gold.lines, `${where}: line ${line} of a thread of ${gold.lines} lines`);

  for (const [at, { id, first_line, last_line, reply_to, duplicate_of }] of gold.posts.entries()) {
    say(last_line < first_line, `posts.${at}: last_line ${last_line} lies before first_line ${first_line}`);
    within(last_line, `posts.${at}`);
    say(reply_to !== null && !posts.has(reply_to), `posts.${at}.reply_to: no post ${reply_to}`);
    say(duplicate_of !== null && !posts.has(duplicate_of), `posts.${at}.duplicate_of: no post ${duplicate_of}`);
    say(reply_to === id || duplicate_of === id, `posts.${at}: ${id} points to itself`);
  }
  for (const [at, { id, post, line, last_line, keep }] of gold.claims.entries()) {
    say(post !== null && !posts.has(post), `claims.${at}.post: no post ${post}`);
    say(last_line !== undefined && last_line < line, `claims.${at}: last_line ${last_line} lies before line ${line}`);
    within(last_line ?? line, `claims.${at}`);
    say(keep === null && hasPart(gold, 'claims'), `claims.${at}.keep: set true or false for ${id}`);
  }
  for (const [at, { from, to }] of gold.relations.entries()) {
    for (const end of [from, to]) say(!kept.has(end), `relations.${at}: no kept claim ${end}`);
  }
  for (const [at, { lines, sides }] of gold.cruxes.entries()) {
    for (const line of [...lines, ...sides.flatMap((side) => side.lines)]) within(line, `cruxes.${at}`);
  }
  for (const [at, { lines }] of gold.agreements.entries()) for (const line of lines) within(line, `agreements.${at}`);
  return faults;
}

function uniqueIds(items: readonly { readonly id: string }[], what: string, faults: string[]): ReadonlySet<string> {
  const ids = new Set<string>();
  for (const { id } of items) {
    if (ids.has(id)) faults.push(`${what} ${id} stands twice`);
    ids.add(id);
  }
  return ids;
}
