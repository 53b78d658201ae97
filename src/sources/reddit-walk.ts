import { asFields, type Fields, idField, listField } from './json-fields.ts';

/** A submission (`t3`) or comment (`t1`) as Reddit gives it. `key` is its full name, `parent` that of what it answers. */
export interface RedditRecord {
  readonly kind: 't1' | 't3';
  readonly key: string | null;
  readonly parent: string | null;
  readonly fields: Fields;
}

/** Comments that Reddit left out of a page: those named, or (none named) the rest of a branch that goes too deep. */
export interface RedditGap {
  readonly parent: string | null;
  readonly children: readonly string[];
  readonly count: number;
}

interface Step {
  readonly value: unknown;
  readonly parent: string | null;
}

/**
 * All submissions, comments and gaps of a Reddit reply, depth first in page order: thread pages (one or several), single
 * listings, `morechildren` replies, trees and lists of bare records. Iterative: depth costs memory only.
 */
export function walkReddit(value: unknown): {
  readonly records: readonly RedditRecord[];
  readonly gaps: readonly RedditGap[];
} {
  const records: RedditRecord[] = [];
  const gaps: RedditGap[] = [];
  const steps: Step[] = [{ value, parent: null }];
  for (let step = steps.pop(); step; step = steps.pop()) {
    const { parent } = step;
    const later = (values: readonly unknown[], under: string | null) => {
      for (let at = values.length - 1; at >= 0; at -= 1) steps.push({ value: values[at], parent: under });
    };
    if (Array.isArray(step.value)) later(step.value, parent);
    const node = asFields(step.value);
    if (!node) continue;
    const data = asFields(node['data']);
    if (node['kind'] === 'more') {
      if (data) gaps.push(readGap(data, parent));
    } else if (node['kind'] === 't1' || node['kind'] === 't3') {
      const record = data && readRecord(data, node['kind'], parent);
      if (!record) continue;
      records.push(record);
      later([data['replies']], record.key ?? parent);
    } else if (data) later([...listField(data, 'children'), ...listField(data, 'things')], parent);
    else if (node['json']) later([node['json']], parent);
    else if (node['data']) later([node['data']], parent);
    else if (isBareRecord(node)) records.push(readRecord(node, 'body' in node ? 't1' : 't3', parent));
  }
  return { records, gaps };
}

function readRecord(fields: Fields, kind: 't1' | 't3', above: string | null): RedditRecord {
  const id = idField(fields, 'id');
  const key = idField(fields, 'name') ?? (id === null ? null : `${kind}_${id}`);
  const parent = kind === 't3' ? null : (idField(fields, 'parent_id') ?? above ?? idField(fields, 'link_id'));
  return { kind, key, parent, fields };
}

function readGap(fields: Fields, above: string | null): RedditGap {
  const children = listField(fields, 'children').filter((child) => typeof child === 'string');
  const count = Number(fields['count']);
  return {
    parent: idField(fields, 'parent_id') ?? above,
    children: children.map((child) => `t1_${child}`),
    count: Number.isFinite(count) ? Math.max(0, count) : children.length,
  };
}

function isBareRecord(node: Fields): boolean {
  const comment = typeof node['body'] === 'string' && ('link_id' in node || 'parent_id' in node);
  return comment || (typeof node['title'] === 'string' && ('selftext' in node || 'num_comments' in node));
}
