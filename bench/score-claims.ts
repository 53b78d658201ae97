// Time for the exact scoring of a large discussion: node bench/score-claims.ts [claims]
import { computeDivergence } from '../src/divergence/index.ts';
import { buildClaimGraph } from '../src/graph/index.ts';
import type { Judgements } from '../src/readers/index.ts';
import type { Thread, ThreadPost } from '../src/thread/index.ts';

const SENTENCES_PER_POST = 20;
const LINKS_PER_CLAIM = 1.5;
const STANCES = ['assert', 'hedge', 'doubt', 'reject'] as const;

let state = 42;
/** Repeatable numbers in [0, 1) (Lehmer, 48271 mod 2^31 − 1). */
function random(): number {
  state = (state * 48271) % 2147483647;
  return state / 2147483647;
}
const pick = (count: number) => Math.floor(random() * count);

/** A discussion of two speakers who both speak on every claim; each claim is a reason for earlier ones, claim 0 is the root. */
function makeUp(size: number): { thread: Thread; judgements: Judgements } {
  const posts: ThreadPost[] = [];
  const claims: Judgements['claims'][number][] = [];
  const sames: Judgements['sames'][number][] = [];
  for (const speaker of ['A', 'B'])
    for (let first = 0; first < size; first += SENTENCES_PER_POST) {
      const id = `p${posts.length + 1}`;
      let text = '';
      for (let claim = first; claim < Math.min(size, first + SENTENCES_PER_POST); claim++) {
        const words = `Claim number ${claim} holds.`;
        const place = { post: id, start: text.length, end: text.length + words.length };
        const stance = claim === 0 ? (speaker === 'A' ? 'assert' : 'reject') : STANCES[pick(4)]!;
        const own = { id: `${speaker}${claim}`, kind: 'fact', stance, p: null, grounding: 'exact' } as const;
        claims.push({ ...own, ...place, rule: 'made-up', confidence: 1 });
        if (speaker === 'B') sames.push({ a: `A${claim}`, b: `B${claim}`, polarity: 1, rule: 'made-up' });
        text += `${words} `;
      }
      posts.push(postOf(id, speaker, text));
    }
  const relations = Array.from({ length: Math.round(size * LINKS_PER_CLAIM) }, (_, link) => {
    const from = link < size - 1 ? link + 1 : 1 + pick(size - 1);
    const words = claims[from]!;
    const strength = (['weak', 'normal', 'strong'] as const)[pick(3)]!;
    const type = random() < 0.7 ? 'supports' : 'attacks';
    const ends = { from: `A${from}`, to: `A${pick(from)}`, type, strength, endorsed: 'holds' } as const;
    return { id: `r${link}`, post: words.post, start: words.start, end: words.end, ...ends, rule: 'made-up' };
  });
  const ledger = {
    posts: { read: posts.length, skipped: 0, failed: 0 },
    claims: { kept: claims.length, repaired: 0, dropped: 0 },
    requests: 0,
    tokens: { in: 0, out: 0, cached: 0 },
  };
  const none = { moves: [], terms: [], names: [], disputes: [], notices: [] };
  return { thread: threadOf(posts), judgements: { claims, relations, sames, ...none, ledger } };
}

function postOf(id: string, speaker: string, text: string): ThreadPost {
  const nothing = { replyTo: null, replyBy: null, time: null, url: null, source: null };
  const empty = { pieces: [], copies: [], quotes: [], blocks: [], sentences: [], signals: {} };
  return { id, speaker, text, state: 'ok', startConfidence: 1, ...nothing, ...empty };
}

function threadOf(posts: readonly ThreadPost[]): Thread {
  const speakers = ['A', 'B'].map((id) => ({ id, name: id, given: true, confidence: 1 }));
  const head = { id: 'bench', title: null, format: 'text', source: 'bench', sha256: '', lines: null } as const;
  return {
    ...head,
    captures: 1,
    paragraphs: { captured: 0, kept: 0 },
    turns: 'given',
    speakers,
    posts,
    notices: [],
  };
}

const size = Number(process.argv[2] ?? 3000);
const { thread, judgements } = makeUp(size);
const start = performance.now();
const graph = buildClaimGraph(thread, judgements);
const built = performance.now();
const { issues, cruxes, agreements } = computeDivergence(graph, thread);
const done = performance.now();
console.log(`${size} claims in two minds, ${graph.relations.size} relations`);
console.log(`graph       ${(built - start).toFixed(0)} ms`);
console.log(
  `divergence  ${(done - built).toFixed(0)} ms: ${issues.length} issues, ${cruxes.length} cruxes, ${agreements.length} agreements`,
);
