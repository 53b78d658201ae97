/** A folded text in the making; `gap` says that a space is due before the next letter. */
export interface Folding {
  units: Uint16Array;
  offsets: Int32Array | null;
  length: number;
  gap: boolean;
}

const CHUNK = 4096;
const SPARE = 64;

/** An empty folding with room for a source of so many units. */
export function createFolding(sourceLength: number, withOffsets: boolean): Folding {
  const room = sourceLength + SPARE;
  return {
    units: new Uint16Array(room),
    offsets: withOffsets ? new Int32Array(room) : null,
    length: 0,
    gap: false,
  };
}

/** Adds a letter, after the space that may be due, both with the letter's index in the source. */
export function pushUnit(folding: Folding, unit: number, source: number): void {
  if (folding.gap) {
    folding.gap = false;
    if (folding.length > 0) push(folding, 0x20, source);
  }
  push(folding, unit, source);
}

/** The text folded so far. */
export function readFolded({ units, length }: Folding): string {
  if (length <= CHUNK) return String.fromCharCode.apply(null, units.subarray(0, length) as unknown as number[]);
  const chunks: string[] = [];
  for (let from = 0; from < length; from += CHUNK) {
    chunks.push(
      String.fromCharCode.apply(null, units.subarray(from, Math.min(length, from + CHUNK)) as unknown as number[]),
    );
  }
  return chunks.join('');
}

function push(folding: Folding, unit: number, source: number): void {
  if (folding.length === folding.units.length) grow(folding);
  folding.units[folding.length] = unit;
  if (folding.offsets) folding.offsets[folding.length] = source;
  folding.length += 1;
}

function grow(folding: Folding): void {
  const units = new Uint16Array(folding.units.length * 2);
  units.set(folding.units);
  folding.units = units;
  if (!folding.offsets) return;
  const offsets = new Int32Array(units.length);
  offsets.set(folding.offsets);
  folding.offsets = offsets;
}
