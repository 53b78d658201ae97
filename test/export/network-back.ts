import { MultiDirectedGraph } from 'graphology';
import { parse as parseGexf } from 'graphology-gexf';
import { parse as parseGraphml } from 'graphology-graphml';
import { SaxesParser } from 'saxes';
import { expect } from 'vitest';
import type { Analysis } from '../../src/analysis/index.ts';
import { kept, UNCLEAN } from './clean.ts';

/** Fails where a strict XML parser does. */
export function expectXml(text: string): void {
  const faults: string[] = [];
  const parser = new SaxesParser({ xmlns: true });
  parser.on('error', (fault) => faults.push(fault.message));
  parser.write(text).close();
  expect(faults).toEqual([]);
  expect(text).not.toMatch(UNCLEAN);
}

/** Reads a GraphML export back. */
export function expectGraphml(text: string, analysis: Analysis): void {
  expectXml(text);
  expectNetwork(parseGraphml(MultiDirectedGraph, text), analysis, 'type');
}

/** Reads a GEXF export back. */
export function expectGexf(text: string, analysis: Analysis): void {
  expectXml(text);
  expectNetwork(parseGexf(MultiDirectedGraph, text), analysis, 'relation_type');
}

function expectNetwork(graph: MultiDirectedGraph, { file, claims, speakers }: Analysis, type: string): void {
  const kinds = Map.groupBy(graph.nodes(), (node) => graph.getNodeAttribute(node, 'kind') as string);
  const size = (kind: string) => kinds.get(kind)?.length ?? 0;
  expect([size('proposition'), size('claim'), size('speaker'), size('post')]).toEqual([
    file.propositions.length,
    file.claims.length,
    file.speakers.length,
    file.posts.length,
  ]);
  const clean = (value: unknown) => (value === undefined || value === '' ? undefined : value);
  const read = (kinds.get('claim') ?? []).map((node) => {
    const data = graph.getNodeAttributes(node);
    return [
      clean(data['text']),
      data['speaker_name'],
      data['stance'],
      data['start'],
      data['end'],
      clean(data['first_line']),
    ];
  });
  const said = [...claims.values()].map(({ text, speaker, stance, start, end, firstLine }) => [
    clean(kept(text)),
    kept(speakers.get(speaker)!.name).replace(/\s+/gu, ' ').trim(),
    stance,
    start,
    end,
    firstLine ?? undefined,
  ]);
  expect(read).toEqual(said);

  const relations = new Set<string>(file.relations.map((relation) => relation.type));
  const label = (node: string) => {
    const data = graph.getNodeAttributes(node);
    return data['kind'] === 'inference' ? String(data['relation']) : String(data['text'] ?? '');
  };
  const found = graph.edges().flatMap((edge) => {
    const kind = String(graph.getEdgeAttribute(edge, type));
    return relations.has(kind) ? [[label(graph.source(edge)), kind, label(graph.target(edge))]] : [];
  });
  const wording = (id: string) => kept(file.propositions.find((one) => one.id === id)?.text ?? id);
  expect(found).toEqual(file.relations.map(({ from, type: kind, to }) => [wording(from), kind, wording(to)]));
}
