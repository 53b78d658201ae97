import {
  type Agreement,
  type Claim,
  type Crux,
  type GraphFile,
  type Issue,
  type Move,
  type Post,
  parseGraphFile,
  type Stance,
} from '../../src/graph-file/index.ts';

export interface PostSpec {
  readonly by: string;
  readonly text: string;
  /** Number of the post, from 1, that this one answers. */
  readonly answers?: number;
  readonly state?: Post['state'];
  /** Words of this post that are quoted, and the number of the post that they come from. */
  readonly quotes?: readonly { readonly words: string; readonly from?: number }[];
}

export interface ClaimSpec {
  readonly id: string;
  /** Number of the post, from 1. */
  readonly post: number;
  readonly words: string;
  readonly of: string;
  readonly stance?: Stance;
  readonly kind?: Claim['kind'];
}

export interface MoveSpec {
  readonly id: string;
  readonly type: Move['type'];
  readonly post: number;
  readonly words: string;
  readonly target?: string;
}

export interface RelationSpec {
  readonly id: string;
  readonly from: string;
  readonly to: string;
  readonly type?: GraphFile['relations'][number]['type'];
  readonly words: readonly { readonly post: number; readonly words: string; readonly endorsed?: number }[];
}

export interface CruxSpec extends Partial<Omit<Crux, 'sides'>> {
  readonly item: string;
  /** Claim ids on each side. */
  readonly sides: readonly (readonly string[])[];
}

export interface GraphSpec {
  readonly reader?: GraphFile['thread']['reader'];
  readonly source?: string;
  readonly format?: string;
  readonly title?: string;
  /** Confidence of inferred speakers; left out where the source names them. */
  readonly inferred?: number;
  /** False for formats such as JSON that have no flat text. */
  readonly lines?: boolean;
  readonly captures?: { readonly count: number; readonly captured: number; readonly kept: number };
  readonly posts: readonly PostSpec[];
  readonly claims?: readonly ClaimSpec[];
  /** Wordings of propositions; a proposition without one repeats its first claim. */
  readonly wordings?: Readonly<Record<string, string>>;
  readonly moves?: readonly MoveSpec[];
  readonly relations?: readonly RelationSpec[];
  readonly issues?: readonly (Partial<Issue> & { readonly proposition: string })[];
  readonly cruxes?: readonly CruxSpec[];
  readonly agreements?: readonly (Partial<Agreement> & Pick<Agreement, 'proposition' | 'speakers'>)[];
  readonly unanswered?: readonly {
    readonly claim: string;
    readonly notBy?: readonly string[];
    readonly closes?: number;
  }[];
  readonly terms?: GraphFile['terms'];
  readonly notices?: GraphFile['notices'];
}

const VALUES: Readonly<Record<Stance, number>> = {
  assert: 0.8,
  hedge: 0.5,
  unsure: 0,
  doubt: -0.5,
  reject: -0.8,
  conditional: 0,
  reported: 0,
};

/** A sound graph file from a short description: places are found by their words; throws where it breaks an invariant. */
export function buildGraphFile(spec: GraphSpec): GraphFile {
  const posts = layPosts(spec);
  const place = (number: number, words: string) => {
    const post = posts[number - 1]!;
    const start = post.text.indexOf(words);
    if (start < 0) throw new Error(`post ${number} does not say "${words}"`);
    const first = post.source ? post.source.firstLine! + lineBreaks(post.text.slice(0, start)) : null;
    const last = first === null ? null : first + lineBreaks(words);
    return { post: post.id, speaker: post.speaker, start, end: start + words.length, firstLine: first, lastLine: last };
  };
  const claims = (spec.claims ?? []).map(({ id, post, words, of, stance = 'assert', kind = 'fact' }) => ({
    ...place(post, words),
    id,
    text: words,
    kind,
    stance,
    p: null,
    proposition: of,
    grounding: 'exact',
    rule: 'test',
    confidence: 0.8,
  }));
  const claimOf = (id: string) => claims.find((claim) => claim.id === id)!;
  const propositions = [...new Set(claims.map(({ proposition }) => proposition))].map((id) => {
    const members = claims.filter(({ proposition }) => proposition === id);
    return {
      id,
      text: spec.wordings?.[id] ?? members[0]!.text,
      claims: members.map((claim) => claim.id),
      views: members
        .filter(({ stance }) => stance !== 'reported')
        .map(({ id: claim, speaker, stance }) => ({ speaker, stance, value: VALUES[stance], claim })),
    };
  });
  const voices = [...new Set(posts.map(({ speaker }) => speaker))];
  const file = {
    schema: 'cruxgraph/1',
    thread: {
      id: 'test',
      title: spec.title ?? null,
      format: spec.format ?? 'transcript',
      source: spec.source ?? 'ferry.txt',
      sha256: '0'.repeat(64),
      lines: spec.lines === false ? null : (posts.at(-1)?.source?.lastLine ?? 0),
      reader: spec.reader ?? { name: 'llm', model: 'test-model', version: '1' },
      captures: spec.captures?.count ?? 1,
      paragraphs: { captured: spec.captures?.captured ?? 0, kept: spec.captures?.kept ?? 0 },
    },
    speakers: voices.map((name) => ({
      id: name,
      name,
      given: spec.inferred === undefined,
      confidence: spec.inferred ?? 1,
    })),
    posts,
    claims,
    propositions,
    relations: (spec.relations ?? []).map(({ id, from, to, type = 'supports', words }) => ({
      id,
      from,
      to,
      type,
      weight: 1,
      owner: null,
      statedBy: words.map((one) => ({ ...place(one.post, one.words), endorsed: one.endorsed ?? 1 })),
    })),
    moves: (spec.moves ?? []).map(({ id, type, post, words, target = null }) => ({
      ...place(post, words),
      id,
      type,
      target,
      confidence: 0.7,
      rule: `${type}-cue`,
    })),
    issues: (spec.issues ?? []).map((issue, at) => ({
      id: `i${at + 1}`,
      gap: 0,
      sides: [],
      origins: [],
      cruxSet: { items: [], closes: 0 },
      ...issue,
    })),
    cruxes: (spec.cruxes ?? []).map(({ sides, ...crux }, at) => ({
      id: `x${at + 1}`,
      rank: at + 1,
      issue: null,
      kind: 'contention',
      question: '',
      settledBy: null,
      declared: false,
      score: null,
      closes: null,
      waypoints: [],
      moves: [],
      ...crux,
      sides: sides.map((ids) => {
        const { speaker, stance } = claimOf(ids[0]!);
        return { speaker, camp: null, stance, value: VALUES[stance], claims: ids };
      }),
    })),
    agreements: (spec.agreements ?? []).map((agreement, at) => ({
      id: `g${at + 1}`,
      kind: 'full',
      hinge: null,
      loadBearing: false,
      hollow: false,
      claims: [],
      moves: [],
      ...agreement,
    })),
    unanswered: (spec.unanswered ?? []).map(({ claim, notBy = [], closes = null }, at) => {
      const { speaker, proposition } = claimOf(claim);
      return { id: `u${at + 1}`, proposition, by: speaker, notBy, closes, claims: [claim] };
    }),
    terms: spec.terms ?? [],
    notices: spec.notices ?? [],
    ledger: {
      posts: { read: posts.length, skipped: 0, failed: 0 },
      claims: { kept: claims.length, repaired: 0, dropped: 0 },
      requests: 0,
      tokens: { in: 0, out: 0, cached: 0 },
    },
  };
  return parseGraphFile(JSON.stringify(file), 'built for a test');
}

function layPosts({ posts, lines = true }: GraphSpec) {
  let line = 1;
  let offset = 0;
  const laid = posts.map(({ by, text, answers, state = 'ok' }, at) => {
    const place = { start: offset, end: offset + text.length, firstLine: line, lastLine: line + lineBreaks(text) };
    const piece = { start: 0, end: text.length, sourceStart: offset, firstLine: line };
    line = place.lastLine + 1;
    offset = place.end + 1;
    return {
      id: `p${at + 1}`,
      speaker: by,
      replyTo: answers === undefined ? null : `p${answers}`,
      time: null,
      url: null,
      state,
      text,
      pieces: lines && text !== '' ? [piece] : [],
      source: lines ? place : null,
      copies: [],
    };
  });
  return laid.map((post, at) => ({
    ...post,
    quotes: (posts[at]!.quotes ?? []).map(({ words, from }) => {
      const start = post.text.indexOf(words);
      const origin = from === undefined ? null : laid[from - 1]!;
      const of = origin && { post: origin.id, start: 0, end: origin.text.length };
      return { start, end: start + words.length, of };
    }),
  }));
}

function lineBreaks(text: string): number {
  return text.split('\n').length - 1;
}
