import { MultiDirectedGraph } from 'graphology';
import { write } from 'graphology-gexf';
import type { Analysis } from '../../analysis/index.ts';
import { cleanText } from '../clean-text.ts';
import { buildNetwork } from './build-network.ts';
import type { Attributes } from './network.ts';

const COLOURS: Readonly<Record<string, string>> = {
  proposition: '#5b7fa6',
  claim: '#a9b4c2',
  speaker: '#c98b2b',
  post: '#d9d4c7',
  inference: '#8a8a8a',
};
const CRUX = '#c0392b';
const AGREED = '#3f8f5f';

/** GEXF 1.2 as Gephi opens it: cruxes red and large, agreed propositions green. */
export function writeGexf(analysis: Analysis): string {
  const { nodes, edges } = buildNetwork(analysis);
  const graph = new MultiDirectedGraph<Attributes, Attributes>();
  const { thread } = analysis.file;
  graph.setAttribute('creator', 'cruxgraph');
  graph.setAttribute('description', cleanText(thread.title ?? thread.source));
  for (const { id, label, attributes } of nodes)
    graph.addNode(id, { label, ...present(attributes), ...look(attributes) });
  for (const { id, from, to, attributes } of edges) {
    const { type, ...rest } = present(attributes);
    graph.addDirectedEdgeWithKey(id, from, to, { label: type, relation_type: type, ...rest });
  }
  // The library misspells the namespace of colours and sizes; strict readers would drop them.
  return `${write(graph).replace('http:///www.gexf.net/1.1draft/viz', 'http://www.gexf.net/1.2draft/viz')}\n`;
}

function present(attributes: Attributes): Attributes {
  return Object.fromEntries(Object.entries(attributes).filter(([, value]) => value !== undefined));
}

function look({ kind, crux_rank, agreement }: Attributes): Attributes {
  if (crux_rank !== undefined) return { color: CRUX, size: 20 };
  if (agreement !== undefined) return { color: AGREED, size: 14 };
  return { color: COLOURS[String(kind)] ?? '#000000', size: kind === 'proposition' || kind === 'speaker' ? 10 : 5 };
}
