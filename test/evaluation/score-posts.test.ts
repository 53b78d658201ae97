import { describe, expect, it } from 'vitest';
import { scoreThread } from '../../src/evaluation/index.ts';
import type { GraphFile } from '../../src/graph-file/index.ts';
import { ROOF_TEXT, roofGold, roofGraph } from './roof-dispute.ts';

function figures(file: GraphFile, more: Readonly<Record<string, unknown>> = {}, text = ROOF_TEXT) {
  return scoreThread('roof', file, [roofGold(more)], text).figures;
}

const place = (firstLine: number, lastLine: number) => ({ start: 0, end: 1, firstLine, lastLine });

describe('how well posts are read', () => {
  it('is full for posts that are as the gold has them, whatever the speakers are called', () => {
    const file = roofGraph();
    const renamed = { ...file, posts: file.posts.map((post) => ({ ...post, speaker: `${post.speaker}?` })) };
    expect(figures(renamed)).toMatchObject({ post_f1: 1, copy_f1: null, author: 1, reply: 1 });
  });

  it('counts exact first lines only', () => {
    const file = roofGraph();
    const [p1, p2, p3, p4] = file.posts as [
      GraphFile['posts'][0],
      GraphFile['posts'][0],
      GraphFile['posts'][0],
      GraphFile['posts'][0],
    ];
    const late = { ...file, posts: [p1, { ...p2, source: place(4, 4) }, p3, p4] };
    // Starts 1, 4, 5, 6 against 1, 3, 5, 6; of the replies 3→1, 5→3 and 6→3 none finds post and parent in place.
    expect(figures(late)).toMatchObject({ post_f1: 3 / 4, reply: 0 });
    const merged = { ...file, posts: [p1, { ...p2, source: place(3, 6) }] };
    expect(figures(merged).post_f1).toBeCloseTo((2 * 2) / (2 + 4), 12);
    expect(figures(merged).reply).toBeCloseTo(1 / 3, 12);
  });

  it('measures speakers by B-cubed over lines', () => {
    const file = roofGraph();
    const posts = file.posts.map((post) => (post.id === 'p4' ? { ...post, speaker: 'Ann' } : post));
    // Ann's lines 1, 2, 5 have precision 3/4 and recall 1, Bo's 3 and 4 both 1, Cy's line 6 precision 1/4 and recall 1.
    const precision = (3 * 0.75 + 2 + 0.25) / 6;
    expect(figures({ ...file, posts }).author).toBeCloseTo((2 * precision) / (precision + 1), 12);
  });

  it('leaves a line that no post holds alone with itself', () => {
    const file = roofGraph();
    const posts = file.posts.map((post) => (post.id === 'p1' ? { ...post, source: place(1, 1) } : post));
    // Line 2 is alone: recall of Ann's lines 1 and 5 is 2/3, of line 2 it is 1/3; precision is full.
    const recall = (2 / 3 + 2 / 3 + 1 / 3 + 3) / 6;
    expect(figures({ ...file, posts }).author).toBeCloseTo((2 * recall) / (recall + 1), 12);
  });

  it('leaves page furniture and posts of nobody out', () => {
    const posts = [...roofGold().posts, { id: 'x', author: 'chrome', first_line: 2, last_line: 2 }];
    expect(figures(roofGraph(), { posts }).post_f1).toBe(1);
    const furniture = [...roofGold().posts, { id: 'x', author: 'Ann', first_line: 2, last_line: 2, chrome: true }];
    expect(figures(roofGraph(), { posts: furniture }).post_f1).toBe(1);
  });
});

describe('later captures', () => {
  const text = `${ROOF_TEXT}\nThe roof will hold another winter!\n\nSo we should wait with the repair.\nAnd paint it.`;
  const copy = { id: 'again', author: 'Ann', first_line: 7, last_line: 10, reply_to: null, duplicate_of: 'p1' };
  const gold = { lines: 10, posts: [...roofGold().posts, copy] };

  it('are tied line by line to what they repeat; empty lines and added words are nobody’s copy', () => {
    const file = roofGraph();
    const copies = (lines: [number, number]) => ({
      ...file,
      posts: file.posts.map((post) => (post.id === 'p1' ? { ...post, copies: [place(...lines)] } : post)),
    });
    expect(figures(copies([7, 10]), gold, text)).toMatchObject({ copy_f1: 1, post_f1: 1, author: 1, reply: 1 });
    expect(figures(copies([7, 8]), gold, text).copy_f1).toBeCloseTo(2 / 3, 12);
    expect(figures(file, gold, text)).toMatchObject({ copy_f1: 0, post_f1: 8 / 9 });
    expect(figures(copies([7, 10]), {}, text).copy_f1).toBe(0);
  });

  it('do not gain from empty lines between paragraphs', () => {
    const file = roofGraph({ posts: [{ by: 'Ann', text: 'One.\n\nTwo.' }], claims: [] });
    const copied = { ...file, posts: file.posts.map((post) => ({ ...post, copies: [place(4, 6)] })) };
    const own = { id: 'p1', author: 'Ann', first_line: 1, last_line: 3 };
    const posts = [own, { ...own, id: 'p2', first_line: 6, last_line: 6, duplicate_of: 'p1' }];
    // 4 → 1 and 6 → 3 against 6 → 3.
    expect(figures(copied, { posts }, 'One.\n\nTwo.\nOne.\n\nTwo.').copy_f1).toBeCloseTo(2 / 3, 12);
  });
});
