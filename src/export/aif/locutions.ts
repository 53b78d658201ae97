import type { Analysis } from '../../analysis/index.ts';
import { cleanText, oneLine } from '../clean-text.ts';
import { nameOf, placeOf, type Said } from '../speech.ts';
import type { AifSheet, Origin } from './aif-sheet.ts';
import type { Participant } from './participants.ts';

/** Words of a post that somebody utters. */
export interface Utterance extends Said {
  readonly speaker: string;
  readonly start: number;
  readonly end: number;
}

/** An L node on the sheet, with the words that it stands for. */
export interface Locution extends Utterance {
  readonly node: string;
}

export interface AifLocution {
  readonly nodeID: string;
  readonly personID: string;
  readonly timestamp: string;
  readonly start: string;
  readonly end: string;
  readonly source: string;
}

/** The L nodes of a sheet. */
export interface Locutions {
  /** In the order in which they were said first here. */
  readonly all: readonly Locution[];
  utter(said: Utterance, origin: Origin): Locution;
  /** The locution in a post that shares most words with a span, null where none does. */
  overlapping(said: Utterance): Locution | null;
  /** Locutions of a post in the order in which they were uttered. */
  inPost(post: string): readonly Locution[];
}

/** Keeps account of what is uttered on a sheet. */
export function openLocutions(analysis: Analysis, sheet: AifSheet): Locutions {
  const all: Locution[] = [];
  const posts = new Map<string, Locution[]>();
  return {
    all,
    utter: (said, origin) => {
      const { post, speaker, start, end, firstLine, lastLine } = said;
      const words = cleanText(analysis.posts.get(post)?.text.slice(start, end) ?? '');
      const text = `${nameOf(analysis, speaker)} : ${words}`;
      const node = sheet.addWords('L', text, timeOf(analysis, post), origin);
      const locution = { post, speaker, start, end, firstLine, lastLine, node };
      all.push(locution);
      const list = posts.get(post);
      if (list) list.push(locution);
      else posts.set(post, [locution]);
      return locution;
    },
    overlapping: ({ post, start, end }) => {
      let best: Locution | null = null;
      let most = 0;
      for (const one of posts.get(post) ?? []) {
        const shared = Math.min(one.end, end) - Math.max(one.start, start);
        if (shared > most) [best, most] = [one, shared];
      }
      return best;
    },
    inPost: (post) => posts.get(post) ?? [],
  };
}

/** Who uttered an L node where: `source` names file, post, lines; `start` and `end` are UTF-16 offsets in the post. */
export function describeLocution(
  analysis: Analysis,
  { node, speaker, post, start, end, ...lines }: Locution,
  people: ReadonlyMap<string, Participant>,
): AifLocution {
  return {
    nodeID: node,
    personID: people.get(speaker)!.participantID,
    timestamp: timeOf(analysis, post),
    start: String(start),
    end: String(end),
    source: `${oneLine(analysis.file.thread.source)} ${oneLine(post)} ${placeOf({ post, ...lines })}`,
  };
}

const ISO = /^\d{4}-\d\d-\d\d(?:T\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:?\d\d)?)?$/;

/** A post's time as AIF writes it, `2024-05-01 12:34:56` in UTC; empty where the source gives no exact time. */
export function timeOf({ posts }: Analysis, post: string): string {
  const time = posts.get(post)?.time ?? '';
  if (!ISO.test(time)) return '';
  const zoned = /T/.test(time) && !/(?:Z|[+-]\d\d:?\d\d)$/.test(time) ? `${time}Z` : time;
  const date = new Date(zoned);
  return Number.isNaN(date.getTime()) ? '' : date.toISOString().slice(0, 19).replace('T', ' ');
}
