import { isReason, type Standing } from './standing.ts';

/** Groups of propositions that depend on each other in circles, conclusions first (Tarjan 1972, without recursion). */
export interface Layers {
  readonly components: readonly (readonly string[])[];
  /** Numbers of the components that a component directly leads to. */
  readonly above: readonly (readonly number[])[];
}

/** Layers the propositions of a graph by what they are reasons for; undercutters count as reasons of the conclusion they spare or hit. */
export function layerPropositions({ graph }: Standing): Layers {
  const ids = [...graph.propositions.keys()].sort();
  const number = new Map(ids.map((id, index) => [id, index]));
  const next = ids.map((): number[] => []);
  for (const relation of graph.relations.values()) {
    if (isReason(relation)) next[number.get(relation.from)!]!.push(number.get(relation.to)!);
    if (relation.type !== 'undercuts') continue;
    let target = graph.relations.get(relation.to);
    while (target?.type === 'undercuts') target = graph.relations.get(target.to);
    if (target && isReason(target)) next[number.get(relation.from)!]!.push(number.get(target.to)!);
  }
  const componentOf = findComponents(next);
  const components: string[][] = [];
  componentOf.forEach((component, index) => {
    components[component] = [...(components[component] ?? []), ids[index]!];
  });
  const above = components.map(() => new Set<number>());
  next.forEach((targets, index) => {
    for (const target of targets)
      if (componentOf[target] !== componentOf[index]) above[componentOf[index]!]!.add(componentOf[target]!);
  });
  return { components, above: above.map((set) => [...set]) };
}

/** Strongly connected components by node, numbered so that every edge leads to a lower or equal number. */
function findComponents(next: readonly (readonly number[])[]): readonly number[] {
  const found = new Array<number>(next.length).fill(-1);
  const low = new Array<number>(next.length).fill(0);
  const component = new Array<number>(next.length).fill(-1);
  const open: number[] = [];
  let time = 0;
  let count = 0;
  for (let start = 0; start < next.length; start++) {
    if (found[start] !== -1) continue;
    const walk = [{ node: start, edge: 0 }];
    while (walk.length > 0) {
      const step = walk.at(-1)!;
      const { node } = step;
      if (step.edge === 0 && found[node] === -1) {
        found[node] = low[node] = time++;
        open.push(node);
      }
      const target = next[node]![step.edge];
      if (target !== undefined) {
        step.edge++;
        if (found[target] === -1) walk.push({ node: target, edge: 0 });
        else if (component[target] === -1) low[node] = Math.min(low[node]!, found[target]!);
        continue;
      }
      walk.pop();
      const parent = walk.at(-1);
      if (parent) low[parent.node] = Math.min(low[parent.node]!, low[node]!);
      if (low[node] !== found[node]) continue;
      for (let member = open.pop()!; ; member = open.pop()!) {
        component[member] = count;
        if (member === node) break;
      }
      count++;
    }
  }
  return component;
}
