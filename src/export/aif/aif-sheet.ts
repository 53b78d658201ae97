import { DEFAULT_SCHEMES, type NodeType, SCHEMES, type Scheme, type SchemeType } from './aif-vocabulary.ts';

/** Keys of ours on AIF nodes, which other tools pass over: where the node comes from in the graph file. */
export type Origin = Readonly<Record<string, string | number | boolean | undefined>>;

export interface AifNode {
  readonly nodeID: string;
  readonly text: string;
  readonly type: NodeType;
  readonly timestamp: string;
  readonly scheme?: Scheme;
  readonly schemeID?: string;
  readonly cruxgraph?: Origin;
}

export interface AifEdge {
  readonly edgeID: string;
  readonly fromID: string;
  readonly toID: string;
  readonly formEdgeID: null;
}

/** The nodes and edges of an AIF graph while it is drawn; ids are numbers as strings, because AIF tools count on from the last. */
export interface AifSheet {
  readonly nodes: readonly AifNode[];
  readonly edges: readonly AifEdge[];
  /** Adds an I or L node and gives its id. */
  addWords(type: 'I' | 'L', text: string, timestamp: string, origin: Origin): string;
  /** Adds a scheme node and gives its id. */
  addScheme(type: SchemeType, origin?: Origin): string;
  addIllocution(scheme: Scheme, timestamp: string, origin?: Origin): string;
  /** Draws an edge from each id to the next one. */
  connect(...ids: readonly string[]): void;
}

/** An empty sheet. */
export function openSheet(): AifSheet {
  const nodes: AifNode[] = [];
  const edges: AifEdge[] = [];
  const add = (type: NodeType, text: string, timestamp: string, origin: Origin | undefined, scheme?: Scheme) => {
    const nodeID = String(nodes.length + 1);
    const schemeID = scheme === undefined ? null : SCHEMES[scheme];
    nodes.push({
      ...{ nodeID, text, type, timestamp },
      ...(scheme !== undefined && { scheme }),
      ...(schemeID !== null && { schemeID }),
      ...(origin && { cruxgraph: origin }),
    });
    return nodeID;
  };
  return {
    nodes,
    edges,
    addWords: (type, text, timestamp, origin) => add(type, text, timestamp, origin),
    addScheme: (type, origin) => add(type, DEFAULT_SCHEMES[type], '', origin, DEFAULT_SCHEMES[type]),
    addIllocution: (scheme, timestamp, origin) => add('YA', scheme, timestamp, origin, scheme),
    connect: (...ids) => {
      for (const [at, toID] of ids.entries()) {
        const fromID = ids[at - 1];
        if (fromID !== undefined) edges.push({ edgeID: String(edges.length + 1), fromID, toID, formEdgeID: null });
      }
    },
  };
}
