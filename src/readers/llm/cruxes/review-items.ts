import { z } from 'zod';
import type { Notice } from '../../../errors/index.ts';
import type { Thread } from '../../../thread/index.ts';
import type { CruxInWords } from '../../reader.ts';
import { fence } from '../data-block.ts';
import { failureInWords } from '../failure-words.ts';
import { inGroups } from '../in-groups.ts';
import { parseReply } from '../parse-reply.ts';
import { REVIEW_PROMPT, SECOND_LOOKS } from '../prompts/review-prompt.ts';
import type { Session } from '../session.ts';
import { FOR_JUDGING, itemLines } from './items-in-words.ts';

const ITEMS_PER_CALL = 10;
const OUT_PER_ITEM = 12;
const schema = z.object({ item: z.number().int(), verdict: z.enum(SECOND_LOOKS) });

export interface Reviewed {
  readonly confirmed: ReadonlySet<string>;
  readonly notices: readonly Notice[];
}

/**
 * A second look that does not see the first labels: one verdict an item, and whatever is missing, doubtful or said twice
 * in different ways is not confirmed. Where no second look could be had at all the first one stands, and that is told.
 */
export async function reviewItems(session: Session, thread: Thread, items: readonly CruxInWords[]): Promise<Reviewed> {
  const groups = inGroups(items, ITEMS_PER_CALL);
  const looks = await Promise.all(
    groups.map(async (group, at): Promise<Reviewed> => {
      const user = `Check items 1 to ${group.length}.\n${fence(itemLines(thread, group, FOR_JUDGING))}`;
      const question = { user, subject: `items ${at + 1} of ${groups.length}`, out: OUT_PER_ITEM * group.length };
      const outcome = await session.ask(REVIEW_PROMPT, question, readVerdicts);
      if (!outcome.ok) {
        const text = `${group.length} disagreements had no second look: ${failureInWords(outcome.kind, outcome.detail)}.`;
        return {
          confirmed: new Set(group.map(({ id }) => id)),
          notices: [{ rule: 'not-reviewed', post: null, text }],
        };
      }
      const confirmed = group.filter((_, item) => outcome.value.get(item + 1) === 'confirmed').map(({ id }) => id);
      return { confirmed: new Set(confirmed), notices: [] };
    }),
  );
  const confirmed = new Set(looks.flatMap((look) => [...look.confirmed]));
  const refused = items.length - confirmed.size;
  const text = `A second look did not confirm ${refused} of ${items.length} disagreements; they were taken out.`;
  const notices = looks.flatMap((look) => look.notices);
  return { confirmed, notices: refused > 0 ? [...notices, { rule: 'not-confirmed', post: null, text }] : notices };
}

function readVerdicts(text: string): ReadonlyMap<number, (typeof SECOND_LOOKS)[number]> | null {
  const items = parseReply(text, 'items')?.['items'];
  if (!Array.isArray(items)) return null;
  const verdicts = new Map<number, (typeof SECOND_LOOKS)[number]>();
  for (const item of items) {
    const parsed = schema.safeParse(item);
    if (!parsed.success) continue;
    const known = verdicts.get(parsed.data.item);
    verdicts.set(
      parsed.data.item,
      known === undefined || known === parsed.data.verdict ? parsed.data.verdict : 'doubtful',
    );
  }
  return verdicts;
}
