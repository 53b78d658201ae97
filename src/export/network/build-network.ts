import type { Analysis } from '../../analysis/index.ts';
import { allotIds, type Ids } from '../allot-ids.ts';
import { cleanText, oneLine, shorten } from '../clean-text.ts';
import { marksOf } from '../marks.ts';
import { nameOf, placeOf, propositionsInOrder, signOf, wordsAt } from '../speech.ts';
import {
  claimAttributes,
  moveAttributes,
  postAttributes,
  propositionAttributes,
  relationAttributes,
} from './attributes.ts';
import type { Network, NetworkEdge, NetworkNode } from './network.ts';

const LABEL = 80;

/**
 * Propositions, claims, speakers and posts as nodes (`kind` tells them apart); relations, and who says what where, as edges
 * (`type`). A relation that is undercut has a node of its own for the undercut to end at.
 */
export function buildNetwork(analysis: Analysis): Network {
  const { file } = analysis;
  const cut = new Set(file.relations.flatMap(({ type, to }) => (type === 'undercuts' ? [to] : [])));
  const knots = file.relations.filter(({ id }) => cut.has(id));
  const ids = allotIds({
    proposition: propositionsInOrder(analysis),
    claim: file.claims,
    speaker: file.speakers,
    post: file.posts,
    inference: knots,
  });
  return {
    nodes: [...listNodes(analysis, ids)],
    edges: withIds([...relationEdges(analysis, ids), ...speechEdges(analysis, ids), ...moveEdges(analysis, ids)]),
  };
}

function* listNodes(analysis: Analysis, ids: Ids): Generator<NetworkNode> {
  const { file } = analysis;
  const marks = marksOf(analysis);
  const label = (text: string) => shorten(oneLine(text), LABEL);
  for (const proposition of propositionsInOrder(analysis)) {
    yield {
      id: ids.of('proposition', proposition.id),
      label: label(proposition.text),
      attributes: propositionAttributes(analysis, proposition, marks),
    };
  }
  for (const claim of file.claims) {
    const { id, speaker, text } = claim;
    const said = `${nameOf(analysis, speaker)} ${placeOf(claim)}: ${oneLine(text)}`;
    yield { id: ids.of('claim', id), label: shorten(said, LABEL), attributes: claimAttributes(analysis, claim) };
  }
  for (const { id, given, confidence } of file.speakers) {
    const name = nameOf(analysis, id);
    yield {
      id: ids.of('speaker', id),
      label: name,
      attributes: { kind: 'speaker', speaker_name: name, given, confidence },
    };
  }
  for (const post of file.posts) {
    const head = `${nameOf(analysis, post.speaker)} ${post.source ? placeOf({ post: post.id, ...post.source }) : `#${post.id}`}`;
    yield { id: ids.of('post', post.id), label: label(head), attributes: postAttributes(analysis, post) };
  }
  for (const relation of file.relations) {
    const id = ids.find('inference', relation.id);
    if (id !== null)
      yield { id, label: relation.type, attributes: { kind: 'inference', relation: cleanText(relation.id) } };
  }
}

const STANDINGS = { '1': 'states', '0': 'is unsure of', '-1': 'denies' } as const;

type Loose = Omit<NetworkEdge, 'id'> & { readonly id: string | null };

function* relationEdges(analysis: Analysis, ids: Ids): Generator<Loose> {
  const { cruxes } = marksOf(analysis);
  for (const relation of analysis.file.relations) {
    const { id, from, to, type } = relation;
    const target = ids.of(type === 'undercuts' ? 'inference' : 'proposition', to);
    const attributes = relationAttributes(analysis, relation, cruxes.get(id));
    yield { id, from: ids.of('proposition', from), to: target, attributes };
    const knot = ids.find('inference', id);
    if (knot !== null && type !== 'undercuts')
      yield { id: null, from: knot, to: target, attributes: { type: 'bears on', relation: cleanText(id) } };
  }
}

function* speechEdges(analysis: Analysis, ids: Ids): Generator<Loose> {
  const { file } = analysis;
  const edge = (type: string, from: string, to: string): Loose => ({ id: null, from, to, attributes: { type } });
  for (const claim of file.claims) {
    const id = ids.of('claim', claim.id);
    yield edge('says', ids.of('speaker', claim.speaker), id);
    yield edge(STANDINGS[signOf(claim)], id, ids.of('proposition', claim.proposition));
    yield edge('stands in', id, ids.of('post', claim.post));
  }
  for (const { id, speaker, replyTo } of file.posts) {
    yield edge('wrote', ids.of('speaker', speaker), ids.of('post', id));
    if (replyTo !== null) yield edge('answers', ids.of('post', id), ids.of('post', replyTo));
  }
}

function* moveEdges(analysis: Analysis, ids: Ids): Generator<Loose> {
  for (const move of analysis.file.moves) {
    if (move.target === null) continue;
    const target = ['claim', 'proposition', 'inference', 'post'].map((kind) => ids.find(kind, move.target!));
    const to = target.find((id) => id !== null);
    const attributes = moveAttributes(analysis, move, wordsAt(analysis, move));
    if (to != null) yield { id: move.id, from: ids.of('post', move.post), to, attributes };
  }
}

/** Edges keep the graph file's ids where these are free; the others are numbered. */
function withIds(edges: readonly Loose[]): readonly NetworkEdge[] {
  const taken = new Set<string>();
  return edges.map(({ id, ...edge }, at) => {
    const wanted = id === null ? '' : oneLine(id);
    let free = wanted === '' || taken.has(wanted) ? `e${at + 1}` : wanted;
    for (let copy = 2; taken.has(free); copy += 1) free = `e${at + 1}~${copy}`;
    taken.add(free);
    return { id: free, ...edge };
  });
}
