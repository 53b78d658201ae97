import { z } from 'zod';
import type { Notice } from '../../../errors/index.ts';
import type { Thread } from '../../../thread/index.ts';
import { everybody, type SharedInWords, type Sharers } from '../../reader.ts';
import { fence, quoteWords } from '../data-block.ts';
import { failureInWords } from '../failure-words.ts';
import { inGroups } from '../in-groups.ts';
import { parseReply } from '../parse-reply.ts';
import { SHARED_PROMPT } from '../prompts/shared-prompt.ts';
import type { Session } from '../session.ts';
import { FOR_JUDGING, itemLines, NAME_LENGTH } from './items-in-words.ts';

const ITEMS_PER_CALL = 10;
const OUT_PER_ITEM = 20;
const LONGEST = 400;
const schema = z.object({ item: z.number().int(), hold: z.array(z.string()), part: z.array(z.string()).default([]) });

type Named = z.infer<typeof schema>;
type BySpeakers = ReadonlyMap<string, Sharers>;

/**
 * A second look at who shares what: for each item the speakers whose words show it, wholly or in part, nobody where the answer
 * leaves it out. Where no second look could be had at all the first one stands, and that is told.
 */
export async function confirmSharedItems(
  session: Session,
  thread: Thread,
  items: readonly SharedInWords[],
): Promise<{ readonly sharers: BySpeakers; readonly notices: readonly Notice[] }> {
  const groups = inGroups(items, ITEMS_PER_CALL);
  const nameOf = new Map(thread.speakers.map(({ id, name }) => [id, quoteWords(name, NAME_LENGTH)]));
  const looks = await Promise.all(
    groups.map(async (group, at) => {
      const claims = group.map(({ how, says }) => `${how} ${quoteWords(says, LONGEST)}`);
      const user = `Check items 1 to ${group.length}.\n${fence(itemLines(thread, group, FOR_JUDGING, claims))}`;
      const question = { user, subject: `items ${at + 1} of ${groups.length}`, out: OUT_PER_ITEM * group.length };
      const outcome = await session.ask(SHARED_PROMPT, question, readNamed);
      if (!outcome.ok) {
        const sum = `${group.length} ${group.length === 1 ? 'agreement' : 'agreements'}`;
        const text = `${sum} had no second look: ${failureInWords(outcome.kind, outcome.detail)}.`;
        const found = group.map(({ id, words }) => [id, everybody(words)] as const);
        return { found, notices: [{ rule: 'not-reviewed', post: null, text }] };
      }
      const found = group.map(({ id, words }, number) => {
        const named = outcome.value.get(number + 1);
        const those = (names: readonly string[] = []) => {
          const known = new Set(names.map((name) => quoteWords(name, NAME_LENGTH)));
          return new Set([...everybody(words).whole].filter((speaker) => known.has(nameOf.get(speaker) ?? '')));
        };
        const whole = those(named?.hold);
        return [id, { whole, part: those(named?.part.filter((name) => !named.hold.includes(name))) }] as const;
      });
      return { found, notices: [] };
    }),
  );
  const sharers = new Map<string, Sharers>(looks.flatMap(({ found }) => found));
  const doubted = items.filter(({ id, words }) => sharers.get(id)!.whole.size < everybody(words).whole.size).length;
  const text = `A second look did not confirm ${doubted} of ${items.length} agreements as they stood; it was followed.`;
  const notices = looks.flatMap((look) => look.notices);
  return { sharers, notices: doubted > 0 ? [...notices, { rule: 'not-confirmed', post: null, text }] : notices };
}

/** Names by item; of an item that is answered twice only those that both answers name. */
function readNamed(text: string): ReadonlyMap<number, Named> | null {
  const items = parseReply(text, 'items')?.['items'];
  if (!Array.isArray(items)) return null;
  const found = new Map<number, Named>();
  for (const item of items) {
    const { success, data } = schema.safeParse(item);
    if (!success) continue;
    const known = found.get(data.item);
    const both = (key: 'hold' | 'part') => (known ? known[key].filter((name) => data[key].includes(name)) : data[key]);
    found.set(data.item, { item: data.item, hold: both('hold'), part: both('part') });
  }
  return found;
}
