import { z } from 'zod';
import {
  AGREEMENT_KINDS,
  BLOCK_KINDS,
  CLAIM_KINDS,
  CRUX_KINDS,
  MOVE_TYPES,
  POST_STATES,
  RELATION_TYPES,
  STANCES,
} from './vocabulary.ts';

// Keys with a default are ours beyond the fixed contract: a file written elsewhere may leave them out.
const id = z.string().min(1);
const offset = z.int().min(0);
const line = z.int().min(1).nullable();
const share = z.number().min(0).max(1);
const lines = { firstLine: line, lastLine: line };
const span = { start: offset, end: offset };

const polarity = z.union([z.literal(1), z.literal(-1)]).default(1);

const place = z.object({ ...span, ...lines });
const piece = z.object({ ...span, sourceStart: offset, firstLine: line });
const quote = z.object({ ...span, of: z.object({ post: id, ...span }).nullable() });
const block = z.object({ ...span, kind: z.enum(BLOCK_KINDS) });

const reader = z.object({ name: z.enum(['rules', 'llm', 'given']), model: z.string().nullable(), version: z.string() });

const thread = z.object({
  id,
  title: z.string().nullable(),
  format: z.string(),
  source: z.string(),
  sha256: z.string(),
  lines: z.int().min(0).nullable(),
  reader,
  captures: z.int().min(1).default(1),
  paragraphs: z.object({ captured: z.int().min(0), kept: z.int().min(0) }).default({ captured: 0, kept: 0 }),
  asOf: id.nullable().default(null),
  turns: z.enum(['given', 'inferred', 'dictated']).default('given'),
});

const speaker = z.object({ id, name: z.string(), given: z.boolean(), confidence: share });

const post = z.object({
  id,
  speaker: id,
  replyTo: id.nullable(),
  replyBy: z.enum(['source', 'quote']).nullable().default(null),
  startConfidence: share.default(1),
  time: z.string().nullable(),
  url: z.string().nullable(),
  state: z.enum(POST_STATES),
  text: z.string(),
  pieces: z.array(piece),
  source: place.nullable(),
  copies: z.array(place),
  quotes: z.array(quote),
  blocks: z.array(block).default([]),
  signals: z.record(z.string(), z.unknown()).default({}),
});

const claim = z.object({
  id,
  post: id,
  speaker: id,
  ...span,
  text: z.string(),
  ...lines,
  kind: z.enum(CLAIM_KINDS),
  stance: z.enum(STANCES),
  p: share.nullable(),
  proposition: id,
  polarity,
  grounding: z.enum(['exact', 'repaired']),
  rule: z.string().default('given'),
  confidence: share.default(1),
});

const view = z.object({ speaker: id, stance: z.enum(STANCES), value: z.number().min(-1).max(1), claim: id });
const proposition = z.object({ id, text: z.string(), claims: z.array(id), views: z.array(view) });

const statement = z.object({ speaker: id, endorsed: z.number().min(-1).max(1), post: id, ...span, ...lines });
const relation = z.object({
  id,
  from: id,
  to: id,
  type: z.enum(RELATION_TYPES),
  weight: z.number().min(0),
  owner: id.nullable(),
  statedBy: z.array(statement),
  // −1: the negation of `from` is the reason, or the condition or scope is put on the negation of `to`.
  premise: polarity,
  conclusion: polarity,
  feedback: z.boolean().default(false),
});

const move = z.object({
  id,
  type: z.enum(MOVE_TYPES),
  post: id,
  speaker: id,
  ...span,
  ...lines,
  target: id.nullable(),
  confidence: share,
  rule: z.string(),
});

const camp = z.string().nullable();
const issue = z.object({
  id,
  proposition: id,
  gap: z.number(),
  sides: z.array(z.object({ speaker: id, camp, value: z.number() })),
  origins: z.array(z.object({ item: z.string(), share: z.number() })),
  cruxSet: z.object({ items: z.array(id), closes: z.number() }),
  conviction: z.array(z.object({ speaker: id, proposition: id, nats: z.number() })).default([]),
  // Items whose swap drives the sides further apart; never ranked.
  backfires: z.array(id).default([]),
});

const closure = z.object({ plain: z.number(), capped: z.number() });
const cruxSide = z.object({
  speaker: id,
  camp,
  stance: z.enum(STANCES),
  value: z.number(),
  claims: z.array(id).min(1),
});
const crux = z.object({
  id,
  rank: z.int().min(1),
  issue: id.nullable(),
  item: id,
  kind: z.enum(CRUX_KINDS),
  question: z.string(),
  settledBy: z.string().nullable(),
  declared: z.boolean(),
  score: z.number().nullable(),
  closes: z.record(z.string(), closure).nullable(),
  waypoints: z.array(id),
  sides: z.array(cruxSide),
  moves: z.array(id),
  origin: z.number().nullable().default(null),
  divided: z.boolean().default(false),
  band: z.tuple([z.number(), z.number()]).nullable().default(null),
});

const agreement = z.object({
  id,
  proposition: id,
  speakers: z.array(id).min(2),
  kind: z.enum(AGREEMENT_KINDS),
  hinge: id.nullable(),
  disputed: z.boolean().default(false),
  cluster: id.nullable().default(null),
  loadBearing: z.boolean(),
  hollow: z.boolean(),
  claims: z.array(id),
  moves: z.array(id),
});

const unanswered = z.object({
  id,
  proposition: id,
  by: id,
  notBy: z.array(id),
  closes: z.number().nullable(),
  claims: z.array(id).min(1),
});

const term = z.object({
  term: z.string(),
  senses: z.array(z.object({ speakers: z.array(id), claim: id })),
  verbality: z.number().nullable(),
});
const notice = z.object({ rule: z.string(), post: id.nullable(), text: z.string() });
const count = z.int().min(0);
const ledger = z.object({
  posts: z.object({ read: count, skipped: count, failed: count }),
  claims: z.object({ kept: count, repaired: count, dropped: count }),
  requests: count,
  tokens: z.object({ in: count, out: count, cached: count }),
});

/** The result of one analysis (graph file, version 1); offsets are UTF-16 code units, lines are 1-based and inclusive. */
export const graphFileSchema = z.object({
  schema: z.literal('cruxgraph/1'),
  thread,
  speakers: z.array(speaker),
  posts: z.array(post),
  claims: z.array(claim),
  propositions: z.array(proposition),
  relations: z.array(relation),
  moves: z.array(move),
  issues: z.array(issue),
  cruxes: z.array(crux),
  agreements: z.array(agreement),
  unanswered: z.array(unanswered),
  terms: z.array(term),
  notices: z.array(notice),
  ledger,
});

export type GraphFile = z.infer<typeof graphFileSchema>;
export type ReaderStamp = z.infer<typeof reader>;
export type ThreadHead = z.infer<typeof thread>;
export type Speaker = z.infer<typeof speaker>;
export type Post = z.infer<typeof post>;
export type Piece = z.infer<typeof piece>;
export type Place = z.infer<typeof place>;
export type Quote = z.infer<typeof quote>;
export type Block = z.infer<typeof block>;
export type Claim = z.infer<typeof claim>;
export type View = z.infer<typeof view>;
export type Proposition = z.infer<typeof proposition>;
export type Relation = z.infer<typeof relation>;
export type RelationStatement = z.infer<typeof statement>;
export type Move = z.infer<typeof move>;
export type Issue = z.infer<typeof issue>;
export type Crux = z.infer<typeof crux>;
export type CruxSide = z.infer<typeof cruxSide>;
export type Closure = z.infer<typeof closure>;
export type Agreement = z.infer<typeof agreement>;
export type Unanswered = z.infer<typeof unanswered>;
export type Term = z.infer<typeof term>;
export type Ledger = z.infer<typeof ledger>;
