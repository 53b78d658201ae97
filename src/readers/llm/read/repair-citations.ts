import { z } from 'zod';
import { fence, quoteWords } from '../data-block.ts';
import { parseReply } from '../parse-reply.ts';
import { REPAIR_PROMPT } from '../prompts/repair-prompt.ts';
import type { Session } from '../session.ts';
import { type Failing, type Grounded, groundLabel } from './ground-labels.ts';
import type { ClaimLabel, MoveLabel } from './read-reply.ts';
import { type Place, sentenceText } from './unit-context.ts';
import type { Unit } from './units.ts';

/** More failing items than this in one unit are no slips of the pen: the rest is dropped unasked. */
const MOST_REPAIRS = 24;
const LONGEST_QUOTE = 200;
const TOKENS_PER_ITEM = 25;

const itemSchema = z.object({ item: z.number().int(), s: z.string(), q: z.string().min(1) });

/** What a repair call brought back; what it did not is dropped. */
export interface Repaired {
  readonly claims: readonly Grounded<ClaimLabel>[];
  readonly moves: readonly Grounded<MoveLabel>[];
}

/** Asks once for the words that failing labels meant; an answer counts only if its words stand in the label's own turn. */
export async function repairCitations(
  session: Session,
  unit: Unit,
  places: ReadonlyMap<string, Place>,
  failing: readonly Failing[],
  subject: string,
): Promise<Repaired> {
  const asked = failing.slice(0, MOST_REPAIRS);
  const claims: Grounded<ClaimLabel>[] = [];
  const moves: Grounded<MoveLabel>[] = [];
  if (asked.length === 0) return { claims, moves };
  const user = `Correct items 1 to ${asked.length}.\n${fence(writeItems(unit, asked))}`;
  const out = TOKENS_PER_ITEM * asked.length;
  const outcome = await session.ask(REPAIR_PROMPT, { user, subject, out }, readItems);
  for (const { item, s, q } of outcome.ok ? outcome.value : []) {
    const failed = asked[item - 1];
    if (!failed) continue;
    const turn = failed.label.turn;
    const quotable = failed.sort === 'claim' ? failed.label.stance === 'reported' : failed.label.move === 'restate';
    const ground = groundLabel(unit, places, { turn, q }, s, quotable);
    if (typeof ground === 'string') continue;
    if (failed.sort === 'claim') claims.push({ label: failed.label, ...ground, grounding: 'repaired' });
    else moves.push({ label: failed.label, ...ground, grounding: 'repaired' });
  }
  return { claims, moves };
}

function writeItems(unit: Unit, failing: readonly Failing[]): string[] {
  const lines: string[] = [];
  for (const number of [...new Set(failing.map(({ label }) => label.turn))].sort((a, b) => a - b)) {
    const { post, from, to } = unit.turns[number - 1]!;
    lines.push(`turn ${number}`);
    for (let at = from; at < to; at++) lines.push(`${number}.${at - from + 1} ${quoteWords(sentenceText(post, at))}`);
  }
  for (const [at, { label }] of failing.entries())
    lines.push(`item ${at + 1} of turn ${label.turn} ${quoteWords(label.q, LONGEST_QUOTE)}`);
  return lines;
}

/** The first answer to each item; items without words are left out. */
function readItems(text: string): z.infer<typeof itemSchema>[] | null {
  const items = parseReply(text, 'items')?.['items'];
  if (!Array.isArray(items)) return null;
  const first = new Map<number, z.infer<typeof itemSchema>>();
  for (const item of items) {
    const parsed = itemSchema.safeParse(item);
    if (parsed.success && !first.has(parsed.data.item)) first.set(parsed.data.item, parsed.data);
  }
  return [...first.values()];
}
