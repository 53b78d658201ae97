import { createHash } from 'node:crypto';
import { EXPORTS } from '../export/index.ts';
import { safeFileName } from '../text/index.ts';

/** The longest part of a target's path in bytes: with any ending it stays below the 255 that file systems allow. */
const LONGEST_PART = 180;
const RESULT_ENDINGS = [...EXPORTS.flatMap(({ endings }) => endings), '.csv'];
/** What the index over all threads is called. */
export const INDEX_STEM = 'index';

/**
 * Where the results of each input go: a path below the output folder without its ending, parts by `/`, no two alike even
 * where capitals do not count. `a.txt` and `a.md` become `a.txt` and `a.md`, and what clashes still gets a hash of its path.
 * The order of the inputs does not matter.
 */
export function nameTargets(inputs: readonly { readonly file: string; readonly path: string }[]): readonly string[] {
  const targets = inputs.map(({ file }) => drawTarget(file, stemOf));
  const tell = (index: number, level: number) => {
    const { file, path } = inputs[index]!;
    const whole = (name: string) => (level === 1 ? name : `${name}-${hashOf(path, 24)}`);
    targets[index] = drawTarget(file, whole);
  };
  const levels = inputs.map(() => 0);
  for (;;) {
    const clashing = findClashes(targets).filter((index) => levels[index]! < 2);
    if (clashing.length === 0) return targets;
    for (const index of clashing) tell(index, ++levels[index]!);
  }
}

function findClashes(targets: readonly string[]): readonly number[] {
  const groups = Map.groupBy(targets.keys(), (index) => targets[index]!.toLowerCase());
  return [...groups].flatMap(([key, members]) => (members.length > 1 || key === INDEX_STEM ? members : []));
}

const stemOf = (name: string) => name.replace(/\.crux\.json$/i, '').replace(/(?<=.)\.[^.]*$/, '') || name;

function drawTarget(file: string, draw: (name: string) => string): string {
  const parts = file.split('/').filter((part) => part !== '');
  const name = parts.pop() ?? '';
  // A folder called like a result would stand where the result of a neighbour has to go.
  const folders = parts
    .map((part) => cutToFit(safeFileName(part)))
    .map((part) => (looksLikeResult(part) ? `${part}_` : part));
  return [...folders, cutToFit(safeFileName(draw(name)))].join('/');
}

const looksLikeResult = (part: string) => RESULT_ENDINGS.some((ending) => part.toLowerCase().endsWith(ending));

function cutToFit(part: string): string {
  if (Buffer.byteLength(part) <= LONGEST_PART) return part;
  const start = Buffer.from(part).subarray(0, LONGEST_PART - 25);
  return `${start.toString('utf8').replace(/\ufffd+$/, '')}-${hashOf(part, 24)}`;
}

const hashOf = (text: string, digits: number) => createHash('sha256').update(text).digest('hex').slice(0, digits);
