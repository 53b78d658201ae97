import type { Relation } from '../graph-file/index.ts';
import { type BeliefNetwork, buildBeliefNetwork } from './belief/belief-network.ts';
import type { Standing } from './standing.ts';

/** All that leads up to one issue, as a numeric network without cycles. Numbers run by id, so they do not depend on input order. */
export interface IssueNetwork {
  readonly network: BeliefNetwork;
  readonly root: number;
  /** Proposition id of each claim number. */
  readonly propositions: readonly string[];
  /** Relation of each link, and of each undercut. */
  readonly links: readonly Relation[];
  readonly undercuts: readonly Relation[];
  /** Relations that closed a cycle and carry nothing here. */
  readonly feedback: readonly string[];
}

/** Walks from an issue along its reasons (depth-first, heavier first, ties by id) and drops what closes a cycle. */
export function drawIssueNetwork(standing: Standing, issue: string): IssueNetwork {
  const { kept, feedback, reached } = walkReasons(standing, issue);
  const propositions = [...reached].sort();
  const number = new Map(propositions.map((id, index) => [id, index]));
  const byId = (a: Relation, b: Relation) => (a.id < b.id ? -1 : 1);
  const links = kept.filter(({ type }) => type !== 'undercuts').sort(byId);
  const linkNumber = new Map(links.map(({ id }, index) => [id, index]));
  const undercuts = kept.filter(({ type }) => type === 'undercuts').sort(byId);
  const network = buildBeliefNetwork(
    propositions.length,
    links.map(({ from, to, type, premise }) => {
      return { from: number.get(from)!, to: number.get(to)!, premise, condition: type === 'requires' };
    }),
    undercuts.map(({ from, to, premise }) => ({ from: number.get(from)!, link: linkNumber.get(to)!, premise })),
  );
  return { network, root: number.get(issue)!, propositions, links, undercuts, feedback };
}

function walkReasons(standing: Standing, issue: string) {
  const kept: Relation[] = [];
  const feedback: string[] = [];
  const reached = new Set([issue]);
  const onPath = new Set([issue]);
  const walk = [{ proposition: issue, rest: downwards(standing, issue), dropped: new Set<string>() }];
  while (walk.length > 0) {
    const step = walk.at(-1)!;
    const relation = step.rest.pop();
    if (!relation) {
      onPath.delete(step.proposition);
      walk.pop();
      continue;
    }
    if (step.dropped.has(relation.to)) continue;
    if (onPath.has(relation.from)) {
      feedback.push(relation.id);
      step.dropped.add(relation.id);
      continue;
    }
    kept.push(relation);
    if (reached.has(relation.from)) continue;
    reached.add(relation.from);
    onPath.add(relation.from);
    walk.push({
      proposition: relation.from,
      rest: downwards(standing, relation.from),
      dropped: new Set(),
    });
  }
  return { kept, feedback, reached };
}

/** Reasons for a proposition, each followed by its undercuts, in reverse order of the walk. */
function downwards(standing: Standing, proposition: string): Relation[] {
  const heavierFirst = (relations: readonly Relation[]) =>
    [...relations].sort((a, b) => b.weight - a.weight || (a.id < b.id ? -1 : 1));
  return heavierFirst(standing.reasonsFor(proposition))
    .flatMap((reason) => [reason, ...heavierFirst(standing.undercutsOf(reason.id))])
    .reverse();
}
