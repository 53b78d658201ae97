import { describe, expect, it } from 'vitest';
import { openAnalysis } from '../../src/analysis/index.ts';
import { exportAnalysis } from '../../src/export/index.ts';
import { buildGraphFile } from '../helpers/graph-file-builder.ts';
import { libraryDispute, looseRemarks } from '../helpers/library-dispute.ts';
import type { Aif } from './aif-back.ts';

async function drawn(file = libraryDispute()): Promise<Aif> {
  const [json] = await exportAnalysis(openAnalysis(file), 'aif');
  return JSON.parse(json!.text) as Aif;
}

/** Every path of `length` nodes that starts at a node, as types and texts. */
function pathsFrom({ nodes, edges }: Aif, start: string, length: number): string[] {
  const byId = new Map(nodes.map((node) => [node.nodeID, node]));
  const name = (id: string) => {
    const { type, text } = byId.get(id)!;
    return type === 'I' || type === 'L' ? `${type} ${text}` : `${type} ${text}`.replace(/ Default \w+$/, '');
  };
  let paths = [[start]];
  for (let step = 1; step < length; step += 1) {
    paths = paths.flatMap((path) =>
      edges.filter(({ fromID }) => fromID === path.at(-1)).map(({ toID }) => [...path, toID]),
    );
  }
  return paths.map((path) => path.map(name).join(' > '));
}

const find = ({ nodes }: Aif, type: string, text: string) =>
  nodes.find((node) => node.type === type && node.text.includes(text))!.nodeID;

describe('the AIF graph', () => {
  it('says who asserts what: locution, illocution, content', async () => {
    const graph = await drawn();
    expect(pathsFrom(graph, find(graph, 'L', 'Ines : The town next door'), 3)).toContain(
      'L Ines : The town next door also bought twice as many copies > YA Asserting > I The town next door also bought twice as many copies',
    );
  });

  it('joins other words for the same by a rephrase, and words that deny it by a conflict', async () => {
    const graph = await drawn();
    expect(pathsFrom(graph, find(graph, 'I', 'for everybody'), 3)).toEqual([
      'I The library should drop late fees for everybody. > MA > I The library should drop late fees',
    ]);
    expect(pathsFrom(graph, find(graph, 'I', 'Still, I would not'), 3)).toEqual([
      'I Still, I would not drop the fees > CA > I The library should drop late fees',
    ]);
  });

  it('draws support, attack and undercuts as scheme nodes, an undercut to the node that it cuts', async () => {
    const graph = await drawn();
    expect(pathsFrom(graph, find(graph, 'I', 'Fees keep the poorest'), 3)).toContain(
      'I Fees keep the poorest readers away > RA > I The library should drop late fees',
    );
    expect(pathsFrom(graph, find(graph, 'I', 'they counted returns'), 5)).toEqual([
      'I they counted returns per copy > CA > CA > CA > I Without fees books stay out for months',
    ]);
  });

  it('names the negation where a premise is negated', async () => {
    const graph = await drawn();
    expect(pathsFrom(graph, find(graph, 'I', 'It is not the case that'), 3)).toEqual([
      'I It is not the case that: Without fees books stay out for months > CA > I Without fees books stay out for months',
      'I It is not the case that: Without fees books stay out for months > RA > I Fees keep the poorest readers away',
    ]);
  });

  it('anchors an answer on the transition between the two locutions', async () => {
    const graph = await drawn();
    const paths = pathsFrom(graph, find(graph, 'L', 'Tom : without them the books'), 4);
    expect(paths).toContain(
      'L Tom : without them the books stay out for months.\nBooks that stay out for months are what empties the shelf. > TA > YA Disagreeing > CA',
    );
  });

  it('has everyone as a person with a name in two parts, and times in UTC', async () => {
    const graph = await drawn();
    expect(graph.participants).toEqual([
      { participantID: '1', firstname: 'Nadia', surname: 'Okafor' },
      { participantID: '2', firstname: 'Tom', surname: 'None' },
      { participantID: '3', firstname: 'Ines', surname: 'None' },
    ]);
    expect(graph.locutions[0]).toEqual({
      ...{ nodeID: find(graph, 'L', 'for everybody.'), personID: '1', timestamp: '2024-05-01 06:30:00' },
      ...{ start: '0', end: '48', source: 'library.txt p1 L1' },
    });
    expect(graph.locutions.find(({ nodeID }) => nodeID === find(graph, 'L', 'they counted'))).toMatchObject({
      timestamp: '',
    });
  });

  it('calls inferred letters speakers, and names posts where there are no lines', async () => {
    const graph = await drawn(looseRemarks());
    expect(graph.participants[0]).toEqual({ participantID: '1', firstname: 'Speaker', surname: 'A' });
    expect(graph.locutions[0]).toMatchObject({ source: 'remarks.json p1 #1' });
  });

  it('shows replies as transitions between the first locutions of the posts', async () => {
    const graph = await drawn(looseRemarks());
    expect(pathsFrom(graph, find(graph, 'L', 'One thing'), 3)).toContain(
      'L A : One thing is clear. > TA > L B : Another thing is not.',
    );
  });
});

describe('the text of xAIF', () => {
  it('marks the exact words of each locution, nested where they are nested, cut where they only overlap', async () => {
    const file = buildGraphFile({
      posts: [{ by: 'Ada', text: 'a <b> & c, d "e" f.\nNext' }],
      claims: [
        { id: 'c1', post: 1, of: 'o1', words: 'a <b> & c, d "e" f.' },
        { id: 'c2', post: 1, of: 'o2', words: '<b> & c' },
        { id: 'c3', post: 1, of: 'o3', words: 'd "e" f.\nNext' },
      ],
    });
    const [json] = await exportAnalysis(openAnalysis(file), 'xaif');
    const { text, AIF } = JSON.parse(json!.text) as { text: string; AIF: Aif };
    const [one, two, three] = AIF.locutions.map(({ nodeID }) => `<span class="highlighted" id="${nodeID}">`);
    expect(text).toBe(
      `Ada: ${one}a ${two}&lt;b&gt; &amp; c</span>, d &quot;e&quot; f.</span>${three}<br>Next</span><br><br>`,
    );
  });
});
