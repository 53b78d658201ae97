import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openAnalysis } from '../../src/analysis/index.ts';
import { UsageError } from '../../src/errors/index.ts';
import { EXPORTS, exportAnalysis, NUMBER_KEYS, WORD_KEYS, WORDS_ALLOWED } from '../../src/export/index.ts';
import { buildGraphFile } from '../helpers/graph-file-builder.ts';
import { libraryDispute } from '../helpers/library-dispute.ts';
import { parseArgdown } from './argdown-back.ts';
import { parseTables } from './csv-back.ts';

const analysis = openAnalysis(libraryDispute());
const only = async (format: string, of = analysis) => (await exportAnalysis(of, format))[0]!.text;

describe('the list of formats', () => {
  it('names each format and each ending once, with what it is for', () => {
    const names = EXPORTS.map(({ name }) => name);
    const endings = EXPORTS.flatMap((format) => format.endings);
    expect(new Set(names).size).toBe(names.length);
    expect(new Set(endings).size).toBe(endings.length);
    expect(EXPORTS.every(({ describe: words }) => words.length > 10)).toBe(true);
  });

  it('refuses a format that there is not', async () => {
    await expect(exportAnalysis(analysis, 'pdf')).rejects.toThrow(UsageError);
  });
});

describe('docs/exports.md', () => {
  const text = readFileSync(join(import.meta.dirname, '../../docs/exports.md'), 'utf8');

  it('has a row for each format, and names every table', () => {
    for (const { name } of EXPORTS) expect(text).toContain(`| \`${name}\` |`);
    for (const { endings } of EXPORTS.filter(({ name }) => name !== 'csv')) expect(text).toContain(`\`${endings[0]}\``);
    const tables = EXPORTS.find(({ name }) => name === 'csv')!.endings.map((ending) => ending.split('.')[1]);
    for (const table of tables) expect(text).toContain(`\`${table}\``);
  });

  it('explains every key of a filter and the values that it knows', () => {
    for (const key of [...Object.keys(WORD_KEYS), ...Object.keys(NUMBER_KEYS)]) expect(text).toContain(`\`${key}\``);
    for (const value of Object.values(WORDS_ALLOWED).flat()) expect(text).toContain(value);
  });
});

describe('Argdown', () => {
  it('writes plain support and attack by reference, and cut or unusual relations as arguments in the words of who states them', async () => {
    const text = await only('argdown');
    expect(text).toContain('[P2]\n    +> [P1]\n');
    expect(text).toContain('[P5]\n    -> [P1]\n');
    expect(text).toContain('<R1>: returns went up {id: "r4", type: "attacks"');
    expect(text).toContain('[P10]\n    _> <R2>\n');
    expect(text).toContain('<R3> #requires\n\n[P7]\n    +> <R3>\n\n<R3>\n    +> [P1]\n');
    expect(text).toContain('[P5]\n    -> <R6>\n\n<R6>\n    +> [P2]\n');
  });

  it('shows every statement in the map, also those without relations, cruxes and shared ground as groups', async () => {
    const { nodes } = parseArgdown(await only('argdown'));
    const count = (items: readonly { readonly children?: readonly unknown[] }[]): number =>
      items.reduce((sum, { children }) => sum + (children ? count(children as typeof items) : 1), 0);
    expect(count(nodes)).toBe(10 + 6);
  });

  it('tags statements with who says or denies them', async () => {
    const { statements } = parseArgdown(await only('argdown'));
    expect(statements[0]!.tags).toEqual([
      'issue',
      'agreement',
      'Nadia Okafor says so',
      'Tom denies it',
      'Ines says so',
    ]);
  });

  it('escapes only what Argdown would take as markup', async () => {
    const words = 'See https://example.org/a_b, e.g. [1] (2) "x"; 50 % - or so... {y} #1 <z>';
    const file = buildGraphFile({
      posts: [{ by: 'A', text: words }],
      claims: [{ id: 'c1', post: 1, of: 'o1', words }],
    });
    expect(await only('argdown', openAnalysis(file))).toContain(
      '[P1]: See https\\:\\//example\\.org/a\\_b, e\\.g. \\[1\\] (2) "x"; 50 % - or so\\.\\.. \\{y\\} \\#1 \\<z\\> {id: "o1"',
    );
  });
});

describe('CSV', () => {
  it('keeps formula cells from running and numbers from becoming text', async () => {
    const words = ['=SUM(A1:A9)', '-2 is what it says', ' +1', '@all', "'=x", 'plain, with "quotes"\nand lines'];
    const file = buildGraphFile({
      posts: words.map((text) => ({ by: '=Ada', text })),
      claims: words.map((text, at) => ({ id: `c${at}`, post: at + 1, of: `o${at}`, words: text })),
      relations: [{ id: 'r1', from: 'o0', to: 'o1', words: [] }],
    });
    const relations = file.relations.map((one) => ({ ...one, premise: -1 as const }));
    const tables = parseTables(await exportAnalysis(openAnalysis({ ...file, relations }), 'csv'));
    expect(tables['claims']!.map((row) => row['text'])).toEqual([
      "'=SUM(A1:A9)",
      "'-2 is what it says",
      "' +1",
      "'@all",
      "''=x",
      'plain, with "quotes"\nand lines',
    ]);
    expect(tables['claims']![0]!['speaker_name']).toBe("'=Ada");
    expect(tables['relations']![0]!['premise']).toBe('-1');
  });

  it('says of each crux who stands where in which words', async () => {
    const tables = parseTables(await exportAnalysis(analysis, 'csv'));
    expect(tables['cruxes']![0]).toMatchObject({
      rank: '1',
      score: '0.62',
      sides: 'Nadia Okafor | Tom',
      stances: 'reject | assert',
      values: 'Nadia Okafor -0.80 | Tom 0.80',
      claims: 'c8 | c7',
    });
    expect(tables['cruxes']![1]!['text']).toBe(
      'A reminder by message does more than a coin. — requires — The library should drop late fees',
    );
    expect(tables['agreements']![1]).toMatchObject({
      kind: 'conditional',
      hinge: 'reminder',
      speakers: 'Nadia Okafor | Ines',
    });
  });
});

describe('drawings', () => {
  it('link only to pages of the web', async () => {
    const [first, ...others] = analysis.file.posts;
    const posts = [{ ...first!, url: 'javascript:alert(1)' }, ...others];
    const dot = await only('dot', openAnalysis({ ...analysis.file, posts }));
    expect(dot).not.toContain('javascript');
    expect(dot).toContain('URL="https://forum.example.org/t/12?page=1&amp;post=2"');
  });

  it('end an undercut at a point on the arrow that it cuts', async () => {
    const dot = await only('dot');
    expect(dot).toMatch(/"r4" \[shape=point/);
    expect(dot).toMatch(/"copies" -> "r5" \[dir=none/);
    expect(dot).toMatch(/"r5" -> "r4" \[color/);
    expect(dot).toMatch(/"percopy" -> "r5" \[id="r6"/);
    const mermaid = await only('mermaid');
    expect(mermaid).toContain('n10 -- "undercuts · Tom L10" --o k2');
  });

  it('draw each type of relation in its own way', async () => {
    const mermaid = await only('mermaid');
    expect(mermaid).toContain('n2 -- "supports · Nadia Okafor L2" --> n1');
    expect(mermaid).toContain('n5 -- "attacks · Tom L4 · denied by Nadia Okafor L6" --x n1');
    expect(mermaid).toContain('n7 -. "Crux 2 · requires · Ines L9" .-> n1');
    expect(mermaid).toContain('n5 -- "supports (if denied) · Tom L5" --> n2');
  });
});

describe('the Markdown report', () => {
  it('shows the fork, then each crux with its sides, lines and words', async () => {
    const text = await only('markdown');
    expect(text).toMatch(/^# Late fees: keep or drop\?\n\nThey part on: Do books stay out/);
    expect(text).toContain('### ◆1 Do books stay out for months once there are no fees?\n\n- **kind** double crux');
    expect(text).toContain(
      '**Nadia Okafor: no −0.80**\n\n- **if wrong** closes 40–60\\% of the gap (capped and plain reading)\n\n' +
        '> Nadia Okafor L6 “The books come back without fees as well”\\\n> label: forecast · stance reject',
    );
  });
});

describe('graphs for network tools', () => {
  it('mark cruxes and shared ground on their propositions, and colour them for Gephi', async () => {
    const graphml = await only('graphml');
    expect(graphml).toMatch(/<node id="months">[\s\S]*?<data key="n_crux_rank">1<\/data>/);
    expect(graphml).toMatch(/<key id="n_crux_score" for="node" attr.name="crux_score" attr.type="double"\/>/);
    expect(graphml).toMatch(/<node id="blocked">[\s\S]*?<data key="n_agreed_by">Nadia Okafor; Tom<\/data>/);
    const gexf = await only('gexf');
    expect(gexf).toMatch(/<node id="months" label="Without fees[\s\S]*?<viz:color r="192" g="57" b="43"\/>/);
    expect(gexf).toContain('xmlns:viz="http://www.gexf.net/1.2draft/viz"');
  });

  it('keep ids of different kinds apart where they are alike', async () => {
    const file = buildGraphFile({
      posts: [{ by: 'p1', text: 'One.' }],
      claims: [{ id: 'p1', post: 1, of: 'p1', words: 'One.' }],
    });
    const graphml = await only('graphml', openAnalysis(file));
    expect([...graphml.matchAll(/<node id="([^"]*)">/g)].map(([, id]) => id)).toEqual([
      'p1',
      'claim:p1',
      'speaker:p1',
      'post:p1',
    ]);
  });
});
