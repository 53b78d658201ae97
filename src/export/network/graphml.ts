import type { Analysis } from '../../analysis/index.ts';
import { cleanText } from '../clean-text.ts';
import { buildNetwork } from './build-network.ts';
import type { Attributes } from './network.ts';

/** GraphML with typed data keys, one for each attribute of nodes and of edges. */
export function writeGraphml(analysis: Analysis): string {
  const { nodes, edges } = buildNetwork(analysis);
  const { thread } = analysis.file;
  const reader = [thread.reader.name, thread.reader.model ?? ''].join(' ').trim();
  const about = { title: cleanText(thread.title ?? ''), source: cleanText(thread.source), reader: cleanText(reader) };
  const named = nodes.map(({ id, label, attributes }) => ({ id, attributes: { label, ...attributes } }));
  const keys = { graph: keysOf([about]), node: keysOf(named), edge: keysOf(edges) };
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<graphml xmlns="http://graphml.graphdrawing.org/xmlns" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="http://graphml.graphdrawing.org/xmlns http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd">',
    ...Object.entries(keys).flatMap(([owner, own]) =>
      [...own].map(
        ([name, { id, type }]) =>
          `  <key id="${owner[0]}_${id}" for="${owner}" attr.name="${name}" attr.type="${type}"/>`,
      ),
    ),
    '  <graph id="crux" edgedefault="directed">',
    ...dataLines(about, keys.graph, 'g', '    '),
    ...named.flatMap(({ id, attributes }) => [
      `    <node id="${escapeXml(id)}">`,
      ...dataLines(attributes, keys.node, 'n', '      '),
      '    </node>',
    ]),
    ...edges.flatMap(({ id, from, to, attributes }) => [
      `    <edge id="${escapeXml(id)}" source="${escapeXml(from)}" target="${escapeXml(to)}">`,
      ...dataLines(attributes, keys.edge, 'e', '      '),
      '    </edge>',
    ]),
    '  </graph>',
    '</graphml>',
    '',
  ].join('\n');
}

interface Key {
  readonly id: string;
  readonly type: 'string' | 'double' | 'int' | 'boolean';
}

function keysOf(items: readonly (Attributes | { readonly attributes: Attributes })[]): ReadonlyMap<string, Key> {
  const keys = new Map<string, Key>();
  for (const item of items) {
    for (const [name, value] of Object.entries(attributesOf(item))) {
      if (value === undefined) continue;
      const type = typeOf(value);
      const known = keys.get(name);
      if (!known) keys.set(name, { id: name, type });
      else if (known.type === 'int' && type === 'double') keys.set(name, { id: name, type });
    }
  }
  return keys;
}

function attributesOf(item: Attributes | { readonly attributes: Attributes }): Attributes {
  return typeof item['attributes'] === 'object' ? item['attributes'] : (item as Attributes);
}

function typeOf(value: string | number | boolean): Key['type'] {
  if (typeof value === 'number') return Number.isInteger(value) ? 'int' : 'double';
  return typeof value === 'boolean' ? 'boolean' : 'string';
}

function dataLines(attributes: Attributes, keys: ReadonlyMap<string, Key>, owner: string, indent: string): string[] {
  return Object.entries(attributes).flatMap(([name, value]) =>
    value === undefined
      ? []
      : [`${indent}<data key="${owner}_${keys.get(name)!.id}">${escapeXml(String(value))}</data>`],
  );
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Text as XML content or attribute value. */
function escapeXml(text: string): string {
  return cleanText(text).replace(/[&<>"]/g, (sign) => ENTITIES[sign]!);
}
