import type { Analysis } from '../../analysis/index.ts';
import type { NodeType } from './aif-vocabulary.ts';
import { buildAif } from './build-aif.ts';
import { markText } from './mark-text.ts';

/** Where OVA shows each kind of node: what is said on the left, who says it on the right. */
const COLUMNS: Readonly<Record<NodeType, number>> = { I: 100, RA: 400, CA: 400, MA: 400, YA: 650, L: 900, TA: 1150 };
const STEP = 80;

/** xAIF: the AIF graph with people, the text with each locution's words marked, and places for OVA. */
export function writeXaif(analysis: Analysis): string {
  const { graph, places } = buildAif(analysis);
  const { nodes, edges } = graph;
  const heights = new Map<number, number>();
  const ova = nodes.map(({ nodeID, type, timestamp }) => {
    const x = COLUMNS[type];
    const y = heights.get(x) ?? STEP;
    heights.set(x, y + STEP);
    return { nodeID, visible: true, x, y, timestamp };
  });
  const document = {
    AIF: graph,
    text: markText(analysis, places),
    dialog: true,
    OVA: {
      firstname: '',
      surname: '',
      url: '',
      nodes: ova,
      edges: edges.map(({ fromID, toID }) => ({ fromID, toID, visible: true })),
    },
  };
  return `${JSON.stringify(document, null, 2)}\n`;
}
