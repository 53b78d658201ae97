import type { Speaker } from '../graph-file/index.ts';
import { cellWidth, cutText } from './runs.ts';

/** Below this an inferred speaker's label gets a question mark wherever it is shown. */
const SURE_ENOUGH = 0.5;

/** Whether a speaker stands for posts whose author the source does not tell: nothing was inferred about them. */
export function isUnknown({ given, confidence }: Speaker): boolean {
  return !given && confidence === 0;
}

/** Whether it is a guess below the mark who speaks here. */
export function isDoubtful({ given, confidence }: Speaker): boolean {
  return !given && confidence > 0 && confidence < SURE_ENOUGH;
}

/** A short label for each speaker, at most `width` columns, no two alike; `?` at its end: who speaks is a guess. */
export function labelSpeakers(
  speakers: readonly Speaker[],
  width: number,
  say: (text: string) => string,
  ellipsis: string,
): ReadonlyMap<string, string> {
  const labels = new Map<string, string>();
  const taken = new Set<string>();
  const copies = new Map<string, number>();
  for (const speaker of speakers) {
    const { id, name } = speaker;
    const doubt = isDoubtful(speaker) ? '?' : '';
    const whole = say(name) || say(id) || '(nobody)';
    const first = shorten(whole, width - doubt.length, ellipsis);
    let label = first;
    while (taken.has(label)) {
      const copy = (copies.get(first) ?? 1) + 1;
      copies.set(first, copy);
      label = `${shorten(whole, width - doubt.length - `~${copy}`.length, ellipsis)}~${copy}`;
    }
    taken.add(label);
    labels.set(id, label + doubt);
  }
  return labels;
}

function shorten(text: string, width: number, ellipsis: string): string {
  return cellWidth(text) <= width ? text : cutText(text, width - cellWidth(ellipsis)) + ellipsis;
}
