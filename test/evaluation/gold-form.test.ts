import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { goldFormOf, parseGold, placeGraph, scoreThread } from '../../src/evaluation/index.ts';
import { type GraphFile, parseGraphFile } from '../../src/graph-file/index.ts';
import { analyze } from '../../src/index.ts';
import { listCorpora } from '../helpers/corpora.ts';
import { ROOF, ROOF_TEXT, roofGraph } from './roof-dispute.ts';

const formOf = (file: GraphFile) => JSON.parse(goldFormOf(file));

describe('an annotation form', () => {
  it('has the posts filled in, with numbered lines to read', () => {
    const form = formOf(roofGraph());
    expect(form).toMatchObject({ seed: 'roof.txt', lines: 6, annotated: ['posts'], cruxes: [], agreements: [] });
    expect(form.posts[1]).toEqual({
      id: 'p2',
      author: 'Bo',
      first_line: 3,
      last_line: 4,
      reply_to: 'p1',
      duplicate_of: null,
      stance: null,
      body: ['3: I disagree, it will not hold, the beams are wet.', '4: The gutters leak, that much is plain.'],
    });
  });

  it('has the claims as candidates with their words, undecided', () => {
    const form = formOf(roofGraph());
    expect(form.claims).toHaveLength(ROOF.claims.length);
    expect(form.claims[2]).toMatchObject({
      author: 'Bo',
      line: 3,
      text: 'it will not hold, the beams are wet',
      keep: null,
    });
  });

  it('can be read before anything is filled in, and then measures posts only', () => {
    const gold = parseGold(goldFormOf(roofGraph()), 'form.json');
    const { figures } = scoreThread('roof', roofGraph(), [gold], ROOF_TEXT);
    expect(figures).toMatchObject({
      post_f1: 1,
      author: 1,
      reply: 1,
      claim_f1: null,
      'crux_p@3': null,
      stance_f1: null,
    });
  });

  it('measures what was filled in', () => {
    const form = formOf(roofGraph());
    form.annotated = ['posts', 'claims', 'cruxes', 'agreements'];
    for (const claim of form.claims) claim.keep = claim.id !== 'unseen';
    form.cruxes = [
      {
        sides: [
          { author: 'Ann', lines: [1] },
          { author: 'Bo', lines: [3] },
        ],
      },
    ];
    const { figures } = scoreThread('roof', roofGraph(), [parseGold(JSON.stringify(form), 'form.json')], null);
    expect(figures).toMatchObject({ claim_p: 5 / 6, claim_r: 1, 'crux_r@3': 0, agr_r: null, relation_f1: null });
  });

  it('gives later captures as duplicates of their post', () => {
    const file = roofGraph();
    const copy = { start: 0, end: 1, firstLine: 7, lastLine: 8 };
    const posts = file.posts.map((post) => (post.id === 'p1' ? { ...post, copies: [copy] } : post));
    const form = formOf({ ...file, thread: { ...file.thread, lines: 8 }, posts });
    expect(form.posts[1]).toMatchObject({ id: 'p1-copy1', duplicate_of: 'p1', first_line: 7, last_line: 8 });
    expect(parseGold(JSON.stringify(form), 'form.json').posts).toHaveLength(5);
  });

  it('tells speakers of one name apart', () => {
    const file = roofGraph();
    const speakers = file.speakers.map((speaker) => ({ ...speaker, name: speaker.id === 'Bo' ? 'Ann' : speaker.name }));
    expect(formOf({ ...file, speakers }).posts.map(({ author }: { author: string }) => author)).toEqual([
      'Ann (Ann)',
      'Ann (Bo)',
      'Ann (Ann)',
      'Cy',
    ]);
  });

  it('numbers the lines of the posts where the input has none', async () => {
    const comment = (id: number, author: string, text: string, children: unknown[] = []) => ({
      ...{ id, author, text, type: 'comment', created_at_i: 1, children },
    });
    const nested = [
      comment(
        2,
        'bo',
        '<p>It will not hold, because the beams are wet.<p>The gutters leak as well and must be replaced.',
      ),
    ];
    const text = JSON.stringify({
      id: 1,
      type: 'story',
      author: 'ann',
      title: 'The roof will hold another winter, I think',
      children: nested,
    });
    const { file } = await analyze(text, { name: 'roof.json' });
    expect(file.posts[0]!.source).toBeNull();
    const form = formOf(file);
    expect(form.lines).toBe(4);
    expect(form.posts[1].body).toEqual([
      '2: It will not hold, because the beams are wet.',
      '3: ',
      '4: The gutters leak as well and must be replaced.',
    ]);
    expect(form.claims.at(-1)).toMatchObject({ line: 4, text: 'The gutters leak as well and must be replaced.' });
    form.annotated = ['posts', 'claims'];
    for (const claim of form.claims) claim.keep = true;
    const { figures } = scoreThread('roof', file, [parseGold(JSON.stringify(form), 'form.json')], text);
    expect(figures).toMatchObject({ post_f1: 1, author: 1, reply: 1, claim_f1: 1 });
  });
});

describe.each(listCorpora())('the form of corpora/$corpus', ({ bytes, graph }) => {
  it('is read back, and gives the graph that it was made from full marks', () => {
    const file = parseGraphFile(readFileSync(graph, 'utf8'), graph);
    const form = formOf(file);
    form.annotated = ['posts', 'claims'];
    for (const claim of form.claims) claim.keep = true;
    const gold = parseGold(JSON.stringify(form), 'form.json');
    for (const text of [new TextDecoder().decode(bytes), null]) {
      const { figures } = scoreThread('x', file, [gold], text);
      expect(figures).toMatchObject({ post_f1: 1, author: 1, claim_p: 1, claim_r: 1 });
      expect([null, 1]).toContain(figures.reply);
      expect([null, 1]).toContain(figures.copy_f1);
    }
  });
});

describe('the lines of a graph', () => {
  it('are those of the input', () => {
    expect(placeGraph(roofGraph(), 'a\r\nb\rc\nd').lines).toEqual(['a', 'b', 'c', 'd']);
  });

  it('are rebuilt from the posts where the input is not at hand, later captures as far as they are as long', () => {
    const file = roofGraph();
    const copy = (firstLine: number, lastLine: number) => ({ start: 0, end: 1, firstLine, lastLine });
    const posts = file.posts.map((post) => (post.id === 'p1' ? { ...post, copies: [copy(8, 9), copy(10, 12)] } : post));
    const { lines } = placeGraph({ ...file, posts, thread: { ...file.thread, lines: 12 } }, null);
    const [first, second] = ROOF_TEXT.split('\n');
    expect(lines).toEqual([...ROOF_TEXT.split('\n'), '', first, second, '', '', '']);
  });
});
