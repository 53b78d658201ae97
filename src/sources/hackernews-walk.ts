import { asFields, type Fields, idField, listField, stringField } from './json-fields.ts';

/** A story, comment or poll option, whichever interface it came from. `html` is null where the text is gone. */
export interface HackerNewsItem {
  readonly key: string | null;
  readonly parent: string | null;
  readonly author: string | null;
  readonly title: string | null;
  readonly html: string | null;
  readonly fields: Fields;
}

const SIGNS = ['children', 'created_at_i', 'by', 'time', 'parent', 'parent_id', 'deleted', 'text'];

/**
 * All items, depth first in page order: Algolia items with their `children`, Algolia search `hits`, lists of Firebase
 * items and Firebase items by id. Iterative: depth costs memory only.
 */
export function walkHackerNews(value: unknown): readonly HackerNewsItem[] {
  const items: HackerNewsItem[] = [];
  const steps: { readonly value: unknown; readonly above: string | null }[] = [{ value, above: null }];
  for (let step = steps.pop(); step; step = steps.pop()) {
    const fields = asFields(step.value);
    const item = fields && readItem(fields, step.above);
    if (item) items.push(item);
    const inside = fields ? nestedIn(fields, item !== null, items.length === 0) : step.value;
    if (!Array.isArray(inside)) continue;
    const above = item ? item.key : step.above;
    for (let at = inside.length - 1; at >= 0; at -= 1) steps.push({ value: inside[at], above });
  }
  return items;
}

function nestedIn(fields: Fields, isItem: boolean, isFirst: boolean): readonly unknown[] {
  if (isItem) return listField(fields, 'children');
  if (Array.isArray(fields['hits'])) return fields['hits'];
  return isFirst ? Object.values(fields).filter((value) => asFields(value)?.['id'] !== undefined) : [];
}

function readItem(fields: Fields, above: string | null): HackerNewsItem | null {
  const key = idField(fields, 'id') ?? idField(fields, 'objectID');
  if (!SIGNS.some((name) => name in fields) || (key === null && !('children' in fields))) return null;
  return {
    key,
    parent: idField(fields, 'parent_id') ?? idField(fields, 'parent') ?? above,
    author: stringField(fields, 'author') ?? stringField(fields, 'by'),
    title: stringField(fields, 'title'),
    html: stringField(fields, 'text') ?? stringField(fields, 'comment_text') ?? stringField(fields, 'story_text'),
    fields,
  };
}
