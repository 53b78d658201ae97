import { describe, expect, it } from 'vitest';
import { InternalError, SourceError, UsageError } from '../../src/errors/index.ts';
import { detectFormat, type Format, readThread } from '../../src/sources/index.ts';
import { readFixture } from './read-fixture.ts';

const bytes = (text: string) => new TextEncoder().encode(text);

describe('detectFormat', () => {
  it.each([
    ['page-a-glued.txt', 'forum-page'],
    ['page-b-links.md', 'forum-page'],
    ['page-c-flat.txt', 'forum-page'],
    ['page-d-escaped.md', 'forum-page'],
    ['page-e-references.txt', 'forum-page'],
    ['page-f-split.txt', 'forum-page'],
    ['transcript-bold.md', 'transcript'],
    ['nested-comments.md', 'markdown'],
    ['forum-archive.md', 'markdown'],
    ['endpoint.md', 'markdown'],
    ['kialo.txt', 'kialo'],
    ['reddit-thread.json', 'reddit-json'],
    ['hackernews-item.json', 'hackernews-json'],
  ])('knows %s', (name, format) => {
    const guess = detectFormat(readFixture(name), name);
    expect(guess.format).toBe(format);
    expect(guess.confidence).toBeGreaterThanOrEqual(0.7);
    expect(guess.why).not.toBe('');
  });

  it('names crux graphs, and bare text where nothing else fits', () => {
    expect(detectFormat('{"schema":"cruxgraph/1"}', 'g.json')).toMatchObject({ format: 'crux-json', confidence: 1 });
    expect(detectFormat('It rains.\nIt does not.', 'a.txt')).toMatchObject({ format: 'text', confidence: 0.6 });
    expect(detectFormat('[12:03] <ada> it rains\n[12:04] <ben> no', 'a.txt').format).toBe('transcript');
  });
});

describe('readThread', () => {
  it('decodes, detects and reads', () => {
    const thread = readThread(bytes('\uFEFFAda: It rains.\r\nBen: No.\r\n'), 'a.txt');
    expect([thread.format, thread.text, thread.posts.length]).toEqual(['transcript', 'Ada: It rains.\nBen: No.\n', 2]);
  });

  it('obeys a given format', () => {
    expect(readThread(bytes('Ada: It rains.\nBen: No.'), 'a.txt', { format: 'text' }).turns).toBe('unmarked');
    expect(() => readThread(bytes('It rains.'), 'a.txt', { format: 'transcript' })).toThrow(SourceError);
  });

  it('names the formats to a caller who asks for an unknown one', () => {
    expect(() => readThread(bytes('x'), 'a.txt', { format: 'word' as Format })).toThrow(UsageError);
    try {
      readThread(bytes('x'), 'a.txt', { format: 'word' as Format });
    } catch (error) {
      expect((error as UsageError).hint).toContain('transcript');
    }
  });

  it('tells a doubtful guess with the next best one', () => {
    const { format, notices } = readThread(bytes('[-]Ada3d52\nIt rains.\n'), 'a.txt');
    expect(format).toBe('forum-page');
    expect(notices.map(({ rule }) => rule)).toContain('format-unsure');
    expect(notices.find(({ rule }) => rule === 'format-unsure')!.text).toContain('it may also be text');
  });

  it.each([
    ['a.json', '{"rows": [1, 2]}', 'a.json is JSON, but no discussion that is known'],
    ['a.html', '<!doctype html><p>words</p>', 'a.html is a web page or XML, which is not read'],
    ['a.xml', '<?xml version="1.0"?><posts/>', 'a.xml is a web page or XML, which is not read'],
    [
      'a.mbox',
      'From ada Mon\nFrom: ada\nDate: today\nSubject: rain\n\nIt rains.',
      'a.mbox is mail or a news article, which is not read',
    ],
    ['a.txt', '---\n***\n○\n', 'a.txt: no words of a discussion in it'],
  ])('refuses %s and says why', (name, text, message) => {
    expect(() => readThread(bytes(text), name)).toThrow(message);
  });

  it('leaves crux graphs to the caller', () => {
    expect(() => readThread(bytes('{"schema":"cruxgraph/1"}'), 'g.json')).toThrow(InternalError);
  });
});
