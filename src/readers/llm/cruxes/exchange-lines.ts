import type { Thread } from '../../../thread/index.ts';

/** Lines that say how posts stand to each other, as far as the thread shows it: who answers whom, and who speaks next. */
export function exchangeLines(
  thread: Thread,
  posts: readonly string[],
  nameOf: (speaker: string) => string,
): readonly string[] {
  const order = new Map(thread.posts.map(({ id }, at) => [id, at]));
  const told = [...new Set(posts)].map((id) => order.get(id)!).sort((a, b) => a - b);
  const lines = told.flatMap((later, at) =>
    told.slice(0, at).flatMap((earlier) => {
      const [one, other] = [thread.posts[earlier]!, thread.posts[later]!];
      if (one.speaker === other.speaker) return [];
      const answers = other.replyTo === one.id || other.quotes.some(({ of }) => of?.post === one.id);
      const next = other.replyTo === null && later === earlier + 1;
      const how = answers ? 'answers' : next ? 'speaks next after' : null;
      return how === null ? [] : [`${nameOf(other.speaker)} ${how} ${nameOf(one.speaker)}`];
    }),
  );
  return [...new Set(lines)];
}
