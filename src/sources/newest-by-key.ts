import type { Notice } from '../errors/index.ts';
import { sayCount } from './say-count.ts';

/**
 * One item per key: the newest, at the place of the first. Items without a key all stay.
 * `isNewer(later, earlier)` decides between two items in file order; default: the later one.
 */
export function newestByKey<T>(
  items: readonly T[],
  keyOf: (item: T) => string | null,
  isNewer: (later: T, earlier: T) => boolean = () => true,
): { readonly items: readonly T[]; readonly dropped: number } {
  const kept: T[] = [];
  const places = new Map<string, number>();
  for (const item of items) {
    const key = keyOf(item);
    const place = key === null ? undefined : places.get(key);
    if (place === undefined) {
      if (key !== null) places.set(key, kept.length);
      kept.push(item);
    } else if (isNewer(item, kept[place]!)) kept[place] = item;
  }
  return { items: kept, dropped: items.length - kept.length };
}

/** The notice about copies that `newestByKey` dropped. */
export function tellCopies(dropped: number): Notice[] {
  if (dropped === 0) return [];
  const text = `${sayCount(dropped, 'older copy of a post was', 'older copies of posts were')} left out; the newest one was read.`;
  return [{ rule: 'duplicate-post', post: null, text }];
}
