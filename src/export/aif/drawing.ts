import type { Analysis } from '../../analysis/index.ts';
import { type AifSheet, openSheet } from './aif-sheet.ts';
import type { Scheme } from './aif-vocabulary.ts';
import { type Locution, type Locutions, openLocutions, type Utterance } from './locutions.ts';

/** A claim or move on the sheet: who utters it and the node of what is said. */
export interface Drawn {
  readonly locution: Locution;
  readonly content: string;
}

/** An AIF graph while it is drawn. */
export interface Drawing {
  readonly analysis: Analysis;
  readonly sheet: AifSheet;
  readonly locutions: Locutions;
  /** I nodes by proposition. */
  readonly contents: Map<string, string>;
  readonly claims: Map<string, Drawn>;
  /** RA, CA or MA nodes by relation. */
  readonly schemes: Map<string, string>;
  /** Who first states a relation. */
  readonly stated: Map<string, Locution>;
  /** Orders what is said by post and offset. */
  isBefore(a: Utterance, b: Utterance): boolean;
  /** The transition between two locutions, drawn when first asked for. */
  transition(a: Locution, b: Locution): string;
  hasTransition(postA: string, postB: string): boolean;
}

/** An empty drawing. */
export function openDrawing(analysis: Analysis): Drawing {
  const sheet = openSheet();
  const order = new Map(analysis.file.posts.map(({ id }, at) => [id, at]));
  const transitions = new Map<string, string>();
  const posts = new Set<string>();
  const isBefore = (a: Utterance, b: Utterance) =>
    (order.get(a.post) ?? 0) - (order.get(b.post) ?? 0) < 0 || (a.post === b.post && a.start < b.start);
  return {
    analysis,
    sheet,
    locutions: openLocutions(analysis, sheet),
    contents: new Map(),
    claims: new Map(),
    schemes: new Map(),
    stated: new Map(),
    isBefore,
    transition: (a, b) => {
      const [first, second] = isBefore(b, a) ? [b, a] : [a, b];
      const key = `${first.node} ${second.node}`;
      const known = transitions.get(key);
      if (known !== undefined) return known;
      const node = sheet.addScheme('TA');
      sheet.connect(first.node, node, second.node);
      transitions.set(key, node);
      posts.add(JSON.stringify([a.post, b.post].sort()));
      return node;
    },
    hasTransition: (a, b) => posts.has(JSON.stringify([a, b].sort())),
  };
}

/** Draws the force with which something is done: from a locution or transition to the node that it yields. */
export function illocute(
  { sheet }: Drawing,
  from: string,
  scheme: Scheme,
  to: string,
  origin?: Readonly<Record<string, string | number>>,
): void {
  sheet.connect(from, sheet.addIllocution(scheme, '', origin), to);
}
