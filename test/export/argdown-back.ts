import { argdown } from '@argdown/core';
import { expect } from 'vitest';
import type { Analysis } from '../../src/analysis/index.ts';
import { flat, kept, UNCLEAN } from './clean.ts';

interface Element {
  readonly title: string;
  readonly type: string;
  readonly data?: { readonly id: string; readonly type: string; readonly claims: readonly Record<string, unknown>[] };
  readonly members: readonly { readonly text?: string }[];
  readonly tags?: readonly string[];
}

/** The statements and relations that Argdown's own parser finds, by the ids of the graph file; fails on any fault of the text. */
export function parseArgdown(text: string) {
  const response = argdown.run({
    input: text,
    process: ['parse-input', 'build-model', 'build-map', 'export-json'],
    logLevel: 'none',
    throwExceptions: false,
  } as Parameters<typeof argdown.run>[0]);
  expect(response.lexerErrors ?? []).toEqual([]);
  expect(response.parserErrors ?? []).toEqual([]);
  expect(response.exceptions ?? []).toEqual([]);
  const statements = Object.values(response.statements ?? {}) as unknown as Element[];
  const nodes = JSON.parse(response.json ?? '{}').map.nodes as { readonly children?: readonly unknown[] }[];
  const edges = (response.relations ?? []) as unknown as {
    readonly relationType: string;
    readonly from: Element;
    readonly to: Element;
  }[];
  return { statements, edges, nodes };
}

/** Reads an Argdown export back and compares its statements, quotations and relations with the graph's. */
export function expectArgdown(text: string, { file, propositions, speakers, claims }: Analysis): void {
  const { statements, edges } = parseArgdown(text);
  expect(text).not.toMatch(UNCLEAN);
  expect(statements.map(({ data }) => data!.id).sort()).toEqual(file.propositions.map(({ id }) => id).sort());
  for (const { data, members } of statements) {
    const proposition = propositions.get(data!.id)!;
    expect(flat(members[0]!.text ?? '')).toBe(flat(kept(proposition.text)) || '(no words)');
    expect(
      data!.claims.map((claim) => [claim['id'], claim['words'], claim['stance'], claim['start'], claim['end']]),
    ).toEqual(
      proposition.claims.map((id) => {
        const { text: words, stance, start, end } = claims.get(id)!;
        return [id, kept(words), stance, start, end];
      }),
    );
    expect(data!.claims.map((claim) => claim['speaker'])).toEqual(
      proposition.claims.map((id) => flat(kept(speakers.get(claims.get(id)!.speaker)!.name))),
    );
  }

  const isStatement = ({ type }: Element) => type === 'equivalence-class';
  const premises = edges.filter(({ from, to, relationType }) => {
    return isStatement(from) && !isStatement(to) && relationType !== 'undercut';
  });
  const found = edges.flatMap(({ from, to, relationType }) => {
    if (premises.some((edge) => edge.from === from && edge.to === to && edge.relationType === relationType)) return [];
    if (isStatement(from)) return [`${from.data!.id} ${relationType} ${to.data!.id}`];
    const premise = premises.find((edge) => edge.to === from)!;
    const sign = premise.relationType === 'support' ? '' : 'not ';
    return [`${sign}${premise.from.data!.id} ${relationType} ${to.data!.id}`];
  });
  const SIGNS = { supports: 'support', attacks: 'attack', undercuts: 'undercut' } as Record<string, string>;
  const TURNED = { support: 'attack', attack: 'support' } as Record<string, string>;
  const expected = file.relations.map(({ from, to, type, premise, conclusion }) => {
    const sign = SIGNS[type] ?? 'support';
    // What speaks for the opposite of a statement attacks it.
    return `${premise === 1 ? '' : 'not '}${from} ${conclusion === 1 ? sign : (TURNED[sign] ?? sign)} ${to}`;
  });
  expect(found.sort()).toEqual(expected.sort());
}
