import type { Relation, RelationStatement, RelationType } from '../../graph-file/index.ts';
import { cleanText } from '../clean-text.ts';
import { rounded } from '../rounded.ts';
import type { SchemeType } from './aif-vocabulary.ts';
import { type Drawing, illocute } from './drawing.ts';
import type { Locution } from './locutions.ts';

// A narrower or defining claim says the other one in other words; a condition is nearest to a reason.
const TYPES: Readonly<Record<RelationType, SchemeType>> = {
  supports: 'RA',
  requires: 'RA',
  attacks: 'CA',
  undercuts: 'CA',
  narrows: 'MA',
  defines: 'MA',
};

/** Draws each relation as a scheme node between I nodes (an undercut: to the scheme node that it cuts), and who states it. */
export function drawRelations(drawing: Drawing): void {
  const { analysis, sheet, contents, schemes } = drawing;
  const { relations } = analysis.file;
  const negations = new Map<string, string>();
  const sideOf = (proposition: string, polarity: 1 | -1) =>
    polarity === 1 ? contents.get(proposition)! : negationOf(drawing, proposition, negations);
  for (const { id, type, weight, owner, feedback } of relations) {
    const origin = { relation: id, type, weight: rounded(weight), owner: owner ?? undefined, feedback };
    schemes.set(id, sheet.addScheme(TYPES[type], origin));
  }
  for (const { id, from, to, type, premise, conclusion } of relations) {
    const target = type === 'undercuts' ? schemes.get(to)! : sideOf(to, conclusion);
    sheet.connect(sideOf(from, premise), schemes.get(id)!, target);
  }
  for (const relation of relations) for (const one of relation.statedBy) drawStatement(drawing, relation, one);
}

function negationOf({ analysis, sheet, contents }: Drawing, id: string, drawn: Map<string, string>): string {
  const known = drawn.get(id);
  if (known !== undefined) return known;
  const text = cleanText(analysis.propositions.get(id)?.text ?? '');
  const node = sheet.addWords('I', `It is not the case that: ${text}`, '', { proposition: id, negated: true });
  sheet.connect(node, sheet.addScheme('CA', { proposition: id, negated: true }), contents.get(id)!);
  drawn.set(id, node);
  return node;
}

/** Who argues: a transition from where the conclusion is said to where the reason is said, or, where one is missing, the very words. */
function drawStatement(drawing: Drawing, relation: Relation, said: RelationStatement): void {
  const { locutions, schemes, stated } = drawing;
  const { id, type } = relation;
  const disputes = type === 'attacks' || type === 'undercuts' || said.endorsed <= 0;
  const force = disputes ? 'Disagreeing' : 'Arguing';
  const origin = { relation: id, post: said.post, start: said.start, end: said.end, endorsed: rounded(said.endorsed) };
  const reason = reasonOf(drawing, relation, said);
  const conclusion = reason && conclusionOf(drawing, relation, reason);
  if (reason && conclusion) {
    illocute(drawing, drawing.transition(conclusion, reason), force, schemes.get(id)!, origin);
    if (!stated.has(id)) stated.set(id, reason);
    return;
  }
  const locution = locutions.utter(said, { relation: id, post: said.post });
  illocute(drawing, locution.node, force, schemes.get(id)!, origin);
  if (!stated.has(id)) stated.set(id, locution);
}

function reasonOf({ analysis, claims }: Drawing, { from }: Relation, said: RelationStatement): Locution | null {
  const members = (analysis.propositions.get(from)?.claims ?? []).flatMap((id) => claims.get(id)?.locution ?? []);
  return members.find(({ speaker, post }) => speaker === said.speaker && post === said.post) ?? null;
}

function conclusionOf(drawing: Drawing, { to, type }: Relation, reason: Locution): Locution | null {
  const { analysis, claims, stated, isBefore } = drawing;
  if (type === 'undercuts') {
    const cut = stated.get(to) ?? null;
    return cut === reason ? null : cut;
  }
  const members = (analysis.propositions.get(to)?.claims ?? []).flatMap((id) => claims.get(id)?.locution ?? []);
  const others = members.filter((one) => one !== reason);
  return others.findLast((one) => isBefore(one, reason)) ?? others[0] ?? null;
}
