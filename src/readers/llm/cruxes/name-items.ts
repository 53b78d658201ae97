import { z } from 'zod';
import type { Notice } from '../../../errors/index.ts';
import type { Thread } from '../../../thread/index.ts';
import type { CruxInWords, Naming } from '../../reader.ts';
import { fence, quoteWords } from '../data-block.ts';
import { failureInWords } from '../failure-words.ts';
import { inGroups } from '../in-groups.ts';
import { parseReply } from '../parse-reply.ts';
import { NAME_PROMPT } from '../prompts/name-prompt.ts';
import type { Session } from '../session.ts';
import { acceptWording, wordsOf } from '../wording.ts';
import { FOR_WORDING, itemLines, NAME_LENGTH } from './items-in-words.ts';

const ITEMS_PER_CALL = 8;
const OUT_PER_ITEM = 60;
const MOST_WORDS = 24;
/** A neutral question may need words that nobody used; more than half of them, and it is another question. */
const FROM_QUOTES = 0.5;
/** What would settle a point is mostly not said in it: a few words must tie it to the thread. */
const FROM_THREAD = 0.25;
const schema = z.object({
  item: z.number().int(),
  question: z.string().min(1).max(400),
  settled_by: z.string().max(600).nullish(),
  yes: z.string().nullish(),
  no: z.string().nullish(),
});

/**
 * Words items as questions. A question that is too long, is none, is not about the quoted words, or
 * is not answered with yes by one side and no by the other is left out.
 */
export async function nameItems(
  session: Session,
  thread: Thread,
  items: readonly CruxInWords[],
): Promise<{ readonly namings: readonly Naming[]; readonly notices: readonly Notice[] }> {
  const groups = inGroups(items, ITEMS_PER_CALL);
  const texts = new Map(thread.posts.map(({ id, text }) => [id, text]));
  const named = await Promise.all(
    groups.map(async (group, at) => {
      const lines = itemLines(thread, group, FOR_WORDING);
      const user = `Word items 1 to ${group.length}.\n${fence(lines)}`;
      const question = { user, subject: `items ${at + 1} of ${groups.length}`, out: OUT_PER_ITEM * group.length };
      const outcome = await session.ask(NAME_PROMPT, question, readNamings);
      if (!outcome.ok) {
        const text = `${group.length} cruxes were not put into words: ${failureInWords(outcome.kind, outcome.detail)}.`;
        return { namings: [], notices: [{ rule: 'not-named', post: null, text }] };
      }
      const shown = wordsOf(lines);
      const namings = group.flatMap((crux, item): Naming[] => {
        const { id, words } = crux;
        const naming = outcome.value.get(item + 1);
        if (naming && !isAnswered(thread, crux, naming)) return [];
        const quoted = wordsOf(words.map(({ post, start, end }) => texts.get(post)!.slice(start, end)));
        const question = naming ? acceptWording(naming.question, quoted, FROM_QUOTES) : null;
        if (question === null || !question.endsWith('?') || question.split(' ').length > MOST_WORDS) return [];
        return [{ id, question, settledBy: acceptWording(naming!.settled_by ?? '', shown, FROM_THREAD) }];
      });
      return { namings, notices: [] };
    }),
  );
  return { namings: named.flatMap((one) => one.namings), notices: named.flatMap((one) => one.notices) };
}

/**
 * Whether somebody of the item is said to answer yes and somebody else no, and both so as the marks have it: over words that
 * do not answer it, or answer it the other way round, a question would be a lie.
 */
function isAnswered({ speakers }: Thread, { words, views }: CruxInWords, { yes, no }: z.infer<typeof schema>): boolean {
  const sides = new Set(words.map(({ speaker }) => speaker));
  const answers = (name: string | null | undefined, view: 'yes' | 'no') =>
    speakers.filter(
      (speaker) =>
        sides.has(speaker.id) &&
        quoteWords(speaker.name, NAME_LENGTH) === quoteWords(name ?? '', NAME_LENGTH) &&
        (!views || views.size === 0 || views.get(speaker.id) === view),
    );
  const [saysNo] = answers(no, 'no');
  return answers(yes, 'yes').some(({ id }) => saysNo !== undefined && saysNo.id !== id);
}

function readNamings(text: string): ReadonlyMap<number, z.infer<typeof schema>> | null {
  const items = parseReply(text, 'items')?.['items'];
  if (!Array.isArray(items)) return null;
  const namings = new Map<number, z.infer<typeof schema>>();
  for (const item of items) {
    const parsed = schema.safeParse(item);
    if (parsed.success && !namings.has(parsed.data.item)) namings.set(parsed.data.item, parsed.data);
  }
  return namings;
}
