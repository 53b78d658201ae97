import type { Analysis } from '../../analysis/index.ts';
import { writeDot } from './dot.ts';

/** The DOT graph laid out by Graphviz as SVG. The layout engine (a WebAssembly build) is loaded when it is first needed. */
export async function writeSvg(analysis: Analysis): Promise<string> {
  const { Graphviz } = await import('@hpcc-js/wasm-graphviz');
  const graphviz = await Graphviz.load();
  return graphviz.layout(writeDot(analysis), 'svg', 'dot');
}
