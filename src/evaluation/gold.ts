import { z } from 'zod';

/** Parts of a gold; what an annotator has not done is not measured. */
export const GOLD_PARTS = ['posts', 'claims', 'relations', 'cruxes', 'agreements'] as const;
export type GoldPart = (typeof GOLD_PARTS)[number];

/** How the later or supporting claim (`from`) stands to the other (`to`). */
export const GOLD_RELATIONS = [
  'support',
  'attack',
  'undercut',
  'agree',
  'partly_agree',
  'concede',
  'clarify',
  'question',
] as const;
export type GoldRelationType = (typeof GOLD_RELATIONS)[number];

/** How a reply stands to what it answers. */
export const REPLY_STANCES = ['agree', 'disagree', 'neutral'] as const;
export type ReplyStance = (typeof REPLY_STANCES)[number];

const id = z.string().min(1);
const line = z.int().min(1);
const lines = z.array(line).default([]);
const maybe = id.nullish().transform((value) => value ?? null);

const post = z.object({
  id,
  author: maybe,
  first_line: line,
  last_line: line,
  reply_to: maybe,
  duplicate_of: maybe,
  chrome: z.boolean().default(false),
  stance: z
    .enum(REPLY_STANCES)
    .nullish()
    .transform((value) => value ?? null),
});

const claim = z.object({
  id,
  post: maybe,
  author: maybe,
  line,
  last_line: line.optional(),
  // The very words; without them a claim is known by its lines only.
  text: z.string().min(1).optional(),
  keep: z.boolean().nullable().default(true),
});

const crux = z.object({
  explicit: z.boolean().default(false),
  lines,
  sides: z.array(z.object({ author: maybe, lines })).default([]),
});

export const goldSchema = z.object({
  seed: z.string().min(1),
  lines: z.int().min(0).nullable().default(null),
  sha256: z.string().nullable().default(null),
  annotated: z.array(z.enum(GOLD_PARTS)).default([...GOLD_PARTS]),
  posts: z.array(post),
  claims: z.array(claim).default([]),
  relations: z.array(z.object({ from: id, to: id, type: z.enum(GOLD_RELATIONS) })).default([]),
  cruxes: z.array(crux),
  agreements: z.array(z.object({ authors: z.array(id).default([]), lines })),
});

/**
 * What an analyst says of a thread, by line numbers of the input (1-based, inclusive). `seed` is the input's base name;
 * `author` null or `?` is unknown; `chrome` posts are page furniture; `duplicate_of` marks a later capture of a post.
 */
export type Gold = z.infer<typeof goldSchema>;
export type GoldPost = Gold['posts'][number];
export type GoldCrux = Gold['cruxes'][number];

/** Whether the annotator went through this part of the thread. */
export function hasPart(gold: Gold, part: GoldPart): boolean {
  return gold.annotated.includes(part);
}

/** Authors that are somebody: neither left open nor a question mark. */
export function isKnown(author: string | null): author is string {
  return author !== null && author !== '?';
}
