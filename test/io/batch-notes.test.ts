import { describe, expect, it } from 'vitest';
import { batchNotes, type CapabilityMemory } from '../../src/io/index.ts';

function memoryOf(notes = new Map<string, string>()): CapabilityMemory {
  return { recall: (name) => notes.get(name) ?? null, remember: (name, note) => void notes.set(name, note) };
}

describe('notes on batches', () => {
  it('outlive the run that made them, endpoint by endpoint', () => {
    const memory = memoryOf();
    const notes = batchNotes('http://a/v1', memory);
    notes.start('one', null);
    notes.start('two', null);
    notes.start('two', 'batch-2');
    const later = batchNotes('http://a/v1', memory);
    expect(later.waiting()).toEqual([
      { label: 'one', id: null },
      { label: 'two', id: 'batch-2' },
    ]);
    later.end({ label: 'one', id: null });
    later.end({ label: 'two', id: 'batch-2' });
    expect([later.waiting(), [...notes.spent()]]).toEqual([[], ['batch-2']]);
    expect(batchNotes('http://b/v1', memory).spent().size).toBe(0);
  });

  it('forget the oldest of very many that are done with', () => {
    const notes = batchNotes('http://a/v1', memoryOf());
    for (let number = 0; number < 510; number++) notes.end({ label: 'x', id: `batch-${number}` });
    expect([notes.spent().size, notes.spent().has('batch-9'), notes.spent().has('batch-10')]).toEqual([
      500,
      false,
      true,
    ]);
  });

  it.each(['{', '[]', '{"waiting":7}', '{"waiting":[null]}', 'null'])(
    'that cannot be read count as none: %s',
    (note) => {
      const notes = batchNotes('http://a/v1', memoryOf(new Map([['batches http://a/v1', note]])));
      expect([notes.waiting(), notes.spent().size]).toEqual([[], 0]);
    },
  );
});
