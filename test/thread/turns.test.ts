import { describe, expect, it } from 'vitest';
import { readThread } from '../../src/sources/index.ts';
import { buildThread, parseSpeakers } from '../../src/thread/index.ts';
import { dictateTurns, threadOf, unmarkedText } from '../helpers/unmarked-text.ts';

const LINES = [
  'The pool should open at six.',
  'Nobody swims at six.',
  'I do, every day of the week.',
  'Then you hold the keys.',
];

describe('turns of text that names nobody', () => {
  it('are told to be inferred, with the letters of the guesser', async () => {
    const thread = await threadOf(unmarkedText(LINES.join('\n')), dictateTurns({ 0: 'A', 1: 'B', 2: 'A' }));
    expect(thread.turns).toBe('inferred');
    expect(thread.speakers).toEqual([
      { id: 's1', name: 'A', given: false, confidence: 0.8 },
      { id: 's2', name: 'B', given: false, confidence: 0.8 },
    ]);
    expect(thread.notices.map(({ rule }) => rule)).toEqual(['speakers-inferred']);
    expect(thread.posts.every(({ replyTo }) => replyTo === null)).toBe(true);
  });

  it('are overruled by a speakers file, which also renames', async () => {
    const overrides = parseSpeakers('# who is who\n1 Ann\nL3: Bo\nBo = Bob', 'who.txt');
    const thread = await buildThread(unmarkedText(LINES.join('\n')), {
      source: 'pool.txt',
      sha256: '00'.repeat(32),
      guesser: dictateTurns({ 0: 'X' }),
      overrides,
    });
    expect(thread.turns).toBe('dictated');
    expect(thread.posts.map(({ speaker, source }) => [speaker, source?.firstLine])).toEqual([
      ['s1', 1],
      ['s2', 3],
    ]);
    expect(thread.speakers).toMatchObject([
      { name: 'Ann', given: true, confidence: 1 },
      { name: 'Bob', given: true, confidence: 1 },
    ]);
  });

  it('are noticed where a speakers file points to a line without a paragraph', async () => {
    const overrides = parseSpeakers('1 Ann\n99 Bo', 'who.txt');
    const thread = await buildThread(unmarkedText(LINES.join('\n')), {
      source: 'pool.txt',
      sha256: '00'.repeat(32),
      guesser: dictateTurns({ 0: 'X' }),
      overrides,
    });
    expect(thread.notices.find(({ rule }) => rule === 'speakers-file')?.text).toBe(
      'The speakers file says that Bo starts at line 99, but no paragraph starts there.',
    );
  });

  it('are noticed where a speakers file renames nobody, and where the source marks the turns itself', async () => {
    const options = { source: 'pool.txt', sha256: '00'.repeat(32), guesser: dictateTurns({ 0: 'A' }) };
    const told = async (raw: Parameters<typeof buildThread>[0], file: string) => {
      const thread = await buildThread(raw, { ...options, overrides: parseSpeakers(file, 'who.txt') });
      return thread.notices.flatMap(({ rule, text }) => (rule === 'speakers-file' ? [text] : []));
    };
    expect(await told(unmarkedText(LINES.join('\n')), 'A = Ann\nZ = Zoe')).toEqual([
      'The speakers file gives Z a new name, but nobody here is called Z.',
    ]);
    const named = readThread(new TextEncoder().encode('Ann: One thing.\n\nBob: Another.\n\nAnn: Fine.'), 'talk.txt');
    expect(await told(named, '1 Zoe\nBob = Robert')).toEqual([
      'The turn starts of the speakers file were not used: the source marks its turns itself.',
    ]);
  });

  it('refuses a speakers file line that says neither', () => {
    expect(() => parseSpeakers('1 Ann\nwho knows', 'who.txt')).toThrow(
      'who.txt:2: neither a turn start nor a new name',
    );
  });
});

describe('a thread', () => {
  it('numbers sentences by post and leaves page furniture out', async () => {
    const raw = unmarkedText('First thing. Second thing.\n# 3 comments\nA third thing.');
    const thread = await threadOf(raw, dictateTurns({ 0: 'A', 1: 'B' }));
    expect(thread.posts.map(({ text, sentences }) => [text, sentences.map(({ id }) => id)])).toEqual([
      ['First thing. Second thing.', ['1.1', '1.2']],
      ['A third thing.', ['2.1']],
    ]);
  });
});
