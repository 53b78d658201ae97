import type { Scene } from './scene.ts';

/** Something said at a place: lines where the input has lines, otherwise only the post is known. */
export interface Said {
  readonly post: string;
  readonly firstLine: number | null;
  readonly lastLine: number | null;
}

/** Where something stands: `L3`, `L3–5`, or `#12` for the post's id where the input has no lines. */
export function placeOf(scene: Scene, { post, firstLine, lastLine }: Said): string {
  if (firstLine === null) return `#${scene.say(post.replace(/^p(?=\d+$)/, '')).slice(0, 16)}`;
  const last = lastLine === null || lastLine === firstLine ? '' : `${scene.glyphs.range}${lastLine}`;
  return `L${firstLine}${last}`;
}

/** The places of several things said, each once, in the order given: `L13 L17`; at most `most`, then `+2`. */
export function placesOf(scene: Scene, said: readonly Said[], most = 3): string {
  const places = [...new Set(said.map((one) => placeOf(scene, one)))];
  const more = places.length - most;
  return [...places.slice(0, most), ...(more > 0 ? [`+${more}`] : [])].join(' ');
}

/** Things said, sorted by their lines. */
export function inLineOrder<T extends Said>(said: readonly T[]): readonly T[] {
  return [...said].sort((a, b) => (a.firstLine ?? 0) - (b.firstLine ?? 0));
}
