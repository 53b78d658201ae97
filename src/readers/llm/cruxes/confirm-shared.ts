import { z } from 'zod';
import type { Notice } from '../../../errors/index.ts';
import type { Thread } from '../../../thread/index.ts';
import type { SharedInWords } from '../../reader.ts';
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
const schema = z.object({ item: z.number().int(), hold: z.array(z.string()) });

type Holders = ReadonlyMap<string, ReadonlySet<string>>;

/**
 * A second look at who shares what: for each item the speakers whose words show it, nobody where the answer leaves it out.
 * Where no second look could be had at all the first one stands, and that is told.
 */
export async function confirmSharedItems(
  session: Session,
  thread: Thread,
  items: readonly SharedInWords[],
): Promise<{ readonly holders: Holders; readonly notices: readonly Notice[] }> {
  const groups = inGroups(items, ITEMS_PER_CALL);
  const nameOf = new Map(thread.speakers.map(({ id, name }) => [id, quoteWords(name, NAME_LENGTH)]));
  const looks = await Promise.all(
    groups.map(async (group, at) => {
      const claims = group.map(({ how, says }) => `${how} ${quoteWords(says, LONGEST)}`);
      const user = `Check items 1 to ${group.length}.\n${fence(itemLines(thread, group, FOR_JUDGING, claims))}`;
      const question = { user, subject: `items ${at + 1} of ${groups.length}`, out: OUT_PER_ITEM * group.length };
      const outcome = await session.ask(SHARED_PROMPT, question, readHolders);
      if (!outcome.ok) {
        const text = `${group.length} ${group.length === 1 ? 'agreement' : 'agreements'} had no second look: ${failureInWords(outcome.kind, outcome.detail)}.`;
        return { held: group.map((item) => [item.id, speakersOf(item)] as const), notices: [notReviewed(text)] };
      }
      const held = group.map((item, number) => {
        const named = new Set(outcome.value.get(number + 1)?.map((name) => quoteWords(name, NAME_LENGTH)));
        return [item.id, new Set([...speakersOf(item)].filter((id) => named.has(nameOf.get(id) ?? '')))] as const;
      });
      return { held, notices: [] };
    }),
  );
  const holders = new Map(looks.flatMap(({ held }) => held));
  const doubted = items.filter((item) => holders.get(item.id)!.size < speakersOf(item).size).length;
  const text = `A second look did not confirm ${doubted} of ${items.length} agreements for all who were named; it was followed.`;
  const notices = looks.flatMap((look) => look.notices);
  return { holders, notices: doubted > 0 ? [...notices, { rule: 'not-confirmed', post: null, text }] : notices };
}

const speakersOf = ({ words }: SharedInWords) => new Set(words.map(({ speaker }) => speaker));
const notReviewed = (text: string): Notice => ({ rule: 'not-reviewed', post: null, text });

/** Names by item; of an item that is answered twice only those that both answers name. */
function readHolders(text: string): ReadonlyMap<number, readonly string[]> | null {
  const items = parseReply(text, 'items')?.['items'];
  if (!Array.isArray(items)) return null;
  const found = new Map<number, readonly string[]>();
  for (const item of items) {
    const parsed = schema.safeParse(item);
    if (!parsed.success) continue;
    const { item: number, hold } = parsed.data;
    const known = found.get(number);
    found.set(number, known ? known.filter((name) => hold.includes(name)) : hold);
  }
  return found;
}
