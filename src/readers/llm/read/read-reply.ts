import { z } from 'zod';
import { CLAIM_KINDS, MOVE_TYPES, RELATION_TYPES, STANCES } from '../../../graph-file/index.ts';
import { parseReply } from '../parse-reply.ts';
import { WEIGHINGS } from '../prompts/read-prompt.ts';

// Unenforced schemas come back with other letters, numbers as words and keys left out; nothing but the closed lists matters.
const word = <T extends readonly string[]>(values: T) =>
  z.preprocess((value) => (typeof value === 'string' ? value.trim().toLowerCase() : value), z.enum(values));
const id = z.preprocess(
  (value) => (typeof value === 'number' ? String(value) : value),
  z.string().trim().min(1).max(40),
);
const optionalId = id
  .nullish()
  .catch(null)
  .transform((value) => value ?? null);
const quote = z.string().min(1).max(1000);

const linkSchema = z.object({ to: id, rel: word(RELATION_TYPES), w: word(WEIGHINGS).catch('normal') });
const claimSchema = z.object({
  id,
  q: quote,
  kind: word(CLAIM_KINDS),
  stance: word(STANCES),
  as: optionalId,
  text: z
    .string()
    .trim()
    .max(400)
    .nullish()
    .catch(null)
    .transform((value) => value || null),
  links: z.array(z.unknown()).catch([]),
});
const moveSchema = z.object({ s: id, q: quote, move: word(MOVE_TYPES), to: optionalId });
const partSchema = z.object({ id, to: id });
const turnSchema = z.object({
  turn: z.coerce.number().int(),
  claims: z.array(z.unknown()).catch([]),
  parts: z.array(z.unknown()).catch([]),
  moves: z.array(z.unknown()).catch([]),
});
const oddsSchema = z.object({ id, p: z.number().min(0).max(1) });
const termSchema = z.object({ id, term: z.string().trim().min(1).max(60) });

export type LinkLabel = z.infer<typeof linkSchema>;
export interface ClaimLabel extends Omit<z.infer<typeof claimSchema>, 'links'> {
  readonly turn: number;
  readonly links: readonly LinkLabel[];
}
/** An own claim of a turn that is set against a sentence of somebody else. */
export interface PartLabel extends z.infer<typeof partSchema> {
  readonly turn: number;
}
export interface MoveLabel extends z.infer<typeof moveSchema> {
  readonly turn: number;
}

/** Labels as a reply states them: of the right form, nothing else checked. `malformed` counts items that were not. */
export interface ReplyLabels {
  readonly turns: ReadonlySet<number>;
  readonly claims: readonly ClaimLabel[];
  readonly parts: readonly PartLabel[];
  readonly moves: readonly MoveLabel[];
  readonly odds: readonly z.infer<typeof oddsSchema>[];
  readonly terms: readonly z.infer<typeof termSchema>[];
  readonly malformed: number;
}

/** Reads a reply to a read call, item by item, so that one bad item costs nothing but itself; null where it is no such reply. */
export function readLabels(text: string): ReplyLabels | null {
  const reply = parseReply(text, 'turns');
  if (!reply || !Array.isArray(reply['turns'])) return null;
  let malformed = 0;
  const keep = <T>(items: unknown, schema: z.ZodType<T>): T[] =>
    (Array.isArray(items) ? items : []).flatMap((item) => {
      const parsed = schema.safeParse(item);
      if (!parsed.success) malformed++;
      return parsed.success ? [parsed.data] : [];
    });
  const turns = keep(reply['turns'], turnSchema);
  const claims = turns.flatMap(({ turn, claims: items }) =>
    keep(items, claimSchema).map((claim) => ({ ...claim, turn, links: keep(claim.links, linkSchema) })),
  );
  const parts = turns.flatMap(({ turn, parts: items }) => keep(items, partSchema).map((part) => ({ ...part, turn })));
  const moves = turns.flatMap(({ turn, moves: items }) => keep(items, moveSchema).map((move) => ({ ...move, turn })));
  const odds = keep(reply['odds'], oddsSchema);
  const terms = keep(reply['terms'], termSchema);
  if (turns.length === 0 && reply['turns'].length > 0) return null;
  return { turns: new Set(turns.map(({ turn }) => turn)), claims, parts, moves, odds, terms, malformed };
}
