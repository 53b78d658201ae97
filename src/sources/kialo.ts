import { type Notice, SourceError } from '../errors/index.ts';
import { type KialoLine, splitKialo } from './kialo-lines.ts';
import { newestByKey, tellCopies } from './newest-by-key.ts';
import type { RawPost, RawThread } from './raw-thread.ts';
import { sayCount } from './say-count.ts';
import { tidyTree } from './tidy-tree.ts';

const HEAD = 16_384;

/** 0..1: how much the start of a text (line ends `\n`) looks like a debate exported from Kialo. */
export function looksLikeKialo(text: string, _name: string): number {
  const { title, lines } = splitKialo(text.slice(0, HEAD));
  const judged = lines.filter((line) => line.stance !== null && line.parent !== null).length;
  if (title !== null && lines.length > 0) return 1;
  return judged >= 3 && judged >= (lines.length - 1) * 0.8 ? 0.9 : 0;
}

/**
 * Reads a debate exported from Kialo as text: each claim is a post without an author, keyed by its path (`1.2.1`), with
 * `signals.stance` towards its parent. A line `-> See 1.1.` is no post but one more place of claim 1.1: it stands in
 * `signals.also` of that claim as {parent, stance}. Throws a SourceError where no claim is.
 */
export function readKialo(text: string, name: string): RawThread {
  const { title, lines } = splitKialo(text);
  if (lines.length === 0) {
    throw new SourceError(
      `${name}: no Kialo claim in it`,
      'A Kialo export has a line per claim, such as `1.1. Pro: Trains are cheaper.`',
    );
  }
  const { items, dropped } = newestByKey(lines, (line) => line.path);
  const home = resolveLinks(items);
  const links = items.filter((line) => line.see !== null);
  const also = new Map<string, { parent: string | null; stance: string | null }[]>();
  for (const { path, parent, stance } of links) {
    const target = home.get(path);
    if (target === undefined) continue;
    const places = also.get(target) ?? [];
    places.push({ parent: parent && (home.get(parent) ?? parent), stance });
    also.set(target, places);
  }
  const claims = items.filter((line) => line.see === null);
  const tree = tidyTree(claims.map((line) => readClaim(line, text, home, also.get(line.path) ?? [])));
  const lost = links.filter((line) => !home.has(line.path)).length;
  return {
    format: 'kialo',
    title,
    text,
    turns: 'given',
    posts: tree.posts,
    declaredPosts: null,
    notices: [...tellCopies(dropped), ...tellLost(lost), ...tree.notices],
  };
}

/** For each claim, and each link that leads to one over any number of links, the path of that claim. */
function resolveLinks(lines: readonly KialoLine[]): ReadonlyMap<string, string> {
  const home = new Map<string, string>();
  const seeOf = new Map<string, string>();
  for (const { path, see } of lines) {
    if (see === null) home.set(path, path);
    else seeOf.set(path, see);
  }
  const tried = new Set<string>();
  for (const start of seeOf.keys()) {
    const way: string[] = [];
    let at: string | undefined = start;
    for (; at !== undefined && !home.has(at) && !tried.has(at); at = seeOf.get(at)) {
      way.push(at);
      tried.add(at);
    }
    const target = at === undefined ? undefined : home.get(at);
    if (target !== undefined) for (const path of way) home.set(path, target);
  }
  return home;
}

function readClaim(
  line: KialoLine,
  text: string,
  home: ReadonlyMap<string, string>,
  also: readonly { readonly parent: string | null; readonly stance: string | null }[],
): RawPost {
  const { path, parent, stance, start, wordsStart, end } = line;
  const words = text.slice(wordsStart, end);
  return {
    key: path,
    parent: parent && (home.get(parent) ?? parent),
    author: null,
    time: null,
    url: null,
    state: 'ok',
    text: words,
    pieces: words === '' ? [] : [{ start: 0, end: words.length, sourceStart: wordsStart }],
    place: { start, end },
    blocks: words === '' ? [] : [{ kind: 'paragraph', start: 0, end: words.length }],
    signals: { path, ...(stance ? { stance, scope: 'parent' } : {}), ...(also.length > 0 ? { also } : {}) },
    breakBefore: false,
  };
}

function tellLost(lost: number): Notice[] {
  if (lost === 0) return [];
  const text = `${sayCount(lost, 'link', 'links')} ("-> See …") to claims that are not in the file ${lost === 1 ? 'was' : 'were'} left out.`;
  return [{ rule: 'missing-link', post: null, text }];
}
