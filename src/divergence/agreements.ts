import { contentId } from '../graph/index.ts';
import type { Agreement } from '../graph-file/index.ts';
import type { AgreementDraft } from './agreement-draft.ts';
import type { Findings } from './analyse-contest.ts';
import { viewsOf } from './belief/closure.ts';
import { comparable } from './belief/rank.ts';
import { clusterAgreements } from './cluster-agreements.ts';
import { MIN_GAP, MIN_PULL } from './constants.ts';
import type { Standing } from './standing.ts';

/**
 * Merges drafts into one agreement per proposition, those in part apart from the whole ones and conditional ones by who sets
 * which condition, and ranks them by group-informed consensus (Polis), what hangs on them, and the turns that touch them.
 */
export function rankAgreements(
  standing: Standing,
  findings: readonly Findings[],
  drafts: readonly AgreementDraft[],
): readonly Agreement[] {
  const { loadBearing, hollow } = whatHangs(findings);
  const groups = Map.groupBy(drafts, ({ kind, proposition, hinge, speakers }) =>
    JSON.stringify(kind === 'conditional' ? [proposition, hinge, speakers] : [proposition, kind === 'partial']),
  );
  const merged = [...groups.values()].map((group): Agreement => {
    const draft = group.reduce(mergeDrafts);
    const id = contentId('a', draft.proposition, SORTS[draft.kind] ?? '', draft.hinge, ...draft.speakers);
    const bears = { loadBearing: loadBearing.has(draft.proposition), hollow: hollow.has(draft.proposition) };
    return { ...draft, ...bears, id, cluster: null };
  });
  const camps = findings[0]?.contest.parties.map(({ members }) => members) ?? [];
  const order = merged
    .map((agreement) => ({ agreement, size: comparable(consensus(standing, agreement, camps)) }))
    .sort(
      (a, b) =>
        b.size - a.size ||
        Number(b.agreement.loadBearing) - Number(a.agreement.loadBearing) ||
        standing.turnsOn(b.agreement.proposition) - standing.turnsOn(a.agreement.proposition) ||
        (a.agreement.id < b.agreement.id ? -1 : 1),
    );
  return clusterAgreements(
    standing,
    order.map(({ agreement }) => agreement),
  );
}

/** What tells agreements of one proposition and the same speakers apart. */
const SORTS: Partial<Record<Agreement['kind'], string>> = { conditional: 'if', partial: 'in part' };

/** Words of a move tell more than equal views do: the later draft's kind stands unless it is the plain one. */
function mergeDrafts(first: AgreementDraft, second: AgreementDraft): AgreementDraft {
  return {
    ...first,
    speakers: [...new Set([...first.speakers, ...second.speakers])].sort(),
    kind: second.moves.length > 0 ? second.kind : first.kind,
    claims: [...new Set([...first.claims, ...second.claims])],
    moves: [...new Set([...first.moves, ...second.moves])],
  };
}

/** Product over camps of (agree + 1) / (agree + disagree + 2); without an issue all speakers are one camp. */
function consensus(
  { graph, view }: Standing,
  { proposition, speakers }: Agreement,
  camps: readonly (readonly string[])[],
): number {
  const agreed = new Set(speakers);
  const sign = Math.sign(speakers.map((speaker) => view(proposition, speaker)?.value ?? 0).find(Boolean) ?? 0);
  const { views } = graph.propositions.get(proposition)!;
  const against = new Set(
    views.filter(({ value, speaker }) => value * sign < 0 && !agreed.has(speaker)).map(({ speaker }) => speaker),
  );
  return (camps.length > 0 ? camps : [speakers]).reduce((product, members) => {
    const agree = members.filter((member) => agreed.has(member)).length;
    const disagree = members.filter((member) => against.has(member)).length;
    return (product * (agree + 1)) / (agree + disagree + 2);
  }, 1);
}

/** Load-bearing: an issue hangs on the claim for both sides. Hollow: both hold it, but weigh it differently. */
function whatHangs(findings: readonly Findings[]) {
  const [loadBearing, hollow] = [new Set<string>(), new Set<string>()];
  for (const { drawn, dispute, pulls } of findings) {
    drawn.propositions.forEach((proposition, claim) => {
      if (pulls.every(({ claims }) => Math.abs(claims[claim]!) >= MIN_PULL)) loadBearing.add(proposition);
    });
    drawn.network.links.forEach(({ from, condition }, index) => {
      const [first, second] = viewsOf(dispute, { kind: 'link', index });
      if (!condition && Math.abs(second - first) > MIN_GAP) hollow.add(drawn.propositions[from]!);
    });
  }
  return { loadBearing, hollow };
}
