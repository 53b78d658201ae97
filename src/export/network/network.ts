/** Values of attributes; a missing one is left out. */
export type Attributes = Readonly<Record<string, string | number | boolean | undefined>>;

export interface NetworkNode {
  readonly id: string;
  readonly label: string;
  readonly attributes: Attributes;
}

export interface NetworkEdge {
  readonly id: string;
  readonly from: string;
  readonly to: string;
  readonly attributes: Attributes;
}

/** A directed graph with attributes, the common ground of GraphML and GEXF. All texts are clean, all ids unique. */
export interface Network {
  readonly nodes: readonly NetworkNode[];
  readonly edges: readonly NetworkEdge[];
}
