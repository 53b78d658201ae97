import type { Thread, ThreadPost } from '../../thread/index.ts';

/** Whom a post answers, and how that is known; `post` is null where only the person is known. */
export interface Addressee {
  readonly speaker: string;
  readonly post: string | null;
  readonly by: 'reply' | 'two-voices' | 'only-voice-before' | 'name' | 'the-post';
}

/** A finder of addressees. Position alone proves nothing in a thread of many voices: there it answers null. */
export function addresseeFinder(thread: Thread): (post: ThreadPost, sentence: string) => Addressee | null {
  const byId = new Map(thread.posts.map((post) => [post.id, post]));
  const position = new Map(thread.posts.map((post, at) => [post.id, at]));
  const voices = knownVoices(thread);
  const firstOther = firstOthers(thread);
  const names = nameTable(thread);
  const opening = thread.posts[0];
  return (post, sentence) => {
    const head = post.text.slice(0, HEAD);
    const named = names && (findName(names, sentence, post.speaker) ?? findName(names, head, post.speaker));
    const at = position.get(post.id)!;
    const answered = answeredPost(thread, at);
    const parent = answered === null ? undefined : byId.get(answered);
    if (named) return { speaker: named, post: parent?.speaker === named ? parent.id : null, by: 'name' };
    if (parent && parent.speaker !== post.speaker) return { speaker: parent.speaker, post: parent.id, by: 'reply' };
    const before = lastOther(thread, at);
    if (!before) return null;
    const known = { speaker: before.speaker, post: before.id };
    if (voices.size === 2 && voices.has(post.speaker) && voices.has(before.speaker))
      return { ...known, by: 'two-voices' };
    if (firstOther[at]) return { ...known, by: 'only-voice-before' };
    const ofThePost = THE_POST.test(head) && opening && opening.speaker !== post.speaker;
    return ofThePost ? { speaker: opening.speaker, post: opening.id, by: 'the-post' } : null;
  };
}

const HEAD = 160;
/** Words by which a comment speaks of what it is a comment on. */
const THE_POST = /\b(?:this post|the post|the op|this article|the article|this proposal|this essay)\b/i;
/** Below this a guessed turn start may be made up, and what stands before it part of the same post. */
export const DOUBTFUL = 0.5;

/** The post that a post answers; behind a doubtful turn start, what the post before answers. */
function answeredPost(thread: Thread, at: number): string | null {
  const post = thread.posts[at]!;
  if (post.replyTo !== null) return post.replyTo;
  return post.startConfidence < DOUBTFUL ? (thread.posts[at - 1]?.replyTo ?? null) : null;
}

/** Speakers that the source names or the guesser tells apart; not the unnamed author of an introduction. */
export function knownVoices(thread: Thread): ReadonlySet<string> {
  return new Set(thread.speakers.filter(({ confidence }) => confidence > 0).map(({ id }) => id));
}

/** For each post, whether exactly one other voice has spoken before it. */
function firstOthers(thread: Thread): boolean[] {
  const seen = new Set<string>();
  return thread.posts.map(({ speaker }) => {
    const others = seen.size - (seen.has(speaker) ? 1 : 0);
    seen.add(speaker);
    return others === 1;
  });
}

const LOOK_BACK = 40;

function lastOther(thread: Thread, at: number): ThreadPost | null {
  const speaker = thread.posts[at]!.speaker;
  for (let before = at - 1; before >= Math.max(0, at - LOOK_BACK); before--) {
    const post = thread.posts[before]!;
    if (post.speaker !== speaker && post.text !== '') return post;
  }
  return null;
}

const MOST_NAMES = 400;

interface NameTable {
  readonly pattern: RegExp;
  readonly ids: ReadonlyMap<string, string>;
}

/** Names and first names of given speakers, as far as they are unmistakable; null where no speaker is named. */
function nameTable(thread: Thread): NameTable | null {
  const ids = new Map<string, string | null>();
  for (const { id, name, given } of thread.speakers.slice(0, MOST_NAMES)) {
    if (!given) continue;
    const first = name.split(/\s+/)[0]!;
    for (const form of new Set([name, first])) {
      if (form.length < 3) continue;
      const key = form.toLowerCase();
      ids.set(key, ids.has(key) && ids.get(key) !== id ? null : id);
    }
  }
  const clear = new Map([...ids].filter((entry): entry is [string, string] => entry[1] !== null));
  if (clear.size === 0) return null;
  const forms = [...clear.keys()].sort((a, b) => b.length - a.length);
  const names = forms.map((form) => form.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('|');
  return { pattern: new RegExp(`(?:@|\\b)(${names})(?:'s)?(?![\\w-])`, 'i'), ids: clear };
}

/** A name counts where it is spoken to or agreed with, not wherever it is mentioned. */
function findName(table: NameTable, sentence: string, self: string): string | null {
  const match = table.pattern.exec(sentence);
  if (!match) return null;
  const id = table.ids.get(match[1]!.toLowerCase())!;
  const before = sentence.slice(Math.max(0, match.index - 40), match.index);
  const after = sentence.slice(match.index + match[0].length, match.index + match[0].length + 2);
  const spokenTo =
    match[0].startsWith('@') ||
    /^[,:]/.test(after) ||
    /(?:agree|disagree) (?:\w+ ){0,3}(?:with|that)? ?$|, $|^$/.test(before);
  return spokenTo && id !== self ? id : null;
}
