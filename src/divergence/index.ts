export type { Divergence } from './divergence-result.ts';
