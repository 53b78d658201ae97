import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { describe, expect, it } from 'vitest';
import law from '../../src/rooms.json' with { type: 'json' };

const SRC = join(import.meta.dirname, '../../src');
const DOOR_FILES = new Set(['bin.ts', 'index.ts']);

interface Import {
  readonly file: string;
  readonly room: string;
  readonly target: string;
}

function readImports(): Import[] {
  const files = readdirSync(SRC, { recursive: true, encoding: 'utf8' }).filter((file) => /\.tsx?$/.test(file));
  return files.flatMap((file) => {
    const text = readFileSync(join(SRC, file), 'utf8');
    const found = text.matchAll(/(?:from|import)\s*\(?\s*'([^']+)'/g);
    return [...found].map((match) => ({ file, room: file.split(sep)[0]!, target: match[1]! }));
  });
}

function breach({ file, room, target }: Import): string | null {
  if (!target.startsWith('.')) {
    const rule = Object.entries(law.packages).find(([name]) => {
      if (name.endsWith('*')) return target.startsWith(name.slice(0, -1));
      return target === name || target.startsWith(`${name}/`);
    });
    if (rule && !rule[1].includes(room)) return `${file} imports ${target}: only ${rule[1].join(', ')} may`;
    return null;
  }
  const inside = relative(SRC, join(SRC, dirname(file), target)).split(sep);
  const other = inside[0]!;
  if (DOOR_FILES.has(file) || other === room || inside.length === 1) return null;
  if (inside.slice(1).join('/') !== 'index.ts') return `${file} imports ${target}: enter ${other} by its index.ts`;
  if (!law.order.includes(other)) return `${file} imports ${other}, a room that src/rooms.json does not name`;
  if (law.order.indexOf(other) >= law.order.indexOf(room))
    return `${file} imports ${other}: ${room} may import only from ${law.order.slice(0, law.order.indexOf(room)).join(', ')}`;
  if (law.strangers.some((group) => group.includes(room) && group.includes(other)))
    return `${file} imports ${other}: ${room} and ${other} meet only in cli/wire.ts`;
  return null;
}

describe('the import law', () => {
  it('is kept by every import in src', () => {
    expect(readImports().map(breach).filter(Boolean)).toEqual([]);
  });

  it('names what is allowed when a room reaches to its right', () => {
    expect(breach({ file: 'text/a.ts', room: 'text', target: '../views/index.ts' })).toBe(
      'text/a.ts imports views: text may import only from errors',
    );
  });

  it('keeps packages in their rooms and rooms behind their doors', () => {
    expect(breach({ file: 'views/a.ts', room: 'views', target: 'ink' })).toBe('views/a.ts imports ink: only tui may');
    expect(breach({ file: 'views/a.ts', room: 'views', target: '../text/fold.ts' })).toBe(
      'views/a.ts imports ../text/fold.ts: enter text by its index.ts',
    );
    expect(breach({ file: 'tui/a.ts', room: 'tui', target: '../io/index.ts' })).toContain('meet only in cli/wire.ts');
  });
});
