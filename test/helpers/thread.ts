import type { Thread, ThreadPost } from '../../src/thread/index.ts';

/** A post of a test thread: who says what, answering which post (by id), quoting which words. */
export interface PostSketch {
  readonly by: string;
  readonly text: string;
  readonly replyTo?: string;
  readonly quotes?: readonly string[];
}

/** A thread of posts p1, p2, … by the speakers named; each post lies on its own lines, a blank line between. */
export function sketchThread(posts: readonly PostSketch[]): Thread {
  let offset = 0;
  let line = 1;
  const built = posts.map(({ by, text, replyTo, quotes = [] }, index): ThreadPost => {
    const lines = text.split('\n').length;
    const place = { start: offset, end: offset + text.length, firstLine: line, lastLine: line + lines - 1 };
    const pieces = [{ start: 0, end: text.length, sourceStart: offset, firstLine: line }];
    offset += text.length + 2;
    line += lines + 1;
    return {
      id: `p${index + 1}`,
      speaker: by,
      replyTo: replyTo ?? null,
      replyBy: replyTo ? 'source' : null,
      time: null,
      url: null,
      state: 'ok',
      text,
      pieces,
      source: place,
      copies: [],
      quotes: quotes.map((words) => ({
        start: text.indexOf(words),
        end: text.indexOf(words) + words.length,
        of: null,
      })),
      blocks: [{ kind: 'paragraph', start: 0, end: text.length }],
      sentences: [],
      signals: {},
      startConfidence: 1,
    };
  });
  const names = [...new Set(posts.map(({ by }) => by))];
  return {
    id: 't1',
    title: null,
    format: 'text',
    source: 'sketch.txt',
    sha256: '0'.repeat(64),
    lines: line - 2,
    captures: 1,
    paragraphs: { captured: posts.length, kept: posts.length },
    turns: 'given',
    speakers: names.map((name) => ({ id: name, name, given: true, confidence: 1 })),
    posts: built,
    notices: [],
  };
}
