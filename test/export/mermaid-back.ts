import { expect } from 'vitest';
import type { Analysis } from '../../src/analysis/index.ts';
import { flat, kept, UNCLEAN } from './clean.ts';

interface Flow {
  getVertices(): ReadonlyMap<string, { readonly text: string; readonly type?: string }>;
  getEdges(): readonly { readonly start: string; readonly end: string; readonly text: string }[];
}

/** Reads a Mermaid export back by Mermaid's own parser; needs a DOM. */
export async function expectMermaid(text: string, { file }: Analysis): Promise<void> {
  const { default: mermaid } = await import('mermaid');
  expect(text).not.toMatch(UNCLEAN);
  expect(await mermaid.parse(text)).toMatchObject({ diagramType: 'flowchart-v2' });
  const { db } = await mermaid.mermaidAPI.getDiagramFromText(text);
  const flow = db as unknown as Flow;
  const vertices = [...flow.getVertices()];
  const boxes = vertices.filter(([id]) => id.startsWith('n'));
  expect(boxes).toHaveLength(file.propositions.length);
  const labels = boxes.map(([, { text: label }]) => ` ${flat(decode(label.replaceAll('<br>', ' ')))} `).join('');
  for (const { text: wording } of file.propositions) {
    const words = flat(kept(wording));
    if (words.length <= 400) expect(labels).toContain(words);
  }
  expect(flow.getEdges()).toHaveLength(file.relations.length + vertices.length - boxes.length);
}

// Mermaid keeps entities in a form of its own until it draws.
function decode(text: string): string {
  return text.replace(/ﬂ°°(\d+)¶ß/g, (_, code: string) => String.fromCodePoint(Number(code)));
}
