import { describe, expect, it } from 'vitest';
import { parseReply } from '../../../src/readers/llm/parse-reply.ts';

describe('a reply', () => {
  it('is the object itself', () => {
    expect(parseReply(' {"turns":[1]} ', 'turns')).toEqual({ turns: [1] });
  });

  it('is found in prose, in a code fence and behind thoughts with braces', () => {
    expect(parseReply('Sure! {"turns":[1]} Hope that {helps}.', 'turns')).toEqual({ turns: [1] });
    expect(parseReply('```json\n{\n  "turns": [1]\n}\n```', 'turns')).toEqual({ turns: [1] });
    expect(parseReply('<think>{ "a": {"turns" }</think>{"turns":["}{\\"]"]}', 'turns')).toEqual({ turns: ['}{"]'] });
  });

  it('is the last whole one of several', () => {
    expect(parseReply('{"turns":[1]} or rather {"turns":[2]} or {"turns":[3', 'turns')).toEqual({ turns: [2] });
  });

  it.each(['', 'null', '[]', '"turns"', '{"other":1}', '{"turns":[1', '{"turns":[1,]}', 'I cannot help with that.'])(
    'is none in %j',
    (text) => expect(parseReply(text, 'turns')).toBeUndefined(),
  );

  it('is looked for in linear time, however many beginnings there are', () => {
    expect(parseReply('{"turns":'.repeat(100_000), 'turns')).toBeUndefined();
    expect(parseReply(`{${' '.repeat(100_000)}`.repeat(10), 'turns')).toBeUndefined();
  });
});
