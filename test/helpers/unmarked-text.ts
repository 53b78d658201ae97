import type { RawPost, RawThread } from '../../src/sources/index.ts';
import { buildThread, type Thread, type TurnGuesser } from '../../src/thread/index.ts';

/** Unmarked text as a source gives it: every non-empty line a paragraph; `---` breaks, `# …` lines are page furniture. */
export function unmarkedText(text: string, declaredPosts: number | null = null): RawThread {
  const posts: RawPost[] = [];
  let at = 0;
  let breakBefore = false;
  for (const line of text.split('\n')) {
    const start = at;
    at += line.length + 1;
    if (line.trim() === '') continue;
    if (line === '---') {
      breakBefore = true;
      continue;
    }
    posts.push({
      key: null,
      parent: null,
      author: null,
      time: null,
      url: null,
      state: 'ok',
      text: line,
      pieces: [{ start: 0, end: line.length, sourceStart: start }],
      place: { start, end: start + line.length },
      blocks: [{ kind: line.startsWith('# ') ? 'furniture' : 'paragraph', start: 0, end: line.length }],
      signals: {},
      breakBefore,
    });
    breakBefore = false;
  }
  return { format: 'text', title: null, text, turns: 'unmarked', posts, declaredPosts, notices: [] };
}

/** A guesser that is told where turns start: paragraph index to speaker. */
export function dictateTurns(turns: Readonly<Record<number, string>>): TurnGuesser {
  return {
    guessTurns: async () =>
      Object.entries(turns).map(([first, speaker]) => ({
        first: Number(first),
        speaker,
        confidence: 0.8,
        rule: 'test',
      })),
  };
}

export function threadOf(raw: RawThread, guesser: TurnGuesser = dictateTurns({ 0: 'A' })): Promise<Thread> {
  return buildThread(raw, { source: 'thread.txt', sha256: 'ab'.repeat(32), guesser });
}
