import type { Analysis } from '../analysis/index.ts';
import type { Claim, Proposition, Relation } from '../graph-file/index.ts';
import { argdownData, argdownTag, argdownText } from './argdown-text.ts';
import { type Marks, marksOf } from './marks.ts';
import { claimsOf, nameOf, placeOf, propositionsInOrder, signOf, wordsAt } from './speech.ts';

/**
 * Argdown 1: one statement per proposition, defined flat, then its relations by reference, so that no depth or cycle matters.
 * Speakers, stances, quotes and places are data of the statement; tags say who speaks for or against it.
 */
export function writeArgdown(analysis: Analysis): string {
  const titles = new Map(propositionsInOrder(analysis).map(({ id }, at) => [id, `P${at + 1}`]));
  const named = nameRelations(analysis);
  const plain = analysis.file.relations.filter(({ id }) => !named.has(id));
  const outgoing = Map.groupBy(plain, ({ from }) => from);
  const plan: Plan = { analysis, titles, named, outgoing, marks: marksOf(analysis) };
  const body = [...statements(plan), ...relations(plan)];
  // The parser takes no document that is front matter only.
  const blocks = [frontMatter(analysis), ...(body.length > 0 ? body : ['# No claims'])];
  return `${blocks.join('\n\n')}\n`;
}

interface Plan {
  readonly analysis: Analysis;
  readonly titles: ReadonlyMap<string, string>;
  readonly marks: Marks;
  /** Relations that need an argument of their own, because another one cuts them or Argdown has no sign for them. */
  readonly named: ReadonlyMap<string, string>;
  /** The other relations by the proposition that they start from; their words are data there. */
  readonly outgoing: ReadonlyMap<string, readonly Relation[]>;
}

function nameRelations({ file }: Analysis): ReadonlyMap<string, string> {
  const cut = new Set(file.relations.flatMap(({ type, to }) => (type === 'undercuts' ? [to] : [])));
  const own = file.relations.filter(({ id, type, premise, conclusion }) => {
    const plain = type === 'supports' || type === 'attacks' || type === 'undercuts';
    return !plain || premise !== 1 || conclusion !== 1 || cut.has(id);
  });
  return new Map(own.map(({ id }, at) => [id, `R${at + 1}`]));
}

function frontMatter({ file }: Analysis): string {
  const { thread } = file;
  const reader = [thread.reader.name, thread.reader.model ?? ''].join(' ').trim();
  return [
    '===',
    `title: ${argdownData(thread.title ?? thread.source)}`,
    `subTitle: ${argdownData(`crux graph of ${thread.source}, labels: ${reader}`)}`,
    'model:',
    '    mode: loose',
    'selection:',
    '    excludeDisconnected: false',
    '===',
  ].join('\n');
}

function* statements(plan: Plan): Generator<string> {
  const { analysis, titles, marks } = plan;
  const sections = Map.groupBy(propositionsInOrder(analysis), (one) => sectionOf(one, marks));
  for (const title of ['Where they part', 'Shared ground', 'Other claims'] as const) {
    const members = sections.get(title);
    if (!members) continue;
    yield `# ${title} {isGroup: ${title !== 'Other claims'}}`;
    for (const one of members) {
      const tags = tagsOf(one, analysis, marks);
      const head = `[${titles.get(one.id)}]`;
      const data = argdownData(statementData(one, plan));
      yield `${head}: ${argdownText(one.text) || '(no words)'} ${data}${tags === '' ? '' : `\n\n${head} ${tags}`}`;
    }
  }
}

function sectionOf({ id }: Proposition, { cruxes, issues, weighed, agreements }: Marks) {
  if (cruxes.has(id) || issues.has(id) || weighed.has(id)) return 'Where they part';
  return agreements.has(id) ? 'Shared ground' : 'Other claims';
}

function tagsOf(
  proposition: Proposition,
  analysis: Analysis,
  { cruxes, issues, agreements, unanswered }: Marks,
): string {
  const { id } = proposition;
  const speech = claimsOf(analysis, proposition).map(
    (claim) => `${nameOf(analysis, claim.speaker)} ${VERBS[signOf(claim)]}`,
  );
  const tags = [
    ...(issues.has(id) ? ['issue'] : []),
    ...(cruxes.has(id) ? ['crux'] : []),
    ...(agreements.has(id) ? ['agreement'] : []),
    ...(unanswered.has(id) ? ['unanswered'] : []),
    ...new Set(speech),
  ];
  return tags.map(argdownTag).join(' ');
}

const VERBS = { '1': 'says so', '0': 'is unsure', '-1': 'denies it' } as const;

function statementData(proposition: Proposition, { analysis, marks, outgoing }: Plan) {
  const crux = marks.cruxes.get(proposition.id);
  const agreement = marks.agreements.get(proposition.id);
  const relations = outgoing.get(proposition.id);
  return {
    id: proposition.id,
    claims: claimsOf(analysis, proposition).map((claim) => claimData(claim, analysis)),
    ...(crux && {
      crux: { id: crux.id, rank: crux.rank, kind: crux.kind, score: crux.score ?? undefined, question: crux.question },
    }),
    ...(agreement && {
      agreement: {
        id: agreement.id,
        kind: agreement.kind,
        speakers: agreement.speakers.map((id) => nameOf(analysis, id)),
      },
    }),
    ...(relations && { relations: relations.map((relation) => relationData(relation, analysis)) }),
  };
}

function claimData(claim: Claim, analysis: Analysis) {
  const { id, speaker, stance, kind, p, polarity, post, start, end, text } = claim;
  const url = analysis.posts.get(post)?.url ?? undefined;
  return {
    ...{ id, speaker: nameOf(analysis, speaker), stance, kind, p: p ?? undefined, polarity },
    ...{ post, start, end, place: placeOf(claim), url, words: text },
  };
}

function* relations(plan: Plan): Generator<string> {
  const { analysis, titles, named } = plan;
  const { file } = analysis;
  if (file.relations.length === 0) return;
  yield '# Relations {isGroup: false}';
  for (const relation of file.relations) {
    const { from, type, premise, statedBy } = relation;
    const title = named.get(relation.id);
    if (title === undefined) {
      yield `[${titles.get(from)}]\n    ${arrowOf(relation)} ${targetOf(plan, relation)}`;
      continue;
    }
    const words = statedBy[0] ? argdownText(wordsAt(analysis, statedBy[0])) : '';
    yield `<${title}>: ${words || type} ${argdownData(relationData(relation, analysis))}`;
    yield `<${title}> #${type}`;
    yield `[${titles.get(from)}]\n    ${premise === 1 ? '+>' : '->'} <${title}>`;
    yield `<${title}>\n    ${arrowOf(relation)} ${targetOf(plan, relation)}`;
  }
}

// Argdown has no sign for a condition, a narrowing or a definition: such an argument is joined as support and tagged.
const ARROWS: Readonly<Record<Relation['type'], string>> = {
  supports: '+>',
  attacks: '->',
  undercuts: '_>',
  requires: '+>',
  narrows: '+>',
  defines: '+>',
};

function arrowOf({ type, conclusion }: Relation): string {
  const arrow = ARROWS[type];
  if (conclusion === 1 || type === 'undercuts') return arrow;
  return arrow === '+>' ? '->' : '+>';
}

function targetOf({ titles, named }: Plan, { type, to }: Relation): string {
  return type === 'undercuts' ? `<${named.get(to)}>` : `[${titles.get(to)}]`;
}

function relationData(relation: Relation, analysis: Analysis) {
  const { id, type, from, to, weight, owner, premise, conclusion, feedback, statedBy } = relation;
  return {
    ...{ id, type, from, to, weight, owner: owner === null ? undefined : nameOf(analysis, owner) },
    ...{ premise, conclusion, feedback },
    statedBy: statedBy.map(({ speaker, endorsed, post, start, end, ...lines }) => ({
      ...{ speaker: nameOf(analysis, speaker), endorsed, post, start, end, place: placeOf({ post, ...lines }) },
      words: wordsAt(analysis, { post, start, end }),
    })),
  };
}
