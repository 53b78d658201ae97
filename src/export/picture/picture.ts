import type { Analysis } from '../../analysis/index.ts';
import type { AgreementKind, Proposition, Relation } from '../../graph-file/index.ts';
import { allotIds, type Ids } from '../allot-ids.ts';
import { oneLine, shorten } from '../clean-text.ts';
import { type Marks, marksOf } from '../marks.ts';
import { claimsOf, nameOf, placeOf, propositionsInOrder, signOf, wordsAt } from '../speech.ts';

/** How a box is to look. */
export type Look = 'crux' | 'issue' | 'shared' | 'plain';

/** A proposition as a box: its words, who says or denies it where, and every quotation behind it. */
export interface Box {
  readonly id: string;
  readonly look: Look;
  /** `Crux 1` and the like; empty for most. */
  readonly title: string;
  readonly words: string;
  readonly speakers: string;
  readonly quotes: readonly string[];
  /** Address of the first post that says it, where it is one of the web. */
  readonly url: string | null;
}

/** A relation as an arrow between boxes; `knot`: an arrow that another one ends at, drawn in two halves around a point. */
export interface Arrow {
  readonly id: string;
  readonly from: string;
  readonly to: string;
  readonly type: Relation['type'];
  readonly toArrow: boolean;
  readonly knot: boolean;
  readonly label: string;
  readonly words: string;
}

export interface Picture {
  readonly title: string;
  readonly boxes: readonly Box[];
  readonly arrows: readonly Arrow[];
}

const WORDS = 400;
const HOLDERS = 4;

/** The claim graph as DOT and Mermaid draw it; texts are clean and on one line, not yet escaped. */
export function drawPicture(analysis: Analysis): Picture {
  const { file } = analysis;
  const marks = marksOf(analysis);
  const propositions = propositionsInOrder(analysis);
  const ids = allotIds({ proposition: propositions, relation: file.relations });
  const cut = new Set(file.relations.flatMap(({ type, to }) => (type === 'undercuts' ? [to] : [])));
  return {
    title: oneLine(file.thread.title ?? file.thread.source),
    boxes: propositions.map((proposition) => ({
      id: ids.of('proposition', proposition.id),
      ...drawBox(analysis, proposition, marks),
    })),
    arrows: file.relations.map((relation) => ({
      ...joinEnds(relation, ids),
      ...drawArrow(analysis, relation, marks),
      knot: cut.has(relation.id),
    })),
  };
}

function drawBox(analysis: Analysis, proposition: Proposition, marks: Marks): Omit<Box, 'id'> {
  const { id, text } = proposition;
  const claims = claimsOf(analysis, proposition);
  const holders = claims.map((claim) => `${nameOf(analysis, claim.speaker)} ${VERBS[signOf(claim)]} ${placeOf(claim)}`);
  const more = holders.length > HOLDERS ? ` · +${holders.length - HOLDERS}` : '';
  const url = claims.map(({ post }) => analysis.posts.get(post)?.url ?? '').find((one) => /^https?:\/\//i.test(one));
  return {
    look: lookOf(id, marks),
    title: titleOf(id, marks),
    words: shorten(oneLine(text), WORDS) || '(no words)',
    speakers: holders.slice(0, HOLDERS).join(' · ') + more,
    quotes: claims.map((claim) => {
      const { speaker, stance, kind, text: words } = claim;
      return `${nameOf(analysis, speaker)} ${placeOf(claim)} (${kind}, ${stance}): “${oneLine(words)}”`;
    }),
    url: url === undefined ? null : oneLine(url),
  };
}

const VERBS = { '1': 'says', '0': 'unsure', '-1': 'denies' } as const;

function lookOf(id: string, { cruxes, issues, agreements }: Marks): Look {
  if (cruxes.has(id)) return 'crux';
  if (issues.has(id)) return 'issue';
  return agreements.has(id) ? 'shared' : 'plain';
}

function titleOf(id: string, { cruxes, issues, agreements }: Marks): string {
  const crux = cruxes.get(id);
  const agreement = agreements.get(id);
  return [
    ...(issues.has(id) ? ['Issue'] : []),
    ...(crux ? [`Crux ${crux.rank}`] : []),
    ...(agreement ? [AGREED[agreement.kind]] : []),
  ].join(' · ');
}

const AGREED: Readonly<Record<AgreementKind, string>> = {
  full: 'Shared',
  partial: 'Shared in part',
  conditional: 'Shared on a condition',
  concession: 'Granted',
};

function joinEnds({ id, from, to, type }: Relation, ids: Ids) {
  const toArrow = type === 'undercuts';
  return {
    id: ids.of('relation', id),
    from: ids.of('proposition', from),
    to: ids.of(toArrow ? 'relation' : 'proposition', to),
    toArrow,
  };
}

function drawArrow(analysis: Analysis, relation: Relation, { cruxes }: Marks): Pick<Arrow, 'type' | 'label' | 'words'> {
  const { id, type, premise, conclusion, statedBy } = relation;
  const crux = cruxes.get(id);
  const negated = premise === -1 ? ' (if denied)' : '';
  const against = conclusion === -1 ? ' (the denial)' : '';
  const said = statedBy.slice(0, 2).map((one) => {
    return `${one.endorsed > 0 ? '' : 'denied by '}${nameOf(analysis, one.speaker)} ${placeOf(one)}`;
  });
  return {
    type,
    label: [...(crux ? [`Crux ${crux.rank}`] : []), `${type}${negated}${against}`, ...said].join(' · '),
    words: statedBy
      .map((one) => `${nameOf(analysis, one.speaker)} ${placeOf(one)}: “${oneLine(wordsAt(analysis, one))}”`)
      .join(' · '),
  };
}
