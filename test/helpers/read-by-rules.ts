import { type Judgements, rulesReader } from '../../src/readers/index.ts';
import { readThread } from '../../src/sources/index.ts';
import { buildThread, locate, type Thread } from '../../src/thread/index.ts';

/** A text as the embedded reader reads it, with lookups that make tests readable. */
export interface RulesReading {
  readonly thread: Thread;
  readonly judgements: Judgements;
  /** Words of a judgement. */
  words(judgement: { readonly post: string; readonly start: number; readonly end: number }): string;
  /** Moves as `type words`. */
  moves(type?: string): string[];
  /** Words of a claim by id, with its speaker's name. */
  claim(id: string): string;
  /** Disputes as lists of `Name: words`. */
  disputes(): string[][];
}

export async function readByRules(text: string, name = 'thread.txt'): Promise<RulesReading> {
  const reader = rulesReader();
  const raw = readThread(new TextEncoder().encode(text), name);
  const thread = await buildThread(raw, { source: name, sha256: '0'.repeat(64), guesser: reader });
  const judgements = await reader.read(thread);
  const posts = new Map(thread.posts.map((post) => [post.id, post]));
  const names = new Map(thread.speakers.map((speaker) => [speaker.id, speaker.name]));
  const words: RulesReading['words'] = ({ post, start, end }) => posts.get(post)!.text.slice(start, end);
  const claim = (id: string) => {
    const found = judgements.claims.find((candidate) => candidate.id === id)!;
    return `${names.get(posts.get(found.post)!.speaker)}: ${words(found)}`;
  };
  return {
    thread,
    judgements,
    words,
    claim,
    moves: (type) =>
      judgements.moves
        .filter((move) => type === undefined || move.type === type)
        .map((move) => `${move.type} ${words(move)}`),
    disputes: () => judgements.disputes.map(({ claims }) => claims.map(claim)),
  };
}

/** Line on which a judgement's words start. */
export function lineOf(
  thread: Thread,
  { post, start, end }: { post: string; start: number; end: number },
): number | null {
  return locate(thread.posts.find(({ id }) => id === post)!, start, end).firstLine;
}
