import type { Analysis } from '../../analysis/index.ts';
import { buildAif } from './build-aif.ts';

/** AIF as AIFdb writes it, one JSON document. */
export function writeAif(analysis: Analysis): string {
  return `${JSON.stringify(buildAif(analysis).graph, null, 2)}\n`;
}
