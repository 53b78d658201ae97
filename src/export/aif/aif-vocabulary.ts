/** Kinds of nodes in the Argument Interchange Format. */
export type NodeType = 'I' | 'L' | 'RA' | 'CA' | 'MA' | 'TA' | 'YA';

/** Names that AIFdb knows for scheme nodes, with its numbers where they are known for sure. */
export const SCHEMES = {
  'Default Inference': '72',
  'Default Conflict': '71',
  'Default Rephrase': '144',
  'Default Transition': '82',
  'Default Illocuting': null,
  Asserting: '74',
  Arguing: '80',
  Disagreeing: '78',
  Agreeing: null,
  Restating: '101',
  'Pure Questioning': null,
} as const;
export type Scheme = keyof typeof SCHEMES;

/** The scheme that a bare node of a type has. */
export const DEFAULT_SCHEMES = {
  RA: 'Default Inference',
  CA: 'Default Conflict',
  MA: 'Default Rephrase',
  TA: 'Default Transition',
} as const;
export type SchemeType = keyof typeof DEFAULT_SCHEMES;
