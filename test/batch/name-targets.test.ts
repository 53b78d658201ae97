import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nameTargets } from '../../src/batch/index.ts';

const at = (...files: string[]) => nameTargets(files.map((file) => ({ file, path: `in/${file}` })));

describe('the place of a thread’s results', () => {
  it('is its file without the ending, in the same folders', () => {
    expect(at('a.txt', 'sub/deep/b.json', 'c')).toEqual(['a', 'sub/deep/b', 'c']);
  });

  it('keeps the ending where two would be the same', () => {
    expect(at('a.txt', 'a.md', 'b.txt')).toEqual(['a.txt', 'a.md', 'b']);
  });

  it('gets a hash of the path where that does not help', () => {
    const targets = nameTargets([
      { file: 'a.txt', path: 'one/a.txt' },
      { file: 'a.txt', path: 'two/a.txt' },
    ]);
    expect(targets).toEqual([expect.stringMatching(/^a\.txt-[0-9a-f]{24}$/), expect.stringMatching(/^a\.txt-/)]);
    expect(targets[0]).not.toBe(targets[1]);
  });

  it('never is that of the index, whatever the capitals', () => {
    expect(at('index.txt', 'sub/index.txt')).toEqual(['index.txt', 'sub/index']);
    expect(at('INDEX.md')).toEqual(['INDEX.md']);
  });

  it('drops the double ending of a graph file', () => {
    expect(at('a.crux.json')).toEqual(['a']);
  });

  it('cannot lead out of the folder or hide', () => {
    expect(at('../../etc/passwd')).toEqual(['_/_/etc/passwd']);
    expect(at('.hidden/..txt')).toEqual(['_hidden/_']);
    expect(at('a\u001b[31m\n|b.txt')).toEqual(['a_31m_b']);
  });

  it('is no folder that stands where a neighbour’s result goes', () => {
    expect(at('x.txt', 'x.crux.json/y.txt')).toEqual(['x', 'x.crux.json_/y']);
  });

  it('fits into what file systems allow', () => {
    const [target] = at(`${'ü'.repeat(127)}.txt`);
    expect(Buffer.byteLength(`${target}.propositions.csv`)).toBeLessThan(255);
  });

  const part = fc.oneof(
    fc.constantFrom('a', 'A', 'index', '..', 'b.txt', 'b.md', 'x.crux.json', '=cmd', 'e\u0301', '\u00e9'),
    fc.string({ unit: 'grapheme', maxLength: 12 }),
  );
  const file = fc.array(part, { minLength: 1, maxLength: 3 }).map((parts) => parts.join('/'));

  it('is one of its own for any files, in any order', () => {
    fc.assert(
      fc.property(fc.uniqueArray(file, { maxLength: 12 }), fc.nat(), (files, turn) => {
        const inputs = files.map((name, index) => ({ file: name, path: `${index % 2}/${name}` }));
        const targets = nameTargets(inputs);
        expect(new Set(targets.map((target) => target.toLowerCase())).size).toBe(files.length);
        for (const target of targets) {
          expect(target.split('/').every((step) => step !== '' && !step.startsWith('.'))).toBe(true);
          expect(target.toLowerCase()).not.toBe('index');
        }
        const cut = files.length === 0 ? 0 : turn % files.length;
        const turned = nameTargets([...inputs.slice(cut), ...inputs.slice(0, cut)]);
        expect([...turned.slice(files.length - cut), ...turned.slice(0, files.length - cut)]).toEqual(targets);
      }),
    );
  });
});
