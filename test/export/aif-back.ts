import { Ajv } from 'ajv';
import { load } from 'arguebuf';
import { expect } from 'vitest';
import type { Analysis } from '../../src/analysis/index.ts';
import aifSchema from '../fixtures/export/aif.schema.json' with { type: 'json' };
import xaifSchema from '../fixtures/export/xaif.schema.json' with { type: 'json' };
import { kept, UNCLEAN } from './clean.ts';

interface Node {
  readonly nodeID: string;
  readonly text: string;
  readonly type: string;
  readonly cruxgraph?: Readonly<Record<string, string>>;
}

export interface Aif {
  readonly nodes: readonly Node[];
  readonly edges: readonly { readonly edgeID: string; readonly fromID: string; readonly toID: string }[];
  readonly locutions: readonly {
    readonly nodeID: string;
    readonly personID: string;
    readonly start: string;
    readonly end: string;
  }[];
  readonly participants: readonly {
    readonly participantID: string;
    readonly firstname: string;
    readonly surname: string;
  }[];
}

const ajv = new Ajv({ schemas: [aifSchema, xaifSchema], strictTypes: false });

function expectSchema(name: string, value: unknown): void {
  const validate = ajv.getSchema(name)!;
  validate(value);
  expect(validate.errors ?? []).toEqual([]);
}

/** Reads an AIF export back: our schema, the invariants of the format, the graph's claims and relations, npm arguebuf. */
export function expectAif(text: string, analysis: Analysis): void {
  const graph = JSON.parse(text) as Aif;
  expectSchema('aif.schema.json', graph);
  expectSound(graph, analysis);
  const read = load.aif(graph as unknown as Parameters<typeof load.aif>[0]);
  expect(Object.keys(read.nodes).length).toBe(graph.nodes.length);
  expect(Object.keys(read.edges).length).toBe(graph.edges.length);
}

/** Reads an xAIF export back, its marked text included. */
export function expectXaif(text: string, analysis: Analysis): void {
  const document = JSON.parse(text) as { readonly AIF: Aif; readonly text: string };
  expectSchema('xaif.schema.json', document);
  expectSound(document.AIF, analysis);
  expectMarks(document.text, document.AIF, analysis);
  const read = load.xaif(document as unknown as Parameters<typeof load.xaif>[0]);
  expect(Object.keys(read.nodes).length).toBe(document.AIF.nodes.length);
  expect(Object.keys(read.participants).length).toBe(analysis.file.speakers.length);
}

function expectSound({ nodes, edges, locutions, participants }: Aif, { file, propositions }: Analysis): void {
  const byId = new Map(nodes.map((node) => [node.nodeID, node]));
  expect(byId.size).toBe(nodes.length);
  expect(new Set(edges.map(({ edgeID }) => edgeID)).size).toBe(edges.length);
  const typeOf = (id: string) => byId.get(id)?.type;
  const people = new Set(participants.map(({ participantID }) => participantID));
  expect(participants.length).toBe(file.speakers.length);
  const allowed = new Set(
    'L>YA L>TA TA>L TA>YA YA>I YA>RA YA>CA YA>MA I>RA I>CA I>MA RA>I CA>I MA>I CA>RA CA>CA CA>MA MA>RA MA>CA MA>MA'.split(
      ' ',
    ),
  );
  const strange = edges.filter(({ fromID, toID }) => !allowed.has(`${typeOf(fromID)}>${typeOf(toID)}`));
  expect(strange).toEqual([]);
  const out = Map.groupBy(edges, ({ fromID }) => fromID);
  const into = Map.groupBy(edges, ({ toID }) => toID);
  const spoken = Map.groupBy(locutions, ({ nodeID }) => nodeID);
  for (const { nodeID, type, text } of nodes) {
    expect(text).not.toMatch(UNCLEAN);
    const targets = (out.get(nodeID) ?? []).map(({ toID }) => typeOf(toID));
    if (type === 'L') {
      expect(targets.filter((one) => one === 'YA')).toHaveLength(1);
      expect(spoken.get(nodeID)).toHaveLength(1);
    }
    if (['RA', 'CA', 'MA'].includes(type)) {
      expect(targets).toHaveLength(1);
      expect((into.get(nodeID) ?? []).filter(({ fromID }) => typeOf(fromID) === 'I')).toHaveLength(1);
    }
    if (type === 'YA') {
      expect(targets).toHaveLength(1);
      expect(into.get(nodeID)).toHaveLength(1);
    }
    if (type === 'TA') expect(targets.filter((one) => one === 'L')).toHaveLength(1);
  }
  for (const { nodeID, personID } of locutions) {
    expect(typeOf(nodeID)).toBe('L');
    expect(people.has(personID)).toBe(true);
  }

  const origin = (key: string, type: string) =>
    nodes.filter((node) => node.type === type).flatMap((node) => node.cruxgraph?.[key] ?? []);
  expect(origin('claim', 'L')).toEqual(file.claims.map(({ id }) => id));
  const contents = nodes.filter(
    ({ cruxgraph }) => cruxgraph?.['proposition'] && !cruxgraph['claim'] && !cruxgraph['negated'],
  );
  expect(contents.map(({ cruxgraph }) => cruxgraph!['proposition']).sort()).toEqual([...propositions.keys()].sort());
  const schemes = ['RA', 'CA', 'MA'].flatMap((type) => origin('relation', type));
  expect(schemes.sort()).toEqual(file.relations.map(({ id }) => id).sort());
}

interface Html {
  querySelectorAll(selector: string): Iterable<{ readonly id: string; readonly textContent: string | null }>;
  readonly body: { readonly textContent: string | null };
}

// The DOM is the test environment's; the project itself is compiled without its types.
function parseHtml(html: string): Html {
  const { DOMParser } = globalThis as unknown as {
    DOMParser: new () => { parseFromString(text: string, type: string): Html };
  };
  return new DOMParser().parseFromString(`<body>${html}</body>`, 'text/html');
}

/** Each locution's span holds exactly its words, except where an earlier one overlaps its start. */
function expectMarks(html: string, { nodes, locutions }: Aif, { file, posts }: Analysis): void {
  const document = parseHtml(html.replaceAll('<br>', '\n'));
  const marks = [...document.querySelectorAll('span.highlighted')];
  expect(marks.map(({ id }) => id).sort()).toEqual(locutions.map(({ nodeID }) => nodeID).sort());
  expect([...document.querySelectorAll('body *')]).toHaveLength(marks.length);
  const words = new Map(nodes.map(({ nodeID, text, cruxgraph }) => [nodeID, { text, post: cruxgraph?.['post'] }]));
  const whole = file.posts.map(({ text }) => kept(text)).join('');
  for (const mark of marks) {
    const { text, post } = words.get(mark.id)!;
    expect(posts.has(post!)).toBe(true);
    expect(text.endsWith(mark.textContent ?? '')).toBe(true);
  }
  expect(document.body.textContent!.length).toBeGreaterThanOrEqual(whole.length);
}
