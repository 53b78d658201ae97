import { Graphviz } from '@hpcc-js/wasm-graphviz';
import { SaxesParser } from 'saxes';
import { expect } from 'vitest';
import type { Analysis } from '../../src/analysis/index.ts';
import { flat, kept, UNCLEAN } from './clean.ts';
import { expectXml } from './network-back.ts';

interface Layout {
  readonly objects?: readonly {
    readonly name: string;
    readonly label: string;
    readonly shape: string;
    readonly tooltip?: string;
  }[];
  readonly edges?: readonly { readonly tail: number; readonly head: number; readonly label?: string }[];
}

const decode = (text: string) => text.replaceAll('&amp;', '&');

/** Reads a DOT export back by Graphviz itself: boxes, their words and quotations, arrows. */
export async function expectDot(text: string, { file, propositions }: Analysis): Promise<void> {
  expect(text).not.toMatch(UNCLEAN);
  const graphviz = await Graphviz.load();
  const { objects = [], edges = [] } = JSON.parse(graphviz.layout(text, 'json', 'dot')) as Layout;
  const boxes = objects.filter(({ shape }) => shape !== 'point');
  expect(boxes.map(({ name }) => name).sort()).toEqual([...propositions.keys()].sort());
  for (const { name, label, tooltip = '' } of boxes) {
    const wording = flat(kept(propositions.get(name)!.text));
    if (wording.length <= 400) expect(flat(unescapeDot(label))).toContain(wording);
    for (const id of propositions.get(name)!.claims) {
      const words = file.claims.find((claim) => claim.id === id)!.text;
      expect(flat(unescapeDot(tooltip))).toContain(`“${flat(kept(words))}”`);
    }
  }
  const knots = objects.length - boxes.length;
  expect(edges.length).toBe(file.relations.length + knots);
}

// Graphviz hands labels back as they were written.
function unescapeDot(text: string): string {
  return decode(text.replace(/\\(.)/g, (_, sign: string) => (sign === 'n' ? ' ' : sign)));
}

/** Reads an SVG export back: strict XML, nothing that runs, links to web pages only, a drawn box for each proposition. */
export function expectSvg(text: string, { file }: Analysis): void {
  expectXml(text);
  const drawn = new Set(['svg', 'g', 'title', 'polygon', 'path', 'ellipse', 'polyline', 'text', 'a']);
  let boxes = 0;
  const parser = new SaxesParser();
  parser.on('opentag', ({ name, attributes }) => {
    expect(drawn).toContain(name);
    expect(Object.keys(attributes).filter((key) => key.startsWith('on'))).toEqual([]);
    for (const key of ['href', 'xlink:href']) expect(attributes[key] ?? 'https://').toMatch(/^https?:\/\//i);
    if (attributes['class'] === 'node') boxes += 1;
  });
  parser.write(text).close();
  expect(boxes).toBeGreaterThanOrEqual(file.propositions.length);
}
